import { z } from 'zod';
import { formatMeeting } from '../../answers/meeting-words.ts';
import { toPressData } from '../../answers/press-data.ts';
import { ask } from '../../answers/questions.ts';
import { formatNames, pluralVerb } from '../../answers/words.ts';
import { type ActionWithButton, declarePress } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import type { RequestWith } from '../../contract/asker.ts';
import { newOperation } from '../../contract/operation.ts';
import type { ChangedRegister } from '../../contract/ports/registers.ts';
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
  if (register.status === 'closed' && before?.status === 'open') {
    const what = `the register of ${formatMeeting(meeting, directory)}, was closed`;
    return { what, press: nameOperation(undoClosingPress.press({ meeting: meeting.id })) };
  }
  const at = now.toISOString();
  const isNew = (mark: Mark) =>
    mark.by === person.id && mark.at === at && !before?.marks.includes(mark);
  const marks =
    register === before || register.status === 'closed' ? [] : register.marks.filter(isNew);
  if (marks.length === 0) return undefined;
  const people = marks.map((mark) => mark.person);
  const isOwn = people.length === 1 && people[0] === person.id;
  const names = marks.map((mark) => markName(mark, directory));
  const what = isOwn
    ? OWN_MARK[marks[0]?.status ?? 'here']
    : `${formatNames(names)} ${pluralVerb(names.length, 'was', 'were')} marked`;
  return { what, press: nameOperation(undoMarkPress.press({ meeting: meeting.id, people, at })) };
}

/** Pressed twice it is undone once. */
const nameOperation = ({ action, data }: Undo['press']): Undo['press'] => ({
  action,
  data: { operation: newOperation(), ...data },
});

const OWN_MARK: Readonly<Record<Mark['status'], string>> = {
  here: 'you were marked present',
  left: 'you were marked as having left',
  apologies: 'your apologies were recorded',
};

/** For “undo that”; what was spoken of goes on. */
export const threadWithUndo = (
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
export const offerUndo = <Asker extends RegisterRequest, Schema extends z.ZodType>(
  marking: ActionWithButton<Asker, Schema>,
): ActionWithButton<Asker, Schema> => ({
  ...marking,
  handle: (request, input) =>
    marking.handle({ ...request, addUndo: (...shown) => addUndo(request, ...shown) }, input),
});

function addUndo(
  request: RegisterRequest,
  ...[answer, meeting, changed]: Parameters<NonNullable<RegisterRequest['addUndo']>>
): Answer {
  const undo = findUndo(request, meeting, changed);
  if (!undo || !answer.card) return answer;
  const view = { ...answer.card.view, undo: toPressData(undo.press) };
  return {
    ...answer,
    card: { ...answer.card, view },
    ...threadWithUndo(request, meeting, undo),
  };
}
