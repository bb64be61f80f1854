import { ask } from '../../answers/questions.ts';
import { undoButton } from '../../answers/undo-words.ts';
import { sentenceCase } from '../../answers/words.ts';
import { UnreadableInput } from '../../contract/action.ts';
import type { Answer, AnswerRow, Button, Fact, State } from '../../contract/answer.ts';
import type { RecordHistory } from '../../contract/feature.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { isPermitted } from '../../domain/access.ts';
import { type Challenge, isChallengeLate, isChallengeOpen } from '../../domain/challenge.ts';
import type { ChangeEvent } from '../../domain/change-event.ts';
import { type Day, formatDay, toDay, toLocalTime } from '../../domain/dates.ts';
import { agencyName, type Directory, groupName, personName } from '../../domain/directory.ts';
import { describeUndo, formButton } from './buttons.ts';
import { formatParties } from './queries.ts';
import { challengeOwner, mayDo, mayNotRead, noSuchChallenge } from './refusals.ts';
import { challengeStore } from './store.ts';

const MAX_EVENTS = 12;

export const aboutChallenge = (challenge: string) => ask('challenge_detail', {}, { challenge });

/** The challenge with a reference however it is typed, or what to say when there is none. */
export async function findChallenge(
  { store, person }: Request,
  wanted: unknown,
): Promise<{ readonly challenge: Challenge } | { readonly answer: Answer }> {
  if (!isPermitted(person, 'challenges.read')) return { answer: mayNotRead() };
  const ref = typeof wanted === 'string' ? wanted.trim() : '';
  const number = Number(/\d+$/.exec(ref)?.[0]);
  const all = ref ? await store(challengeStore).list() : [];
  const challenge =
    all.find(({ id }) => id.toUpperCase() === ref.toUpperCase()) ??
    all.find(({ id }) => /^(?:chg)?\W*\d+$/i.test(ref) && Number(/\d+$/.exec(id)?.[0]) === number);
  return challenge ? { challenge } : { answer: noSuchChallenge(ref) };
}

/** The challenge that a card names. */
export async function requireChallenge({ store }: Request, id: string): Promise<Challenge> {
  const challenge = await store(challengeStore).get(id);
  if (!challenge) throw new UnreadableInput('challenges');
  return challenge;
}

/** “what came of CHG-03” */
export async function showChallenge(request: Request, { args }: Question): Promise<Answer> {
  const found = await findChallenge(request, args.challenge);
  return 'answer' in found ? found.answer : challengeAnswer(request, found.challenge);
}

/** Where a challenge stands, in words. */
export function describeStanding(challenge: Challenge, today: Day): State {
  const { answeredOn, difference, withdrawnOn, answerDueOn } = challenge;
  if (withdrawnOn)
    return { words: `withdrawn ${formatDay(withdrawnOn, today)}`, colour: 'default' };
  if (answeredOn)
    return {
      words: `answered ${formatDay(answeredOn, today)}, ${difference ? 'made a difference' : 'no difference recorded yet'}`,
      colour: difference ? 'good' : 'accent',
    };
  const isLate = isChallengeLate(challenge, today);
  return {
    words: `${isLate ? 'not answered, was due' : 'answer due'} ${formatDay(answerDueOn, today)}`,
    colour: isLate ? 'attention' : 'warning',
  };
}

/** A challenge as a row: who asked whom, and what came of it. */
export function toChallengeRow(
  challenge: Challenge,
  directory: Directory,
  { today }: Pick<Request, 'today'>,
): AnswerRow {
  const { id, question, on, group, difference, answer } = challenge;
  return {
    ref: id,
    title: question,
    state: describeStanding(challenge, today),
    line: [
      formatParties(challenge, directory),
      `${formatDay(on, today)}${group ? `, ${groupName(directory, group)}` : ''}`,
    ].join(' · '),
    ...((difference ?? answer) && {
      details: difference ? `Difference: ${difference}` : `Answer: ${answer}`,
    }),
    opens: aboutChallenge(id),
  };
}

