import type { Question, ShownList } from '../../contract/question.ts';
import { type Day, formatDayWithYear } from '../../domain/dates.ts';
import { agencyName, type Directory, groupName } from '../../domain/directory.ts';
import { findPriority } from '../../domain/find-priority.ts';
import type { Candidate, ReadContext, Reading } from '../reading.ts';
import type { Token } from '../text/tokenise.ts';
import { findPlaces, type Place, type Places } from './places.ts';

/** What a message says that points at rows of a list. */
export type Pointed =
  /** It opens them: “the second one”. */
  | { readonly reading: Reading }
  /** It asks something of the rows of one list or another, each with their names in it. */
  | { readonly asked: readonly AskedOfRows[] }
  /** There is no such row, unless the words mean something else. */
  | { readonly noRow: Reading };

/** “Who owns the second one” as “who owns SA-014”. */
export interface AskedOfRows {
  readonly text: string;
  readonly rows: readonly Question[];
}

/** A message that names places, after what was said before. */
interface Pointing {
  readonly words: readonly string[];
  readonly places: Places;
  readonly before: Question | undefined;
  /** The lists that may be meant, the newest first. */
  readonly lists: readonly ShownList[];
}

/**
 * Finds the rows of a list just shown that a message means by their places; `undefined` where it
 * means none.
 */
export function pointAtRows(
  tokens: readonly Token[],
  typed: string,
  previous: ReadContext['previous'],
  directory: Directory,
  canLimit = false,
): Pointed | undefined {
  const words = tokens.map(({ word }) => word);
  const places = findPlaces(words.join(' '));
  if (!places || isDay(words, places) || isOfAll(places)) return undefined;
  const { start, end, noun } = places;
  const others = [...words.slice(0, start), ...words.slice(end)];
  const isBare = others.every((word) => SHOWS.test(word) || LIGHT.test(word));
  if (!isBare && !isSaidOfRow(words, places)) return undefined;
  const lists = (previous?.lists ?? []).filter(({ rows }) => !noun || fitsNoun(rows, noun));
  const pointing = { words, places, before: previous?.question, lists };
  const [chosen] = pick({ rows: previous?.choices ?? [], left: 0 }, pointing);
  const found = chosen ? [chosen] : lists.flatMap((list) => pick(list, pointing));
  const left = chosen || Number(places.places.at(-1)) > 0 ? 0 : (lists[0]?.left ?? 0);
  if (found.length === 0) return isBare ? describeNoRow(pointing) : undefined;
  const shorter = canLimit && isBare && !chosen ? limitList(pointing) : undefined;
  if (shorter) return { reading: { kind: 'question', ...toCandidate(shorter, pointing) } };
  if (isBare) return { reading: open(found, pointing, left) };
  const asked = found.flatMap((rows) => {
    const names = rows.flatMap((row) => nameOf(row, directory) ?? []);
    const text = replaceWords(typed, tokens.slice(start, end), names.join(' and '));
    return names.length === rows.length ? [{ text, rows }] : [];
  });
  return asked.length > 0 ? { asked } : undefined;
}

/** What is asked of one row is asked of its very record: of the meeting on that day. */
export function withRow(reading: Reading, [row, ...others]: readonly Question[]): Reading {
  if (reading.kind !== 'question' || !row || others.length > 0) return reading;
  const { unused: _, ...candidate } = reading;
  const { intent, filters, args } = reading.question;
  return intent === row.intent
    ? {
        ...candidate,
        question: {
          intent,
          filters: { ...filters, ...row.filters },
          args: { ...args, ...row.args },
        },
      }
    : reading;
}

/** Words that ask to see something … */
const SHOWS =
  /^(show|open|view|see|tell|give|bring|pull|expand|explain|read|describe|details?|info|information|more|click|press|select|pick|choose|display|look)$/;
