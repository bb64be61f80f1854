import type { Actor } from './actor.ts';
import { acceptChange, type PossibleChange } from './change-event.ts';
import { type Day, formatDayWithYear } from './dates.ts';
import type { NamedLcspr } from './named-lcspr.ts';
import { omitUndefined } from './optional.ts';
import { accept, type Outcome, refuse } from './outcome.ts';
import type { ReviewEvent } from './rapid-review-commands.ts';
import type { ReviewTableRow } from './review-table.ts';

/**
 * A local child safeguarding practice review (LCSPR). It may cover several cases, and a case may be
 * covered by several.
 */
export interface Lcspr extends NamedLcspr {
  readonly startedOn?: Day;
  /** Delays of publication, each with a reason (criminal proceedings, the family). */
  readonly delays: readonly {
    readonly until: Day;
    readonly reason: string;
    readonly by: string;
    readonly at: string;
  }[];
  /** Set, with the reason, when it will not be published. */
  readonly withheld?: { readonly on: Day; readonly reason: string };
}

/**
 * A name without what only says that it is one of a review.
 * @example bareLcsprName('Joint LCSPR-C') // 'C'
 */
export const bareLcsprName = (name: string): string =>
  name
    .replace(
      /\b(the|joint|local|child safeguarding|practice|reviews?|lcsprs?|csprs?|scrs?)\b/gi,
      ' ',
    )
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export type LcsprChange = PossibleChange<Lcspr, ReviewEvent>;

export type LcsprRefusal =
  | 'day-to-come'
  | 'days-disagree'
  | 'reason-missing'
  | 'not-started'
  | 'finished-already';

type LcsprOutcome = Outcome<LcsprChange, LcsprRefusal>;

/** Starts an LCSPR for a case, or lets a case join one that is under way. */
export function startLcspr(
  lcspr: Lcspr | undefined,
  { name, ref, on }: { readonly name: string; readonly ref: string; readonly on: Day },
  actor: Actor,
): LcsprOutcome {
  if (on > actor.today) return refuse('day-to-come');
  if (!lcspr) {
    const started = { name, cases: [ref], startedOn: on, delays: [] };
    return acceptLcsprChange(started, { type: 'started an LCSPR', on, ref }, actor);
  }
  if (lcspr.published || lcspr.withheld) return refuse('finished-already');
  if (lcspr.cases.includes(ref)) return accept({ record: lcspr });
  return acceptLcsprChange(
    { ...lcspr, cases: [...lcspr.cases, ref] },
    {
      type: 'joined an LCSPR',
      on,
      ref,
    },
    actor,
  );
}

/** Delays publication. */
export function delay(
  lcspr: Lcspr | undefined,
  until: Day,
  reason: string,
  actor: Actor,
): LcsprOutcome {
  return whileUnderWay(lcspr, (open) => {
    if (!reason.trim()) return refuse('reason-missing');
    if (until < actor.today) return refuse('days-disagree');
    const delayed = { until, reason: reason.trim(), by: actor.by, at: actor.at };
    return acceptLcsprChange(
      { ...open, delays: [...open.delays, delayed] },
      {
        type: 'delayed',
        dueOn: until,
        reason: delayed.reason,
      },
      actor,
    );
  });
}

/**
 * Records that it was published. After the statutory day a reason is required; one given for a
 * delay will do.
 */
export function publish(
  lcspr: Lcspr | undefined,
  { on, reason = '', due }: { readonly on: Day; readonly reason?: string; readonly due?: Day },
  actor: Actor,
): LcsprOutcome {
  return whileUnderWay(lcspr, (open) => {
    if (on > actor.today) return refuse('day-to-come');
    const isLate = due !== undefined && on > due;
    const why = reason.trim() || (isLate ? open.delays.at(-1)?.reason : undefined);
    if (isLate && !why) return refuse('reason-missing');
    const published = omitUndefined({ on, reason: why });
    return acceptLcsprChange(
      { ...open, published },
      omitUndefined({ type: 'published' as const, on, reason: why }),
      actor,
    );
  });
}

/** Records that it will not be published, with the reason. */
export function withhold(lcspr: Lcspr | undefined, reason: string, actor: Actor): LcsprOutcome {
  return whileUnderWay(lcspr, (open) => {
    if (!reason.trim()) return refuse('reason-missing');
    const withheld = { on: actor.today, reason: reason.trim() };
    return acceptLcsprChange(
      { ...open, withheld },
      {
        type: 'withheld',
        on: actor.today,
        reason: withheld.reason,
      },
      actor,
    );
  });
}

/** The LCSPRs named in a partnership's table, with the cases that share them. */
export function lcsprsFromTable(rows: readonly ReviewTableRow[]): Lcspr[] {
  const names = [...new Set(rows.flatMap(({ reviewName }) => reviewName ?? []))];
  const findCases = (name: string) =>
    rows.filter(({ reviewName }) => reviewName === name).map(({ ref }) => ref);
  return names.map((name) => ({ name, cases: findCases(name), delays: [] }));
}

/** Those of a table and those that were changed here, of which the latter stand. */
export function mergeLcsprs<Each extends NamedLcspr>(
  imported: readonly Each[],
  changed: readonly Each[],
): Each[] {
  const isChanged = ({ name }: Each) => changed.some((each) => each.name === name);
  return [...imported.filter((each) => !isChanged(each)), ...changed];
}

/** How far an LCSPR is, in a few words. */
export function describeLcspr({ published, withheld }: Lcspr): string {
  if (published) return `LCSPR published on ${formatDayWithYear(published.on)}`;
  return withheld ? 'LCSPR not published' : 'LCSPR under way';
}

function whileUnderWay(
  lcspr: Lcspr | undefined,
  decide: (lcspr: Lcspr) => LcsprOutcome,
): LcsprOutcome {
  if (!lcspr) return refuse('not-started');
  return lcspr.published || lcspr.withheld ? refuse('finished-already') : decide(lcspr);
}

function acceptLcsprChange<const Details extends Omit<ReviewEvent, 'by' | 'at' | 'what'>>(
  lcspr: Lcspr,
  details: Details,
  actor: Actor,
) {
  return acceptChange(lcspr, { what: lcspr.name, ...details }, actor);
}
