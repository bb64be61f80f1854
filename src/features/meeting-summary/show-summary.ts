import { formatCount, sentenceCase } from '../../answers/words.ts';
import type { Answer, Asker, MeetingEvent, Scene } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { toDay } from '../../domain/dates.ts';
import { groupName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { describeConcerns } from '../attendance/queries.ts';
import { compileMinutes, type Minutes } from '../minutes.ts';
import { findCurrentMeeting, findLastHeld, resolveMeeting } from '../resolve-meeting.ts';
import type { SummaryView } from './summary-view.ts';

const MAX_DECISIONS = 6;
const MAX_ACTIONS = 8;
const MAX_WATCHED = 5;
const MAX_NAMES_LENGTH = 400;

/** Answers what came of a meeting: who attended, what was decided, who does what by when. */
export async function showSummary(
  asker: Request,
  { filters }: Question,
  ports: Ports,
): Promise<Answer> {
  const meeting = await meant(asker, filters, ports);
  if (!meeting) {
    const whose = filters.group ? ` of ${groupName(asker.directory, filters.group)}` : '';
    return {
      text: `Which meeting${whose} do you mean? Say the group, and the month.`,
      suggestions: ['all meetings', 'when is my next meeting'],
    };
  }
  const [minutes, watch] = await Promise.all([
    compileMinutes(meeting, asker.directory, ports),
    describeConcerns(asker, [meeting.group]),
  ]);
  return summaryReply(minutes, { watch, document: documentFor(asker, meeting) });
}

/** When Teams reports that a meeting has ended: its summary, in its chat, for all who were there. An open register is asked for first. */
export async function sumUpAtTheEnd(
  scene: Scene,
  event: MeetingEvent,
  ports: Ports,
): Promise<Answer | undefined> {
  if (event.what !== 'ended') return undefined;
  const meeting = await findCurrentMeeting(scene, ports);
  const today = ports.calendar.today(scene.directory.partnership.timeZone);
  if (!meeting || toDay(meeting.startsAt) !== today) return undefined;
  return summaryReply(await compileMinutes(meeting, scene.directory, ports), {
    watch: [],
    document: '',
  });
}

/** Without further words, the meeting that is going on or was held last. */
async function meant(
  asker: Asker,
  filters: Question['filters'],
  ports: Ports,
): Promise<Meeting | undefined> {
  if (filters.meeting) return resolveMeeting(asker, filters, ports);
  const { id, timeZone } = asker.directory.partnership;
  const today = ports.calendar.today(timeZone);
  const here = await findCurrentMeeting(asker, ports);
  const group = filters.group ?? here?.group ?? asker.home;
  if (here && here.group === group && toDay(here.startsAt) === today) return here;
  return group ? findLastHeld(id, group, today, ports) : undefined;
}

function summaryReply(
  minutes: Minutes,
  { watch, document }: Pick<SummaryView, 'watch'> & { document: string },
): Answer {
  const { group, title, quorum, note, decisions, actions } = minutes;
  const decided =
    decisions.length > 0 ? formatCount(decisions.length, 'decision') : 'no decision recorded';
  const raised =
    actions.length > 0 ? `${formatCount(actions.length, 'action')} raised` : 'no action raised';
  const text = `${group}, ${title.charAt(0).toLowerCase()}${title.slice(1)}: ${decided}, ${raised}. ${quorum}${note ? ` ${note}.` : ''}`;
  const view: SummaryView = {
    source: group,
    headline: title,
    sentence: `${quorum}${note ? ` ${note}.` : ''}`,
    attendance: minutes.attendance.map(({ standing, who }) => ({ standing, who: shortList(who) })),
    decided: sentenceCase(decided),
    decisions: decisions.slice(0, MAX_DECISIONS),
    raised: sentenceCase(raised),
    rows: actions.slice(0, MAX_ACTIONS),
    watch: watch.slice(0, MAX_WATCHED),
    extent: [notShown(minutes), document].filter(Boolean).join(' '),
    suggestions: [`attendance of ${group} this year`, `when does ${group} meet next`],
  };
  return {
    text,
    card: { name: 'meeting-summary', view, plain: plainOf(text, minutes, view.watch) },
    suggestions: view.suggestions,
  };
}

function notShown({ decisions, actions }: Minutes): string {
  const left =
    Math.max(0, decisions.length - MAX_DECISIONS) + Math.max(0, actions.length - MAX_ACTIONS);
  return left > 0 ? `${left} more are in the minutes.` : '';
}

/** Chats have no place for files: an administrator writes the document, and is told how. */
function documentFor({ person }: Asker, { id }: Meeting): string {
  return person.roles.includes('administrator')
    ? `As a Word document: npm run minutes -- ${id} FILE.docx`
    : '';
}

function shortList(who: readonly string[]): string {
  const all = who.join(', ');
  return all.length <= MAX_NAMES_LENGTH ? all : `${formatCount(who.length, 'agency', 'agencies')}`;
}

function plainOf(
  text: string,
  { attendance, decisions, actions }: Minutes,
  watch: readonly string[],
): string {
  return [
    text,
    ...attendance.map(({ standing, who }) => `${standing}: ${who.join(', ')}.`),
    ...decisions.map(({ title, details }) => `Decided: ${title}. ${details}.`),
    ...actions.map(({ ref, title, line }) => `Action ${ref}: ${title}, ${line}.`),
    ...watch,
  ].join('\n');
}
