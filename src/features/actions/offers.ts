import { shortName } from '../../answers/short-name.ts';
import type { Intent } from '../../contract/feature.ts';
import type { Question } from '../../contract/question.ts';
import { agencyName, type Directory, groupName, personName } from '../../domain/directory.ts';

type Offer = NonNullable<Intent['offered']>;

/** What is asked of an action that is named; nothing where none is. */
export const ofAction =
  (offer: Offer): Offer =>
  (question, directory) =>
    question.args.actionRef ? offer(question, directory) : undefined;

/** What can be asked about one action. */
export const ACTION_FIELDS: Readonly<Record<string, string>> = {
  blocked: 'what it is waiting for',
  due: 'when it is due',
  evidence: 'its evidence',
  history: 'its history',
  next: 'what comes next',
  owner: 'who owns it',
  source: 'where it comes from',
  status: 'where it stands',
  withdrawn: 'why it was withdrawn',
};

/** What an update changes, as far as it was said. */
export function offerUpdate({ args }: Question): string {
  if (args.statusNew === 'withdrawn') return 'withdraw it';
  if (args.blocked) return 'mark it as blocked';
  if (args.statusNew) return `mark it as ${args.statusNew}`;
  return (args.dueOn ?? args.dueLater ?? args.dueNew) ? 'move its due date' : 'update it';
}

export function offerOwner({ filters, args }: Question, directory: Directory): string {
  const { agencies, groups } = directory;
  const name =
    (filters.agency && shortName(agencyName(directory, filters.agency), agencies)) ??
    (filters.group && shortName(groupName(directory, filters.group), groups)) ??
    (args.person === 'me' ? 'you' : personName(directory, String(args.person ?? '')));
  return `give it to ${name || 'somebody else'}`;
}
