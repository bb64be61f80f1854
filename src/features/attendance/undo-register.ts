import { pleaseCheck } from '../../answers/form.ts';
import { formatMeeting } from '../../answers/meeting-words.ts';
import { UNDONE } from '../../answers/undo-words.ts';
import { action } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import { digestOperation } from '../../contract/operation.ts';
import type { Question } from '../../contract/question.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { isPermittedOn } from '../../domain/access.ts';
import { reopen, undoMarks } from '../../domain/register-repair.ts';
import { refuseUndo } from '../../domain/undo.ts';
import { findLastHeld, resolveMeeting } from '../meetings/queries.ts';
import { changeRegister, loadMeeting, type RegisterRequest } from './change-register.ts';
import {
  leaveUnchanged,
  meetingInput,
  refuseRegisterAccess,
  registerAction,
  shortText,
} from './keep-register.ts';
import { undoClosingPress, undoMarkPress } from './offer-undo.ts';

const REOPENED = 'The register is open again. The history keeps both.';

/** *Reopen* of a register that was closed too early, with a reason. */
export const reopenRegister = registerAction(
  'register.reopen',
  'registers.record',
  meetingInput.extend({ reason: shortText }),
  (register, { reason }, actor) => reopen(register, reason, actor),
  { isOfNow: false, news: REOPENED },
);

/** *Undo* right after closing. */
export const undoClosing = action({
  ...undoClosingPress,
  permission: 'registers.record',
  async handle(request: Request, { meeting: id }): Promise<Answer> {
    const { directory, person, ports } = request;
    const meeting = await loadMeeting(request, id);
    if (!isPermittedOn(person, 'registers.record', { group: meeting.group }))
      return refuseRegisterAccess(directory);
    const last = (await ports.registers.history(directory.partnership.id, id)).at(-1);
    const operation =
      request.operation && (await digestOperation(request.operation, undoClosingPress.id));
    const isTheirs = last?.type === 'closed' && !refuseUndo(last, toActor(request));
    return isTheirs
      ? changeRegister(
          request,
          meeting,
          (register, actor) => reopen(register, 'closed by mistake', actor),
          { operation, news: REOPENED },
        )
      : changeRegister(request, meeting, leaveUnchanged, {
          news:
            last?.type === 'reopened'
              ? REOPENED
              : 'Nothing was undone: somebody else closed it, it was changed since, or that is too long ago. Reopen it with a reason instead.',
        });
  },
});

/** *Undo* of marks that were given by mistake: one’s own, or those that one gave to others. */
export const undoMark = action({
  ...undoMarkPress,
  permission: 'own',
  nameFields: ['people'],
  async handle(request: RegisterRequest, { meeting: id, people, at }): Promise<Answer> {
    const meeting = await loadMeeting(request, id);
    const operation =
      request.operation && (await digestOperation(request.operation, undoMarkPress.id));
    return changeRegister(
      request,
      meeting,
      (register, actor) => undoMarks(register, { people, at }, actor),
      { operation, news: UNDONE },
    );
  },
});

/** “reopen the register”: the meeting whose register is closed, to be confirmed with a reason. */
export async function proposeReopening(request: Request, { filters }: Question): Promise<Answer> {
  const { directory, person, ports, home } = request;
  const group = filters.group ?? home;
  const meant = await resolveMeeting(request, filters);
  const meeting = meant ?? (group ? await findLastHeld(request, group) : undefined);
  if (!meeting)
    return {
      text: 'I can’t tell which register you mean. Say the group, such as “reopen the register of the board”.',
    };
  if (!isPermittedOn(person, 'registers.record', { group: meeting.group }))
    return refuseRegisterAccess(directory);
  const stored = await ports.registers.find(directory.partnership.id, meeting.id);
  const name = formatMeeting(meeting, directory);
  if (stored?.register.status !== 'closed')
    return { text: `The register of ${name}, is not closed, so nothing was changed.` };
  const heading = `Reopen the register of ${name}?`;
  return {
    text: pleaseCheck(heading),
    heading,
    sentence: 'It counts nowhere until it is closed again. What was decided keeps its quorum.',
    form: {
      fields: [{ id: 'reason', label: 'Reason (recorded)', kind: 'text', required: true }],
      submit: reopenRegister.button('Reopen', { meeting: meeting.id }),
    },
  };
}
