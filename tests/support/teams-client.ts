import { randomUUID } from 'node:crypto';
import {
  type Button,
  readButtons,
  readInputs,
  readLines,
  readPressableLines,
} from './card-reading.ts';
import type { AdaptiveCard, FakeTeams, Message } from './fake-teams.ts';

export interface Speaker {
  readonly name: string;
  readonly tenantId: string;
  readonly objectId: string;
  /** Tells a second personal chat of theirs from the first, which nobody has in Teams. */
  readonly chat?: string;
}

/** A file on somebody's machine. */
export interface OwnFile {
  readonly name: string;
  readonly bytes: Uint8Array | string;
}

export type Where = 'personal' | 'group' | 'channel';

/** The conversation of the group chat. */
export const GROUP_CHAT = '19:meeting-of-the-board@thread.v2';

/** What came of saying or pressing something. */
export interface Heard {
  /** The HTTP status with which the bot answered Teams. */
  readonly status: number;
  /** The id of the conversation. */
  readonly conversation: string;
  /** What the bot said or changed, in order. */
  readonly messages: readonly Message[];
  /**
   * Of the last message: its text, its card, all text of the card in reading order, and the titles of its buttons. A press
   * that puts a new card in the place of the old one says no text: then `text` is empty, and `lines` has all.
   */
  readonly text: string;
  readonly card: AdaptiveCard | undefined;
  readonly lines: readonly string[];
  readonly buttons: readonly string[];
  /**
   * Presses a button of the card, or a line that can be pressed, with what was put into its inputs. A button names its
   * press: pressed again it is a repeat, which changes nothing; to do something twice, ask for its form again.
   */
  press(title: string, inputs?: Readonly<Record<string, string>>): Promise<Heard>;
  /** The same for somebody else who sees the card. */
  isPressedBy(
    speaker: Speaker,
    title: string,
    inputs?: Readonly<Record<string, string>>,
    how?: HowPressed,
  ): Promise<Heard>;
  /** The card as somebody's client makes it their own when it comes into sight. */
  asSeenBy(speaker: Speaker): Promise<Heard>;
}

/** How a press arrives. */
export interface HowPressed {
  /** By a client that knows no Action.Execute and sends its fallback. */
  readonly olderClient?: boolean;
  /** How often Teams delivers it, each time under another activity id; once by default. */
  readonly times?: number;
}

export interface TeamsClient {
  /** Says something to the bot; mentions it where Teams requires that. */
  say(speaker: Speaker, text: string, options?: { in?: Where }): Promise<Heard>;
  /** Sends a file, with or without a message; Teams passes files to bots only in personal chats. */
  send(speaker: Speaker, file: OwnFile, options?: { in?: Where; text?: string }): Promise<Heard>;
  /** Installs the bot, as Teams reports it: with two activities. */
  install(speaker: Speaker, options?: { in?: Where }): Promise<Heard>;
  /** A message that stands in somebody's personal chat, as they see it and can press it. */
  sees(speaker: Speaker, message: Message | undefined): Heard;
  /** Something that Teams reports of the meeting in the group's chat. */
  report(
    speaker: Speaker,
    event: 'Start' | 'End' | 'ParticipantJoin' | 'ParticipantLeave',
    value?: object,
  ): Promise<Heard>;
  /** Opens a dialog of the message extension, on a message or on none. */
  openDialog(speaker: Speaker, command: string, on?: OnMessage): Promise<DialogSeen>;
  /** Types into the search of the message extension. */
  search(speaker: Speaker, words: string): Promise<Results>;
  /** Sends an activity as it is, with a token or without. */
  post(activity: object, authorization?: string): Promise<{ status: number; body: unknown }>;
  /** An activity as Teams shapes it, to be sent as it is or changed. */
  activity(speaker: Speaker, where: Where, parts: object): Record<string, unknown>;
}

