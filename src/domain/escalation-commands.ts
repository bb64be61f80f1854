import type { Actor } from './actor.ts';
import type { BankHolidays } from './bank-holidays.ts';
import { acceptChange, type Change } from './change-event.ts';
import { addDays, addMonths, type Day } from './dates.ts';
import {
  type Escalation,
  type EscalationOutcome,
  escalationLevel,
  heldUntil,
  isEscalationOpen,
  parseHold,
} from './escalation.ts';
import { type Outcome, refuse } from './outcome.ts';
import { changeFields } from './record-change.ts';

export type EscalationRefusal =
  | 'matter-missing'
  | 'same-agency'
  | 'action-missing'
  | 'reason-missing'
  | 'answer-missing'
  | 'change-missing'
  | 'until-past'
  | 'until-too-far'
  | 'closed'
  | 'not-answered';

type Changed = Outcome<Change<Escalation>, EscalationRefusal>;

/** A hold longer than this is a withdrawal. */
export const MAX_HOLD_MONTHS = 3;

/** Opens an escalation at the first level. */
export function openEscalation(escalation: Escalation, actor: Actor): Changed {
  const { matter, fromAgency, toAgency, about, subject } = escalation;
  if (!matter.trim()) return refuse('matter-missing');
  if (fromAgency === toAgency) return refuse('same-agency');
  if (about === 'action' && !subject) return refuse('action-missing');
  return acceptChange(escalation, { type: 'added' }, actor);
}

/**
 * Stops the clock up to and including a day; then it goes on by itself. What has gone up already
 * stays up: on the day of a step the hold begins the day after.
 */
export function holdEscalation(
  escalation: Escalation,
  { until, reason }: { readonly until: Day | undefined; readonly reason: string },
  bankHolidays: BankHolidays,
  actor: Actor,
): Changed {
  const { today } = actor;
  if (!isEscalationOpen(escalation)) return refuse('closed');
  if (!reason.trim()) return refuse('reason-missing');
  if (!until || until <= today) return refuse('until-past');
  if (until > addMonths(today, MAX_HOLD_MONTHS)) return refuse('until-too-far');
  const isRunning = (hold: string) => (parseHold(hold)?.until ?? today) >= today;
  const running = heldUntil(escalation, today) && escalation.holds.find(isRunning);
  const earlier = escalation.holds.filter((hold) => hold !== running);
  const heldFrom = (from: Day): Escalation => ({
    ...escalation,
    holds: [...earlier, `${from}/${until}`],
  });
  const stays = (held: Escalation) =>
    escalationLevel(held, today, bankHolidays) === escalationLevel(escalation, today, bankHolidays);
  const begun = running ? parseHold(running)?.from : undefined;
  const fromToday = heldFrom(begun ?? today);
  const held = begun || stays(fromToday) ? fromToday : heldFrom(addDays(today, 1));
  const why = reason.trim();
  return changeFields(
    escalation,
    { holds: held.holds, holdReason: why },
    { type: 'held', reason: why },
    actor,
  );
}

/** Records what the other agency says to it, and what has changed where that is known already. */
export function answerEscalation(
  escalation: Escalation,
  { answer, changed }: { readonly answer: string; readonly changed?: string | undefined },
  actor: Actor,
): Changed {
  if (!isEscalationOpen(escalation)) return refuse('closed');
  if (!answer.trim()) return refuse('answer-missing');
  return changeFields(
    escalation,
    {
      answer: answer.trim(),
      answeredOn: actor.today,
      answeredBy: actor.by,
      changed: changed?.trim() || escalation.changed,
    },
    { type: 'answered' },
    actor,
  );
}

/** Records what came of the answer: whether that settles it, and what is different since. */
export function concludeEscalation(
  escalation: Escalation,
  { outcome, changed }: { readonly outcome: EscalationOutcome; readonly changed: string },
  actor: Actor,
): Changed {
  if (!escalation.answeredOn) return refuse('not-answered');
  if (outcome !== 'not resolved' && !changed.trim()) return refuse('change-missing');
  return changeFields(
    escalation,
    { outcome, changed: changed.trim() || undefined },
    { type: 'concluded' },
    actor,
  );
}

/** Takes an escalation back; it stays in the records with the reason. */
export function withdrawEscalation(escalation: Escalation, reason: string, actor: Actor): Changed {
  if (!isEscalationOpen(escalation)) return refuse('closed');
  const why = reason.trim();
  if (!why) return refuse('reason-missing');
  return changeFields(
    escalation,
    { withdrawnOn: actor.today, withdrawnBecause: why },
    { type: 'withdrawn', reason: why },
    actor,
  );
}

/** Puts right what was written; the clock goes on as it was. */
export function correctEscalation(
  escalation: Escalation,
  { matter, answer, reason }: { matter: string; answer?: string | undefined; reason: string },
  actor: Actor,
): Changed {
  if (!matter.trim()) return refuse('matter-missing');
  if (!reason.trim()) return refuse('reason-missing');
  return changeFields(
    escalation,
    {
      matter: matter.trim(),
      answer: (escalation.answer && answer?.trim()) || escalation.answer,
    },
    { type: 'corrected', reason: reason.trim() },
    actor,
  );
}
