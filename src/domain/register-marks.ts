import type { Actor } from './actor.ts';
import { acceptChange } from './change-event.ts';
import { omitUndefined } from './optional.ts';
import { accept, refuse } from './outcome.ts';
import type { Mark, Register, RegisterChange, RegisterOutcome } from './register.ts';

export type NewMark = Pick<
  Mark,
  'person' | 'agency' | 'status' | 'isDeputy' | 'name' | 'message'
> & {
  /**
   * Set for a guest: somebody whose agency is not expected and who confirmed that they come as one.
   */
  readonly asGuest?: boolean;
};

/**
 * Marks one person: here, here as a deputy, apologies, left. Before the register is open there are
 * only apologies.
 */
export function mark(
  register: Register,
  { asGuest, ...wanted }: NewMark,
  actor: Actor,
): RegisterOutcome<'register-closed' | 'register-not-open' | 'not-expected'> {
  const before = register.marks.find(({ person }) => person === wanted.person);
  if (register.status === 'closed') return refuse('register-closed');
  if (register.status === 'planned' && wanted.status !== 'apologies')
    return refuse('register-not-open');
  const isExpected = wanted.agency !== undefined && register.expected.includes(wanted.agency);
  if (!isExpected && !asGuest && before?.agency !== wanted.agency) return refuse('not-expected');
  const after: Mark = { ...wanted, by: actor.by, at: actor.at };
  const marks = [...register.marks.filter(({ person }) => person !== wanted.person), after];
  const details = {
    person: wanted.person,
    agency: wanted.agency,
    changes: { status: omitUndefined({ from: statusWord(before), to: statusWord(after) }) },
  };
  return acceptChange({ ...register, marks }, { type: 'marked', ...details }, actor);
}

/** Marks several people in one change, all or none, with one event for the history. */
export function markAll(
  register: Register,
  wanted: readonly NewMark[],
  actor: Actor,
): ReturnType<typeof mark> {
  const marked: string[] = [];
  let change: RegisterChange = { record: register };
  for (const each of wanted) {
    if (marked.includes(each.person)) continue;
    const outcome = mark(change.record, each, actor);
    if (!outcome.ok) return outcome;
    if (!outcome.value.event) continue;
    marked.push(each.person);
    change = { ...outcome.value, event: { ...outcome.value.event, person: marked.join(', ') } };
  }
  return accept(change);
}

const statusWord = (mark: Mark | undefined): string | undefined =>
  mark && (mark.status === 'here' && mark.isDeputy ? 'deputy' : mark.status);