/** The message on which a dialog is opened. */
export interface OnMessage {
  readonly in?: Where;
  /** As Teams has it, in HTML. */
  readonly message?: string;
  readonly subject?: string;
}

/** A dialog of the message extension as it stands on the screen. */
export interface DialogSeen {
  readonly status: number;
  /** The words of a dialog that has nothing else. */
  readonly words: string | undefined;
  readonly card: AdaptiveCard | undefined;
  readonly lines: readonly string[];
  readonly buttons: readonly string[];
  /** What the inputs hold. */
  readonly inputs: Readonly<Record<string, string>>;
  press(
    title: string,
    inputs?: Readonly<Record<string, string>>,
    how?: HowPressed,
  ): Promise<DialogSeen>;
}

/** What a search shows: a line for each result with the card that choosing it puts into the message; or words. */
export interface Results {
  readonly status: number;
  readonly words: string | undefined;
  readonly results: readonly {
    readonly title: string;
    readonly text: string;
    readonly card: AdaptiveCard;
  }[];
}

export const BOT = { id: '28:5a1c1d2e-convenor', name: 'Convenor' };

/** Ids of conversations as Teams writes them. */
const CONVERSATIONS: Readonly<Record<Where, (speaker: Speaker) => { id: string }>> = {
  personal: (speaker) => inKind('personal', personalConversation(speaker)),
  group: () => inKind('groupChat', GROUP_CHAT),
  channel: () => inKind('channel', '19:general@thread.tacv2;messageid=1615800000000'),
};

const inKind = (conversationType: string, id: string) => ({
  id,
  conversationType,
  isGroup: conversationType !== 'personal',
});

