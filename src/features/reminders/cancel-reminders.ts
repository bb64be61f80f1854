import { z } from 'zod';
import { pleaseCheck } from '../../answers/form.ts';
import { formatCount } from '../../answers/words.ts';
import { action } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { formatDay } from '../../domain/dates.ts';
import { answerNotYours, MY_SETTINGS } from './answers.ts';
import { describeReminder } from './describe-reminder.ts';
import { listReminders, removeReminders } from './keep-reminders.ts';
import { showSettings } from './show-settings.ts';

/** “cancel my reminders”, “cancel the reminder about SA-019”: which they are, to be confirmed. */
export async function proposeCancelReminder(request: Request, { args }: Question): Promise<Answer> {
  const ownReminders = await listReminders(request);
  const meant = args.actionRef
    ? ownReminders.filter(({ about }) => about.kind === 'action' && about.ref === args.actionRef)
    : ownReminders;
  if (meant.length === 0) {
    const what = args.actionRef ? ` about ${args.actionRef}` : '';
    return { text: `You have no reminder${what} to come.`, suggestions: [MY_SETTINGS] };
  }
  const choices = await Promise.all(
    meant.map(async (reminder) => {
      const { line } = await describeReminder(reminder, request);
      return { title: `${formatDay(reminder.on, request.today)}: ${line}`, value: reminder.id };
    }),
  );
  const heading = `Cancel ${formatCount(meant.length, 'reminder')}?`;
  return {
    text: pleaseCheck(heading),
    heading,
    sentence: 'Untick those that shall stay.',
    form: {
      fields: [
        {
          id: 'ids',
          label: 'Reminders to cancel',
          kind: 'choices',
          value: meant.map((each) => each.id).join(','),
          choices,
        },
      ],
      submit: cancelSome.button('Cancel them', { person: request.person.id }),
    },
  };
}

/** *Cancel them* */
export const cancelSome = action({
  id: 'reminders.cancel-some',
  permission: 'own',
  input: z.object({ person: z.string().max(100), ids: z.string().max(4000) }),
  async handle(request: Request, { person, ids }): Promise<Answer> {
    if (person !== request.person.id) return answerNotYours();
    const count = await removeReminders(request, ids.split(',').filter(Boolean));
    return showSettings(
      request,
      count === 0 ? 'Nothing was cancelled.' : `Cancelled: ${formatCount(count, 'reminder')}.`,
    );
  },
});
