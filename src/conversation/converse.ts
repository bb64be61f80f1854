import { type Directory, type Identity, personWith } from '../domain/directory.ts';
import type { Person } from '../domain/partnership.ts';
import {
  type Asker,
  type Feature,
  type Inbound,
  type Intent,
  type Reply,
  UnreadableSubmission,
} from '../features/feature.ts';
import { welcome } from '../features/guidance/help.ts';
import type { Ports } from '../features/ports.ts';
import type { Question } from '../features/question.ts';
import { questionSchema } from '../features/question-schema.ts';
import { askBack, declined, notUnderstood, outOfDate, stranger, unknownPartnership } from './plain-words.ts';
import type { Reader } from './reader.ts';

/** Answers what comes in from a chat. */
export interface Conversation {
  /** `undefined` when nothing is to be said. Throws only for defects and outages. */
  hear(inbound: Inbound): Promise<Reply | undefined>;
}

/** Lets one person rehearse all roles. Exists in `local` mode only. */
export interface Rehearsal {
  /** Answers a rehearsal command; `undefined` when the text is not one. */
  command(from: Identity, text: string, directory: Directory): Reply | undefined;
  /** The person whose role is being played, `undefined` for one's own. */
  playedBy(from: Identity, directory: Directory): Person | undefined;
}

export interface ConversationParts {
  readonly features: readonly Feature[];
  readonly reader: Reader;
  readonly ports: Ports;
  readonly rehearsal?: Rehearsal;
}

/** Puts the reader and the features together: who speaks, what they mean, which feature answers. */
export function createConversation({ features, reader, ports, rehearsal }: ConversationParts): Conversation {
  const intents = new Map(features.flatMap((feature) => feature.intents).map((intent) => [intent.name, intent]));
  const submissions = new Map(
    features.flatMap((feature) => feature.submissions).map((submission) => [submission.verb, submission]),
  );

  async function hear(inbound: Inbound): Promise<Reply | undefined> {
    const directory = await ports.directories.of(inbound.from, inbound.place);
    if (!directory) return unknownPartnership();
    const command = inbound.kind === 'message' ? rehearsal?.command(inbound.from, inbound.text, directory) : undefined;
    if (command) return command;
    const person = rehearsal?.playedBy(inbound.from, directory) ?? personWith(directory, inbound.from);
    if (!person) return stranger(directory);
    const asker: Asker = { person, directory, place: inbound.place };
    if (inbound.kind === 'installed') return welcome(asker);
    return inbound.kind === 'message' ? hearMessage(asker, inbound.text) : hearSubmission(asker, inbound.verb, inbound.data);
  }

  async function hearMessage(speaker: Asker, text: string): Promise<Reply> {
    const thread = await ports.threads.load(speaker.directory.partnership.id, speaker.person.id, speaker.place);
    const asker: Asker = { ...speaker, thread };
    const reading = await reader.read({ text, asker, thread });
    switch (reading.kind) {
      case 'question':
        return answer(asker, reading.question);
      case 'choice':
        return remember(asker, askBack(reading.readings, intents, asker.directory));
      case 'refused':
        return declined(reading.refusal, asker);
      case 'unknown':
        return notUnderstood(asker);
    }
  }

  async function hearSubmission(asker: Asker, verb: string, data: unknown): Promise<Reply> {
    const chosen = verb === 'ask' ? questionSchema.safeParse((data as { question?: unknown } | null)?.question) : undefined;
    if (chosen?.success) return answer(asker, chosen.data);
    const submission = submissions.get(verb);
    if (!submission) return outOfDate();
    try {
      return remember(asker, await submission.handle(asker, data, ports));
    } catch (error) {
      if (error instanceof UnreadableSubmission) return outOfDate();
      throw error;
    }
  }

  async function answer(asker: Asker, question: Question): Promise<Reply> {
    const intent: Intent | undefined = intents.get(question.intent);
    return intent ? remember(asker, await intent.answer(asker, question, ports)) : notUnderstood(asker);
  }

  async function remember({ directory, person, place }: Asker, reply: Reply): Promise<Reply> {
    if (reply.thread) await ports.threads.save(directory.partnership.id, person.id, place, reply.thread);
    return reply;
  }

  return { hear };
}
