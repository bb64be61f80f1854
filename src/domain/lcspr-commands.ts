import type { Actor } from './actor.ts';
import { acceptChange, type PossibleChange } from './change-event.ts';
import type { Day } from './dates.ts';
import { diffFields } from './diff-fields.ts';
import { type Delay, isUnderWay, type Lcspr, type Milestone } from './lcspr.ts';
import { omitUndefined, trimToUndefined } from './optional.ts';
import { accept, type Outcome, refuse } from './outcome.ts';
import type { ReviewEvent } from './rapid-review-commands.ts';

export type LcsprChange = PossibleChange<Lcspr, ReviewEvent>;

export type LcsprRefusal =
  | 'day-to-come'
  | 'days-disagree'
  | 'reason-missing'
  | 'not-started'
  | 'finished-already'
  | 'lcspr-withdrawn'
  | 'not-finished'
  | 'not-delayed'
  | 'milestone-missing'
  | 'milestone-known';

type LcsprOutcome = Outcome<LcsprChange, LcsprRefusal>;

/** Starts an LCSPR for a case, or lets a case join one that is under way. */
export function startLcspr(
  lcspr: Lcspr | undefined,
  { name, ref, on }: { readonly name: string; readonly ref: string; readonly on: Day },
  actor: Actor,
): LcsprOutcome {
  if (on > actor.today) return refuse('day-to-come');
  if (!lcspr) {
    const started = { name, cases: [ref], decidedOn: on, delays: [] };
    return acceptLcsprChange(started, { type: 'started an LCSPR', on, ref }, actor);
  }
  return whileUnderWay(lcspr, (open) =>
    open.cases.includes(ref)
      ? accept({ record: open })
      : acceptLcsprChange(
          { ...open, cases: [...open.cases, ref] },
          { type: 'joined an LCSPR', on, ref },
          actor,
        ),
  );
}

/** Delays publication. */
export function delay(
  lcspr: Lcspr | undefined,
  until: Day,
  reason: string,
  actor: Actor,
  panelToldOn?: Day,
): LcsprOutcome {
  return whileUnderWay(lcspr, (open) => {
    const why = trimToUndefined(reason);
    if (!why) return refuse('reason-missing');
    if (until < actor.today) return refuse('days-disagree');
    if (panelToldOn && panelToldOn > actor.today) return refuse('day-to-come');
    const { by, at } = actor;
    const delayed: Delay = omitUndefined({ until, reason: why, panelToldOn, by, at });
    return acceptLcsprChange(
      { ...open, delays: [...open.delays, delayed] },
      { type: 'delayed', dueOn: until, reason: why },
      actor,
    );
  });
}

/** Records that the Panel was told of the delay that was recorded last. */
export function tellPanelOfDelay(lcspr: Lcspr | undefined, on: Day, actor: Actor): LcsprOutcome {
  if (!lcspr) return refuse('not-started');
  const last = lcspr.delays.at(-1);
  if (!last) return refuse('not-delayed');
  if (on > actor.today) return refuse('day-to-come');
  if (last.panelToldOn === on) return accept({ record: lcspr });
  const delays = [...lcspr.delays.slice(0, -1), { ...last, panelToldOn: on }];
  return acceptLcsprChange({ ...lcspr, delays }, { type: 'told the Panel of a delay', on }, actor);
}

/** What is recorded of a publication. */
export interface Publication {
  readonly on: Day;
  readonly reason?: string | undefined;
  /** The last day on which it can be published in time. */
  readonly due?: Day | undefined;
  readonly where?: string | undefined;
  readonly until?: Day | undefined;
}

/**
 * Records that it was published. After the statutory day a reason is required; one given for a
 * delay will do.
 */
export function publish(
  lcspr: Lcspr | undefined,
  { on, reason = '', due, where, until }: Publication,
  actor: Actor,
): LcsprOutcome {
  return whileUnderWay(lcspr, (open) => {
    if (on > actor.today) return refuse('day-to-come');
    if ((until && until < on) || (open.decidedOn && on < open.decidedOn))
      return refuse('days-disagree');
    const isLate = due !== undefined && on > due;
    const why = trimToUndefined(reason) ?? (isLate ? open.delays.at(-1)?.reason : undefined);
    if (isLate && !why) return refuse('reason-missing');
    const published = omitUndefined({ on, reason: why, where: trimToUndefined(where), until });
    return acceptLcsprChange(
      { ...open, published },
      omitUndefined({ type: 'published' as const, on, reason: why }),
      actor,
    );
  });
}

