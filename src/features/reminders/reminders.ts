import { z } from 'zod';
import {
  type Answer,
  type Feature,
  type Request,
  UnreadableInput,
} from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { pause, resume, setQuiet } from './change-settings.ts';
import {
  cancelReminder,
  cancelSome,
  proposeCancel,
  remindAgain,
  setReminder,
} from './keep-reminders.ts';
import { ownReminder } from './notices.ts';
import { notifySettingsPhrases } from './phrases.ts';
import { proposeReminder } from './propose-reminder.ts';
import { proposeAway, proposeQuiet, proposeReturn, proposeSnooze } from './propose-settings.ts';
import { showSettings } from './show-settings.ts';
import { snooze, snoozeUntil, wake } from './snooze-action.ts';

/** When one wants to hear from Convenor, and of what: leave, quiet days and hours, snoozes, reminders. Everybody’s own alone. */
export const reminders: Feature = {
  name: 'reminders',
  intents: [
    {
      name: 'notify_settings',
      label: 'Notices and reminders',
      phrases: notifySettingsPhrases,
      answer: answerSettings,
    },
  ],
  submissions: [
    { verb: 'reminders.form', access: 'own', handle: openForm },
    { verb: 'reminders.quiet', access: 'own', handle: setQuiet },
    { verb: 'reminders.pause', access: 'own', handle: pause },
    { verb: 'reminders.resume', access: 'own', handle: resume },
    { verb: 'reminders.snooze', access: 'own', handle: snooze },
    { verb: 'reminders.snooze-until', access: 'own', handle: snoozeUntil },
    { verb: 'reminders.wake', access: 'own', handle: wake },
    { verb: 'reminders.set', access: 'own', handle: setReminder },
    { verb: 'reminders.again', access: 'own', handle: remindAgain },
    { verb: 'reminders.cancel', access: 'own', handle: cancelReminder },
    { verb: 'reminders.cancel-some', access: 'own', handle: cancelSome },
  ],
  notices: [ownReminder],
};

async function answerSettings(asker: Request, question: Question, ports: Ports): Promise<Answer> {
  const { args } = question;
  switch (args.mode) {
    case 'remind':
      return proposeReminder(asker, question, ports);
    case 'snooze':
      return isAboutOne(question)
        ? proposeSnooze(asker, question, ports)
        : proposeAway(asker, args, ports);
    case 'quiet':
      return proposeQuiet(asker, args, ports);
    case 'resume':
      return proposeReturn(asker, args, ports);
    case 'cancel':
      return proposeCancel(asker, question, ports);
    default:
      return showSettings(asker, ports);
  }
}

/** “snooze SA-019” is about one thing, “snooze for a week” about everything. */
function isAboutOne({ args }: Question): boolean {
  return Boolean(args.actionRef ?? args.match ?? args.reviewOf);
}

const formSchema = z.object({
  form: z.enum(['quiet', 'away', 'back', 'remind', 'snooze']),
  subject: z.string().max(60).optional(),
});

/** A button that opens one of the forms, as if it had been asked for in words. */
async function openForm(asker: Request, data: unknown, ports: Ports): Promise<Answer> {
  const sent = formSchema.safeParse(data);
  if (!sent.success) throw new UnreadableInput('reminders.form');
  const args = { actionRef: sent.data.subject };
  const question: Question = { intent: 'notify_settings', filters: {}, args };
  switch (sent.data.form) {
    case 'quiet':
      return proposeQuiet(asker, {}, ports);
    case 'away':
      return proposeAway(asker, {}, ports);
    case 'back':
      return proposeReturn(asker, {}, ports);
    case 'remind':
      return proposeReminder(asker, question, ports);
    case 'snooze':
      return proposeSnooze(asker, question, ports);
  }
}