/** Plays the Teams client and its service: shapes activities as Teams does, posts them to the bot, and sees what it says. */
export function createTeamsClient(botUrl: string, teams: FakeTeams): TeamsClient {
  const activity: TeamsClient['activity'] = (speaker, where, parts) => ({
    id: `${Date.now()}-${randomUUID()}`,
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl: teams.serviceUrl,
    from: { id: `29:${speaker.objectId}`, name: speaker.name, aadObjectId: speaker.objectId },
    recipient: BOT,
    conversation: { tenantId: speaker.tenantId, ...CONVERSATIONS[where](speaker) },
    channelData: { tenant: { id: speaker.tenantId } },
    locale: 'en-GB',
    ...parts,
  });

  const post: TeamsClient['post'] = async (body, authorization) => {
    const response = await fetch(`${botUrl}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : undefined };
  };

  async function turn(speaker: Speaker, where: Where, ...turns: object[]): Promise<Heard> {
    const conversation = toConversationId(speaker, where);
    const before = [...teams.messages(conversation)];
    const answers: Answered[] = [];
    for (const parts of turns) answers.push(await post(activity(speaker, where, parts)));
    const messages = teams.messages(conversation).filter((message) => !before.includes(message));
    const { status, body } = answers.at(-1) as Answered;
    return heard(speaker, where, { status, body, messages });
  }

  function heard(
    speaker: Speaker,
    where: Where,
    { status, body, messages }: Answered & { messages: Message[] },
    pressed?: Shown,
  ): Heard {
    const shown = shownBy(messages, body, pressed);
    const { messageId, text, card } = shown;
    const conversation = toConversationId(speaker, where);
    const buttons = readButtons(card);
    return {
      status,
      conversation,
      messages,
      text,
      card,
      lines: readLines(card),
      buttons: buttons.map(({ title }) => title),
      press: (title, inputs) => pressedBy(speaker, title, inputs),
      isPressedBy: pressedBy,
      asSeenBy: (viewer) =>
        sent(viewer, { type: 'invoke', name: 'adaptiveCard/action', value: automatic(card) }),
    };

    async function pressedBy(
      by: Speaker,
      title: string,
      inputs = {},
      { olderClient, times }: HowPressed = {},
    ): Promise<Heard> {
      const pressable = [...buttons, ...readPressableLines(card)];
      const button = pressable.find((each) => each.title === title);
      if (!button)
        throw new Error(
          `Nothing to press is “${title}”: ${pressable.map((each) => `“${each.title}”`).join(', ')}`,
        );
      const press = olderClient ? { ...(button.fallback as Button), title } : button;
      return sent(by, toActivity(press, { ...readInputs(card), ...inputs }), times);
    }

    async function sent(by: Speaker, parts: object, times = 1): Promise<Heard> {
      const before = [...teams.messages(conversation)];
      let answered = { status: 0, body: undefined as unknown };
      for (let time = 0; time < times; time += 1)
        answered = await post(activity(by, where, { ...parts, replyToId: messageId }));
      const said = teams.messages(conversation).filter((message) => !before.includes(message));
      return heard(by, where, { ...answered, messages: said }, shown);
    }
  }

  async function fetchDialog(
    speaker: Speaker,
    where: Where,
    name: string,
    value: object,
    times = 1,
  ): Promise<DialogSeen> {
    let answered: Answered = { status: 0, body: undefined };
    for (let time = 0; time < times; time += 1)
      answered = await post(
        activity(speaker, where, { type: 'invoke', name: `composeExtension/${name}`, value }),
      );
    const { task } = (answered.body ?? {}) as {
      task?: { type: string; value: string | { card: { content: AdaptiveCard } } };
    };
    const card = typeof task?.value === 'object' ? task.value.card.content : undefined;
    const buttons = readButtons(card);
    return {
      status: answered.status,
      words: typeof task?.value === 'string' ? task.value : undefined,
      card,
      lines: readLines(card),
      buttons: buttons.map(({ title }) => title),
      inputs: readInputs(card),
      async press(title, inputs, how) {
        const button = buttons.find((each) => each.title === title);
        if (button?.type !== 'Action.Submit')
          throw new Error(`A dialog has no “${title}” that it could send`);
        const data = { ...button.data, ...readInputs(card), ...inputs };
        return fetchDialog(speaker, where, 'submitAction', { ...value, data }, how?.times);
      },
    };
  }

  /** As Microsoft documents it: the file is uploaded to the sender's OneDrive first. */
  function toAttachment({ objectId }: Speaker, { name, bytes }: OwnFile): object {
    return {
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      contentUrl: `https://contoso-my.sharepoint.com/personal/${objectId}/Documents/Microsoft%20Teams%20Chat%20Files/${encodeURIComponent(name)}`,
      name,
      content: {
        downloadUrl: teams.keepSent(Buffer.from(bytes)),
        uniqueId: randomUUID(),
        fileType: name.slice(name.lastIndexOf('.') + 1).toLowerCase(),
      },
    };
  }

  return {
    activity,
    post,
    openDialog: (speaker, commandId, { in: where = 'group', message, subject } = {}) =>
      fetchDialog(speaker, where, 'fetchTask', {
        commandId,
        commandContext: message === undefined ? 'compose' : 'message',
        context: { theme: 'default' },
        ...(message !== undefined && {
          messagePayload: {
            id: '1615800000000',
            subject,
            body: { contentType: 'html', content: message },
          },
        }),
      }),
    async search(speaker, words) {
      const parameters = [
        words ? { name: 'words', value: words } : { name: 'initialRun', value: 'true' },
      ];
      const value = { commandId: 'search', parameters, queryOptions: { skip: 0, count: 25 } };
      const { status, body } = await post(
        activity(speaker, 'group', { type: 'invoke', name: 'composeExtension/query', value }),
      );
      const { composeExtension } = (body ?? {}) as {
        composeExtension?: { text?: string; attachments?: Attached[] };
      };
      const results = (composeExtension?.attachments ?? []).map(({ content, preview }) => ({
        ...preview.content,
        card: content,
      }));
      return { status, words: composeExtension?.text, results };
    },
    say: (speaker, text, { in: where = 'personal' } = {}) =>
      turn(speaker, where, spoken(text, where)),
    send: (speaker, file, { in: where = 'personal', text = '' } = {}) =>
      turn(speaker, where, {
        ...spoken(text, where),
        ...(where === 'personal' && { attachments: [toAttachment(speaker, file)] }),
      }),
    sees(speaker, message) {
      if (!message) throw new Error(`${speaker.name} sees no message`);
      return heard(speaker, 'personal', { status: 200, body: undefined, messages: [message] });
    },
    report: (speaker, event, value = {}) =>
      turn(speaker, 'group', {
        type: 'event',
        name: `application/vnd.microsoft.meeting${event}`,
        value,
      }),
    install: (speaker, { in: where = 'personal' } = {}) =>
      turn(
        speaker,
        where,
        { type: 'installationUpdate', action: 'add' },
        { type: 'conversationUpdate', membersAdded: [{ id: BOT.id }] },
      ),
  };
}

