import { aboutAction, aboutReview, ask } from '../../answers/questions.ts';
import { formatCount, formatList, sentenceCase } from '../../answers/words.ts';
import type { Answer, Suggestion } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { isPermittedOn } from '../../domain/access.ts';
import { type Day, formatDay, parseDay, toDay, toLocalTime } from '../../domain/dates.ts';
import { agencyName, type Directory, groupName, personName } from '../../domain/directory.ts';
import type { Owner } from '../../domain/partnership.ts';

/** One change of a record, whatever kind of record it is. */
interface Change {
  readonly at: string;
  readonly by: string;
  /** What was done, with the fields that changed. */
  readonly what: string;
}

interface History {
  readonly ref: string;
  /** Whose leads and chairs may see it too. */
  readonly owner: Owner;
  readonly changes: readonly Change[];
  /** Leads to the record itself. */
  readonly record: Suggestion;
}

const MAX_SHOWN = 12;

/** “who changed SA-019 and when”: from the history that is written in the same transaction as the change. */
export async function showHistory(request: Request, question: Question): Promise<Answer> {
  const { directory, person, today } = request;
  const history = await findHistory(request, question);
  if (typeof history === 'string')
    return {
      text: history,
      suggestions: [
        { title: 'Show overdue', ...ask('list_actions', { dueRange: 'overdue' }) },
        { title: 'Rapid reviews', ...ask('rapid_review_list') },
      ],
    };
  if (!isPermittedOn(person, 'audit.read', history.owner)) return mayNotRead(history, directory);
  const { ref, changes, record } = history;
  const latestFirst = changes.toSorted((a, b) => b.at.localeCompare(a.at));
  const formatTime = ({ at }: Change) => {
    const local = toLocalTime(new Date(at), directory.partnership.timeZone);
    return `${formatDay(toDay(local), today)}, ${local.slice(11)}`;
  };
  const [latest] = latestFirst;
  const sentence = latest
    ? `${ref} was changed ${formatCount(latestFirst.length, 'time', 'times')}, last by ${personName(directory, latest.by)} on ${formatTime(latest)}: ${latest.what}.`
    : `Nobody has changed ${ref} here since it was imported.`;
  const rows = latestFirst.slice(0, MAX_SHOWN).map((change) => ({
    title: `${personName(directory, change.by)} · ${formatTime(change)}`,
    line: sentenceCase(change.what),
  }));
  return {
    text: sentence,
    heading: `Who changed ${ref}`,
    sentence,
    sections: [{ rows, note: describeExtent(latestFirst.length) }],
    suggestions: [record],
  };
}

/** What the question names, with its history; a text where it names nothing that is in the records. */
async function findHistory(
  { directory, today, ports }: Request,
  { args, filters }: Question,
): Promise<History | string> {
  const { id } = directory.partnership;
  if (args.actionRef) {
    const stored = await ports.actions.find(id, args.actionRef);
    if (!stored) return `No action has the reference ${args.actionRef}. It may be mistyped.`;
    const { ref, owner } = stored.action;
    const changes = stored.history.map(({ at, by, type, changes: fields = {} }) => ({
      at,
      by,
      what: describeChange(type, fields, directory, today),
    }));
    return { ref, owner, changes, record: { title: ref, ...aboutAction(ref) } };
  }
  const ref = filters.reviewRef === 'latest' ? directory.reviewRefs.at(-1) : filters.reviewRef;
  if (!ref)
    return 'Who changed which record? Say its reference, such as “who changed SA-019 and when”.';
  if (!(await ports.reviews.find(id, ref)))
    return `No rapid review has the reference ${ref}. It may be mistyped.`;
  const changes = (await ports.reviews.history(id, ref)).map(({ at, by, type, agency }) => ({
    at,
    by,
    what: agency ? `${type}, ${agencyName(directory, agency)}` : type,
  }));
  return { ref, owner: {}, changes, record: { title: ref, ...aboutReview(ref) } };
}

/** A verb with the fields that changed: `updated: status from in progress to blocked`. */
function describeChange(
  verb: string,
  changes: Readonly<Record<string, { from?: string; to?: string }>>,
  directory: Directory,
  today: Day,
): string {
  const format = (field: string, value: string | undefined) => {
    if (value === undefined) return 'none';
    if (field === 'agency') return agencyName(directory, value);
    if (field === 'group') return groupName(directory, value);
    if (field === 'person' || field === 'verified') return personName(directory, value);
    const on = parseDay(value);
    return on ? formatDay(on, today) : value;
  };
  const fields = Object.entries(changes).map(([field, { from, to }]) => {
    // Evidence that was taken back stands in the history in its words.
    if (field === 'evidence') return to === undefined ? 'evidence taken back' : 'evidence given';
    return from === undefined
      ? `${field} ${format(field, to)}`
      : `${field} from ${format(field, from)} to ${format(field, to)}`;
  });
  return fields.length > 0 ? `${verb}: ${fields.join(', ')}` : verb;
}

function describeExtent(count: number): string {
  const more = count > MAX_SHOWN ? `The latest ${MAX_SHOWN} of ${count} are shown. ` : '';
  return `${more}What was written (reasons, evidence, notes) is on the record itself. Who only read it is not recorded.`;
}

function mayNotRead({ ref, owner, record }: History, directory: Directory): Answer {
  const whom = [
    'an administrator',
    'the chair',
    'the scrutineer',
    ...(owner.agency ? [`the lead of ${agencyName(directory, owner.agency)}`] : []),
  ];
  const text = `Who changed ${ref} is shown to ${formatList(whom, 'and')}. What became of it is on the record itself.`;
  return { text, suggestions: [record], refused: 'access' };
}
