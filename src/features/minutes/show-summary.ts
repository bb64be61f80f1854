import { formatCount, sentenceCase } from '../../answers/words.ts';
import type { Answer, AnswerRow, Section } from '../../contract/answer.ts';
import type { MeetingEvent } from '../../contract/feature.ts';
import type { Question } from '../../contract/question.ts';
import type { EventContext, Request } from '../../contract/request.ts';
import { formatDay, parseDay, toDay } from '../../domain/dates.ts';
import { groupName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { attendanceThisYear } from '../attendance/buttons.ts';
import { describeConcerns } from '../attendance/queries.ts';
import { challengeButton } from '../challenges/buttons.ts';
import { allMeetings, myNextMeeting, nextMeetingButton } from '../meetings/buttons.ts';
import {
  findCurrentMeeting,
  findLastHeld,
  findMeetingsBetween,
  resolveMeeting,
} from '../meetings/queries.ts';
import { compileMinutes, type Minutes } from './minutes.ts';

const MAX_DECISIONS = 6;
const MAX_ACTIONS = 8;
const MAX_WATCHED = 5;
const MAX_NAMES_LENGTH = 400;

/** Answers what came of a meeting: who attended, what was decided, who does what by when. */
export async function showSummary(request: Request, question: Question): Promise<Answer> {
  const meeting = await findMeant(request, question);
  if (!meeting) return askWhichMeeting(request, question);
  const [minutes, watch] = await Promise.all([
    compileMinutes(request, meeting),
    describeConcerns(request, [meeting.group]),
  ]);
  return summaryAnswer(meeting, minutes, watch);
}

export function askWhichMeeting(
  { directory, today }: Request,
  { filters: { group }, args }: Question,
): Answer {
  const whose = group ? ` of ${groupName(directory, group)}` : '';
  const on = parseDay(args.on);
  const none = on ? `I know of no meeting${whose} on ${formatDay(on, today)}. ` : '';
  return {
    text: `${none}Which meeting${whose} do you mean? Say the group, and the month.`,
    suggestions: [allMeetings, myNextMeeting],
  };
}

/** When Teams reports that a meeting has ended: its summary, in its chat, for all who were there. An open register is asked for first. */
export async function summariseEndedMeeting(
  context: EventContext,
  event: MeetingEvent,
): Promise<Answer | undefined> {
  if (event.what !== 'ended') return undefined;
  const meeting = await findCurrentMeeting(context);
  if (!meeting || toDay(meeting.startsAt) !== context.today) return undefined;
  return summaryAnswer(meeting, await compileMinutes(context, meeting));
}

/**
 * The meeting on the day that is named: of a group, or the only one of that day. Without further words,
 * the meeting that is going on or was held last.
 */
export async function findMeant(
  request: Request,
  { filters, args }: Question,
): Promise<Meeting | undefined> {
  for (const named of [args.on, args.orOn]) {
    const on = parseDay(named);
    const there = on ? await findMeetingsBetween(request, filters.group, { from: on, to: on }) : [];
    const held = there.filter(({ status }) => status === 'held');
    const [only, ...others] = held.length > 0 ? held : there;
    if (only && others.length === 0) return only;
  }
  if (args.on) return undefined;
  if (filters.meeting) return resolveMeeting(request, filters);
  const here = await findCurrentMeeting(request);
  const group = filters.group ?? here?.group ?? request.home;
  if (here && here.group === group && toDay(here.startsAt) === request.today) return here;
  return group ? findLastHeld(request, group) : undefined;
}

function summaryAnswer(
  { group: groupId, id }: Meeting,
  minutes: Minutes,
  watch: readonly string[] = [],
): Answer {
  const { group, title, quorum, note, attendance, declared, challenged, decisions, actions } =
    minutes;
  const decided =
    decisions.length > 0 ? formatCount(decisions.length, 'decision') : 'no decision recorded';
  const raised =
    actions.length > 0 ? `${formatCount(actions.length, 'action')} raised` : 'no action raised';
  const sentence = [quorum, note && `${note}.`].filter(Boolean).join(' ');
  return {
    text: `${group}, ${title.charAt(0).toLowerCase()}${title.slice(1)}: ${decided}, ${raised}. ${sentence}`,
    about: group,
    heading: title,
    sentence,
    sections: [
      { facts: attendance.map(({ how, who }) => ({ title: how, value: listShortly(who) })) },
      { heading: 'Interests declared', items: declared },
      { heading: 'Challenges', items: challenged },
      countedRows(decided, decisions.slice(0, MAX_DECISIONS)),
      countedRows(raised, actions.slice(0, MAX_ACTIONS)),
      { heading: 'Worth watching', items: watch.slice(0, MAX_WATCHED) },
      { note: describeNotShown(minutes) || undefined },
    ],
    buttons: [challengeButton(id)],
    suggestions: [attendanceThisYear(groupId), nextMeetingButton(groupId)],
  };
}

/** How many there are, above them; alone where there are none. */
const countedRows = (count: string, rows: readonly AnswerRow[]): Section =>
  rows.length > 0 ? { heading: sentenceCase(count), rows } : { text: sentenceCase(count) };

function describeNotShown({ decisions, actions }: Minutes): string {
  const left =
    Math.max(0, decisions.length - MAX_DECISIONS) + Math.max(0, actions.length - MAX_ACTIONS);
  return left > 0 ? `${left} more are in the minutes.` : '';
}

function listShortly(who: readonly string[]): string {
  const all = who.join(', ');
  return all.length <= MAX_NAMES_LENGTH ? all : formatCount(who.length, 'agency', 'agencies');
}
