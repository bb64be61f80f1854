import { listed } from '../../answers/words.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import { isPermittedOn } from '../../domain/access.ts';
import { coreAgencies, type Directory } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { plannedRegister, type Register } from '../../domain/register.ts';

/** The register of a meeting, or one that nobody has spoken of yet, with the core agencies of its group. */
export function registerOrNew(
  register: Register | undefined,
  meeting: Meeting,
  directory: Directory,
): Register {
  return register ?? plannedRegister(meeting, coreAgencies(directory, meeting.group));
}

/** Whether somebody keeps the register of this meeting: its chair, the partnership’s chair, an administrator. */
export function isKeeper({ person }: Asker, { group }: Pick<Meeting, 'group'>): boolean {
  return isPermittedOn(person, 'registers.keep', { group });
}

/** The asker may not keep this register: who may. */
export function mayNotKeep({ people }: Directory): Answer {
  const administrators = people
    .filter(({ roles }) => roles.includes('administrator'))
    .map(({ displayName }) => displayName);
  return {
    text: `Nothing was changed: a register is kept by the chair and the administrators. Please ask ${listed(administrators, 'or') || 'the chair'}.`,
    refused: 'access',
  };
}
