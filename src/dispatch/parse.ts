import { z } from 'zod';
import { signpostConcern } from '../answers/child-words.ts';
import { getFilePress } from '../answers/form.ts';
import { type Access, type AccessBy, UnreadableInput } from '../contract/action.ts';
import type { Answer } from '../contract/answer.ts';
import type { CardAction, Command, Feature, Inbound } from '../contract/feature.ts';
import type { Question } from '../contract/question.ts';
import { questionSchema } from '../contract/question-schema.ts';
import type { Request } from '../contract/request.ts';
import { isEverPermitted } from '../domain/ever-permitted.ts';
import { voicesWorry } from '../domain/named-child.ts';
import type { Candidate } from '../understanding/reading.ts';
import { createReadingAnswers } from './answer-reading.ts';
import { ASK, type Call, listFields, parseCommand } from './call.ts';
import { askWhetherChild, confirmAnswer, findDoubts } from './doubt.ts';
import { explainDocument } from './explain-document.ts';
import type { ExtensionCalls } from './extension.ts';
import { withoutFileWords } from './file-words.ts';
import type { Identification } from './identify.ts';
import type { MessageReader, MessageReading } from './read-message.ts';
import { declineMessage, missingRow, outOfDate, unknownCommand } from './standard-answers.ts';

/** Names a press: the data of a card is a stranger’s until it has passed here. */
const operationSchema = z.uuid();

export interface ParseParts {
  readonly features: readonly Feature[];
  readonly actions: readonly CardAction[];
  readonly readMessage: MessageReader;
  readonly extension: ExtensionCalls;
  readonly welcome: (request: Request) => Promise<Answer>;
  readonly starters: (request: Request) => Answer['suggestions'];
}

