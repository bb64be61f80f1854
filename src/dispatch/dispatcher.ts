import type {
  Answer,
  Asker,
  Feature,
  Inbound,
  Intent,
  MeetingEvent,
  Scene,
} from '../contract/feature.ts';
import type { Ports } from '../contract/ports.ts';
import type { Question } from '../contract/question.ts';
import { questionSchema } from '../contract/question-schema.ts';
import { type Directory, type Identity, personWith } from '../domain/directory.ts';
import type { Person } from '../domain/partnership.ts';
import { personalIn } from '../domain/personal-in.ts';
import { looksPersonal } from '../domain/privacy-guard.ts';
import { welcome } from '../features/guidance/help.ts';
import type { Candidate, Reader } from '../understanding/reader.ts';
import { answerPress } from './answer-press.ts';
import { createExtension } from './extension.ts';
import {
  askBack,
  declined,
  notUnderstood,
  outOfDate,
  stranger,
  unknownCommand,
  unknownPartnership,
  withButtons,
} from './plain-words.ts';
import { createEarlyThreads, type ThreadOf } from './prefetch-thread.ts';

/** Answers what comes in from a chat. */
export interface Conversation {
  /** `undefined` when nothing is to be said. Throws only for defects and outages. */
  hear(inbound: Inbound): Promise<Answer | undefined>;
}

/** Lets one person rehearse all roles. Exists in `local` mode only. */
export interface Rehearsal {
  /** Answers a rehearsal command; `undefined` when the text is not one. */
  command(from: Identity, text: string, directory: Directory): Answer | undefined;
  /** The person whose role is being played, `undefined` for one's own. */
  playedBy(from: Identity, directory: Directory): Person | undefined;
}

export interface ConversationParts {
  readonly features: readonly Feature[];
  readonly reader: Reader;
  /** Reads messages that were not written to Convenor, without a language model; the reader, where that uses none. */
  readonly ownReader?: Reader;
  readonly ports: Ports;
  readonly rehearsal?: Rehearsal;
}

