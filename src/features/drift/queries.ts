import type {
  Finding,
  FindingContext,
  FindingKind,
  FindingSource,
} from '../../contract/finding.ts';
import { isPermitted, isPermittedOn } from '../../domain/access.ts';
import type { Day } from '../../domain/dates.ts';
import type { Directory } from '../../domain/directory.ts';
import {
  type FindingResponse,
  findingKey,
  latestResponses,
  stillAnswers,
} from '../../domain/finding-response.ts';
import type { Person } from '../../domain/partnership.ts';
import { findingResponseStore } from './store.ts';

/** A finding with the rule that it comes from. */
export interface KnownFinding extends Finding {
  readonly rule: string;
  readonly kind: FindingKind;
  readonly why: string;
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
  const responses = context.store(findingResponseStore).list();
  const found = await Promise.all(
    sources.map(async ({ rule, kind, why, countsDays = false, find }) => {
      const { findings, unmeasured = [] } = await find(context);
      const said = latestResponses(await responses);
      const known = findings.map((each): KnownFinding => {
        const response = said.get(findingKey({ rule, subject: each.subject }));
        const stands =
          response && stillAnswers(response, each, { today: context.today, countsDays });
        return { ...each, rule, kind, why, ...(stands && { response }) };
      });
      return { rule, known, unmeasured };
    }),
  );
  const all = found.flatMap(({ known }) => known).sort(worstFirst);
  return {
    findings: all.filter(({ response }) => !response),
    answered: all.filter(({ response }) => response),
    unmeasured: found
      .filter(({ unmeasured }) => unmeasured.length > 0)
      .map(({ rule, unmeasured }) => ({ rule, subjects: unmeasured })),
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
export const seenFindings = (
  findings: readonly KnownFinding[],
  person: Person,
): readonly KnownFinding[] => findings.filter(({ group }) => maySee(person, group));

/**
 * Those of what drifts now that did not drift on a day gone by, or less: by the same rules, from the
 * records as they are, so that nothing has to be kept of what was said then.
 */
export async function findingsSince(
  context: FindingContext,
  sources: readonly FindingSource[],
  now: readonly KnownFinding[],
  day: Day,
): Promise<readonly KnownFinding[]> {
  const { findings, answered } = await collectFindings({ ...context, today: day }, sources);
  const before = new Map([...findings, ...answered].map((each) => [findingKey(each), each]));
  return now.filter((each) => {
    const then = before.get(findingKey(each));
    return !then || (each.level === 'alert' && then.level === 'warn');
  });
}

/** Whether somebody is told what drifts: of everything, or of a group that they chair. */
export const looksAfterDrift = (person: Person, { groups }: Directory): boolean =>
  isPermitted(person, 'drift.read') ||
  groups.some(({ id }) => isPermittedOn(person, 'drift.read', { group: id }));

const maySee = (person: Person, group: string | undefined): boolean =>
  isPermitted(person, 'drift.read') ||
  (group !== undefined && isPermittedOn(person, 'drift.read', { group }));

/** Alerts before warnings, then what has been so longest; what has no day comes last. */
const worstFirst = (a: KnownFinding, b: KnownFinding): number =>
  a.level.localeCompare(b.level) ||
  (a.since ?? '9999').localeCompare(b.since ?? '9999') ||
  a.sentence.localeCompare(b.sentence, 'en');
