import { describeQuestion } from '../../answers/describe-question.ts';
import { ask } from '../../answers/questions.ts';
import { suggestWithout } from '../../answers/suggest-without.ts';
import { undoButton } from '../../answers/undo-words.ts';
import { sentenceCase } from '../../answers/words.ts';
import type { Answer, Suggestion } from '../../contract/answer.ts';
import type { Intent } from '../../contract/feature.ts';
import type { Filters, Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { formatDayInFull } from './day-in-full.ts';

/** What small talk is answered with. */
export interface SmallTalkParts {
  /** What waits for this person, and what to try. */
  readonly welcome: (request: Request) => Promise<Answer>;
  /** Three likely questions for this person. */
  readonly starters: (request: Request) => Suggestion[];
  readonly findIntent: (name: string) => Intent | undefined;
}

const MAX_WIDER = 2;
const HELP: Suggestion = { title: 'What I can do', ...ask('help') };

/** A civil answer to what asks for no record: a greeting, thanks, “that is wrong”, “what day is it”. */
export async function answerSmallTalk(
  request: Request,
  { args }: Question,
  parts: SmallTalkParts,
): Promise<Answer> {
  const { directory, place, today } = request;
  const { name } = directory.partnership;
  switch (args.kind) {
    case 'greeting':
      return place.kind === 'personal'
        ? parts.welcome(request)
        : { text: 'Hello. What would you like to know?' };
    case 'welfare':
      return { text: 'All well here, thank you. What would you like to know?' };
    case 'present':
      return { text: 'I’m here. What would you like to know?' };
    case 'wishes':
      return { text: 'Thank you, and to you.' };
    case 'answer':
      return {
        text: 'I change nothing on a typed yes: to confirm something, press its button on the card. Otherwise tell me in a few words what you need.',
        suggestions: [HELP],
      };
    case 'thanks':
      return { text: 'You are welcome.' };
    case 'goodbye':
      return { text: 'Goodbye. I’m here whenever you need me.' };
    case 'praise':
      return { text: 'Thank you, that is good to hear.' };
    case 'frustration':
      return {
        text: 'I’m sorry. Tell me in a few words what you need, or see what I can do.',
        suggestions: [HELP, ...parts.starters(request).slice(0, 2)],
      };
    case 'identity':
      return {
        text: `I’m Convenor, a bot and no person. I answer from the records of the ${name}, and I change nothing before you confirm it.`,
        suggestions: [HELP],
      };
    case 'wrong':
      return answerWrong(request, parts);
    case 'undo':
      return answerUndo(request);
    case 'today':
      return {
        text: `Today is ${formatDayInFull(today)}.`,
      };
    default:
      return { text: 'All right.' };
  }
}

/** To “undo”: what was recorded last here, with its button; or how what is older is put right. */
function answerUndo({ thread }: Request): Answer {
  const undo = thread?.undo;
  if (!undo || !thread)
    return {
      text: 'I have nothing here that a press can undo. What was recorded is put right by changing it again: “SA-019 is in progress”, “cancel my reminder”, or *Change answer* on the card. The history keeps both.',
      suggestions: [HELP],
    };
  return {
    text: `${sentenceCase(undo.what)}. Shall I undo that? The history keeps both.`,
    suggestions: [undoButton(undo)],
    thread,
  };
}

/** To “that is wrong”: how the last question was understood, and the same with less taken for granted. */
function answerWrong(request: Request, { findIntent }: SmallTalkParts): Answer {
  const { thread, directory } = request;
  const undo = thread?.undo;
  const question = thread?.choices ? undefined : thread?.question;
  const intent = question && findIntent(question.intent);
  if (!intent)
    return {
      text: 'Sorry. Please ask again in other words, or see what I can do.',
      suggestions: [HELP],
    };
  const understood = describeQuestion(question, { ...intent, directory });
  const wider = (Object.keys(question.filters) as (keyof Filters)[]).flatMap(
    (filter) => suggestWithout(question, filter, directory, intent.phrases.requires) ?? [],
  );
  return {
    text: `Sorry. I understood your last question as “${understood}”. Please ask again in other words, or see what I can do.${undo ? ` If you mean that ${undo.what}, press Undo.` : ''}`,
    suggestions: [
      ...(undo ? [undoButton(undo)] : []),
      ...wider.slice(0, undo ? 1 : MAX_WIDER),
      HELP,
    ],
    ...(undo && thread && { thread }),
  };
}
