import { z } from 'zod';
import {
  describeParts,
  describeQuestion,
  describeQuestionBriefly,
} from '../answers/describe-question.ts';
import { getFilePress, teachPress } from '../answers/form.ts';
import { ask } from '../answers/questions.ts';
import { formatList, sentenceCase } from '../answers/words.ts';
import type { Answer, Form, Suggestion } from '../contract/answer.ts';
import type { Intent } from '../contract/feature.ts';
import type { FileKind } from '../contract/file.ts';
import type { Question } from '../contract/question.ts';
import { questionSchema } from '../contract/question-schema.ts';
import type { Request } from '../contract/request.ts';
import { isPermitted } from '../domain/access.ts';
import { findPriority } from '../domain/find-priority.ts';
import type { Candidate, UnknownName } from '../understanding/reading.ts';
import { combineAnswers } from './combine-answers.ts';
import { describeKnownPart, suggestAbout } from './known-part.ts';
import { withRemarks } from './remarks.ts';
import { askBack, HELP, notUnderstood } from './standard-answers.ts';
import { describeNoDay, describeUnknownName } from './unknown-name-words.ts';

/** What answers a reading, whatever was understood of a message. */
export interface ReadingAnswersParts {
  readonly intents: ReadonlyMap<string, Intent>;
  /** What can be had as a file. */
  readonly files: readonly FileKind[];
  readonly starters: (request: Request) => Answer['suggestions'];
}

/** So many of the questions of one message are answered. */
const MAX_ANSWERED = 3;
const MAX_CHOICES = 3;
const MAX_SUGGESTIONS = 3;
/** These answer no question about a record, so nobody is asked to choose them. */
const IS_NO_CHOICE: ReadonlySet<string> = new Set(['not_kept', 'small_talk', 'case']);

/** Whether a question can be offered; there is no more of a list that was not shown. */
const isChoice = ({ intent }: Question, { thread }: Request): boolean =>
  !IS_NO_CHOICE.has(intent) && (intent !== 'show_more' || thread?.list !== undefined);

/** From this confidence on, what is likeliest none of ours is answered as that and not asked back about. */
const MIN_CONFIDENCE_NOT_OURS = 0.45;

/** From this one on where nothing that could be chosen is nearly as likely. */
const MIN_CONFIDENCE_ALONE = 0.3;

/** Behind something likelier that is no choice, a question is offered from this part of its confidence on. */
const MIN_SHARE_BEHIND = 0.4;

/** Below this confidence several readings are too unlikely all of them to ask which was meant. */
const MIN_CONFIDENCE_ASKED = 0.12;

/** Nor is one alone asked back from which only a name was understood. */
const MIN_CONFIDENCE_ASKED_ALONE = 0.25;

/** What is less likely than this part of the first is not offered beside it. */
const MIN_SHARE_OF_FIRST = 0.1;

const RAPID_REVIEWS: Suggestion = { title: 'Rapid reviews', ...ask('rapid_review_list') };

const OR_ELSE = 'If you meant something else, choose it below or ask in other words.';

/** What several readings are likeliest, where that is something that no record answers. */
export function findLikelyNotOurs(
  [likeliest]: readonly Candidate[],
  isAlone = false,
): Candidate | undefined {
  const { intent } = likeliest?.question ?? {};
  const isNotOurs = intent === 'not_kept' || intent === 'case';
  return isNotOurs &&
    likeliest &&
    likeliest.confidence >= (isAlone ? MIN_CONFIDENCE_ALONE : MIN_CONFIDENCE_NOT_OURS)
    ? likeliest
    : undefined;
}

/** An action that all are about is named once; of two that read alike the likelier is offered. */
function offerChoice(
  readings: readonly Candidate[],
  parts: readonly { readonly thing: string; readonly wanted: string }[],
): Answer {
  const [about = ''] = parts.map(({ thing }) => thing);
  const isOfOneAction =
    parts.length > 1 &&
    readings[0]?.question.args.actionRef !== undefined &&
    parts.every(({ thing }) => thing === about);
  const choices = readings
    .map(({ question }, at) => {
      const { thing = '', wanted = '' } = parts[at] ?? {};
      const title = thing && !isOfOneAction ? `${thing}: ${wanted}` : sentenceCase(wanted);
      return { question, title };
    })
    .filter(({ title }, at, all) => all.findIndex((each) => each.title === title) === at);
  const others = new Set(readings.flatMap(({ otherRefs = [] }) => otherRefs));
  return askBack(choices, {
    about: isOfOneAction ? about : undefined,
    note: others.size > 0 ? `One at a time: ${formatList([...others])} after this.` : undefined,
  });
}

/** A form brings back what was asked beside it. */
const afterSchema = z.object({ after: z.array(questionSchema).max(MAX_ANSWERED) });

