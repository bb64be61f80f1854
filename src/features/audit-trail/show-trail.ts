import { counted, listed, sentenceCase } from '../../answers/words.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { isPermittedOn } from '../../domain/access.ts';
import {
  type Day,
  formatDay,
  formatDayWithYear,
  parseDay,
  toDay,
  toLocalTime,
} from '../../domain/dates.ts';
import { agencyName, type Directory, groupName, personName } from '../../domain/directory.ts';
import type { Owner } from '../../domain/partnership.ts';
import type { TrailView } from './trail-view.ts';

/** One line of a history, whatever it is the history of. */
interface Line {
  readonly at: string;
  readonly by: string;
  /** What was done, with the fields that changed. */
  readonly what: string;
}

interface Trail {
  readonly ref: string;
  /** Whose leads and chairs may see it too. */
  readonly owner: Owner;
  readonly lines: readonly Line[];
}

const MAX_SHOWN = 12;

/** “who changed SA-019 and when”: from the history that is written in the same transaction as the change. */
export async function showTrail(asker: Asker, question: Question, ports: Ports): Promise<Answer> {
  const { directory, person } = asker;
  const trail = await trailOf(question, directory, ports);
  if (typeof trail === 'string')
    return { text: trail, suggestions: ['what is overdue', 'list rapid reviews'] };
  if (!isPermittedOn(person, 'audit.read', trail.owner)) return mayNotRead(trail, directory);
  const { timeZone, shortName } = directory.partnership;
  const today = ports.calendar.today(timeZone);
  const latestFirst = trail.lines.toSorted((a, b) => b.at.localeCompare(a.at));
  const whenOf = ({ at }: Line) => {
    const local = toLocalTime(new Date(at), timeZone);
    return `${formatDay(toDay(local), today)}, ${local.slice(11)}`;
  };
  const rows = latestFirst.slice(0, MAX_SHOWN).map((line) => ({
    title: `${personName(directory, line.by)} · ${whenOf(line)}`,
    line: sentenceCase(line.what),
  }));
  const [latest] = latestFirst;
  const sentence = latest
    ? `${trail.ref} was changed ${counted(latestFirst.length, 'time', 'times')}, last by ${personName(directory, latest.by)} on ${whenOf(latest)}: ${latest.what}.`
    : `Nobody has changed ${trail.ref} here since it was imported.`;
  const view: TrailView = {
    source: `${shortName} · as at ${formatDayWithYear(today)}`,
    headline: `Who changed ${trail.ref}`,
    sentence,
    rows,
    extent: extentOf(latestFirst.length),
    suggestions: [trail.ref],
  };
  const plain = [
    sentence,
    ...rows.map(({ title, line }) => `${title}: ${line}.`),
    view.extent,
  ].join('\n');
  return {
    text: sentence,
    card: { name: 'audit-trail', view, plain },
    suggestions: view.suggestions,
  };
}

/** What the question names, with its history; a text where it names nothing that is in the records. */
async function trailOf(
  { args, filters }: Question,
  directory: Directory,
  ports: Ports,
): Promise<Trail | string> {
  const { id } = directory.partnership;
  if (args.actionRef) {
    const today = ports.calendar.today(directory.partnership.timeZone);
    const stored = await ports.actions.find(id, args.actionRef);
    if (!stored) return `No action has the reference ${args.actionRef}. It may be mistyped.`;
    const lines = stored.history.map(({ at, by, verb, changes }) => ({
      at,
      by,
      what: what(verb, changes, directory, today),
    }));
    return { ref: stored.action.ref, owner: stored.action.owner, lines };
  }
  const ref = filters.reviewRef === 'latest' ? directory.reviewRefs.at(-1) : filters.reviewRef;
  if (!ref)
    return 'Who changed which record? Say its reference, such as “who changed SA-019 and when”.';
  if (!(await ports.reviews.find(id, ref)))
    return `No rapid review has the reference ${ref}. It may be mistyped.`;
  const history = await ports.reviews.history(id, ref);
  const lines = history.map(({ at, by, did, agency }) => ({
    at,
    by,
    what: agency ? `${did}, ${agencyName(directory, agency)}` : did,
  }));
  return { ref, owner: {}, lines };
}

/** A verb with the fields that changed: `updated: status from in progress to blocked`. */
function what(
  verb: string,
  changes: Readonly<Record<string, { from?: string; to?: string }>>,
  directory: Directory,
  today: Day,
): string {
  const said = (field: string, value: string | undefined) => {
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
      ? `${field} ${said(field, to)}`
      : `${field} from ${said(field, from)} to ${said(field, to)}`;
  });
  return fields.length > 0 ? `${verb}: ${fields.join(', ')}` : verb;
}

function extentOf(count: number): string {
  const more = count > MAX_SHOWN ? `The latest ${MAX_SHOWN} of ${count} are shown. ` : '';
  return `${more}What was written (reasons, evidence, notes) is on the record itself. Who only read it is not recorded.`;
}

function mayNotRead({ ref, owner }: Trail, directory: Directory): Answer {
  const whom = [
    'an administrator',
    'the chair',
    'the scrutineer',
    ...(owner.agency ? [`the lead of ${agencyName(directory, owner.agency)}`] : []),
  ];
  const text = `Who changed ${ref} is shown to ${listed(whom, 'and')}. What became of it is on the record itself.`;
  return { text, suggestions: [ref], refused: 'access' };
}