/** … and those beside them that ask nothing. */
const LIGHT =
  /^(and|also|so|ok|okay|right|now|then|please|hmm|um|er|erm|yes|yeah|yep|no|sorry|i|mean|meant|what|about|how|of|on|at|into|up|out|can|could|may|would|will|you|we|let|me|us|is|was|are|were|it|that|this|the|a|bit|do|want|need|like|to|know|have|get|go|take|just|only|again|same|for|thanks|in|full|instead|[?,:;–-])$/;

/** “By the second”, “on the 3rd”: a day of the month. */
function isDay(words: readonly string[], { start, isExplicit, way }: Places): boolean {
  const isDated = /^(on|by|until|till|before|after|from|since|between|to)$/.test(
    words[start - 1] ?? '',
  );
  const isMore = /^(more|details?|info|information|go)$/.test(words[start - 2] ?? '');
  return way === 'ordinal' && !isExplicit && isDated && !isMore;
}

/** “The last action”, “the top three risks”: of all there are. */
const isOfAll = ({ noun, way, places }: Places): boolean =>
  noun !== undefined && (way !== 'ordinal' || places.some((place) => Number(place) < 0));

/** Where more is asked: “the second one”, or “the second” with nothing behind it that it counts. */
function isSaidOfRow(words: readonly string[], { start, end, places, ...found }: Places): boolean {
  if (found.isExplicit) return true;
  const isPlace = places.every((place) => Number(place) > 0) && words[start] === 'the';
  const isChanged = CHANGED.test(words[end] ?? '') && !BEFORE_FIRST.test(words[start - 1] ?? 'is');
  return found.way !== 'beside' && isPlace && (isChanged || BEHIND_ROW.test(words[end] ?? '?'));
}

const BEHIND_ROW =
  /^([?,;]|please|due|overdue|late|done|finished|complete|blocked|is|was|has|again|back|now)$/;
/** “Move the fourth to april”, “mark the first two as done”; not “who was the first to answer”. */
const CHANGED = /^(to|by|as|until|till|over|with|from|for|off)$/;
const BEFORE_FIRST = /^(is|was|were|are|be|who|in|at|of|since|from)$/;

const NOUNS: Readonly<Record<string, RegExp>> = {
  actionRef: /^(action|task)$/,
  risk: /^risk$/,
  decision: /^decision$/,
  reviewRef: /^review$/,
  priority: /^(priority|theme)$/,
  group: /^group$/,
  agency: /^(agency|partner)$/,
};

/** “The second risk” is no row of a list of actions. */
const fitsNoun = (rows: ShownList['rows'], noun: string): boolean =>
  rows.some((row) =>
    Object.keys({ ...row?.filters, ...row?.args }).some((name) => NOUNS[name]?.test(noun)),
  );

/** The rows of a list at the places that are named; none unless all are there and can be opened. */
function pick({ rows }: ShownList, { places, before }: Pointing): Question[][] {
  const opened = rows.findIndex((row) => before && row && isAboutRow(before, row));
  const indexOf = (place: Place): number => {
    if (typeof place === 'number') return place > 0 ? place - 1 : rows.length + place;
    return opened < 0 ? -1 : opened + (place === 'next' ? 1 : -1);
  };
  const picked = places.places.flatMap((place) => rows[indexOf(place)] ?? []);
  if (picked.length < places.places.length) return [];
  const [first, last] = [rows.at(0), rows.at(-1)];
  if (places.places.join() === '-1' && first && last) {
    // Behind a single row, “the last one” is rather the one before it; of days from the latest
    // back, it may be either end.
    if (rows.length === 1) return [];
    if (String(first.args.on ?? '') > String(last.args.on ?? '')) return [[first], picked];
  }
  // “Number 3” may be SA-003 of the same list.
  const named = rows.find((row) => row && places.way === 'number' && hasNumber(row, places.places));
  return named && !picked.includes(named) ? [picked, [named]] : [picked];
}

