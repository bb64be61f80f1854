import { randomUUID } from 'node:crypto';
import { type Button, buttonsOf, inputsOf, linesOf } from './card-reading.ts';
import type { AdaptiveCard, FakeTeams, Message } from './fake-teams.ts';

export interface Speaker {
  readonly name: string;
  readonly tenantId: string;
  readonly objectId: string;
}

export type Where = 'personal' | 'group' | 'channel';

/** What came of saying or pressing something. */
export interface Heard {
  /** The HTTP status with which the bot answered Teams. */
  readonly status: number;
  /** What the bot said or changed, in order. */
  readonly messages: readonly Message[];
  /** Of the last message: its text, its card, all text of the card in reading order, and the titles of its buttons. */
  readonly text: string;
  readonly card: AdaptiveCard | undefined;
  readonly lines: readonly string[];
  readonly buttons: readonly string[];
  /** Presses a button of the card, with what was put into its inputs. */
  press(title: string, inputs?: Readonly<Record<string, string>>): Promise<Heard>;
}

export interface TeamsClient {
  /** Says something to the bot; mentions it where Teams requires that. */
  say(speaker: Speaker, text: string, options?: { in?: Where }): Promise<Heard>;
  /** Installs the bot, as Teams reports it: with two activities. */
  install(speaker: Speaker, options?: { in?: Where }): Promise<Heard>;
  /** Sends an activity as it is, with a token or without. */
  post(activity: object, authorization?: string): Promise<{ status: number; body: unknown }>;
  /** An activity as Teams shapes it, to be sent as it is or changed. */
  activity(speaker: Speaker, where: Where, parts: object): Record<string, unknown>;
}

export const BOT = { id: '28:5a1c1d2e-convenor', name: 'Convenor' };

/** Ids of conversations as Teams writes them. */
const CONVERSATIONS: Readonly<Record<Where, (speaker: Speaker) => object>> = {
  personal: ({ objectId }) => ({ id: `a:${objectId}`, conversationType: 'personal' }),
  group: () => ({ id: '19:meeting-of-the-board@thread.v2', conversationType: 'groupChat', isGroup: true }),
  channel: () => ({ id: '19:general@thread.tacv2;messageid=1615800000000', conversationType: 'channel', isGroup: true }),
};

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
    const conversationId = (CONVERSATIONS[where](speaker) as { id: string }).id;
    const before = teams.messages(conversationId).map((message) => message);
    const answers: { status: number; body: unknown }[] = [];
    for (const parts of turns) answers.push(await post(activity(speaker, where, parts)));
    const messages = teams.messages(conversationId).filter((message) => !before.includes(message));
    const shown = messages.at(-1);
    return heard(
      speaker,
      where,
      answers.at(-1)?.status ?? 0,
      messages,
      shown?.id,
      shown?.text,
      shown?.attachments?.[0]?.content,
    );
  }

  function heard(
    speaker: Speaker,
    where: Where,
    status: number,
    messages: readonly Message[],
    messageId: string | undefined,
    text = '',
    card: AdaptiveCard | undefined,
  ): Heard {
    const buttons = buttonsOf(card);
    const press = async (title: string, inputs = {}) => {
      const button = buttons.find((each) => each.title === title);
      if (!button)
        throw new Error(`No button “${title}” but ${buttons.map((each) => `“${each.title}”`).join(', ') || 'none'}`);
      const entered = { ...inputsOf(card), ...inputs };
      if (button.type !== 'Action.Execute') return turn(speaker, where, submitted(button, entered, messageId));
      return executed(speaker, where, button, entered, messageId, card);
    };
    return { status, messages, text, card, lines: linesOf(card), buttons: buttons.map(({ title }) => title), press };
  }

  /** An Action.Execute is answered in the response to its request; in Teams the card there takes the place of the pressed one. */
  async function executed(
    speaker: Speaker,
    where: Where,
    { verb, data, id }: Button,
    inputs: object,
    messageId: string | undefined,
    pressed: AdaptiveCard | undefined,
  ): Promise<Heard> {
    const conversationId = (CONVERSATIONS[where](speaker) as { id: string }).id;
    const before = teams.messages(conversationId).map((message) => message);
    const action = { type: 'Action.Execute', id, verb, data: { ...data, ...inputs } };
    const value = { action, trigger: 'manual' };
    const parts = { type: 'invoke', name: 'adaptiveCard/action', value, replyToId: messageId };
    const { status, body } = await post(activity(speaker, where, parts));
    const messages = teams.messages(conversationId).filter((message) => !before.includes(message));
    const shown = messages.at(-1);
    if (shown) return heard(speaker, where, status, messages, shown.id, shown.text, shown.attachments?.[0]?.content);
    const { type, value: answer } = (body ?? {}) as { type?: string; value?: unknown };
    return type === 'application/vnd.microsoft.card.adaptive'
      ? heard(speaker, where, status, [], messageId, '', answer as AdaptiveCard)
      : heard(speaker, where, status, [], messageId, String(answer ?? ''), pressed);
  }

  return {
    activity,
    post,
    say: (speaker, text, { in: where = 'personal' } = {}) => turn(speaker, where, spoken(text, where)),
    install: (speaker, { in: where = 'personal' } = {}) =>
      turn(
        speaker,
        where,
        { type: 'installationUpdate', action: 'add' },
        { type: 'conversationUpdate', membersAdded: [{ id: BOT.id }] },
      ),
  };
}

function spoken(text: string, where: Where): object {
  if (where === 'personal') return { type: 'message', text };
  const mention = { type: 'mention', text: `<at>${BOT.name}</at>`, mentioned: BOT };
  return { type: 'message', text: `${mention.text} ${text}`, entities: [mention, { type: 'clientInfo', locale: 'en-GB' }] };
}

/** What Teams sends for an Action.Submit: its data, or what its `msteams` part makes of it. */
function submitted({ data = {} }: Button, inputs: object, replyToId: string | undefined): object {
  const { msteams, ...rest } = data as { msteams?: { type: string; text?: string; value?: unknown } };
  if (msteams?.type === 'imBack') return { type: 'message', text: msteams.value, replyToId };
  if (msteams?.type !== 'messageBack') return { type: 'message', value: { ...data, ...inputs }, replyToId };
  return { type: 'message', text: msteams.text, value: { ...rest, ...(msteams.value as object), ...inputs }, replyToId };
}
