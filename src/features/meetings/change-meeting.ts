import { z } from 'zod';
import { dayField, lineField, pleaseCheck } from '../../answers/form.ts';
import { formatMeeting, formatTime } from '../../answers/meeting-words.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer, Button, Field } from '../../contract/answer.ts';
import type { StoredMeeting } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { requireOperation } from '../../contract/require-operation.ts';
import { isPermitted } from '../../domain/access.ts';
import type { Actor } from '../../domain/actor.ts';
import { type Day, parseDay, toDay } from '../../domain/dates.ts';
import { groupName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { ChangedMeeting } from '../../domain/meeting-commands.ts';
import { callOff, type MeetingRefusal, move, schedule } from '../../domain/meeting-commands.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { copyAgenda } from '../agendas/commands.ts';
import { openCancelForm } from './buttons.ts';
import { parseClockTime, parseStart } from './clock-time.ts';
import { type ChangeMode, findMeetingMeant } from './find-meant.ts';
import {
  describeRefusal,
  meetingsChanged,
  noSuchMeeting,
  refuseAccess,
  refuseMeetingChange,
  unreadableTime,
} from './meeting-answers.ts';
import { addOperation, hasOperation, placeField, setUpMeeting } from './schedule-meetings.ts';

/** “postpone the neglect group”: what will be written, to be completed with the reason and confirmed. */
export const proposeChange =
  (mode: ChangeMode) =>
  async (request: Request, question: Question): Promise<Answer> => {
    if (!isPermitted(request.person, 'meetings.change')) return refuseAccess(request);
    const meant = await findMeetingMeant(request, mode, question);
    if ('answer' in meant) return meant.answer;
    const found = await findStored(request, meant.meeting.id);
    return found
      ? changeForm(request, mode, found, { ...question.args, on: meant.on })
      : noSuchMeeting(request, question.filters.group);
  };

/** *It was not held…*, on the notice that the register of a meeting is not closed. */
export const cancelForm = action({
  ...openCancelForm,
  permission: 'meetings.change',
  async handle(request: Request, { meeting }) {
    const found = await findStored(request, meeting);
    if (!found) throw new UnreadableInput(openCancelForm.id);
    return changeForm(request, 'cancel', found, {});
  },
});

/** `/cancel QPPA-2021-03-24` */
export async function proposeCancelMeeting(request: Request, text: string): Promise<Answer> {
  if (!isPermitted(request.person, 'meetings.change')) return refuseAccess(request);
  const found = await findStored(request, text.trim());
  return found ? changeForm(request, 'cancel', found, {}) : noSuchMeeting(request, undefined);
}

function changeForm(
  { directory, today }: Request,
  mode: ChangeMode,
  { meeting, version }: StoredMeeting,
  args: Question['args'],
): Answer {
  const { fields, button } = createForm(mode, meeting, args);
  const name = `${groupName(directory, meeting.group)} on ${formatTime(meeting.startsAt, today)}`;
  const heading = `${{ move: 'Move', postpone: 'Postpone', cancel: 'Cancel' }[mode]} ${name}?`;
  return {
    text: pleaseCheck(heading),
    heading,
    sentence: formatMeeting(meeting, directory),
    form: {
      fields: [
        ...fields,
        {
          id: 'reason',
          label: 'Reason',
          kind: 'lines',
          required: true,
          hint: 'Kept with the meeting',
        },
      ],
      submit: button({ id: meeting.id, version }),
    },
  };
}

interface ModeForm {
  readonly fields: readonly Field[];
  readonly button: (data: { readonly id: string; readonly version: string }) => Button;
}

function createForm(
  mode: ChangeMode,
  { startsAt, place }: Meeting,
  args: Question['args'],
): ModeForm {
  if (mode === 'cancel')
    return { fields: [], button: (data) => cancelMeeting.button('Cancel the meeting', data) };
  const on = parseDay(args.on);
  const value = parseClockTime(args.time) ?? startsAt.slice(11);
  const time: Field = { id: 'time', label: 'Time', kind: 'text', value, required: true };
  const day = (label: string, proposed: Day | undefined): Field => ({
    id: 'on',
    label,
    kind: 'day',
    value: proposed,
  });
  return mode === 'move'
    ? {
        fields: [
          day('New day', on ?? (args.unreadDay ? undefined : toDay(startsAt))),
          time,
          placeField(place),
        ],
        button: (data) => moveMeeting.button('Move it', data),
      }
    : {
        fields: [day('New day, if there is one already', on), time],
        button: (data) => postponeMeeting.button('Postpone it', data),
      };
}

const input = z.object({
  id: z.string().min(1).max(200),
  version: z.string().max(200),
  on: dayField.optional(),
  time: lineField.optional(),
  place: lineField.optional(),
  reason: lineField,
});
type Change = z.output<typeof input>;

/** *Move it*. */
export const moveMeeting = action({
  id: 'meetings.move',
  permission: 'meetings.change',
  input,
  async handle(request: Request, wanted) {
    const startsAt = parseStart(wanted.on, wanted.time);
    if (!startsAt) return unreadableTime;
    const { reason, place } = wanted;
    const moved = { startsAt, reason, ...(place !== undefined && { place }) };
    return change(request, wanted, 'Moved', (meeting, actor) =>
      move(meeting, moved, actor, request.bankHolidays),
    );
  },
});

/** *Postpone it*: the meeting stays listed as postponed on its day; with a new day, one is set up in its place. */
export const postponeMeeting = action({
  id: 'meetings.postpone',
  permission: 'meetings.change',
  input,
  async handle(request: Request, wanted) {
    const operation = requireOperation(request, 'meetings.postpone');
    const { id, on, reason } = wanted;
    const startsAt = on && parseStart(on, wanted.time);
    if (on && !startsAt) return unreadableTime;
    const before = startsAt && (await findStored(request, id))?.meeting;
    const fits =
      before && schedule({ ...before, startsAt }, toActor(request), request.bankHolidays);
    if (fits && !fits.ok) return refuseMeetingChange(fits.refusal);
    const answer = await change(request, wanted, 'Postponed', (meeting, actor) =>
      callOff(meeting, 'postponed', reason, actor),
    );
    const stored = await findStored(request, id);
    if (!startsAt || !stored || !hasOperation(operation, stored)) return answer;
    const { id: _, status: __, ...rest } = stored.meeting;
    const instead = await setUpMeeting(request, { ...rest, startsAt }, operation);
    if (instead.ok) await copyAgenda(request, id, instead.value.id);
    const more = instead.ok
      ? `It is held on ${formatTime(startsAt, request.today)} instead.`
      : `No new day was set. ${describeRefusal(instead.refusal)}`;
    return meetingsChanged(request, [stored.meeting], 'Postponed', ` ${more}`);
  },
});

/** *Cancel the meeting*. */
export const cancelMeeting = action({
  id: 'meetings.cancel',
  permission: 'meetings.change',
  input,
  handle: (request: Request, wanted) =>
    change(request, wanted, 'Cancelled', (meeting, actor) =>
      callOff(meeting, 'cancelled', wanted.reason, actor),
    ),
});

/** Loads, decides and saves under the version that the card showed; a press that came before shows its result. */
async function change(
  request: Request,
  { id, version }: Change,
  done: string,
  decide: (meeting: Meeting, actor: Actor) => Outcome<ChangedMeeting, MeetingRefusal>,
): Promise<Answer> {
  const { directory, ports } = request;
  const operation = requireOperation(request, 'meetings.change');
  const stored = await findStored(request, id);
  if (!stored) throw new UnreadableInput('meetings.change');
  if (hasOperation(operation, stored)) return meetingsChanged(request, [stored.meeting], done);
  if (stored.version !== version) return changedMeanwhile(request, stored);
  const changed = decide(stored.meeting, toActor(request));
  if (!changed.ok) return refuseMeetingChange(changed.refusal);
  const saved = await ports.meetings.record(
    directory.partnership.id,
    addOperation(changed.value, operation),
    version,
  );
  const after = (await findStored(request, id)) ?? stored;
  return saved === 'saved' || hasOperation(operation, after)
    ? meetingsChanged(request, [after.meeting], done)
    : changedMeanwhile(request, after);
}

const findStored = ({ directory, ports }: Request, id: string) =>
  ports.meetings.find(directory.partnership.id, id);

function changedMeanwhile(request: Request, { meeting }: StoredMeeting): Answer {
  return meetingsChanged(
    request,
    [meeting],
    'Nothing was recorded: somebody changed this meeting meanwhile. It now stands so',
  );
}