/** Records that it will not be published, with the reason, and where its improvements are. */
export function withhold(
  lcspr: Lcspr | undefined,
  reason: string,
  actor: Actor,
  improvementsAt?: string,
): LcsprOutcome {
  return whileUnderWay(lcspr, (open) => {
    const why = trimToUndefined(reason);
    if (!why) return refuse('reason-missing');
    const withheld = omitUndefined({
      on: actor.today,
      reason: why,
      improvementsAt: trimToUndefined(improvementsAt),
    });
    return acceptLcsprChange(
      { ...open, withheld },
      { type: 'withheld', on: actor.today, reason: why },
      actor,
    );
  });
}

/** What can be recorded of an LCSPR as its work goes on, and put right afterwards. */
export interface LcsprFacts {
  readonly decidedOn?: Day | undefined;
  readonly reviewer?: string | undefined;
  readonly scope?: string | undefined;
  readonly familyOfferedOn?: Day | undefined;
  readonly draftDueOn?: Day | undefined;
  readonly advanceCopyOn?: Day | undefined;
  /** Where it can be read; of one that will not be published, its improvements. */
  readonly where?: string | undefined;
  readonly availableUntil?: Day | undefined;
}

/**
 * Records facts of an LCSPR. Whatever replaces something that was recorded is a correction, which
 * needs a reason; the history keeps what was there before.
 * @example amendLcspr(lcspr, { reviewer: 'independent reviewer' }, '', actor)
 */
export function amendLcspr(
  lcspr: Lcspr | undefined,
  facts: LcsprFacts,
  reason: string,
  actor: Actor,
): LcsprOutcome {
  if (!lcspr) return refuse('not-started');
  if (lcspr.withdrawn) return refuse('lcspr-withdrawn');
  const before = knownFacts(lcspr);
  const after = { ...before, ...omitUndefined(facts) };
  const names = Object.keys(after) as (keyof LcsprFacts)[];
  const changes = diffFields(names.map((name) => [name, before[name], after[name]]));
  if (Object.keys(changes).length === 0) return accept({ record: lcspr });
  const isCorrection = Object.values(changes).some(({ from }) => from !== undefined);
  const { decidedOn, reviewer, scope, familyOfferedOn, draftDueOn, advanceCopyOn } = after;
  if ([decidedOn, familyOfferedOn, advanceCopyOn].some((on) => on && on > actor.today))
    return refuse('day-to-come');
  const later = [lcspr.published?.on, advanceCopyOn, draftDueOn];
  if (decidedOn && later.some((on) => on && on < decidedOn)) return refuse('days-disagree');
  const why = trimToUndefined(reason);
  if (isCorrection && !why) return refuse('reason-missing');
  const { published, withheld } = lcspr;
  const { where, availableUntil: until } = after;
  return acceptLcsprChange(
    {
      ...lcspr,
      ...omitUndefined({ decidedOn, reviewer, scope, familyOfferedOn, draftDueOn, advanceCopyOn }),
      ...(published && { published: omitUndefined({ ...published, where, until }) }),
      ...(withheld && { withheld: omitUndefined({ ...withheld, improvementsAt: where }) }),
    },
    {
      type: isCorrection ? 'amended an LCSPR' : 'noted of an LCSPR',
      ...(why && { reason: why }),
      changes,
    },
    actor,
  );
}

function knownFacts(lcspr: Lcspr): LcsprFacts {
  const { published, withheld } = lcspr;
  return omitUndefined({
    decidedOn: lcspr.decidedOn,
    reviewer: lcspr.reviewer,
    scope: lcspr.scope,
    familyOfferedOn: lcspr.familyOfferedOn,
    draftDueOn: lcspr.draftDueOn,
    advanceCopyOn: lcspr.advanceCopyOn,
    where: published?.where ?? withheld?.improvementsAt,
    availableUntil: published?.until,
  });
}

