import type {
  Finding,
  FindingContext,
  FindingKind,
  FindingSource,
} from '../../contract/finding.ts';
import { isPermitted, isPermittedOn } from '../../domain/access.ts';
import type { Day } from '../../domain/dates.ts';
import type { Person } from '../../domain/partnership.ts';

/** A finding with the rule that it comes from. */
export interface KnownFinding extends Finding {
  readonly rule: string;
  readonly kind: FindingKind;
  readonly why: string;
}

export interface Findings {
  /** The worst first. */
  readonly findings: readonly KnownFinding[];
  /** How many of each rule could not be reckoned, for a day or an interval that is not recorded. */
  readonly unmeasured: readonly { readonly rule: string; readonly subjects: readonly string[] }[];
}

/** Everything that drifts, whoever looks after it. */
export async function collectFindings(
  context: FindingContext,
  sources: readonly FindingSource[],
): Promise<Findings> {
  const found = await Promise.all(
    sources.map(async ({ rule, kind, why, find }) => {
      const { findings, unmeasured = [] } = await find(context);
      const known = findings.map((each): KnownFinding => ({ ...each, rule, kind, why }));
      return { rule, known, unmeasured };
    }),
  );
  return {
    findings: found.flatMap(({ known }) => known).sort(worstFirst),
    unmeasured: found
      .filter(({ unmeasured }) => unmeasured.length > 0)
      .map(({ rule, unmeasured }) => ({ rule, subjects: unmeasured })),
  };
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
  const { findings } = await collectFindings({ ...context, today: day }, sources);
  const keyOf = ({ rule, subject }: KnownFinding) => `${rule} ${subject}`;
  const before = new Map(findings.map((each) => [keyOf(each), each]));
  return now.filter((each) => {
    const then = before.get(keyOf(each));
    return !then || (each.level === 'alert' && then.level === 'warn');
  });
}

const maySee = (person: Person, group: string | undefined): boolean =>
  isPermitted(person, 'drift.read') ||
  (group !== undefined && isPermittedOn(person, 'drift.read', { group }));

/** Alerts before warnings, then what has been so longest; what has no day comes last. */
const worstFirst = (a: KnownFinding, b: KnownFinding): number =>
  a.level.localeCompare(b.level) ||
  (a.since ?? '9999').localeCompare(b.since ?? '9999') ||
  a.sentence.localeCompare(b.sentence, 'en');
