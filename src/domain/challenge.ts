import type { Actor } from './actor.ts';
import { acceptChange, type Change } from './change-event.ts';
import { addDays, addMonths, type Day } from './dates.ts';
import { type Outcome, refuse } from './outcome.ts';
import type { Period } from './period.ts';
import { changeFields } from './record-change.ts';

/** One partner asks another, at a meeting or between two, what it has done or why it has not. */
export interface Challenge {
  readonly id: string;
  /** The meeting at which it was asked. */
  readonly meetingId?: string;
  readonly group?: string;
  readonly on: Day;
  readonly fromAgency: string;
  readonly toAgency: string;
  readonly question: string;
  readonly answerDueOn: Day;
  readonly recordedBy: string;
  readonly answer?: string;
  readonly answeredOn?: Day;
  readonly answeredBy?: string;
  /** What is different since. */
  readonly difference?: string;
  readonly withdrawnOn?: Day;
  readonly withdrawnBecause?: string;
  readonly basis?: string;
}

/** So many days a challenge has for an answer, and after so many its agency is reminded: proposals. */
export const DEFAULT_CHALLENGE_DAYS = 30;
export const DEFAULT_REMINDER_DAYS = 20;

export type ChallengeRefusal =
  | 'question-missing'
  | 'same-agency'
  | 'day-to-come'
  | 'due-before-asked'
  | 'answer-missing'
  | 'difference-missing'
  | 'reason-missing'
  | 'not-answered'
  | 'closed';

type Changed = Outcome<Change<Challenge>, ChallengeRefusal>;

export const isChallengeOpen = ({ answeredOn, withdrawnOn }: Challenge): boolean =>
  !answeredOn && !withdrawnOn;

/** The day on which it was answered or withdrawn. */
export const challengeClosedOn = ({ answeredOn, withdrawnOn }: Challenge): Day | undefined =>
  answeredOn ?? withdrawnOn;

/** Whether its last day for an answer has gone by without one. */
export const isChallengeLate = (challenge: Challenge, today: Day): boolean =>
  isChallengeOpen(challenge) && challenge.answerDueOn < today;

/** Puts a challenge into the log. */
export function recordChallenge(challenge: Challenge, actor: Actor): Changed {
  const { question, fromAgency, toAgency, on, answerDueOn } = challenge;
  if (!question.trim()) return refuse('question-missing');
  if (fromAgency === toAgency) return refuse('same-agency');
  if (on > actor.today) return refuse('day-to-come');
  if (answerDueOn < on) return refuse('due-before-asked');
  return acceptChange(challenge, { type: 'added' }, actor);
}

/** Records what the agency that was asked says to it. */
export function answerChallenge(challenge: Challenge, answer: string, actor: Actor): Changed {
  if (!isChallengeOpen(challenge)) return refuse('closed');
  if (!answer.trim()) return refuse('answer-missing');
  return changeFields(
    challenge,
    { answer: answer.trim(), answeredOn: actor.today, answeredBy: actor.by },
    { type: 'answered' },
    actor,
  );
}

/** Records what is different since it was asked. */
export function noteDifference(challenge: Challenge, difference: string, actor: Actor): Changed {
  if (!challenge.answeredOn) return refuse('not-answered');
  if (!difference.trim()) return refuse('difference-missing');
  return changeFields(challenge, { difference: difference.trim() }, { type: 'concluded' }, actor);
}

/** Takes a challenge back; it stays in the log with the reason. */
export function withdrawChallenge(challenge: Challenge, reason: string, actor: Actor): Changed {
  if (!isChallengeOpen(challenge)) return refuse('closed');
  const why = reason.trim();
  if (!why) return refuse('reason-missing');
  return changeFields(
    challenge,
    { withdrawnOn: actor.today, withdrawnBecause: why },
    { type: 'withdrawn', reason: why },
    actor,
  );
}

/** Puts right what was written. */
export function correctChallenge(
  challenge: Challenge,
  { question, reason }: { readonly question: string; readonly reason: string },
  actor: Actor,
): Changed {
  if (!question.trim()) return refuse('question-missing');
  if (!reason.trim()) return refuse('reason-missing');
  const details = { type: 'corrected', reason: reason.trim() };
  return changeFields(challenge, { question: question.trim() }, details, actor);
}

/**
 * The last whole quarter of the calendar before a day.
 * @example lastQuarter(day('2021-03-15')) // { from: '2020-10-01', to: '2020-12-31' }
 */
export function lastQuarter(today: Day): Period {
  const first = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1;
  const begins = `${today.slice(0, 5)}${String(first).padStart(2, '0')}-01` as Day;
  return { from: addMonths(begins, -3), to: addDays(begins, -1) };
}
