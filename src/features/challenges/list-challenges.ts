import { formatMeeting } from '../../answers/meeting-words.ts';
import { ask } from '../../answers/questions.ts';
import { formatCount, sentenceCase } from '../../answers/words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { isPermitted } from '../../domain/access.ts';
import { type Challenge, isChallengeLate, isChallengeOpen } from '../../domain/challenge.ts';
import { agencyName, groupName } from '../../domain/directory.ts';
import { isWithin } from '../../domain/is-within.ts';
import { readPastPeriod, resolveMeeting } from '../meetings/queries.ts';
import { openNewChallenge } from './buttons.ts';
import { mayNotRead } from './refusals.ts';
import { showChallenge, toChallengeRow } from './show-challenge.ts';
import { challengeStore } from './store.ts';

/** So many fit a phone; the others are counted. */
const MAX_ROWS = 20;

/** “who challenged whom this year and what came of it”, “unanswered challenges”, “challenge from the march board”. */
export async function listChallenges(request: Request, question: Question): Promise<Answer> {
  const { directory, person, store, today } = request;
  if (!isPermitted(person, 'challenges.read')) return mayNotRead();
  const { args } = question;
  if (args.challenge) return showChallenge(request, question);
  const scope = await readScope(request, question);
  if (typeof scope === 'string') return { text: scope, thread: { question } };
  const all = (await store(challengeStore).list()).filter(scope.fits);
  const wanted = readWanted(question, today);
  const found = all
    .filter(wanted.fits)
    .sort((a, b) => b.on.localeCompare(a.on) || b.id.localeCompare(a.id, 'en', { numeric: true }));
  const suggestions = [
    {
      title: 'Unanswered',
      ...ask('list_challenges', question.filters, { unanswered: 'unanswered' }),
    },
    { title: 'Record a challenge', ...openNewChallenge.press({}) },
  ];
  const of = scope.words ? ` ${scope.words}` : '';
  const words = wanted.words ? `${wanted.words} ` : '';
  const text =
    found.length === 0
      ? `No ${words}challenge${of} is recorded.`
      : `${sentenceCase(formatCount(found.length, `${words}challenge`))}${of}: ${describeWhole(found, today)}.`;
  if (found.length === 0) return { text, suggestions, thread: { question } };
  return {
    text,
    heading: `${sentenceCase(formatCount(found.length, `${words}challenge`))}${of}`,
    sections: [
      {
        rows: found.slice(0, MAX_ROWS).map((each) => toChallengeRow(each, directory, request)),
        note: found.length > MAX_ROWS ? `The first ${MAX_ROWS} of ${found.length} shown` : '',
      },
    ],
    suggestions,
    thread: { question },
  };
}

interface Chosen {
  readonly words: string;
  readonly fits: (challenge: Challenge) => boolean;
}

/** The meeting, group, days and agency that are asked for; or what to say of one that there is not. */
async function readScope(request: Request, { filters, args }: Question): Promise<Chosen | string> {
  const { directory } = request;
  const { agency, group } = filters;
  const period = readPastPeriod(request, { filters, args });
  // “In march” is a month; “at the march board” is a meeting.
  const isOfMeeting = filters.meeting !== undefined && (group !== undefined || !period);
  const meeting = isOfMeeting ? await resolveMeeting(request, filters) : undefined;
  if (isOfMeeting && !meeting)
    return 'I can’t tell which meeting you mean. Say the group, and the month.';
  const side = args.to ? 'to' : args.from ? 'from' : 'with';
  return {
    words: [
      agency && `${side} ${agencyName(directory, agency)}`,
      meeting
        ? `at ${formatMeeting(meeting, directory)}`
        : group && `at ${groupName(directory, group)}`,
      !meeting && period?.words,
    ]
      .filter(Boolean)
      .join(' '),
    fits: (each) =>
      (meeting ? each.meetingId === meeting.id : !group || each.group === group) &&
      (!period || isWithin(each.on, period)) &&
      (!agency ||
        (side !== 'to' && each.fromAgency === agency) ||
        (side !== 'from' && each.toAgency === agency)),
  };
}

function readWanted({ args }: Question, today: Challenge['on']): Chosen {
  if (args.late) return { words: 'overdue', fits: (each) => isChallengeLate(each, today) };
  if (args.unanswered) return { words: 'unanswered', fits: isChallengeOpen };
  if (args.difference) return { words: 'effective', fits: ({ difference }) => Boolean(difference) };
  if (args.answered) return { words: 'answered', fits: ({ answeredOn }) => Boolean(answeredOn) };
  return { words: '', fits: () => true };
}

/** “3 answered, 1 made a difference, 1 not answered and past its day” */
function describeWhole(all: readonly Challenge[], today: Challenge['on']): string {
  const count = (fits: (challenge: Challenge) => unknown) => all.filter(fits).length;
  const answered = count(({ answeredOn }) => answeredOn);
  const difference = count((each) => each.difference);
  const open = count(isChallengeOpen);
  const late = count((each) => isChallengeLate(each, today));
  const withdrawn = count(({ withdrawnOn }) => withdrawnOn);
  return [
    `${answered || 'none'} answered`,
    answered > 0 && `${difference || 'none'} with a difference recorded`,
    `${open || 'none'} waiting for an answer`,
    late > 0 && `${late} past the day`,
    withdrawn > 0 && `${withdrawn} withdrawn`,
  ]
    .filter(Boolean)
    .join(', ');
}
