import { offeredBy } from '../../answers/describe-question.ts';
import { ask } from '../../answers/questions.ts';
import { action } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Feature } from '../../contract/feature.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { openForm } from './buttons.ts';
import { cancelSome, proposeCancelReminder } from './cancel-reminders.ts';
import { pause, resume, setQuiet } from './change-settings.ts';
import { cancelReminder, remindAgain, setReminder } from './keep-reminders.ts';
import messages from './messages.json' with { type: 'json' };
import { ownReminder } from './notices.ts';
import { notifySettingsPhrases } from './phrases.ts';
import { proposeReminder } from './propose-reminder.ts';
import { proposeAway, proposeQuiet, proposeReturn } from './propose-settings.ts';
import { showSettings } from './show-settings.ts';
import { proposeSnooze, snooze, snoozeUntil, wake } from './snooze-action.ts';

/** A button that opens one of the forms, as if it had been asked for in words. */
const chooseForm = action({
  ...openForm,
  permission: 'own',
  async handle(request: Request, { form, subject }) {
    const args = { actionRef: subject };
    const question: Question = { intent: 'notify_settings', filters: {}, args };
    switch (form) {
      case 'quiet':
        return proposeQuiet(request, {});
      case 'away':
        return proposeAway(request, {});
      case 'back':
        return proposeReturn(request, {});
      case 'remind':
        return proposeReminder(request, question);
      case 'snooze':
        return proposeSnooze(request, question);
    }
  },
});

/** When one wants to hear from Convenor, and of what: leave, quiet days and hours, snoozes, reminders. Everybody’s own alone. */
export const reminders: Feature = {
  name: 'reminders',
  messages,
  intents: [
    {
      name: 'notify_settings',
      label: 'Notices and reminders',
      offered: offeredBy('mode', {
        cancel: 'cancel a reminder',
        quiet: 'times without messages',
        remind: 'set a reminder',
        resume: 'turn messages back on',
        snooze: 'pause messages',
      }),
      phrases: notifySettingsPhrases,
      answer: answerSettings,
    },
  ],
  actions: [
    chooseForm,
    setQuiet,
    pause,
    resume,
    snooze,
    snoozeUntil,
    wake,
    setReminder,
    remindAgain,
    cancelReminder,
    cancelSome,
  ],
  notices: [ownReminder],
  help: [
    {
      title: 'Notifications',
      job: 'set up',
      examples: () => [{ title: 'when do you message me', ...ask('notify_settings') }],
    },
  ],
};

async function answerSettings(request: Request, question: Question): Promise<Answer> {
  const { args } = question;
  switch (args.mode) {
    case 'remind':
      return proposeReminder(request, question);
    case 'snooze':
      return isAboutOne(question) ? proposeSnooze(request, question) : proposeAway(request, args);
    case 'quiet':
      return proposeQuiet(request, args);
    case 'resume':
      return proposeReturn(request, args);
    case 'cancel':
      return proposeCancelReminder(request, question);
    default:
      return showSettings(request);
  }
}

/** “snooze SA-019” is about one thing, “snooze for a week” about everything. */
function isAboutOne({ args }: Question): boolean {
  return Boolean(args.actionRef ?? args.match ?? args.reviewOf);
}