/** Finds what answers something: a command, an action, a question, a dialog; or what is said when nothing does. */
export function createParser(parts: ParseParts) {
  const { features, readMessage, extension, welcome, starters } = parts;
  const intents = new Map(
    features.flatMap(({ intents = [] }) => intents).map((intent) => [intent.name, intent]),
  );
  const files = features.flatMap(({ files: own = [] }) => own);
  const answers = createReadingAnswers({ intents, files, starters });
  const actions = new Map(parts.actions.map((each) => [each.id, each]));
  const commands = new Map(
    features.flatMap(({ commands = [] }) => commands).map((command) => [command.name, command]),
  );

  const question = (request: Request, asked: Question): Call => {
    const intent = intents.get(asked.intent);
    return {
      request,
      name: intent?.name ?? 'message',
      handle: () => answers.answerQuestion(request, asked),
    };
  };

  function press(request: Request, id: string, data: unknown): Call {
    if (id === ASK) {
      const asked = questionSchema.safeParse((data as { question?: unknown } | null)?.question);
      if (asked.success) return question(request, asked.data);
    }
    const found = actions.get(id);
    const name = found || id === ASK ? id : 'unknown';
    if (!found) return { request, name, handle: async () => outOfDate() };
    const operation = operationSchema.safeParse(operationIn(data));
    const pressed = operation.success ? asPress(request, operation.data) : request;
    const permission = neededPermission(found.permission, data);
    return {
      request,
      name,
      ...(permission && { permission }),
      ...(found.refusePersonal && {
        refusePersonal: async (text, doubts) =>
          (await found.refusePersonal?.(pressed, data, text, doubts)) ?? { text },
      }),
      fields: listFields(found.input),
      ...(found.nameFields && { nameFields: found.nameFields }),
      handle: async () =>
        answers.offerAfter(request, await handleAction(found, pressed, data), data),
    };
  }

  const command = (request: Request, name: string, text: string): Call => {
    const found: Command | undefined = commands.get(name);
    return {
      request,
      name: `/${found ? name : 'unknown'}`,
      handle: async () => found?.handle(request, text) ?? unknownCommand(starters(request)),
    };
  };

  /** One file at a time, in the asker's own chat, and for those alone who may send one. */
  async function sentFile(
    request: Request,
    { files, text }: Extract<Inbound, { kind: 'file' }>,
  ): Promise<Call> {
    const [file, ...others] = files;
    const receivers = features.flatMap(({ receiveFile }) => receiveFile ?? []);
    const receive =
      receivers.find(({ takes }) => takes?.test(file?.name ?? '')) ??
      receivers.find(({ takes }) => !takes);
    // What others write beside a file is answered, and the file is let be.
    if (text && !(receive && isEverPermitted(request.person, receive.permission)))
      return message(request, text);
    return {
      request,
      name: 'files.send',
      ...(receive && { permission: receive.permission }),
      handle: async () => {
        if (!receive || !file) return outOfDate();
        if (request.place.kind !== 'personal')
          return { text: 'I only take files in our own chat. Send it to me there.' };
        return others.length > 0
          ? {
              text: 'I read one file at a time, and have read none of these. Send me the first one.',
            }
          : receive.handle(request, file);
      },
    };
  }

  /** Counts a message that none of the readings fits, and says what was understood of it. */
  async function missed(request: Request, text: string, guess?: Candidate): Promise<Answer> {
    await noteMiss(request, text, guess);
    return answers.answerUnknown(request, guess);
  }

  /** A file of what the message asks for, where it says “as excel” or the like. */
  async function askForFile(request: Request, text: string): Promise<Call | undefined> {
    const said = withoutFileWords(text);
    if (!said) return undefined;
    const reading = await readMessage(request, said, async () => {
      const { open } = await findDoubts(request, [text]);
      return open.length > 0;
    });
    if (reading.kind !== 'question') return undefined;
    const { question: asked } = reading;
    const kind = files.find(({ intent }) => intent === asked.intent);
    if (kind) return press(request, getFilePress.id, { file: kind.name, question: asked });
    return {
      ...question(request, asked),
      handle: async () => {
        const answer = await answers.answerCandidate(request, reading);
        return { ...answer, text: `${answer.text} ${NO_FILE}` };
      },
    };
  }

  async function message(request: Request, text: string): Promise<Call> {
    const file = await askForFile(request, text);
    if (file) return file;
    let isSettled = false;
    const reading = await readMessage(request, text, async () => {
      const { open, settled } = await findDoubts(request, [text]);
      isSettled = settled.length > 0;
      return open.length > 0;
    });
    const call = await toCall(request, text, reading);
    return isSettled ? { ...call, handle: () => answerSettled(request, call) } : call;
  }

  async function toCall(request: Request, text: string, reading: MessageReading): Promise<Call> {
    const say = (handle: Call['handle']): Call => ({ request, name: 'message', handle });
    switch (reading.kind) {
      case 'question': {
        const { question: asked } = reading;
        const kind = files.find((each) => each.isAllThatIsAsked && each.intent === asked.intent);
        if (kind) return press(request, getFilePress.id, { file: kind.name, question: asked });
        return {
          ...question(request, reading.question),
          handle: () => answers.answerCandidate(request, reading),
        };
      }
      case 'several':
        return say(() => answers.answerSeveral(request, reading.questions));
      case 'unknown-name':
        await noteMiss(request, text, reading.guess);
        return say(async () => answers.answerUnknownName(request, reading.name, reading.guess));
      case 'choice':
        return say(
          async () =>
            (await answers.answerChoice(request, reading.readings)) ??
            missed(request, text, reading.readings[0]),
        );
      case 'document':
        return say(async () => explainDocument(reading.document, request));
      case 'no-row':
        return say(async () => missingRow(reading, starters(request)));
      case 'refused': {
        const { partnership } = request.directory;
        const signpost = voicesWorry(text) ? signpostConcern(partnership) : undefined;
        return say(async () => declineMessage(reading.refusal, signpost));
      }
      case 'doubt':
        return say(async () => askWhetherChild(request, [text]));
      case 'unknown':
        return say(() => missed(request, text, reading.guess));
    }
  }

  return async (
    {
      request,
      loadThread,
    }: Pick<Extract<Identification, { request: Request }>, 'request' | 'loadThread'>,
    inbound: Exclude<Inbound, { kind: 'meeting' | 'removed' }>,
  ): Promise<Call> => {
    switch (inbound.kind) {
      case 'submission':
        return press(request, inbound.verb, inbound.data);
      case 'file-consent': {
        const { consent } = inbound;
        const answers = features.flatMap(({ answerConsent }) => answerConsent ?? []);
        return {
          request,
          name: 'files.consent',
          handle: async () => (await answers[0]?.(request, consent)) ?? outOfDate(),
        };
      }
      case 'file':
        return sentFile(request, inbound);
      case 'dialog':
        return extension.dialog(request, inbound.command, inbound.text);
      case 'search':
        return extension.search(request, inbound.words);
      case 'installed':
        return { request, name: 'installed', handle: () => installed(features, request, welcome) };
      case 'message': {
        const typed = parseCommand(inbound.text);
        if (typed) return command(request, typed.name, typed.rest);
        const thread = await loadThread(request);
        return message({ ...request, ...(thread && { thread }) }, inbound.text);
      }
    }
  };
}

