import type { Actor } from './actor.ts';
import { acceptChange, type Change } from './change-event.ts';
import { addDays, type Day } from './dates.ts';
import type { Directory } from './directory.ts';
import { findBoard } from './find-board.ts';
import { omitUndefined } from './optional.ts';
import { type Outcome, refuse } from './outcome.ts';
import type { Person } from './partnership.ts';

/** How bad it was when something was said to it: what tells whether it has got worse since. */
export interface FindingMeasure {
  readonly level: 'alert' | 'warn';
  readonly figure: number;
  readonly since?: Day;
  readonly rows: readonly string[];
}

export const RESPONSE_STATES = ['looked into', 'accepted'] as const;
export type ResponseState = (typeof RESPONSE_STATES)[number];

/** What the chair or the scrutineer said to a finding of drift; the latest to each finding stands. */
export interface FindingResponse extends FindingMeasure {
  readonly id: string;
  readonly rule: string;
  readonly subject: string;
  readonly state: ResponseState;
  /** What was found, or why it is accepted. */
  readonly words: string;
  /** The last day on which it is not shown among what drifts, unless it gets worse before. */
  readonly until: Day;
  /** Person id. */
  readonly by: string;
  readonly on: Day;
}

/** So long what was looked into is not shown; nothing is accepted for longer than a year. Our proposals. */
export const LOOKED_INTO_DAYS = 90;
export const MAX_ACCEPTED_DAYS = 365;

/** So many references are kept with a response; of more rows the figure alone tells whether it got worse. */
const MAX_KEPT_ROWS = 200;

export type ResponseRefusal = 'words-missing' | 'until-missing' | 'until-passed' | 'until-too-far';

/** Records what is said to a finding, with how bad it is today. */
export function respondToFinding(
  said: Pick<FindingResponse, 'id' | 'rule' | 'subject' | 'state' | 'words'> & {
    readonly until?: Day | undefined;
  },
  measure: FindingMeasure,
  actor: Actor,
): Outcome<Change<FindingResponse>, ResponseRefusal> {
  const { today, by } = actor;
  const words = said.words.trim();
  const until = said.state === 'accepted' ? said.until : addDays(today, LOOKED_INTO_DAYS);
  if (!words) return refuse('words-missing');
  if (!until) return refuse('until-missing');
  if (until < today) return refuse('until-passed');
  if (until > addDays(today, MAX_ACCEPTED_DAYS)) return refuse('until-too-far');
  const { level, figure, since } = measure;
  const rows = measure.rows.length <= MAX_KEPT_ROWS ? measure.rows : [];
  const kept = omitUndefined({ level, figure, since });
  return acceptChange(
    { ...said, ...kept, rows, words, until, by, on: today },
    { type: 'added' },
    actor,
  );
}

/**
 * Whether a response still answers a finding: its last day has not gone by, and it is no worse than
 * it was. Worse is a higher level, a row that was not there, and a higher figure; of a figure that
 * counts days, which rise by themselves, another beginning.
 * @example stillAnswers({ ...said, figure: 3, until: day('2021-04-30') }, { ...now, figure: 4 }, …) // false
 */
export function stillAnswers(
  response: FindingResponse,
  now: FindingMeasure,
  { today, countsDays }: { readonly today: Day; readonly countsDays: boolean },
): boolean {
  if (response.until < today) return false;
  if (now.level === 'alert' && response.level === 'warn') return false;
  const hasNewRow =
    response.rows.length > 0 && now.rows.some((row) => !response.rows.includes(row));
  if (hasNewRow) return false;
  return countsDays ? now.since === response.since : now.figure <= response.figure;
}

/** The response that stands to each finding: the latest. */
export function latestResponses(
  all: readonly FindingResponse[],
): ReadonlyMap<string, FindingResponse> {
  const inOrder = [...all].sort((a, b) => a.on.localeCompare(b.on) || REFS.compare(a.id, b.id));
  return new Map(inOrder.map((each) => [findingKey(each), each]));
}

const REFS = new Intl.Collator('en', { numeric: true });

/** The same for one thing that drifts by one rule, whenever it is asked. */
export const findingKey = ({
  rule,
  subject,
}: {
  readonly rule: string;
  readonly subject: string;
}): string => `${rule} ${subject}`;

/**
 * Why somebody says nothing to a finding: they chair the group that it is about, or their agency is
 * one of those that it is about. Nobody signs off their own drift.
 */
export function ownFinding(
  person: Person,
  { group, agencies = [] }: { readonly group?: string; readonly agencies?: readonly string[] },
  directory: Directory,
): 'group' | 'agency' | undefined {
  const chairsIt =
    group !== undefined &&
    (person.roles.includes(`chair:${group}`) ||
      (person.roles.includes('chair') && findBoard(directory)?.id === group));
  if (chairsIt) return 'group';
  return person.agency !== undefined && agencies.includes(person.agency) ? 'agency' : undefined;
}
