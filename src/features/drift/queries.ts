import type {
  Finding,
  FindingContext,
  FindingKind,
  FindingSource,
} from '../../contract/finding.ts';
import { isPermitted, isPermittedOn } from '../../domain/access.ts';
import type { BankHolidays } from '../../domain/bank-holidays.ts';
import { addDays, type Day } from '../../domain/dates.ts';
import type { Directory } from '../../domain/directory.ts';
import { compareToSnapshot, type DriftChange } from '../../domain/drift-snapshot.ts';
import {
  type FindingResponse,
  findingKey,
  latestResponses,
  stillAnswers,
} from '../../domain/finding-response.ts';
import { weeklyDay } from '../../domain/notices/steps.ts';
import type { Person } from '../../domain/partnership.ts';
import { shareReads } from './share-reads.ts';
import { driftSnapshotStore, findingResponseStore } from './store.ts';

/** A finding with the rule that it comes from. */
export interface KnownFinding extends Finding {
  readonly rule: string;
  readonly kind: FindingKind;
  readonly why: string;
  readonly countsDays?: true | undefined;
  /** What was said to it, while that stands: it is not shown among what drifts. */
  readonly response?: FindingResponse;
}

export interface Findings {
  /** The worst first; those to which something was said stand in `answered`. */
  readonly findings: readonly KnownFinding[];
  readonly answered: readonly KnownFinding[];
  /** How many of each rule could not be reckoned, for a day or an interval that is not recorded. */
  readonly unmeasured: readonly { readonly rule: string; readonly subjects: readonly string[] }[];
}

/** Everything that drifts, whoever looks after it. */
export async function collectFindings(
  context: FindingContext,
  sources: readonly FindingSource[],
): Promise<Findings> {
  const shared = shareReads(context);
  const [responses, found] = await Promise.all([
    context.store(findingResponseStore).list(),
    Promise.all(sources.map(async (source) => ({ source, ...(await source.find(shared)) }))),
  ]);
  const said = latestResponses(responses);
  const { today } = context;
  const all = found
    .flatMap(({ source: { rule, kind, why, countsDays }, findings }) =>
      findings.map((each): KnownFinding => {
        const response = said.get(findingKey({ rule, subject: each.subject }));
        const stands =
          response && stillAnswers(response, each, { today, countsDays: countsDays ?? false });
        return { ...each, rule, kind, why, countsDays, ...(stands && { response }) };
      }),
    )
    .sort(worstFirst);
  return {
    findings: all.filter(({ response }) => !response),
    answered: all.filter(({ response }) => response),
    unmeasured: found.flatMap(({ source: { rule }, unmeasured: subjects = [] }) =>
      subjects.length > 0 ? [{ rule, subjects }] : [],
    ),
  };
}

/** One finding as it stands now; `undefined` when nothing drifts there any more. */
export async function findFinding(
  context: FindingContext,
  sources: readonly FindingSource[],
  { rule, subject }: Pick<KnownFinding, 'rule' | 'subject'>,
): Promise<KnownFinding | undefined> {
  const own = sources.filter((each) => each.rule === rule);
  const { findings, answered } = await collectFindings(context, own);
  return [...findings, ...answered].find((each) => each.subject === subject);
}

/** What this person looks after: of groups that they chair alone, where they chair no more. */
export const seenFindings = <Of extends { readonly group?: string | undefined }>(
  findings: readonly Of[],
  person: Person,
): readonly Of[] => findings.filter(({ group }) => maySeeDrift(person, group));

/** What has changed of what drifts since a day gone by. */
export interface DriftSince extends DriftChange<KnownFinding> {
  readonly on: Day;
  /** What drifted then was kept; else it is reckoned from the records as they are now. */
  readonly isKept: boolean;
}

/**
 * What is new, worse and gone since a day: by what was kept of that day. Where nothing was, the same
 * rules are asked as at that day, from the records as they are, and what is gone is not known.
 */
export async function findingsSince(
  context: FindingContext,
  sources: readonly FindingSource[],
  { findings, answered }: Pick<Findings, 'findings' | 'answered'>,
  on: Day,
): Promise<DriftSince> {
  const kept = await context.store(driftSnapshotStore).list(on);
  if (kept.length > 0) {
    const then = kept.flatMap(({ lines }) => lines);
    return { on, isKept: true, ...compareToSnapshot(then, findings, answered) };
  }
  const past = await collectFindings({ ...context, today: on }, sources);
  const then = [...past.findings, ...past.answered];
  return { on, isKept: false, ...compareToSnapshot(then, findings, answered), gone: [] };
}

/**
 * The day of the last weekly letter before a day: the first working day of its week, or of the one
 * before.
 * @example lastLetterDay(day('2021-03-15'), england) // '2021-03-08', for the 15th is a Monday itself
 */
export function lastLetterDay(today: Day, bankHolidays: BankHolidays): Day {
  const ofThisWeek = weeklyDay(today, bankHolidays);
  return ofThisWeek < today ? ofThisWeek : weeklyDay(addDays(today, -DAYS_A_WEEK), bankHolidays);
}

const DAYS_A_WEEK = 7;

/** Whether somebody is told what drifts: of everything, or of a group that they chair. */
export const looksAfterDrift = (person: Person, { groups }: Directory): boolean =>
  isPermitted(person, 'drift.read') ||
  groups.some(({ id }) => isPermittedOn(person, 'drift.read', { group: id }));

/** Whether somebody is told what drifts in a group, or without one in all of them. */
export const maySeeDrift = (person: Person, group: string | undefined): boolean =>
  isPermitted(person, 'drift.read') ||
  (group !== undefined && isPermittedOn(person, 'drift.read', { group }));

/** Alerts before warnings, then what has been so longest; what has no day comes last. */
const worstFirst = (a: KnownFinding, b: KnownFinding): number =>
  a.level.localeCompare(b.level) ||
  (a.since ?? '9999').localeCompare(b.since ?? '9999') ||
  a.sentence.localeCompare(b.sentence, 'en');
