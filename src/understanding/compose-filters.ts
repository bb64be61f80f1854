import type { IntentGrammar } from '../contract/intent-grammar.ts';
import type { Args, Filters } from '../contract/question.ts';
import type { Day } from '../domain/dates.ts';
import type { Directory } from '../domain/directory.ts';
import type { BankHolidays } from '../domain/working-days.ts';
import type { DueWords } from './calendar-ranges.ts';
import type { DateInText } from './dates-in-text.ts';
import { completedWordsIn, dueWordsIn } from './due-words.ts';
import {
  contains,
  type Heard,
  length,
  type Mention,
  overlaps,
  overlapsAny,
  type Part,
  type Span,
  wordsIn,
} from './heard.ts';
import { forMeeting, meetingOf } from './meeting-words.ts';
import type { Reason } from './reader.ts';
import type { EntityKind } from './vocabulary.ts';

/** What is needed to turn what was heard into the parts of a question. */
export interface Scene {
  readonly heard: Heard;
  readonly dates: readonly DateInText[];
  readonly directory: Directory;
  readonly board: string | undefined;
  readonly today: Day;
  readonly bankHolidays: BankHolidays;
  /** Words that are an action's title, and so name nothing else. */
  readonly title: readonly Span[];
}

/** The filters that a message asks for, of those that the intent takes, each with the words that gave it; and when it was completed. */
export function composeFilters(
  scene: Scene,
  spoken: IntentGrammar,
): { filters: Filters; because: Reason[]; args: Args } {
  const takes = new Set(spoken.filters ?? []);
  const filters: Record<string, string> = {};
  const because: Reason[] = [];
  const give = (filter: keyof Filters, value: string | undefined, span?: Span) => {
    if (!value || !takes.has(filter) || filters[filter]) return;
    filters[filter] = value;
    because.push({
      words: span ? wordsIn(scene.heard, span) : '',
      gave: `filters.${filter}`,
      value,
    });
  };
  const due = takes.has('dueRange')
    ? dueWordsIn(scene.heard, scene.dates, scene.today, scene.directory.partnership.yearStart)
    : undefined;
  const status = statusOf(scene, due, takes.has('reviewRef') && !takes.has('dueRange'));
  const isClosed = takes.has('dueRange') && status?.value === 'complete';
  const completed = isClosed ? completedWordsIn(scene.heard, due, scene.today) : undefined;
  if (!completed) give('dueRange', due?.range, due);
  const source = takes.has('source') ? sourceOf(scene) : undefined;
  const entities = entitiesFor(scene, takes, [
    ...(due ? [due] : []),
    ...(source ? [source] : []),
    ...scene.title,
  ]);
  for (const { kind, id, span } of meantFor(spoken, entities, scene))
    if (kind !== 'person') give(kind, id, span);
  const review = scene.heard.reviewRefs[0];
  give('reviewRef', review?.ref ?? newestReview(scene), review);
  if (!filters.reviewRef) give('source', source?.value, source);
  give('status', status?.value, status);
  const { heard, dates } = scene;
  const meeting =
    meetingOf(heard, dates) ?? (spoken.defaults?.meeting ? undefined : forMeeting(heard));
  give('meeting', meeting?.value, meeting);
  const year = scene.heard.years[0];
  give('year', year?.year, year);
  return { filters, because, args: completed ? { completedRange: completed.range } : {} };
}

/** A default of `board` is the partnership's own board. */
export function withDefaults(
  filters: Filters,
  defaults: Filters,
  board: string | undefined,
): Filters {
  const meant = defaults.group === 'board' ? { ...defaults, group: board } : defaults;
  return Object.fromEntries(
    Object.entries({ ...meant, ...filters }).filter(([, value]) => value !== undefined),
  );
}

/** What was named, in the order in which it is to be taken: whose action it is, whose agenda, else as it was said. */
function meantFor(
  { slots }: IntentGrammar,
  entities: readonly Entity[],
  scene: Scene,
): readonly Entity[] {
  const sure = entities.filter(({ faint }) => !faint);
  if (slots?.includes('new-action')) return ownerOf(sure, scene);
  if (!slots?.includes('agenda-item')) return entities;
  const ofAgenda = ({ span }: Entity) =>
    scene.heard.tokens[span.end]?.word === 'agenda' || isBeside(span, scene, 'agenda');
  return [...entities].sort((a, b) => Number(ofAgenda(b)) - Number(ofAgenda(a)));
}

