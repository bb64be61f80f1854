import { openButton } from '../../answers/notice-answer.ts';
import { describeReason } from '../../answers/notice-words.ts';
import { truncate } from '../../answers/truncate.ts';
import type { NoticeSource } from '../../contract/notice.ts';
import { addresseesSetting, daysSetting } from '../../contract/notice-settings.ts';
import {
  type Challenge,
  DEFAULT_CHALLENGE_DAYS,
  DEFAULT_REMINDER_DAYS,
  isChallengeOpen,
} from '../../domain/challenge.ts';
import { addDays, type Day, formatDay } from '../../domain/dates.ts';
import { resolveRecipients } from '../../domain/notices/recipients.ts';
import { isInWindow, workingDayUpTo } from '../../domain/notices/steps.ts';
import { formButton } from './buttons.ts';
import { formatParties } from './queries.ts';
import { mayDo } from './refusals.ts';
import { aboutChallenge, describeStanding } from './show-challenge.ts';
import { challengeStore } from './store.ts';

/** What a partnership may set: days for an answer, and the day of the reminder. */
export const challengeSettings = {
  challengeDays: daysSetting(DEFAULT_CHALLENGE_DAYS),
  challengeReminderDays: daysSetting(DEFAULT_REMINDER_DAYS),
  challengeTo: addresseesSetting('agency-lead'),
};

const MAX_TITLE = 160;
/** What falls on a day when nobody works is told on the working day before: Christmas is the longest. */
const MAX_DAYS_OFF = 5;

/** So many days before the last day the reminder comes: 10 where 30 and 20 are set. */
const leadDays = (settings: { challengeDays: number; challengeReminderDays: number }): number =>
  Math.max(0, settings.challengeDays - settings.challengeReminderDays);

/** A challenge that waits for an answer: to who was asked after 20 days, to both on the last day. */
export const challengeDue: NoticeSource<Challenge, typeof challengeSettings> = {
  rule: 'challenge',
  label: 'answer to a challenge due',
  priorityClass: 'ordinary',
  whenInDoubt: 'repeat',
  seenWith: 'challenges.read',
  settings: challengeSettings,
  find: ({ store, window, settings }) =>
    store(challengeStore).range(
      'byDueDay',
      [window.from ?? window.today],
      [addDays(window.today, leadDays(settings) + MAX_DAYS_OFF)],
    ),
  load: (id, { store }) => store(challengeStore).get(id),
  owed(challenge, { window, settings, bankHolidays }) {
    if (!isChallengeOpen(challenge)) return [];
    const { id: about, answerDueOn: dueOn, on } = challenge;
    const reminder: Day = addDays(dueOn, -leadDays(settings));
    const isReached = (day: Day) => isInWindow(window, workingDayUpTo(day, bankHolidays));
    const step = isReached(dueOn)
      ? 'due'
      : reminder > on && isReached(reminder)
        ? 'reminder'
        : undefined;
    return step ? [{ about, step, dueOn }] : [];
  },
  recipients({ fromAgency, toAgency }, { step }, { settings, directory }) {
    const agencies = step === 'due' ? [toAgency, fromAgency] : [toAgency];
    const all = agencies.flatMap((agency) =>
      resolveRecipients(settings.challengeTo, { agency }, directory),
    );
    return [...new Map(all.toReversed().map((each) => [each.person, each])).values()].toReversed();
  },
  item({ reason, step, to }, challenge, { directory, today }) {
    const { id, question, answerDueOn: dueOn } = challenge;
    const state = describeStanding(challenge, today);
    const opens = aboutChallenge(id);
    const person = directory.people.find((each) => each.id === to);
    const answers = person && mayDo({ person }, 'challenges.answer', challenge);
    const when = step === 'due' && dueOn <= today ? 'is due' : `is due ${formatDay(dueOn, today)}`;
    return {
      section: dueOn < today ? 'overdue' : 'due',
      ref: id,
      title: truncate(question, MAX_TITLE),
      headline: `${id}, ${formatParties(challenge, directory)}: an answer ${when}`,
      standing: state.words,
      colour: state.colour,
      dueOn,
      facts: [{ title: 'Asked', value: formatDay(challenge.on, today) }],
      reason: describeReason(reason, directory),
      opens,
      buttons: [...(answers ? [formButton('Answer…', id, 'answer')] : []), openButton(opens)],
    };
  },
};
