import { z } from 'zod';
import { choiceField, dayField, idField, lineField, pleaseCheck } from '../../answers/form.ts';
import { formatMeeting } from '../../answers/meeting-words.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import { settingValues } from '../../contract/notice-settings.ts';
import type { Question } from '../../contract/question.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { isPermitted } from '../../domain/access.ts';
import { type Challenge, recordChallenge } from '../../domain/challenge.ts';
import { addDays, toDay } from '../../domain/dates.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { nextReference } from '../../domain/next-reference.ts';
import { findCurrentMeeting, findMeeting, resolveMeeting } from '../meetings/queries.ts';
import { openNewChallenge } from './buttons.ts';
import { challengeSettings } from './notices.ts';
import { mayNot, notRecorded } from './refusals.ts';
import { challengeAnswer } from './show-challenge.ts';
import { challengeStore } from './store.ts';

/** “log a challenge to the police: why …”: a form, for the meeting that is named or going on. */
export async function proposeChallenge(request: Request, question: Question): Promise<Answer> {
  if (!isPermitted(request.person, 'challenges.add')) return mayNot('challenges.add');
  const { filters, args } = question;
  const named = filters.meeting ?? filters.group;
  const meeting = named
    ? await resolveMeeting(request, { meeting: 'last', ...filters })
    : await findCurrentMeeting(request);
  const asked = meeting && toDay(meeting.startsAt) <= request.today ? meeting : undefined;
  const words = typeof args.question === 'string' ? args.question : '';
  return challengeForm(request, asked, { to: filters.agency, words });
}

/** *Record challenge…*, on the card of a meeting. */
export const openNewForm = action({
  ...openNewChallenge,
  permission: 'challenges.add',
  async handle(request: Request, { meeting: id }): Promise<Answer> {
    const meeting = id === undefined ? undefined : await findMeeting(request, id);
    if (id !== undefined && !meeting) throw new UnreadableInput(openNewChallenge.id);
    return challengeForm(request, meeting);
  },
});

function challengeForm(
  { directory, person, today }: Request,
  meeting: Meeting | undefined,
  { to = '', words = '' }: { readonly to?: string | undefined; readonly words?: string } = {},
): Answer {
  const on = meeting ? toDay(meeting.startsAt) : today;
  const { challengeDays } = settingValues(challengeSettings, directory.partnership.notices);
  const own = directory.agencies.find(({ id }) => id === person.agency)?.id;
  const heading = 'Record a challenge?';
  return {
    text: pleaseCheck(heading),
    heading,
    sentence: `${meeting ? `Asked at ${formatMeeting(meeting, directory)}.` : 'Asked at no meeting: say which, or record it from the meeting’s card.'} Please leave out names and details of children.`,
    form: {
      fields: [
        { ...choiceField('from', 'Asked by', directory.agencies, own), required: true },
        { ...choiceField('to', 'Asked of', directory.agencies, to), required: true },
        { id: 'question', label: 'What was asked', kind: 'lines', value: words, required: true },
        { id: 'on', label: 'Asked on', kind: 'day', value: on, required: true },
        {
          id: 'dueOn',
          label: 'Answer due',
          kind: 'day',
          value: addDays(on, challengeDays),
          required: true,
        },
      ],
      submit: saveChallenge.button('Record challenge', { ...(meeting && { meeting: meeting.id }) }),
    },
  };
}

/** *Record challenge*: under the next free reference. */
export const saveChallenge = action({
  id: 'challenges.record',
  permission: 'challenges.add',
  input: z.object({
    meeting: z.string().max(200).optional(),
    from: idField,
    to: idField,
    question: lineField,
    on: dayField.optional(),
    dueOn: dayField.optional(),
  }),
  async handle(request: Request, input): Promise<Answer> {
    const { directory, store, today } = request;
    const { meeting: meetingId, from, to, question, on = today, dueOn } = input;
    const meeting = meetingId === undefined ? undefined : await findMeeting(request, meetingId);
    const isAgency = (id: string | undefined) => directory.agencies.some((each) => each.id === id);
    if ((meetingId !== undefined && !meeting) || (from && !isAgency(from)) || (to && !isAgency(to)))
      throw new UnreadableInput('challenges.record');
    if (!from || !to) return notRecorded('same-agency');
    const { challengeDays } = settingValues(challengeSettings, directory.partnership.notices);
    const actor = toActor(request);
    const all = await store(challengeStore).list();
    const wanted: Challenge = {
      id: nextReference(
        all.map(({ id }) => id),
        'CHG-01',
      ),
      ...(meeting && { meetingId: meeting.id, group: meeting.group }),
      on,
      fromAgency: from,
      toAgency: to,
      question,
      answerDueOn: dueOn ?? addDays(on, challengeDays),
      recordedBy: actor.by,
    };
    const decided = recordChallenge(wanted, actor);
    if (!decided.ok) return notRecorded(decided.refusal);
    const added = await store(challengeStore).add(decided.value.record, decided.value.event);
    if (!added.ok) return notRecorded(added.refusal);
    return challengeAnswer(request, added.value, 'Recorded.');
  },
});