/** “agenda for the board” */
function isBeside({ start }: Span, { heard }: Scene, noun: string): boolean {
  return heard.tokens.slice(Math.max(0, start - 4), start).some(({ word }) => word === noun);
}

type Entity = { kind: EntityKind; id: string; span: Span; faint?: boolean };

function entitiesFor(
  scene: Scene,
  takes: ReadonlySet<keyof Filters>,
  apart: readonly Span[],
): Entity[] {
  const { mentions, faint } = scene.heard;
  const named = mentions.filter((mention) => !overlapsAny(mention, apart));
  const clear = named.flatMap((mention) => entityOf(mention, scene, takes) ?? []);
  const wantsGroup = takes.has('group') && !clear.some(({ kind }) => kind === 'group');
  const guesses = wantsGroup
    ? faint
        .filter((mention) => !overlapsAny(mention, [...apart, ...spokenOf(scene.heard)]))
        .filter((mention) => !takes.has('priority') || isPlace(mention, scene.heard))
        .flatMap((mention) => entityOf(mention, scene, takes) ?? [])
    : [];
  return [
    ...clear,
    ...guesses.filter(({ kind }) => kind === 'group').map((guess) => ({ ...guess, faint: true })),
  ];
}

/** “late in contextual”: where both groups and priorities could be meant, a faint name is a group only where a group can stand, last. */
function isPlace({ start, end }: Mention, { tokens }: Heard): boolean {
  return /^(in|at|with|from)$/.test(tokens[start - 1]?.word ?? '') && tokens[end] === undefined;
}

/** A new action has one owner: “for the trust”, “scvo to …”, else whoever is named first; other names belong to its title. */
function ownerOf(entities: readonly Entity[], { heard }: Scene): Entity[] {
  const beside = ({ span }: Entity) =>
    heard.tokens[span.end]?.word === 'to' ||
    heard.tokens.slice(Math.max(0, span.start - 2), span.start).some(({ word }) => word === 'for');
  const inOrder = [...entities].sort((a, b) => a.span.start - b.span.start);
  const owner = inOrder.find(beside) ?? inOrder[0];
  return owner ? [owner] : [];
}

/** Words that ask something here and so name no group. */
function spokenOf({ concepts }: Heard): Span[] {
  return concepts.filter(({ name }) =>
    /^(absent|attend|review|rapid|lcspr|risk|decided|vote|register|apology)$/.test(name),
  );
}

/** The record that a mention means for an intent that takes only some kinds: a theme's name stands for its lead group, and back. */
function entityOf(
  mention: Mention,
  { directory, heard }: Scene,
  takes: ReadonlySet<keyof Filters>,
): Entity | undefined {
  const as = (kind: EntityKind) => mention.meanings.find((meaning) => meaning.kind === kind);
  const first = mention.meanings[0];
  if (first.kind === 'person') return { ...first, span: mention };
  if (takes.has(first.kind)) return { ...first, span: mention };
  const other = (['group', 'agency', 'priority'] as const).find(
    (kind) => takes.has(kind) && (as(kind)?.strength ?? 0) > (first.kind === 'agency' ? 3 : 1),
  );
  if (other) return { kind: other, id: as(other)?.id ?? '', span: mention };
  if (first.kind === 'priority' && takes.has('group')) {
    const faint = heard.faint.find((guess) => overlaps(guess, mention))?.meanings[0].id;
    const lead = directory.priorities.find(
      ({ id, leadGroup }) => id === first.id && leadGroup,
    )?.leadGroup;
    return faint || lead ? { kind: 'group', id: faint ?? lead ?? '', span: mention } : undefined;
  }
  if (first.kind === 'group' && takes.has('priority')) {
    const led = directory.priorities
      .filter(({ leadGroup }) => leadGroup === first.id)
      .sort((a, b) => b.year.localeCompare(a.year))[0];
    return led ? { kind: 'priority', id: led.id, span: mention } : undefined;
  }
  return undefined;
}

