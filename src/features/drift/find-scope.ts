import { ask } from '../../answers/questions.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { type Day, toDay } from '../../domain/dates.ts';
import { groupName } from '../../domain/directory.ts';
import { findBoard } from '../../domain/find-board.ts';
import { resolveYear, yearContaining } from '../../domain/partnership-year.ts';
import { resolveMeeting } from '../meetings/queries.ts';
import { type KnownFinding, lastLetterDay, maySeeDrift } from './queries.ts';

export interface Scope {
  /** A day gone by: what drifted then already is left out. */
  readonly since?: Day;
  /** The group that was asked about, for what leads on from there. */
  readonly home: string | undefined;
  /** Of what, in words. */
  readonly of: string;
  readonly fits: (finding: KnownFinding) => boolean;
}

/** What is asked for, or why it cannot be told: never another answer in its place. */
export async function findScope(
  request: Request,
  { filters, args }: Pick<Question, 'filters' | 'args'>,
): Promise<Scope | Answer> {
  const { directory, today, bankHolidays } = request;
  const { priority, year } = filters;
  const board = findBoard(directory)?.id;
  // A paper for the board is of all that it oversees, and one for a meeting to come is of now.
  const isForBoard = args.paper !== undefined && filters.group === board;
  const group = isForBoard ? undefined : filters.group;
  const meeting = args.paper && isToCome(filters.meeting) ? undefined : filters.meeting;
  if (group && !maySeeDrift(request.person, group))
    return {
      text: `What drifts in ${groupName(directory, group)} is looked after by its chair, the chair, the scrutineer and administrators.`,
      refused: 'access',
      suggestions: [{ title: 'What drifts with you', ...ask('drift_report') }],
    };
  const { yearStart } = directory.partnership;
  if (year && resolveYear(year, today, yearStart) !== yearContaining(today, yearStart))
    return {
      text: 'I can tell what is drifting now, and what is new since a meeting; not what drifted in an earlier year.',
      suggestions: [{ title: 'What is drifting now', ...ask('drift_report') }],
    };
  if (args.letter)
    return {
      since: lastLetterDay(today, bankHolidays),
      home: group,
      of: group ? ` of ${groupName(directory, group)}` : '',
      fits: (each) => !group || each.group === group,
    };
  if (meeting) {
    const last = await resolveMeeting(request, {
      group: group ?? board,
      meeting,
    });
    const on = last && toDay(last.startsAt);
    if (!on || on >= today)
      return {
        text: 'I could not tell since which meeting. Say for instance “what is newly drifting since the last board”.',
        suggestions: [{ title: 'All that drifts', ...ask('drift_report') }],
      };
    return { since: on, home: undefined, of: '', fits: () => true };
  }
  if (priority) {
    const { leadGroup, title } = directory.priorities.find(({ id }) => id === priority) ?? {};
    return {
      home: undefined,
      of: ` on “${title ?? priority}”, or of the group that leads it,`,
      fits: ({ subject, group: own }) =>
        subject === priority || (leadGroup !== undefined && own === leadGroup),
    };
  }
  return {
    home: group,
    of: group ? ` of ${groupName(directory, group)}` : '',
    fits: (each) => !group || each.group === group,
  };
}

const isToCome = (meeting: string | undefined): boolean => meeting === 'next' || meeting === 'this';
