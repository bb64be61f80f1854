import type { Actor } from './actor.ts';
import type { Change } from './change-event.ts';
import { type Day, formatDayWithYear } from './dates.ts';
import { omitUndefined } from './optional.ts';
import { accept, type Outcome, refuse } from './outcome.ts';
import type { ReviewEvent } from './rapid-review-commands.ts';
import type { ReviewTableRow } from './review-table.ts';

/**
 * A local child safeguarding practice review (LCSPR). It may cover several cases, and a case may be
 * covered by several.
 */
export interface Lcspr {
  readonly name: string;
  /** References of the rapid reviews it covers. */
  readonly cases: readonly string[];
  readonly startedOn?: Day;
  /** Delays of publication, each with a reason (criminal proceedings, the family). */
  readonly delays: readonly {
    readonly until: Day;
    readonly reason: string;
    readonly by: string;
    readonly at: string;
  }[];
  readonly published?: { readonly on: Day; readonly reason?: string };
  /** Set, with the reason, when it will not be published. */
  readonly withheld?: { readonly on: Day; readonly reason: string };
  readonly presses: readonly string[];
}

export type LcsprChange = Change<Lcspr, ReviewEvent>;

export type LcsprRefusal =
  | 'day-to-come'
  | 'days-disagree'
  | 'reason-missing'
  | 'not-started'
  | 'finished-already';

type LcsprOutcome = Outcome<LcsprChange, LcsprRefusal>;

const REMEMBERED_PRESSES = 20;

/** Applies a decision once for each press, however often the press arrives. */
export function applyOnceToLcspr(
  lcspr: Lcspr | undefined,
  press: string,
  decide: (lcspr?: Lcspr) => LcsprOutcome,
): LcsprOutcome {
  if (lcspr?.presses.includes(press)) return accept({ record: lcspr });
  const outcome = decide(lcspr);
  if (!outcome.ok || !outcome.value.event) return outcome;
  const presses = [...outcome.value.record.presses, press].slice(-REMEMBERED_PRESSES);
  return accept({ ...outcome.value, record: { ...outcome.value.record, presses } });
}

/** Starts an LCSPR for a case, or lets a case join one that is under way. */
export function startLcspr(
  lcspr: Lcspr | undefined,
  { name, ref, on }: { readonly name: string; readonly ref: string; readonly on: Day },
  actor: Actor,
): LcsprOutcome {
  if (on > actor.today) return refuse('day-to-come');
  if (!lcspr) {
    const started = { name, cases: [ref], startedOn: on, delays: [], presses: [] };
    return acceptLcsprChange(started, actor, { type: 'started an LCSPR', on, ref });
  }
  if (lcspr.published || lcspr.withheld) return refuse('finished-already');
  if (lcspr.cases.includes(ref)) return accept({ record: lcspr });
  return acceptLcsprChange({ ...lcspr, cases: [...lcspr.cases, ref] }, actor, {
    type: 'joined an LCSPR',
    on,
    ref,
  });
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
    const put = { until, reason: reason.trim(), by: actor.by, at: actor.at };
    return acceptLcsprChange({ ...open, delays: [...open.delays, put] }, actor, {
      type: 'delayed',
      dueOn: until,
      reason: put.reason,
    });
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
      actor,
      omitUndefined({ type: 'published' as const, on, reason: why }),
    );
  });
}

/** Records that it will not be published, with the reason. */
export function withhold(lcspr: Lcspr | undefined, reason: string, actor: Actor): LcsprOutcome {
  return whileUnderWay(lcspr, (open) => {
    if (!reason.trim()) return refuse('reason-missing');
    const withheld = { on: actor.today, reason: reason.trim() };
    return acceptLcsprChange({ ...open, withheld }, actor, {
      type: 'withheld',
      on: actor.today,
      reason: withheld.reason,
    });
  });
}

/** The LCSPRs named in a partnership's table, with the cases that share them. */
export function lcsprsFromTable(rows: readonly ReviewTableRow[]): Lcspr[] {
  const names = [...new Set(rows.flatMap(({ reviewName }) => reviewName ?? []))];
  const findCases = (name: string) =>
    rows.filter(({ reviewName }) => reviewName === name).map(({ ref }) => ref);
  return names.map((name) => ({ name, cases: findCases(name), delays: [], presses: [] }));
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

function acceptLcsprChange(lcspr: Lcspr, actor: Actor, note: Omit<ReviewEvent, 'at' | 'by'>) {
  return accept({
    record: lcspr,
    event: { what: lcspr.name, ...note, by: actor.by, at: actor.at },
  });
}