const hasNumber = ({ args }: Question, [place]: readonly Place[]): boolean =>
  Number(/\d+$/.exec(args.actionRef ?? String(args.risk ?? ''))?.[0]) === place;

/** What says which record a question is about. */
const RECORDS = /^(actionRef|risk|decision|on|reviewRef|priority|group|agency)$/;

/** Whether a question is about the record that a row opens, whatever it asks of it. */
export function isAboutRow({ filters, args }: Question, row: Question): boolean {
  const asked: Readonly<Record<string, unknown>> = { ...filters, ...args };
  const names = Object.entries({ ...row.filters, ...row.args }).filter(([name]) =>
    RECORDS.test(name),
  );
  return names.length > 0 && names.every(([name, value]) => asked[name] === value);
}

/** “The top three” of a list just asked for: the same list, and no more of it. */
function limitList({ places, before, lists }: Pointing): Question | undefined {
  const isOfRow = lists.some(({ rows }) =>
    rows.some((row) => before && row && isAboutRow(before, row)),
  );
  const isFirstFew = places.way === 'range' && places.places[0] === 1;
  return before && isFirstFew && !isOfRow
    ? { ...before, args: { ...before.args, limit: places.places.length } }
    : undefined;
}

/** Opens the rows of one list, or asks which row of several was meant. */
function open(found: readonly (readonly Question[])[], pointing: Pointing, left: number): Reading {
  const rows = found.flat();
  const readings = rows.map((row, at) => ({
    ...toCandidate(row, pointing),
    ...(left > 0 && at === rows.length - 1 && { left }),
  }));
  const [first] = readings;
  if (found.length > 1) return { kind: 'choice', readings };
  return first && readings.length === 1
    ? { kind: 'question', ...first }
    : { kind: 'several', questions: readings };
}

function toCandidate(question: Question, { words, places }: Pointing): Candidate {
  const said = words.slice(places.start, places.end).join(' ');
  return {
    question,
    confidence: 1,
    parts: [{ words: said, field: 'row', value: question.intent }],
  };
}

/** The name by which a message can speak of the record of a row. */
function nameOf({ filters, args }: Question, directory: Directory): string | undefined {
  const { priority, group, agency, year = '' } = filters;
  if (args.actionRef ?? args.risk) return String(args.actionRef ?? args.risk);
  if (filters.reviewRef) return filters.reviewRef;
  if (priority) return `${findPriority(directory, priority, year)?.title ?? priority} ${year}`;
  if (group && typeof args.on === 'string')
    return `${groupName(directory, group)} meeting on ${formatDayWithYear(args.on as Day)}`;
  return agency ? agencyName(directory, agency) : group && groupName(directory, group);
}

function replaceWords(typed: string, tokens: readonly Token[], name: string): string {
  const words = tokens.map((token) => RegExp.escape(token.typed)).join(String.raw`[^\p{L}\p{N}]+`);
  return typed.replace(new RegExp(words, 'iu'), () => name);
}

/** That nothing is listed, or nothing there. A number may be a reference, whatever was listed. */
function describeNoRow({ words, places, lists }: Pointing): Pointed | undefined {
  const { way, isExplicit, start, end, noun } = places;
  const [{ rows = [], left = 0 } = {}] = lists;
  const [place] = places.places;
  const isBeyond = typeof place === 'number' && place > rows.length;
  if (way === 'number' && !(isBeyond && place <= rows.length + left)) return undefined;
  if (rows.length === 0 && (noun || way === 'beside')) return undefined;
  // “The last one” behind a single row, or none, may be the one before it.
  if (rows.length === 1 && place === -1) return undefined;
  const isAll = end - start === words.length && place !== -1;
  const isPlace = isAll || isExplicit || way === 'range' || words[start] === 'the';
  return isPlace ? { noRow: { kind: 'no-row', shown: rows.length, left, isBeyond } } : undefined;
}
