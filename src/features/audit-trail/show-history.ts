import { ask } from '../../answers/questions.ts';
import { formatCount, formatList, sentenceCase } from '../../answers/words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Feature, RecordHistory } from '../../contract/feature.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { isPermittedOn } from '../../domain/access.ts';
import { type Day, formatDay, parseDay, toDay, toLocalTime } from '../../domain/dates.ts';
import { agencyName, type Directory, groupName, personName } from '../../domain/directory.ts';

export type FindHistory = NonNullable<Feature['history']>;

const MAX_SHOWN = 12;

/** “who changed SA-019 and when”: from the history that is written in the same transaction as the change. */
export const createShowHistory =
  (histories: () => readonly FindHistory[]) =>
  async (request: Request, question: Question): Promise<Answer> => {
    const history = await findHistory(histories(), request, question);
    return typeof history === 'string' ? notFound(history) : describeHistory(request, history);
  };

const notFound = (text: string): Answer => ({
  text,
  suggestions: [
    { title: 'Show overdue', ...ask('list_actions', { dueRange: 'overdue' }) },
    { title: 'Rapid reviews', ...ask('rapid_review_list') },
  ],
});

function describeHistory(request: Request, history: RecordHistory): Answer {
  const { directory, person, today } = request;
  if (!isPermittedOn(person, 'audit.read', history.owner)) return mayNotRead(history, directory);
  const { ref, events, record } = history;
  const latestFirst = events
    .map(({ at, by, type, changes = {} }) => ({
      at,
      by,
      what: describeChange(type, changes, directory, today),
    }))
    .sort((a, b) => b.at.localeCompare(a.at));
  const formatTime = ({ at }: { readonly at: string }) => {
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
  histories: readonly FindHistory[],
  request: Request,
  { args, filters }: Question,
): Promise<RecordHistory | string> {
  const { reviewRefs } = request.directory;
  const review = filters.reviewRef === 'latest' ? reviewRefs.at(-1) : filters.reviewRef;
  const ref = args.actionRef ?? review ?? args.record ?? args.source;
  if (typeof ref !== 'string')
    return 'Who changed which record? Say its reference, such as “who changed SA-019 and when”.';
  const found = await Promise.all(histories.map((find) => find(request, ref)));
  const kind = args.actionRef ? 'action' : review ? 'rapid review' : 'record';
  return (
    found.find((each) => each !== undefined) ??
    `No ${kind} has the reference ${ref}. It may be mistyped.`
  );
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
    if (field === 'with')
      return value
        .split(';')
        .map((agency) => agencyName(directory, agency))
        .join(' and ');
    if (field === 'group') return groupName(directory, value);
    if (field === 'person' || field === 'verified') return personName(directory, value);
    const on = parseDay(value);
    return on ? formatDay(on, today) : value;
  };
  const fields = Object.entries(changes).map(([name, { from, to }]) => {
    // Evidence that was taken back stands in the history in its words.
    if (name === 'evidence') return to === undefined ? 'evidence taken back' : 'evidence given';
    const field = toWords(name);
    return from === undefined
      ? `${field} ${format(name, to)}`
      : `${field} from ${format(name, from)} to ${format(name, to)}`;
  });
  return fields.length > 0 ? `${verb}: ${fields.join(', ')}` : verb;
}

/** @example toWords('nextReviewOn') // 'next review' */
const toWords = (field: string) =>
  field.replace(/On$/, '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function describeExtent(count: number): string {
  const more = count > MAX_SHOWN ? `The latest ${MAX_SHOWN} of ${count} are shown. ` : '';
  return `${more}What was written (reasons, evidence, notes) is on the record itself. Who only read it is not recorded.`;
}

function mayNotRead({ ref, owner, record }: RecordHistory, directory: Directory): Answer {
  const whom = [
    'an administrator',
    'the chair',
    'the scrutineer',
    ...(owner.agency ? [`the lead of ${agencyName(directory, owner.agency)}`] : []),
  ];
  const text = `Who changed ${ref} is shown to ${formatList(whom, 'and')}. What became of it is on the record itself.`;
  return { text, suggestions: [record], refused: 'access' };
}