/** What a client sends by itself for a card that says how it is refreshed. */
function automatic(card: AdaptiveCard | undefined): object {
  const { action } = (card?.refresh ?? {}) as { action?: object };
  return { action, trigger: 'automatic' };
}

function spoken(text: string, where: Where): object {
  if (where === 'personal') return { type: 'message', text };
  const mention = { type: 'mention', text: `<at>${BOT.name}</at>`, mentioned: BOT };
  return {
    type: 'message',
    text: `${mention.text} ${text}`,
    entities: [mention, { type: 'clientInfo', locale: 'en-GB' }],
  };
}

/** The id of somebody's personal chat with the bot. */
export function personalConversation({
  objectId,
  chat,
}: Pick<Speaker, 'objectId' | 'chat'>): string {
  return chat ? `a:${objectId}:${chat}` : `a:${objectId}`;
}

function toConversationId(speaker: Speaker, where: Where): string {
  return CONVERSATIONS[where](speaker).id;
}

/** A result of the message extension. */
interface Attached {
  readonly content: AdaptiveCard;
  readonly preview: { readonly content: { readonly title: string; readonly text: string } };
}

interface Answered {
  readonly status: number;
  readonly body: unknown;
}

/** What stands last on the screen: a message, or the card that took the place of the pressed one. */
interface Shown {
  readonly messageId?: string;
  readonly text: string;
  readonly card?: AdaptiveCard;
}

function shownBy(messages: readonly Message[], body: unknown, pressed?: Shown): Shown {
  const { type, value } = (body ?? {}) as { type?: string; value?: unknown };
  if (type === 'application/vnd.microsoft.card.adaptive')
    return { ...pressed, text: '', card: value as AdaptiveCard };
  // Words in the response stand below the pressed card, whatever live card was edited meanwhile.
  const isWords =
    type === 'application/vnd.microsoft.activity.message' && value && value !== 'Answered below.';
  if (isWords) return { ...pressed, text: String(value) };
  const last = messages.at(-1);
  if (last)
    return {
      messageId: last.id,
      text: last.text ?? last.summary ?? '',
      card: last.attachments?.[0]?.content,
    };
  return { ...pressed, text: String(value ?? '') };
}

/** What Teams sends for a button: for an Action.Submit its data, or what the `msteams` part makes of it. */
function toActivity({ type, id, verb, data = {} }: Button, inputs: object): object {
  if (type === 'Action.Execute') {
    const action = { type, id, verb, data: { ...data, ...inputs } };
    return { type: 'invoke', name: 'adaptiveCard/action', value: { action, trigger: 'manual' } };
  }
  const { msteams, ...rest } = data as {
    msteams?: { type: string; text?: string; value?: unknown };
  };
  if (msteams?.type === 'imBack') return { type: 'message', text: msteams.value };
  if (msteams?.type !== 'messageBack') return { type: 'message', value: { ...data, ...inputs } };
  return {
    type: 'message',
    text: msteams.text,
    value: { ...rest, ...(msteams.value as object), ...inputs },
  };
}