/** Puts the reader and the features together: who speaks, what they mean, which feature answers. */
export function createConversation(parts: ConversationParts): Conversation {
  const { features, reader, ownReader = reader, ports, rehearsal } = parts;
  const extension = createExtension({ features, reader: ownReader, ports });
  const intents = new Map(
    features.flatMap((feature) => feature.intents).map((intent) => [intent.name, intent]),
  );
  const submissions = new Map(
    features
      .flatMap((feature) => feature.submissions)
      .map((submission) => [submission.verb, submission]),
  );
  const dialogs = new Set(
    features.flatMap(({ extension: each }) => each?.dialogs ?? []).map(({ command }) => command),
  );
  const meetingEvents = features.flatMap((feature) => feature.meetingEvents ?? []);
  const commands = new Map(
    features.flatMap((feature) => feature.commands ?? []).map((command) => [command.name, command]),
  );
  const startReadingThread = createEarlyThreads(ports.threads);

  async function hear(inbound: Inbound): Promise<Answer | undefined> {
    const threadOf = startReadingThread(inbound);
    const directory = await ports.directories.of(inbound.from, inbound.place);
    if (inbound.kind === 'meeting')
      return directory && hearMeeting(sceneOf(inbound, directory), inbound.event);
    if (!directory) return audited(inbound, undefined, unknownPartnership(inbound.from));
    const command =
      inbound.kind === 'message'
        ? rehearsal?.command(inbound.from, inbound.text, directory)
        : undefined;
    if (command) return command;
    const person =
      rehearsal?.playedBy(inbound.from, directory) ?? personWith(directory, inbound.from);
    await note(inbound, directory, personWith(directory, inbound.from));
    if (!person) return audited(inbound, directory, stranger(directory, inbound.from));
    const asker: Asker = {
      person,
      directory,
      place: inbound.place,
      home: await homeOf(inbound.place, directory),
    };
    if (inbound.kind === 'installed') return hearInstalled(asker);
    if (inbound.kind === 'submission') return hearSubmission(asker, inbound);
    if (inbound.kind === 'dialog')
      return noteRefusal(
        asker,
        nameOf(inbound),
        await extension.open(asker, inbound.command, inbound.text),
      );
    if (inbound.kind === 'search')
      return noteRefusal(asker, 'search', await extension.search(asker, inbound.words));
    return hearCommand(asker, inbound.text) ?? hearMessage(asker, inbound.text, threadOf);
  }

  /** Remembers where Convenor can say something later; of a rehearsal, under the player's own name. */
  async function note(
    { place, address }: Inbound,
    { partnership }: Directory,
    person: Person | undefined,
  ): Promise<void> {
    if (address) await ports.conversations.note(partnership.id, place, address, person?.id);
  }

  /** What it is called in the line of a refusal: never what a stranger called it. */
  function nameOf(inbound: Inbound): string {
    if (inbound.kind === 'submission')
      return inbound.verb === 'ask' || submissions.has(inbound.verb) ? inbound.verb : 'unknown';
    if (inbound.kind === 'dialog')
      return dialogs.has(inbound.command) ? inbound.command : 'unknown';
    return inbound.kind;
  }

  /** A press, a dialog or a search by somebody unknown is refused and leaves a line; of what they merely say there is none. */
  async function audited(
    inbound: Inbound,
    directory: Directory | undefined,
    reply: Answer,
  ): Promise<Answer> {
    const { from, place } = inbound;
    if (inbound.kind === 'submission' || isExtension(inbound)) {
      const verb = nameOf(inbound);
      const { conversationId } = place;
      await ports.audit.refused(directory?.partnership.id, {
        from,
        verb,
        refusal: 'stranger',
        conversationId,
      });
    }
    return reply;
  }

  /** Whatever answers that somebody may not, or that their words may not be kept, leaves a line: the one place for all of them. */
  async function noteRefusal(
    { person, directory, place }: Asker,
    verb: string,
    reply: Answer,
  ): Promise<Answer> {
    const { refused: refusal } = reply;
    const { tenantId, objectId, id } = person;
    const { conversationId } = place;
    const from = { tenantId, objectId };
    if (refusal)
      await ports.audit.refused(directory.partnership.id, {
        from,
        person: id,
        verb,
        refusal,
        conversationId,
      });
    return reply;
  }

  /** The first feature that has something to say about it. */
  async function hearMeeting(scene: Scene, reported: MeetingEvent): Promise<Answer | undefined> {
    const event = withoutPersonal(reported);
    for (const handle of meetingEvents) {
      const reply = await handle(scene, event, ports);
      if (reply) return reply;
    }
    return undefined;
  }

  async function hearInstalled(asker: Asker): Promise<Answer> {
    for (const { installed } of features) {
      const reply = await installed?.(asker, ports);
      if (reply) return reply;
    }
    return welcome(asker);
  }

  /** The group that a chat of several is kept for. */
  async function homeOf(
    { kind, conversationId }: Asker['place'],
    { partnership }: Directory,
  ): Promise<string | undefined> {
    return kind === 'personal'
      ? undefined
      : (await ports.meetings.linkOf(partnership.id, conversationId))?.group;
  }

  /** `undefined` when the text is not a command. Of a command nothing is guessed. */
  function hearCommand(asker: Asker, text: string): Promise<Answer> | undefined {
    const typed = /^\s*\/([a-z][\w-]*)(?:\s+(.*))?$/is.exec(text);
    if (!typed) return undefined;
    return handleCommand(asker, (typed[1] ?? '').toLowerCase(), (typed[2] ?? '').trim());
  }

  async function handleCommand(asker: Asker, name: string, text: string): Promise<Answer> {
    const command = commands.get(name);
    if (!command) return unknownCommand(asker);
    const reply = looksPersonal(text)
      ? declined('personal details', asker)
      : await command.handle(asker, text, ports);
    return noteRefusal(asker, `/${name}`, reply);
  }

  async function hearMessage(speaker: Asker, text: string, threadOf: ThreadOf): Promise<Answer> {
    const thread = await threadOf(speaker);
    const asker: Asker = { ...speaker, thread };
    const reading = await reader.read({ text, asker, thread });
    switch (reading.kind) {
      case 'question':
        return answer(asker, reading.question);
      case 'choice':
        return remember(asker, askBack(reading.readings, intents, asker.directory));
      case 'refused':
        return noteRefusal(asker, 'message', declined(reading.refusal, asker));
      case 'unknown':
        await noteMiss(asker, text, reading.guess);
        return notUnderstood(asker);
    }
  }

  /** Counted without its words, which are kept only where an administrator wants to see what people mean. */
  async function noteMiss(
    { directory, place }: Asker,
    text: string,
    guess: Candidate | undefined,
  ): Promise<void> {
    const confidence = (Math.floor((guess?.confidence ?? 0) * 10) / 10).toFixed(1);
    const shape = { guess: guess?.question.intent, confidence, place: place.kind };
    await ports.misses.note(directory.partnership.id, text, shape);
  }

  /** Even a button's data is a stranger's: it is looked through before anything is done with it. */
  async function hearSubmission(
    asker: Asker,
    inbound: Extract<Inbound, { kind: 'submission' }>,
  ): Promise<Answer> {
    const { verb, data } = inbound;
    const chosen =
      verb === 'ask'
        ? questionSchema.safeParse((data as { question?: unknown } | null)?.question)
        : undefined;
    const personal = personalIn(data);
    if (chosen?.success && !personal) return answer(asker, chosen.data);
    return remember(asker, await noteRefusal(asker, nameOf(inbound), await answered()));

    async function answered(): Promise<Answer> {
      if (personal === 'too-much') return outOfDate();
      if (chosen?.success) return declined('personal details', asker);
      const submission = submissions.get(verb);
      return submission ? answerPress(asker, submission, { data, personal }, ports) : outOfDate();
    }
  }

  async function answer(asker: Asker, question: Question): Promise<Answer> {
    const intent: Intent | undefined = intents.get(question.intent);
    if (!intent) return notUnderstood(asker);
    const reply = await noteRefusal(
      asker,
      intent.name,
      await intent.answer(asker, question, ports),
    );
    return remember(asker, reply);
  }

  /** A list can be gone on with after other things were asked. */
  async function remember(
    { directory, person, place, thread }: Asker,
    reply: Answer,
  ): Promise<Answer> {
    const now = reply.thread && { list: thread?.list, ...reply.thread };
    const kept = now && ports.threads.save(directory.partnership.id, person.id, place, now);
    kept?.catch(() => undefined); // whoever says the reply awaits it
    return kept ? { ...reply, kept } : reply;
  }

  return {
    async hear(inbound) {
      const reply = await hear(inbound);
      return isPress(inbound) || isExtension(inbound) ? reply : withButtons(reply);
    },
  };
}

function sceneOf({ from, place }: Inbound, directory: Directory): Scene {
  return { directory, place, person: personWith(directory, from) };
}

/** Whoever joins without an account types a name of their own, which may say anything. */
function withoutPersonal(event: MeetingEvent): MeetingEvent {
  if (!('people' in event)) return event;
  const named = ({ name, ...rest }: (typeof event.people)[number]) => ({
    ...rest,
    name: looksPersonal(name) ? 'Somebody' : name,
  });
  return { ...event, people: event.people.map(named) };
}

/** What answers a press takes the place of the pressed card, and only a card would be seen of it: words alone are shown below it. */
function isPress(inbound: Inbound): boolean {
  return inbound.kind === 'submission' && inbound.verb !== 'ask';
}

/** A dialog and a list of results show words as they are; there is no chat to press a button in. */
function isExtension({ kind }: Inbound): boolean {
  return kind === 'dialog' || kind === 'search';
}
