import { ask } from '../../answers/questions.ts';
import { formatCount, formatNames, pluralVerb } from '../../answers/words.ts';
import type { Answer, AnswerRow, Button, Fact } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { isPermitted, isPermittedOn } from '../../domain/access.ts';
import { formatDay } from '../../domain/dates.ts';
import { agencyName } from '../../domain/directory.ts';
import { isConfirmed, type LearningReply } from '../../domain/learning.ts';
import { openAnswer, openCancelling, replyButtons } from './buttons.ts';
import { describeReply, describeWhen, NOUNS } from './describe-learning.ts';
import { findLearning, type KnownItem, listLearning } from './queries.ts';

/** “who has not confirmed the neglect briefing”: one item with what each agency said. */
export async function showLearning(request: Request, { args }: Question): Promise<Answer> {
  const found = await findLearning(request, args.item ?? args.named ?? args.about ?? args.ref);
  return 'answer' in found ? found.answer : learningAnswer(request, found.known);
}

/** The same of an item as it stands now; `news` is what has just become of it. */
export async function learningAnswerOf(
  request: Request,
  id: string,
  news?: string,
  undo?: Button,
): Promise<Answer> {
  const known = (await listLearning(request)).find(({ item }) => item.id === id);
  if (!known) return { text: news ?? 'It is not in the records any more.' };
  const answer = learningAnswer(request, known, news);
  return undo ? { ...answer, buttons: [undo, ...(answer.buttons ?? [])].slice(0, 3) } : answer;
}

function learningAnswer(request: Request, known: KnownItem, news?: string): Answer {
  const { directory, today } = request;
  const { item, replies } = known;
  const name = ({ agency }: LearningReply) => agencyName(directory, agency);
  const open = replies.filter((reply) => !isConfirmed(reply));
  const text = `${item.id} “${item.title}”, ${describeWhen(item, today)}: ${describeReplies(known, open.map(name))}`;
  const inOrder = [...open].sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  const section = (heading: string, some: readonly LearningReply[]) => ({
    heading,
    rows: some.map((reply) => toReplyRow(request, reply)),
  });
  return {
    text: news ? `${news} ${text}` : text,
    ...(news && { news }),
    about: `${NOUNS[item.kind]} ${item.id}`,
    heading: item.title,
    ...(item.cancelledOn && { state: { words: 'Called off', colour: 'default' as const } }),
    sections: [
      { facts: toFacts(request, known) },
      ...(item.cancelledOn ? [] : [section('Not confirmed', inOrder)]),
      section('Confirmed', replies.filter(isConfirmed)),
    ].filter((each) => !('rows' in each) || each.rows.length > 0),
    buttons: buttonsFor(request, known),
    suggestions: [{ title: 'Briefings and events', ...ask('list_learning') }],
    thread: { question: { intent: 'learning_detail', filters: {}, args: { item: item.id } } },
  };
}

/** `7 of 12 agencies have confirmed it; Police and Education have not.` */
function describeReplies({ item, replies }: KnownItem, open: readonly string[]): string {
  if (item.cancelledOn) return `${item.cancelledBecause ?? 'no reason is recorded'}.`;
  if (replies.length === 0) return 'to which agencies it went is not recorded.';
  if (open.length === 0)
    return `${replies.length === 1 ? 'the one agency has' : `all ${replies.length} agencies have`} confirmed it.`;
  const confirmed = replies.length - open.length;
  return `${confirmed} of ${formatCount(replies.length, 'agency has', 'agencies have')} confirmed it; ${formatNames(open)} ${pluralVerb(open.length, 'has', 'have')} not.`;
}

function toReplyRow(request: Request, reply: LearningReply): AnswerRow {
  const { directory, person } = request;
  const details = [
    reply.text && (reply.state === 'asked' ? `Asks: ${reply.text}` : reply.text),
    reply.answer && `Answered: ${reply.answer}`,
  ].filter(Boolean);
  return {
    title: agencyName(directory, reply.agency),
    state: describeReply(reply, request),
    ...(details.length > 0 && { details: details.join(' ') }),
    buttons:
      reply.state === 'asked' && isPermitted(person, 'learning.send')
        ? [openAnswer.button('Answer…', { item: reply.item, agency: reply.agency })]
        : [],
  };
}

function toFacts({ today }: Request, { item, source }: KnownItem): Fact[] {
  const facts: readonly [string, string | undefined][] = [
    ['Kind', NOUNS[item.kind]],
    ['From', source?.name],
    [item.kind === 'event' ? 'Held' : 'Sent', formatDay(item.on, today)],
    ['Called off', item.cancelledOn && formatDay(item.cancelledOn, today)],
    ['Where', item.link],
    ['Tested by', item.testedBy ?? (item.cancelledOn ? undefined : 'no audit yet')],
  ];
  return facts.flatMap(([title, value]) => (value ? [{ title, value }] : []));
}

/** What the asker's own agency can say, and what those who sent it can. */
function buttonsFor({ person }: Request, { item, replies }: KnownItem): Button[] {
  if (item.cancelledOn) return [];
  const own = replies.find(({ agency }) => agency === person.agency);
  if (
    own &&
    own.state !== 'acted' &&
    isPermittedOn(person, 'learning.reply', { agency: own.agency })
  )
    return replyButtons(item.id, own.agency);
  return isPermitted(person, 'learning.send')
    ? [openCancelling.button('Call off…', { item: item.id })]
    : [];
}