/** Sets a milestone: what is done by when. */
export function setMilestone(
  lcspr: Lcspr | undefined,
  { what, dueOn }: { readonly what: string; readonly dueOn: Day },
  actor: Actor,
): LcsprOutcome {
  return whileUnderWay(lcspr, (open) => {
    const milestones = open.milestones ?? [];
    const name = trimToUndefined(what);
    if (!name) return refuse('milestone-missing');
    if (milestones.some((each) => isNamed(each, name))) return refuse('milestone-known');
    if (open.decidedOn && dueOn < open.decidedOn) return refuse('days-disagree');
    return acceptLcsprChange(
      { ...open, milestones: byDay([...milestones, { what: name, dueOn }]) },
      { type: 'set a milestone', what: name, dueOn },
      actor,
    );
  });
}

/** Records that a milestone was reached; one that was never set is recorded with the day. */
export function completeMilestone(
  lcspr: Lcspr | undefined,
  { what, doneOn }: { readonly what: string; readonly doneOn: Day },
  actor: Actor,
): LcsprOutcome {
  return whileUnderWay(lcspr, (open) => {
    const milestones = open.milestones ?? [];
    const name = trimToUndefined(what);
    if (!name) return refuse('milestone-missing');
    if (doneOn > actor.today) return refuse('day-to-come');
    const known = milestones.find((each) => isNamed(each, name));
    if (known?.doneOn === doneOn) return accept({ record: open });
    const done = { ...(known ?? { what: name, dueOn: doneOn }), doneOn };
    const others = milestones.filter((each) => each !== known);
    return acceptLcsprChange(
      { ...open, milestones: byDay([...others, done]) },
      { type: 'reached a milestone', what: name, on: doneOn },
      actor,
    );
  });
}

const isNamed = ({ what }: Milestone, name: string) => what.toLowerCase() === name.toLowerCase();

const byDay = (milestones: readonly Milestone[]): Milestone[] =>
  milestones.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));

/** Takes back a publication, or that there will be none, which was recorded wrong. */
export function reopenLcspr(lcspr: Lcspr | undefined, reason: string, actor: Actor): LcsprOutcome {
  if (!lcspr) return refuse('not-started');
  const { published, withheld, ...open } = lcspr;
  if (!published && !withheld) return refuse('not-finished');
  const why = trimToUndefined(reason);
  if (!why) return refuse('reason-missing');
  return acceptLcsprChange(open, { type: 'reopened an LCSPR', reason: why }, actor);
}

/** Withdraws one that was opened by mistake: its clocks stop, its history stays. */
export function withdrawLcspr(
  lcspr: Lcspr | undefined,
  reason: string,
  actor: Actor,
): LcsprOutcome {
  return whileUnderWay(lcspr, (open) => {
    const why = trimToUndefined(reason);
    if (!why) return refuse('reason-missing');
    return acceptLcsprChange(
      { ...open, withdrawn: { on: actor.today, reason: why } },
      { type: 'withdrew an LCSPR', reason: why },
      actor,
    );
  });
}

/** Takes up a withdrawn one again. */
export function reinstateLcspr(
  lcspr: Lcspr | undefined,
  reason: string,
  actor: Actor,
): LcsprOutcome {
  if (!lcspr) return refuse('not-started');
  const { withdrawn, ...rest } = lcspr;
  if (!withdrawn) return accept({ record: lcspr });
  const why = trimToUndefined(reason);
  if (!why) return refuse('reason-missing');
  return acceptLcsprChange(rest, { type: 'reinstated an LCSPR', reason: why }, actor);
}

function whileUnderWay(
  lcspr: Lcspr | undefined,
  decide: (lcspr: Lcspr) => LcsprOutcome,
): LcsprOutcome {
  if (!lcspr) return refuse('not-started');
  if (lcspr.withdrawn) return refuse('lcspr-withdrawn');
  return isUnderWay(lcspr) ? decide(lcspr) : refuse('finished-already');
}

function acceptLcsprChange<const Details extends Omit<ReviewEvent, 'by' | 'at'>>(
  lcspr: Lcspr,
  details: Details,
  actor: Actor,
) {
  return acceptChange(lcspr, { what: lcspr.name, ...details }, actor);
}