/** A challenge with what came of it; `news` is what has just become of it. */
export async function challengeAnswer(
  request: Request,
  challenge: Challenge,
  news?: string,
): Promise<Answer> {
  const { directory, today, store } = request;
  const { id, question } = challenge;
  const history = await store(challengeStore).history(id);
  const state = describeStanding(challenge, today);
  const parties = formatParties(challenge, directory);
  const undo = news ? describeUndo(id, history.at(-1)) : undefined;
  const text = `${id}, ${parties}: ${state.words}.`;
  return {
    text: news ? `${news} ${text}` : text,
    ...(news && { news }),
    about: 'challenge',
    heading: `${id}: ${parties}`,
    sentence: question,
    state: { ...state, words: sentenceCase(state.words) },
    sections: [
      ...(undo ? [{ buttons: [undoButton(undo)] }] : []),
      { facts: toFacts(challenge, request) },
      {
        heading: 'History',
        events: history.toReversed().slice(0, MAX_EVENTS).map(describeEvent),
      },
    ],
    buttons: nextButtons(request, challenge),
    suggestions: [
      { title: 'This year’s challenges', ...ask('list_challenges', { year: 'current' }) },
      { title: 'Unanswered', ...ask('list_challenges', {}, { unanswered: 'unanswered' }) },
    ],
    thread: { ...aboutChallenge(id), ...(undo && { undo }) },
  };

  function describeEvent({ at, by, type, reason }: ChangeEvent) {
    const { timeZone } = directory.partnership;
    const on = at.includes('T') ? toDay(toLocalTime(new Date(at), timeZone)) : (at as Day);
    const what = type === 'added' ? 'recorded' : type === 'concluded' ? 'difference noted' : type;
    const who = by === 'import' ? 'an import' : personName(directory, by);
    return {
      when: formatDay(on, today),
      what: `${sentenceCase(what)} by ${who}${reason ? `: ${reason}` : ''}`,
    };
  }
}

function toFacts(challenge: Challenge, { directory, today }: Request): Fact[] {
  const { group, on, answeredBy, answeredOn } = challenge;
  const facts: [string, string | undefined][] = [
    ['Asked by', agencyName(directory, challenge.fromAgency)],
    ['Asked of', agencyName(directory, challenge.toAgency)],
    ['At', `${group ? `${groupName(directory, group)}, ` : ''}${formatDay(on, today)}`],
    ['Answer due', formatDay(challenge.answerDueOn, today)],
    ['Answer', challenge.answer],
    [
      'Answered by',
      [answeredBy && personName(directory, answeredBy), answeredOn && formatDay(answeredOn, today)]
        .filter(Boolean)
        .join(', '),
    ],
    ['Difference', challenge.difference],
    ['Withdrawn because', challenge.withdrawnBecause],
  ];
  return facts.flatMap(([title, value]) => (value ? [{ title, value }] : []));
}

function nextButtons(request: Request, challenge: Challenge): Button[] {
  const { id, answeredOn } = challenge;
  const changes = mayDo(request, 'challenges.change', challenge);
  const answers = isChallengeOpen(challenge) && mayDo(request, 'challenges.answer', challenge);
  return [
    ...(answers ? [formButton('Answer…', id, 'answer')] : []),
    ...(changes && answeredOn ? [formButton('Note difference…', id, 'difference')] : []),
    ...(changes && isChallengeOpen(challenge) ? [formButton('Withdraw…', id, 'withdraw')] : []),
    ...(changes ? [formButton('Correct…', id, 'correct')] : []),
  ];
}

/** What became of a challenge, for those who ask who changed it. */
export async function challengeHistory(
  { store }: Request,
  ref: string,
): Promise<RecordHistory | undefined> {
  const challenge = await store(challengeStore).get(ref.toUpperCase());
  if (!challenge) return undefined;
  return {
    ref: challenge.id,
    owner: challengeOwner(challenge, 'challenges.change'),
    events: await store(challengeStore).history(challenge.id),
    record: { title: challenge.id, ...aboutChallenge(challenge.id) },
  };
}
