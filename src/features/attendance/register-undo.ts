import { z } from 'zod';
import { formatMeeting } from '../../answers/meeting-words.ts';
import { ask } from '../../answers/questions.ts';
import { formatNames, pluralVerb } from '../../answers/words.ts';
import { type ActionWithButton, declarePress } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import type { RequestWith } from '../../contract/asker.ts';
import { newOperation } from '../../contract/operation.ts';
import type { ChangedRegister, RegisterChanges } from '../../contract/ports/registers.ts';
import type { Undo } from '../../contract/thread.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { Mark } from '../../domain/register.ts';
import type { RegisterRequest } from './change-register.ts';
import { meetingId } from './roll-call.ts';
import { markName } from './seats.ts';

/** *Undo* of marks: whose, and when they were given. */
export const undoMarkPress = declarePress({
  id: 'attendance.undo',
  input: z.object({
    meeting: meetingId,
    people: z.array(z.string().max(200)).min(1).max(100),
    at: z.string().max(40),
  }),
});

/** *Undo* of closing a register, by whoever closed it. */
export const undoClosingPress = declarePress({
  id: 'register.undo-closing',
  input: z.object({ meeting: meetingId }),
});

type Undoing = Pick<RequestWith<unknown>, 'person' | 'now' | 'directory'>;

/** What takes back the change that the asker has just made, where a press can. */
export function findUndo(
  { person, now, directory }: Undoing,
  meeting: Meeting,
  { register, before }: ChangedRegister,
): Undo | undefined {
  const press = { operation: newOperation() };
  if (register.status === 'closed' && before?.status === 'open') {
    const data = { verb: undoClosingPress.id, ...press, meeting: meeting.id };
    const what = `the register of ${formatMeeting(meeting, directory)}, was closed`;
    return { what, press: { action: undoClosingPress.id, data } };
  }
  const at = now.toISOString();
  const isNew = (mark: Mark) =>
    mark.by === person.id && mark.at === at && !before?.marks.includes(mark);
  const marks =
    register === before || register.status === 'closed' ? [] : register.marks.filter(isNew);
  if (marks.length === 0) return undefined;
  const people = marks.map((mark) => mark.person);
  const data = { verb: undoMarkPress.id, ...press, meeting: meeting.id, people, at };
  const isOwn = people.length === 1 && people[0] === person.id;
  const names = marks.map((mark) => markName(mark, directory));
  const what = isOwn
    ? OWN_MARK[marks[0]?.status ?? 'here']
    : `${formatNames(names)} ${pluralVerb(names.length, 'was', 'were')} marked`;
  return { what, press: { action: undoMarkPress.id, data } };
}

const OWN_MARK: Readonly<Record<Mark['status'], string>> = {
  here: 'you were marked present',
  left: 'you were marked as having left',
  apologies: 'your apologies were recorded',
};

/** For “undo that”; what was spoken of goes on. */
export const remembersUndo = (
  { thread }: Pick<RequestWith<unknown>, 'thread'>,
  { group }: Meeting,
  undo: Undo,
): Pick<Answer, 'thread'> => ({
  thread: {
    ...(thread ?? ask('attendance_meeting', { group, meeting: 'this' })),
    undo,
  },
});

/** A press of the roll-call that its presser can take back: *Undo* stands on their card, and the thread remembers it. */
export function undoable<Asker extends RegisterRequest, Schema extends z.ZodType>(
  marking: ActionWithButton<Asker, Schema>,
): ActionWithButton<Asker, Schema> {
  return {
    ...marking,
    async handle(request, input) {
      const { ports, directory } = request;
      let changed: ChangedRegister | undefined;
      const change: RegisterChanges['change'] = async (...asked) => {
        const outcome = await ports.registers.change(...asked);
        if (outcome.ok) changed = outcome.value;
        return outcome;
      };
      const registers = Object.create(ports.registers, { change: { value: change } });
      const answer = await marking.handle({ ...request, ports: { ...ports, registers } }, input);
      const { partnership } = directory;
      const found =
        changed && (await ports.meetings.find(partnership.id, changed.register.meetingId));
      const undo = changed && found && findUndo(request, found.meeting, changed);
      if (!undo || !found || !answer.card) return answer;
      const view = { ...answer.card.view, undo: undo.press.data };
      const card = { ...answer.card, view };
      return { ...answer, card, ...remembersUndo(request, found.meeting, undo) };
    },
  };
}