const NO_FILE = 'Of that I make no file.';

/** The form that answers a confirmed message holds its words, and may be sent. */
async function answerSettled(request: Request, call: Call): Promise<Answer> {
  const answer = await call.handle();
  await confirmAnswer(request, answer);
  return answer;
}

async function installed(
  features: readonly Feature[],
  request: Request,
  welcome: ParseParts['welcome'],
): Promise<Answer> {
  for (const feature of features) {
    const answer = await feature.installed?.(request);
    if (answer) return answer;
  }
  return welcome(request);
}

/** Parses the input and hands it over; what cannot be read is an old card, or a forged one. */
async function handleAction(
  { input, handle }: CardAction,
  request: Request,
  data: unknown,
): Promise<Answer> {
  const parsed = input.safeParse(mergedInput(data));
  if (!parsed.success) return outOfDate();
  try {
    return await handle(request, parsed.data);
  } catch (error) {
    if (error instanceof UnreadableInput) return outOfDate();
    throw error;
  }
}

/** The fields of a form lie beside the ids that it was made with, which stand under `form` and win. */
function mergedInput(data: unknown): unknown {
  const form = (data as { form?: unknown } | null | undefined)?.form;
  return typeof form === 'object' && form !== null ? { ...(data as object), ...form } : data;
}

/** The same request as a press: what is changed on its account is changed once. */
function asPress(request: Request, operation: string): Request {
  const { ports, directory } = request;
  return { ...request, operation, store: ports.stores(directory.partnership.id, operation) };
}

function operationIn(data: unknown): unknown {
  return (mergedInput(data) as { operation?: unknown } | null | undefined)?.operation;
}

/** What a press takes; `undefined` when its data does not say what it is to do, and the handler tells. */
function neededPermission(needed: Access | AccessBy, data: unknown): Access | undefined {
  if (typeof needed === 'string') return needed;
  const value: unknown = (data as Readonly<Record<string, unknown>> | null | undefined)?.[
    needed.field
  ];
  return typeof value === 'string' && Object.hasOwn(needed.is, value)
    ? needed.is[value]
    : undefined;
}

/** Counted without its words, which are kept only where an administrator wants to see what people mean. */
async function noteMiss(
  { directory, place, ports }: Request,
  text: string,
  guess: Candidate | undefined,
): Promise<void> {
  const confidence = (Math.floor((guess?.confidence ?? 0) * 10) / 10).toFixed(1);
  const shape = { guess: guess?.question.intent, confidence, place: place.kind };
  await ports.misses.note(directory.partnership.id, text, shape);
}
