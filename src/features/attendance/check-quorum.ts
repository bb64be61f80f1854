import { formatMeeting } from '../../answers/meeting-words.ts';
import { ask } from '../../answers/questions.ts';
import { formatList, pluralVerb } from '../../answers/words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { isPermittedOn } from '../../domain/access.ts';
import { toDay } from '../../domain/dates.ts';
import { agencyName, type Directory, groupName } from '../../domain/directory.ts';
import { findBoard } from '../../domain/find-board.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { parseMonthAsked } from '../../domain/period.ts';
import {
  attendingAgencies,
  type Register,
  registerQuorum,
  registerSeats,
} from '../../domain/register.ts';
import { resolveMeeting } from '../meetings/queries.ts';
import { checkPastQuorum } from './check-past-quorum.ts';
import { describeRule } from './describe-rule.ts';
import { findAskedMeeting } from './find-meeting.ts';
import { openRegister } from './open-register.ts';
import { describeShortfall } from './quorum.ts';
import { rollCallFor } from './roll-call.ts';

/** Whether a meeting may decide, or could: the one that is going on or to come, or one that took place. */
export async function checkQuorum(request: Request, question: Question): Promise<Answer> {
  const { today } = request;
  const isToday = await asksOfNow(request, question);
  if (isToday) return checkPresentQuorum(request, question);
  const { meeting } = question.filters;
  const wanted = meeting === 'this' || !meeting ? 'last' : meeting;
  const found = await findAskedMeeting(request, {
    ...question,
    filters: { ...question.filters, meeting: wanted },
  });
  if ('answer' in found) return found.answer;
  return toDay(found.meeting.startsAt) > today || found.meeting.status === 'scheduled'
    ? checkPresentQuorum(request, question)
    : checkPastQuorum(request, question, found.meeting);
}

/** Whether the meeting that is going on or to come is meant: “are we quorate”, “will the may board be”; not “was it”, “in july 2020”. */
async function asksOfNow(request: Request, { filters, args }: Question): Promise<boolean> {
  const { today } = request;
  const { meeting = 'this' } = filters;
  const isPast = args.tense === 'past';
  if (args.on || meeting === 'last') return false;
  if (meeting.startsWith('month:')) {
    const isYearNamed = meeting.length > 'month:07'.length;
    if (isYearNamed) return (parseMonthAsked(meeting, today, 'last')?.from ?? today) > today;
    const next = isPast ? undefined : await resolveMeeting(request, filters);
    return next !== undefined && toDay(next.startsAt) >= today;
  }
  if (!isPast || meeting === 'next') return true;
  const current = await resolveMeeting(request, filters);
  return current !== undefined && toDay(current.startsAt) === today;
}

/** “are we quorate”: as the register of the meeting stands; before it is open, what the group needs and who has sent apologies. */
async function checkPresentQuorum(request: Request, { filters }: Question): Promise<Answer> {
  const { directory, place, ports } = request;
  const meeting = await resolveMeeting(request, filters);
  if (!meeting) return describeRuleOnly(directory, filters.group);
  const stored = await ports.registers.find(directory.partnership.id, meeting.id);
  if (!stored || stored.register.status === 'planned')
    return describeUnopened(request, meeting, stored?.register);
  const text = `${describeQuorum(stored.register, directory)} This is ${formatMeeting(meeting, directory)}.`;
  // In the meeting's chat the live card says the rest, to everybody alike.
  return place.kind === 'personal'
    ? { text, card: rollCallFor(request, { meeting, stored }).card }
    : { text };
}

function describeQuorum(register: Register, directory: Directory): string {
  const { quorum: rules } = directory.partnership;
  const quorum = registerQuorum(register, rules);
  const isClosed = register.status === 'closed';
  const claimed = describeClaimed(register);
  if (!quorum) return 'No quorum is set for this group.';
  if (quorum.quorate)
    return `${isClosed ? 'Yes, it was' : 'Yes, the meeting is'} quorate: it needs ${describeRule(register.group, rules, directory)}.${claimed}`;
  const went = register.proceeded ? ` The chair proceeded: ${register.proceeded.reason}.` : '';
  return `${isClosed ? 'No, it was' : 'No, the meeting is'} not quorate: ${describeShortfall(quorum, directory)}.${claimed}${went}`;
}

/** “3 of 4 seats are filled; 1 is claimed, not confirmed.” */
function describeClaimed(register: Register): string {
  const seats = registerSeats(register);
  const claimed = seats.filter(({ status }) => status === 'claimed').length;
  if (register.status === 'closed' || claimed === 0) return '';
  const filled = attendingAgencies(register).size;
  return ` ${filled} of ${seats.length} seats ${pluralVerb(filled, 'is', 'are')} filled; ${claimed} ${pluralVerb(claimed, 'is', 'are')} claimed, not confirmed.`;
}

function describeUnopened(
  { directory, person, today }: Request,
  meeting: Meeting,
  register: Register | undefined,
): Answer {
  const { id, group, startsAt } = meeting;
  const rule = describeRule(group, directory.partnership.quorum, directory);
  const needs = rule ? `It needs ${rule}.` : 'No quorum is set for this group.';
  const absentees = register
    ? registerSeats(register).filter(({ status }) => status === 'apologies')
    : [];
  const names = formatList(absentees.map(({ agency }) => agencyName(directory, agency)));
  const mayOpen = toDay(startsAt) <= today && isPermittedOn(person, 'registers.record', { group });
  const apologies = names ? `Apologies so far: ${names}.` : 'Nobody has sent apologies.';
  return {
    text: `The register of ${formatMeeting(meeting, directory)}, is not open, so I cannot tell yet. ${needs} ${apologies}`,
    buttons: mayOpen ? [openRegister.button('Open the register', { meeting: id })] : [],
  };
}

function describeRuleOnly(directory: Directory, group: string | undefined): Answer {
  const rule = group && describeRule(group, directory.partnership.quorum, directory);
  if (group && rule)
    return {
      text: `No meeting of ${groupName(directory, group)} is in the records now. It needs ${rule}.`,
    };
  const board = findBoard(directory);
  return {
    text: 'I cannot tell which meeting you mean. Say which group, such as “is the board quorate”.',
    suggestions: board
      ? [{ title: 'Is the board quorate?', ...ask('quorum_check', { group: board.id }) }]
      : [],
  };
}
