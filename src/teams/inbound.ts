import { type Activity, ActivityTypes } from 'botbuilder';
import type { ConversationPlace, Inbound, InboundContent } from '../contract/feature.ts';
import type { ConversationReference } from '../contract/ports.ts';
import type { Identity } from '../domain/directory.ts';
import { extensionInvokeKind, parseExtensionRequest } from './extension-invoke.ts';
import { parseFileConsent } from './file-consent.ts';
import { isTargeted } from './is-targeted.ts';
import { parseMeetingEvent } from './meeting-event.ts';
import { messageText } from './message-text.ts';
import { parseSentFiles } from './sent-files.ts';

/**
 * An activity as plain data; `undefined` for all that Convenor does not answer (edits, reactions,
 * typing …). Where the message extension is used Convenor may not be installed, so the
 * conversation's reference is not kept.
 */
export function toInbound(activity: Activity): Inbound | undefined {
  const content = parseContent(activity);
  return (
    content && {
      from: toIdentity(activity),
      place: toPlace(activity),
      ...(activity.id && { activityId: activity.id }),
      ...(isAnsweredPrivately(activity) && { isPrivate: true }),
      ...(!extensionInvokeKind(activity) && { reference: toConversationReference(activity) }),
      ...content,
    }
  );
}

function parseContent(activity: Activity): InboundContent | undefined {
  switch (activity.type) {
    case ActivityTypes.Message:
      return parseSubmission(activity.value) ?? parseMessage(activity);
    case ActivityTypes.Invoke:
      return isCardAction(activity)
        ? parseSubmission({ ...activity.value.action.data, ...executeVerb(activity) })
        : (parseFileConsent(activity) ?? parseExtensionContent(activity));
    case ActivityTypes.InstallationUpdate:
      return INSTALLATIONS.get(activity.action ?? '');
    case ActivityTypes.ConversationUpdate: {
      const isConvenor = ({ id }: { id: string }) => id === activity.recipient.id;
      if (activity.membersAdded?.some(isConvenor)) return { kind: 'installed' };
      return activity.membersRemoved?.some(isConvenor) ? { kind: 'removed' } : undefined;
    }
    case ActivityTypes.Event: {
      const event = parseMeetingEvent(activity);
      return event && { kind: 'meeting', event };
    }
    default:
      return undefined;
  }
}

/** Words beside a picture are asked as ever; a picture alone, and any file, is looked at as a file. */
function parseMessage(activity: Activity): InboundContent {
  const text = messageText(activity);
  const files = parseSentFiles(activity);
  const isFile = files.some(({ url }) => url !== undefined) || (files.length > 0 && text === '');
  return isFile ? { kind: 'file', files, text } : { kind: 'message', text };
}

/** An upgrade of the app (`remove-upgrade`, `add-upgrade`) leaves it where it is. */
const INSTALLATIONS: ReadonlyMap<string, InboundContent> = new Map([
  ['add', { kind: 'installed' }],
  ['remove', { kind: 'removed' }],
]);

/** A request of the message extension, or the form that its dialog sends. */
function parseExtensionContent(activity: Activity): InboundContent | undefined {
  const request = parseExtensionRequest(activity);
  if (request?.kind !== 'submitted') return request;
  return parseSubmission(request.data);
}

/** Whether a button was pressed that is answered in the place of its card. */
export function isCardAction({ type, name, value }: Activity): boolean {
  return type === ActivityTypes.Invoke && name === 'adaptiveCard/action' && isRecord(value?.action);
}

interface Pressed {
  readonly verb?: unknown;
  readonly inNewMessage?: unknown;
}

/**
 * Whether the answer goes below the pressed card, for all to read: to a question, as when it is
 * typed; and so does what a button in a list opens, because the list stays.
 */
export function isInNewMessage({ value }: Activity): boolean {
  const sent = value as (Pressed & { readonly action?: { readonly data?: Pressed } }) | undefined;
  const { verb, inNewMessage } = sent?.action?.data ?? sent ?? {};
  return verb === 'ask' || inNewMessage === true;
}

/**
 * Teams shows the response to an invoke to whoever pressed alone, and what answers a targeted message
 * to whoever wrote it; what a search finds, they may post anywhere.
 */
function isAnsweredPrivately(activity: Activity): boolean {
  if (isTargeted(activity)) return true;
  const asked = extensionInvokeKind(activity);
  return asked ? asked !== 'query' : isCardAction(activity) && !isInNewMessage(activity);
}

function executeVerb({ value }: Activity): { verb?: string } {
  return typeof value.action.verb === 'string' && value.action.verb
    ? { verb: value.action.verb }
    : {};
}

/** The data of a card that sent a verb. `msteams` is the client's own part of it. */
function parseSubmission(value: unknown): InboundContent | undefined {
  if (!isRecord(value)) return undefined;
  const { verb, msteams, ...data } = value;
  if (typeof verb !== 'string' || !verb) return undefined;
  return { kind: 'submission', verb, data };
}

/**
 * Tenant id and directory object id. A person without a directory object (an anonymous guest of a
 * meeting) gets an id that no directory can hold, so that no record matches them.
 */
export function toIdentity(activity: Activity): Identity {
  const { from } = activity;
  return {
    tenantId: findTenantId(activity) ?? '',
    objectId: from.aadObjectId?.toLowerCase() || `not-in-directory:${from.id}`,
  };
}

function toConversationReference(activity: Activity): ConversationReference {
  const { conversation, serviceUrl } = activity;
  const tenantId = findTenantId(activity);
  return {
    conversationId: conversation.id,
    serviceUrl,
    ...(tenantId && { tenantId }),
  };
}

/** The organisation to which a conversation belongs; the ids of a directory have no capitals. */
export function findTenantId({ conversation, channelData }: Activity): string | undefined {
  return (conversation.tenantId ?? channelData?.tenant?.id)?.toLowerCase();
}

/** The message extension names a meeting's chat without saying what kind of conversation it is. */
const SHARED_CONVERSATION = /^19:.+@thread\./;

/** By the type that Teams names; a map, for a stranger's `constructor` is in every object. */
const KINDS: ReadonlyMap<string, ConversationPlace['kind']> = new Map([
  ['personal', 'personal'],
  ['groupChat', 'group'],
  ['channel', 'channel'],
]);

/** A channel's threads are one place: `19:…@thread.tacv2;messageid=…` without its message. */
function toPlace({ conversation }: Activity): ConversationPlace {
  const isShared = conversation.isGroup || SHARED_CONVERSATION.test(conversation.id);
  const kind = KINDS.get(conversation.conversationType) ?? (isShared ? 'group' : 'personal');
  return { kind, conversationId: conversation.id.split(';messageid=')[0] ?? conversation.id };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