const FROM = /^(from|out|by|of|at|after|following|came|raised|in|under)$/;
const PLAIN_SOURCES = new Set([
  'inspection',
  'annual report',
  'business plan',
  'national panel',
  'scrutineer',
  'council report',
  'linked boards',
]);

/** Where the actions came from. A word that can also name a group or a review is a source only after “from”, “out of”, “raised by”. */
function sourceOf({ heard }: Scene): (Part & { value: string }) | undefined {
  const parts = heard.parts
    .filter(({ filter }) => filter === 'source')
    .sort((a, b) => b.end - b.start - (a.end - a.start));
  return parts.find((part) => {
    // “Education Scrutiny Board”
    if (
      heard.mentions.some(
        (mention) => contains(mention, part) && length(mention) > length(part) + 2,
      )
    )
      return false;
    const before = [1, 2, 3].map((back) => heard.tokens[part.start - back]?.word ?? '');
    const from = before.some((word) => FROM.test(word));
    const owner =
      /^(for|with|on)$/.test(before[0] ?? '') ||
      (before[0] === 'the' && /^(for|with|on)$/.test(before[1] ?? ''));
    const named = heard.mentions.some((mention) => contains(mention, part));
    const owns = /^(own|owns|has|have|got|do|does|need|needs|still|owe|owes)$/.test(
      heard.tokens[part.end]?.word ?? '',
    );
    const divides =
      /^(by|per|each|every|across)$/.test(before[0] ?? '') &&
      !/^(raised|set|agreed|made|asked)$/.test(before[1] ?? '');
    if (divides && /^(sub-group|board)$/.test(part.value)) return false;
    if (PLAIN_SOURCES.has(part.value)) return !(named && (owner || owns));
    if (
      /^(actions?|recommendations?|ones|findings|tasks|work)$/.test(
        heard.tokens[part.end]?.word ?? '',
      ) &&
      !named &&
      part.value !== 'review'
    )
      return true;
    return from && !named
      ? before.some((word) => /^(from|out|by|after|following|came|raised)$/.test(word))
      : false;
  });
}

const NEWEST =
  /\b(new|newest|latest|most recent|current|live|this) (one|rapid review|rr|review|case|incident|rapid|notification)\b|\bthe (latest|newest)\b/;

function newestReview({ heard }: Scene): string | undefined {
  return NEWEST.test(heard.tokens.map(({ word }) => word).join(' ')) ? 'latest' : undefined;
}

function statusOf(
  { heard, title }: Scene,
  due: DueWords | undefined,
  ofReviews: boolean,
): (Span & { value: string }) | undefined {
  if (ofReviews) {
    const outcome = ['no-lcspr', 'lcspr'].flatMap((name) =>
      heard.concepts.filter((concept) => concept.name === name),
    );
    const found = outcome[0];
    if (found) return { ...found, value: found.name === 'lcspr' ? 'LCSPR' : 'no LCSPR' };
    const open =
      heard.concepts.find(({ name }) => name === 'undecided') ??
      heard.parts.find(({ value }) => value === 'open');
    return open ? { ...open, value: 'open' } : undefined;
  }
  const apart = [...(due ? [due] : []), ...title];
  const found = heard.parts.filter(
    (part) =>
      part.filter === 'status' &&
      !overlapsAny(part, apart) &&
      !isOwed(part, heard) &&
      !(due && isStillToDo(part, heard)),
  );
  return found.find(({ value }) => value !== 'open') && !found.some(({ value }) => value === 'open')
    ? found[0]
    : (found.find(({ value }) => value !== 'complete') ?? found[0]);
}

/** “should have finished”, “meant to have done”: what ought to be done is not done. */
function isOwed({ start, value }: Part, { tokens }: Heard): boolean {
  const before = tokens.slice(Math.max(0, start - 6), start).map(({ word }) => word);
  return (
    value === 'complete' &&
    before.some((word) => /^(should|meant|supposed|ought|must|need|needs|will|to)$/.test(word)) &&
    !before.includes('which')
  );
}

/** “to be done by 1 april” says when, not how far. */
const isStillToDo = (part: Part, heard: Heard): boolean =>
  /^(to be|need|needs|still to be)/.test(wordsIn(heard, part));
