import { openButton } from '../../answers/notice-answer.ts';
import { describeReason } from '../../answers/notice-words.ts';
import { aboutAction, aboutReview, ask } from '../../answers/questions.ts';
import type { Press } from '../../contract/answer.ts';
import type { NoticeSource, StoreContext } from '../../contract/notice.ts';
import { formatDay, toDay, toLocalTime } from '../../domain/dates.ts';
import { isInWindow } from '../../domain/notices/steps.ts';
import type { Reminder, ReminderSubject } from '../../domain/reminder.ts';
import { describeReminder } from './describe-reminder.ts';
import { remindAgain } from './keep-reminders.ts';
import { reminderStore } from './store.ts';

const AGAIN_DAYS = 7;

/** What somebody asked to be reminded of, on its day. It is theirs: no group hears of it. */
export const ownReminder: NoticeSource<Reminder> = {
  rule: 'reminder',
  label: 'own reminder',
  listedAs: 'a reminder of their own',
  hasOpaqueId: true,
  priorityClass: 'own',
  whenInDoubt: 'repeat',
  find: findReminders,
  load: async (about, context) => (await findReminders(context)).find(({ id }) => id === about),
  owed: ({ id: about, on: dueOn }, { window }) =>
    isInWindow(window, dueOn) ? [{ about, dueOn, step: 'asked' }] : [],
  recipients: ({ person }, _step, { directory }) =>
    directory.people.some(({ id }) => id === person) ? [{ person, reason: { kind: 'asked' } }] : [],
  async item({ reason }, reminder, { directory, today, ports }) {
    const { ref, title } = await describeReminder(reminder, { directory, ports });
    const setOn = toDay(toLocalTime(new Date(reminder.setAt), directory.partnership.timeZone));
    const opens = subjectPress(reminder.about);
    const words = ref ? undefined : title;
    return {
      section: 'reminder',
      ref,
      title,
      headline: `You asked to be reminded: ${words ?? `${ref} “${title}”`}`,
      ...(words && { sentence: 'In your own words.' }),
      standing: 'your reminder',
      colour: 'accent',
      reason: {
        ...describeReason(reason, directory),
        sentence: `You asked for it on ${formatDay(setOn, today)}.`,
      },
      opens,
      buttons: [
        ...(words ? [] : [openButton(opens)]),
        remindAgain.button('Again in a week', {
          subject: ref,
          days: AGAIN_DAYS,
          ...(words && { words }),
        }),
      ],
    };
  },
};

function findReminders({ window: { from, today }, store }: StoreContext): Promise<Reminder[]> {
  return store(reminderStore).range('key', from ?? today, today);
}

/** The record that it is about; of anything else, one's reminders. */
export function subjectPress(about: ReminderSubject): Press {
  switch (about.kind) {
    case 'action':
      return aboutAction(about.ref);
    case 'review':
      return aboutReview(about.ref);
    default:
      return ask('notify_settings');
  }
}
