import { pleaseCheck } from '../../answers/form.ts';
import { formatMeeting, formatTime } from '../../answers/meeting-words.ts';
import { action } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import { toActor } from '../../contract/asker.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { addDays, parseDay } from '../../domain/dates.ts';
import { groupName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { takeBackApologies } from '../../domain/register-repair.ts';
import { myNextMeeting } from '../meetings/buttons.ts';
import { loadMeeting, type RegisterRequest, saveRegister } from './change-register.ts';
import { meetingInput } from './keep-register.ts';
import { askWhich, describeClosed } from './send-apologies.ts';

/** Nobody sends apologies further ahead. */
const DAYS_AHEAD = 400;

/** “I can come after all”: the coming meeting for which the asker’s apologies stand, to be confirmed. */
export async function proposeComing(request: Request, question: Question): Promise<Answer> {
  const { directory, today } = request;
  const found = await findExcused(request, question);
  const [first, ...others] = found;
  if (!first) return { text: describeNone(request, question), suggestions: [myNextMeeting] };
  if (others.length > 0) return askWhich(request, question, found);
  const heading = `Take back your apologies for ${formatMeeting(first, directory)}?`;
  return {
    text: pleaseCheck(heading),
    heading,
    sentence: `${formatTime(first.startsAt, today)}. The chair sees on the roll-call that you are coming.`,
    form: { fields: [], submit: comeAfterAll.button('I can come', { meeting: first.id }) },
  };
}

function describeNone({ directory }: Request, { filters }: Question): string {
  const at = filters.group ? ` of ${groupName(directory, filters.group)}` : '';
  return `I have no apologies of yours for a coming meeting${at}, so nothing was changed: you are expected.`;
}

async function findExcused(request: Request, { filters, args }: Question): Promise<Meeting[]> {
  const { directory, person, today, ports } = request;
  const { id } = directory.partnership;
  const on = parseDay(args.on);
  const groups = filters.group ? [filters.group] : person.groups;
  const [from, to] = [on ?? today, on ?? addDays(today, DAYS_AHEAD)];
  const coming = await Promise.all(groups.map((each) => ports.meetings.list(id, each, from, to)));
  const checked = await Promise.all(
    coming
      .flat()
      .filter(({ status }) => status === 'scheduled')
      .map(async (meeting) => {
        const register = (await ports.registers.find(id, meeting.id))?.register;
        const isExcused = register?.marks.some(
          (mark) => mark.person === person.id && mark.status === 'apologies',
        );
        return isExcused && register?.status !== 'closed' ? [meeting] : [];
      }),
  );
  return checked.flat().sort((a, b) => a.startsAt.localeCompare(b.startsAt));
}

/** *I can come*: one’s own apologies are taken back. */
export const comeAfterAll = action({
  id: 'attendance.come',
  permission: 'own',
  input: meetingInput,
  async handle(request: RegisterRequest, { meeting: id }): Promise<Answer> {
    const { directory, person, operation } = request;
    const meeting = await loadMeeting(request, id);
    const outcome = await saveRegister(
      request,
      meeting,
      toActor(request),
      (register, actor) => takeBackApologies(register, person.id, actor),
      operation,
    );
    const name = formatMeeting(meeting, directory);
    return { text: describe(), suggestions: [myNextMeeting] };

    function describe(): string {
      if (!outcome.ok) return describeClosed(name);
      return outcome.value.register === outcome.value.before
        ? `No apologies of yours stand for ${name}: you are expected.`
        : `Recorded. Your apologies for ${name}, are taken back: you are expected. The history keeps both.`;
    }
  },
});
