import { type Activity, ActivityTypes } from 'botbuilder';
import type { Inbound, MeetingEvent, Place } from '../contract/feature.ts';
import type { Address } from '../contract/ports.ts';
import type { Identity } from '../domain/directory.ts';
import { askedOfExtension, extensionInvoke } from './extension-invoke.ts';
import { meetingEventIn } from './meeting-event.ts';
import { messageText } from './message-text.ts';

/** A button with this verb says its `text` for the person who pressed it. */
const ASK = 'ask';

/**
 * Makes plain data of an activity; `undefined` for all that Convenor has no answer to (edits, reactions, typing …). Where the message
 * extension is used Convenor may not be installed, so that nothing can be said there later.
 */
export function toInbound(activity: Activity): Inbound | undefined {
  const said = saidIn(activity);
  return (
    said && {
      from: identityOf(activity),
      place: placeOf(activity),
      ...(activity.id && { activityId: activity.id }),
      ...(!extensionInvoke(activity) && { address: addressOf(activity) }),
      ...said,
    }
  );
}

type Said =
  | { kind: 'message'; text: string }
  | { kind: 'submission'; verb: string; data: Record<string, unknown> }
  | { kind: 'dialog'; command: string; text: string }
  | { kind: 'search'; words: string }
  | { kind: 'installed' }
  | { kind: 'meeting'; event: MeetingEvent };

function saidIn(activity: Activity): Said | undefined {
  switch (activity.type) {
    case ActivityTypes.Message:
      return submitted(activity.value) ?? { kind: 'message', text: messageText(activity) };
    case ActivityTypes.Invoke:
      return isCardAction(activity)
        ? submitted({ ...activity.value.action.data, ...verbOf(activity) })
        : askedIn(activity);
    case ActivityTypes.InstallationUpdate:
      return activity.action === 'add' ? { kind: 'installed' } : undefined;
    case ActivityTypes.ConversationUpdate:
      return activity.membersAdded?.some(({ id }) => id === activity.recipient.id)
        ? { kind: 'installed' }
        : undefined;
    case ActivityTypes.Event: {
      const event = meetingEventIn(activity);
      return event && { kind: 'meeting', event };
    }
    default:
      return undefined;
  }
}

/** What the message extension is asked. Its dialogs send forms, and never ask questions. */
function askedIn(activity: Activity): Said | undefined {
  const asked = askedOfExtension(activity);
  if (asked?.kind !== 'submitted') return asked;
  const sent = submitted(asked.data);
  return sent?.kind === 'submission' ? sent : undefined;
}

/** Whether a button of kind Action.Execute was pressed. */
export function isCardAction({ type, name, value }: Activity): boolean {
  return type === ActivityTypes.Invoke && name === 'adaptiveCard/action' && isRecord(value?.action);
}

function verbOf({ value }: Activity): { verb?: string } {
  return typeof value.action.verb === 'string' && value.action.verb
    ? { verb: value.action.verb }
    : {};
}

/** What a card sent, if it sent a verb. `msteams` is the client's own part of the data. */
function submitted(value: unknown): Said | undefined {
  if (!isRecord(value)) return undefined;
  const { verb, msteams, ...data } = value;
  if (typeof verb !== 'string' || !verb) return undefined;
  if (verb === ASK && typeof data.text === 'string') return { kind: 'message', text: data.text };
  return { kind: 'submission', verb, data };
}

/**
 * Tenant id and directory object id. Somebody without a directory object (an anonymous guest of a meeting) gets an id that
 * no directory can hold, so that an empty cell of the records never matches them.
 */
function identityOf(activity: Activity): Identity {
  const { from } = activity;
  return {
    tenantId: tenantOf(activity) ?? '',
    objectId: from.aadObjectId || `not-in-directory:${from.id}`,
  };
}

function addressOf(activity: Activity): Address {
  const { conversation, serviceUrl, from } = activity;
  const tenantId = tenantOf(activity);
  return {
    conversationId: conversation.id,
    serviceUrl,
    userId: from.id,
    ...(tenantId && { tenantId }),
  };
}

/** The organisation to which a conversation belongs. */
export function tenantOf({ conversation, channelData }: Activity): string | undefined {
  return conversation.tenantId ?? channelData?.tenant?.id;
}

/** The message extension names a meeting's chat without saying what kind of conversation it is. */
const SHARED = /^19:.+@thread\./;

/** A channel's threads are one place: `19:…@thread.tacv2;messageid=…` without its message. */
function placeOf({ conversation }: Activity): Place {
  const kinds: Readonly<Record<string, Place['kind']>> = {
    personal: 'personal',
    groupChat: 'group',
    channel: 'channel',
  };
  const isShared = conversation.isGroup || SHARED.test(conversation.id);
  const kind = kinds[conversation.conversationType] ?? (isShared ? 'group' : 'personal');
  return { kind, conversationId: conversation.id.split(';messageid=')[0] ?? conversation.id };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