const withAfter = (form: Form, left: readonly Candidate[]): Form => {
  const { submit } = form;
  if (!('action' in submit)) return form;
  const after = left.map(({ question }) => question).slice(0, MAX_ANSWERED);
  return { ...form, submit: { ...submit, data: { ...submit.data, after } } };
};

export function createReadingAnswers({ intents, files, starters }: ReadingAnswersParts) {
  const answerQuestion = async (request: Request, question: Question): Promise<Answer> =>
    withFileButton(await intents.get(question.intent)?.answer(request, question), question) ??
    notUnderstood(starters(request));

  /** What a card shows can be had as a file; of what shows nothing there is none. */
  function withFileButton(answer: Answer | undefined, asked: Question): Answer | undefined {
    const kind = files.find(({ intent }) => intent === asked.intent);
    if (!answer?.heading || answer.card || answer.form || answer.refused || !kind) return answer;
    const { question = asked } = answer.thread ?? {};
    const press = { file: kind.name, question: question.intent === kind.intent ? question : asked };
    const buttons = [getFilePress.button(kind.button, press, { inNewMessage: true })];
    return { ...answer, sections: [...(answer.sections ?? []), { buttons }] };
  }

  /** The question as one says it, with the title of the action that it names. */
  const describe = async (request: Request, question: Question): Promise<string> =>
    describeQuestion(question, await loadWording(request, question));

  async function loadWording({ directory, ports }: Request, question: Question) {
    const { actionRef } = question.args;
    const found = actionRef && (await ports.actions.find(directory.partnership.id, actionRef));
    const title = found ? found.action.title : undefined;
    return { ...wordingOf(question), directory, title };
  }

  const labelOf = ({ intent }: Question): string => intents.get(intent)?.label ?? intent;
  const wordingOf = ({ intent }: Question): Pick<Intent, 'label' | 'offered'> =>
    intents.get(intent) ?? { label: intent };
  const isWrite = ({ intent }: Question): boolean => intents.get(intent)?.phrases.mutates === true;

  /** A button that asks a question, named by what it asks. */
  const suggest = (question: Question, { directory }: Request): Suggestion => ({
    title: describeQuestionBriefly(question, { ...wordingOf(question), directory }),
    question,
  });

  /** What comes after this; of an action its reference tells which. */
  const suggestNext = (question: Question, request: Request): Suggestion => {
    const { actionRef } = question.args;
    return actionRef ? { title: `Next: ${actionRef}`, question } : suggest(question, request);
  };

  async function answerCandidate(request: Request, candidate: Candidate): Promise<Answer> {
    const { intent, args } = candidate.question;
    const { requires, mutates, slots } = intents.get(intent)?.phrases ?? {};
    // A day that does not exist is asked for; a form leaves its field empty and says so.
    const isNoDay = typeof args.unreadDay === 'string' && !slots?.includes('review-days');
    const noDay = isNoDay ? describeNoDay(String(args.unreadDay)) : undefined;
    if (noDay && !mutates)
      return { text: `${noDay} Which day do you mean?`, thread: { question: candidate.question } };
    const answer = await answerQuestion(request, candidate.question);
    if (noDay)
      return withRemarks(
        {
          ...answer,
          text: `${noDay} ${answer.text}`,
          sentence: [noDay, answer.sentence].filter(Boolean).join(' '),
        },
        candidate,
        request.directory,
        requires,
      );
    const isExplained = candidate.isGuessed && !candidate.isAboutNothing;
    const readAs = isExplained ? await describe(request, candidate.question) : undefined;
    return withRemarks(answer, { ...candidate, readAs }, request.directory, requires);
  }

  /** One after the other in one answer; of several that change something, the first is opened and the others are named. */
  async function answerSeveral(
    request: Request,
    candidates: readonly Candidate[],
  ): Promise<Answer> {
    const write = candidates.find(({ question }) => isWrite(question));
    const asked = write ? [write] : candidates.slice(0, MAX_ANSWERED);
    const answers = [];
    for (const candidate of asked) answers.push(await answerCandidate(request, candidate));
    const [first] = answers;
    if (!first) return notUnderstood(starters(request));
    const combined = combineAnswers(
      answers.map((answer, at) => ({
        answer,
        label: labelOf((asked[at] as Candidate).question),
      })),
    );
    const answered = combined ? asked : asked.slice(0, 1);
    const left = candidates.filter((candidate) => !answered.includes(candidate));
    return nameWhatIsLeft(request, combined ?? first, left);
  }

  async function nameWhatIsLeft(
    request: Request,
    answer: Answer,
    left: readonly Candidate[],
  ): Promise<Answer> {
    if (left.length === 0) return answer;
    const names = await Promise.all(left.map(({ question }) => describe(request, question)));
    const note = `After this: ${names.map((name) => `“${name}”`).join(', then ')}`;
    return {
      ...answer,
      text: `${answer.text} ${note}.`,
      ...(answer.heading && { sections: [...(answer.sections ?? []), { note }] }),
      ...(answer.form && { form: withAfter(answer.form, left) }),
      suggestions: [
        ...left.map(({ question }) => suggestNext(question, request)),
        ...(answer.suggestions ?? []),
      ].slice(0, MAX_SUGGESTIONS),
    };
  }

  /** What was asked beside a form, offered where its answer takes the form's place. */
  function offerAfter(request: Request, answer: Answer, data: unknown): Answer {
    const after = afterSchema.safeParse((data as { form?: unknown } | null)?.form ?? data);
    if (!after.success || !answer.heading || answer.form) return answer;
    const next = after.data.after
      .filter(({ intent }) => intents.has(intent))
      .map((question) => suggestNext(question, request));
    return {
      ...answer,
      suggestions: [...next, ...(answer.suggestions ?? [])].slice(0, MAX_SUGGESTIONS),
    };
  }

  /**
   * Which of several was meant: each by the thing that it is about, in people's words. What is likeliest none of ours is
   * answered as that, with the others to press; `undefined` where nothing likely is left to choose from.
   */
  async function answerChoice(
    request: Request,
    readings: readonly Candidate[],
  ): Promise<Answer | undefined> {
    const choices = readings
      .filter(({ question }) => isChoice(question, request) && question.intent !== 'help')
      .filter(
        ({ confidence }, _, [first]) => confidence >= (first?.confidence ?? 0) * MIN_SHARE_OF_FIRST,
      )
      .slice(0, MAX_CHOICES);
    const real = choices.map(({ question }) => question);
    const [firstReal] = choices;
    const isAlone =
      (firstReal?.confidence ?? 0) < (readings[0]?.confidence ?? 0) * MIN_SHARE_BEHIND;
    const notOurs = findLikelyNotOurs(readings, isAlone);
    if (notOurs) {
      const answer = await answerQuestion(request, notOurs.question);
      const others = real.map((question) => suggest(question, request));
      if (others.length === 0) return answer;
      return { ...answer, text: `${answer.text} ${OR_ELSE}`, suggestions: others };
    }
    const [first] = choices;
    const likeliest = readings[0]?.confidence ?? 0;
    if (!first || first.confidence < likeliest * MIN_SHARE_BEHIND) return undefined;
    // Of what is named at least that much is understood.
    const least = choices.length > 1 ? MIN_CONFIDENCE_ASKED : MIN_CONFIDENCE_ASKED_ALONE;
    const isNoise = first.confidence < least;
    if (isNoise && describeKnownPart(first, request.directory)) return undefined;
    const parts = await Promise.all(
      real.map(async (question) => describeParts(question, await loadWording(request, question))),
    );
    return offerChoice(choices, parts);
  }

  /** A name that no record bears: nothing is answered in its place. */
  function answerUnknownName(
    { person, directory, ...request }: Request,
    name: UnknownName,
    guess: Candidate | undefined,
  ): Answer {
    const isAsked = guess && !isWrite(guess.question) && !IS_NO_CHOICE.has(guess.question.intent);
    const question = isAsked ? guess.question : undefined;
    const text = describeUnknownName(name, directory);
    const thread = guess && { question: guess.question };
    if (name.kind === 'day') return { text, ...(thread && { thread }) };
    if (name.kind === 'review') return { text, suggestions: [RAPID_REVIEWS, HELP] };
    // Words can be taught for an agency, a group or a priority.
    const isTaught = name.kind !== 'person' && isPermitted(person, 'vocabulary.change');
    const { leadGroup } = (name.priority && findPriority(directory, name.priority, '')) || {};
    return {
      text,
      suggestions: [
        ...(leadGroup
          ? [{ title: 'About that group', ...ask('group_detail', { group: leadGroup }) }]
          : []),
        ...(question ? [suggest(question, { person, directory, ...request })] : []),
        HELP,
        ...(isTaught
          ? [{ title: 'Teach me the word', ...teachPress.press({ words: name.words }) }]
          : []),
      ],
      ...(thread && { thread }),
    };
  }

  /** What was understood in part, with the likeliest questions about it. */
  function answerUnknown(request: Request, guess: Candidate | undefined): Answer {
    const likeliest =
      guess && !isWrite(guess.question) && isChoice(guess.question, request)
        ? [suggest(guess.question, request)]
        : [];
    const known = guess && describeKnownPart(guess, request.directory);
    if (!known) {
      const others = starters(request) ?? [];
      return notUnderstood([...likeliest, ...others].slice(0, MAX_SUGGESTIONS));
    }
    const about = suggestAbout(known.question).filter(
      ({ question }) => intents.has(question.intent) && question.intent !== guess.question.intent,
    );
    return {
      text: known.text,
      suggestions: [...likeliest, ...about, HELP].slice(0, MAX_SUGGESTIONS),
    };
  }

  return {
    answerQuestion,
    answerCandidate,
    answerSeveral,
    answerChoice,
    answerUnknownName,
    answerUnknown,
    offerAfter,
  };
}
