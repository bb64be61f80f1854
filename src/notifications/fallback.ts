import { toPlainText } from '../answers/to-plain-text.ts';
import type { NoticePorts } from '../contract/notice.ts';
import type {
  ConversationReference,
  Sender,
  SendOutcome,
  StoredDelivery,
} from '../contract/ports.ts';
import { toLocalTime } from '../domain/dates.ts';
import type { Directory } from '../domain/directory.ts';
import {
  countsAsAttempt,
  type Delivery,
  endsConversation,
  MAX_ATTEMPTS,
} from '../domain/notices/delivery.ts';
import type { EngineParts } from './catalogue.ts';
import { composeFallback, composeMessage, personAlone } from './compose.ts';
import { recheckOwed } from './recheck.ts';
import { retryStorage } from './retry-storage.ts';

interface FallbackParts extends EngineParts {
  readonly sender: Sender;
  /** Whether messages are sent that one person in a chat of several sees alone. */
  readonly targetedMessages?: boolean;
}

/** The first of the groups that follow something up that has a chat in which it can be said that somebody was not reached. */
export async function groupWithChat(
  groups: readonly string[],
  { partnership }: Directory,
  { meetings, conversations }: Pick<NoticePorts, 'meetings' | 'conversations'>,
): Promise<string | undefined> {
  for (const group of new Set(groups)) {
    const chat = await meetings.findChat(partnership.id, group);
    if (chat && (await conversations.chat(partnership.id, chat))) return group;
  }
  return undefined;
}

/**
 * Says in a group's chat what one of its people could not be told: to them alone where that can be; otherwise once until they write or
 * install, and no more than everybody there may see. It stays on the list of what was not delivered, whatever comes of this.
 */
export async function postFallback(
  stored: StoredDelivery,
  directory: Directory,
  parts: FallbackParts,
): Promise<number | undefined> {
  const { ports, sender } = parts;
  const { delivery } = stored;
  const { id, timeZone } = directory.partnership;
  const group = delivery.fallback?.group ?? '';
  const chat = await ports.meetings.findChat(id, group);
  const address = chat && (await ports.conversations.chat(id, chat));
  const message = `${delivery.day}/${delivery.number}`;
  const began = ports.calendar.now();
  const alone = address && (await sendAlone(delivery, address, directory, parts));
  const isFirst =
    address && !alone && (await ports.conversations.claimUnreached(id, delivery.person, message));
  const answer = isFirst && (await composeFallback(delivery, directory, parts));
  const sent = alone || (address && answer ? await sender.send(address, answer) : undefined);
  if (sent && endsConversation(sent))
    await ports.conversations.end(id, { kind: 'group', conversationId: chat ?? '' }, began);
  const isItsDay = delivery.day === ports.calendar.today(timeZone);
  const attempts = delivery.attempts + (sent && !countsAsAttempt(sent, isItsDay) ? 0 : 1);
  const isWaiting = sent?.outcome === 'not-sent' && attempts < 2 * MAX_ATTEMPTS;
  const state = isWaiting ? 'due' : sent?.outcome === 'sent' ? 'said' : 'failed';
  if (isFirst && state === 'failed' && sent?.outcome !== 'unknown')
    await ports.conversations.releaseUnreached(id, delivery.person, message);
  const at = ports.calendar.now().toISOString();
  const after = { ...delivery, attempts, at, fallback: { group, state } } as const;
  await retryStorage(() => ports.ledger.change(id, stored, after));
  return isWaiting ? sent.retryInMs : undefined;
}

/**
 * What is theirs, in the group's chat for them alone: in words, since what a button there answers would stand there for all. `undefined`
 * where that is switched off, or where they cannot be reached there either.
 */
async function sendAlone(
  delivery: Delivery,
  address: ConversationReference,
  directory: Directory,
  parts: FallbackParts,
): Promise<SendOutcome | undefined> {
  const { ports, sender, targetedMessages } = parts;
  const themselves = personAlone(delivery.person, directory);
  const [person] = themselves;
  if (!targetedMessages || !person) return undefined;
  const at = toLocalTime(ports.calendar.now(), directory.partnership.timeZone);
  const { owed } = await recheckOwed(delivery, at, directory, parts, themselves);
  const answer = owed.length > 0 && (await composeMessage(delivery, owed, directory, parts));
  if (!answer) return undefined;
  const text = `${toPlainText(answer)}\n\n${ALONE}`;
  const outcome = await sender.send(address, { text }, { onlyTo: person });
  return outcome.outcome === 'unreachable' ? undefined : outcome;
}

const ALONE =
  'Only you see this, for a day: I could not reach you in our own chat. Open Convenor in Teams and write to it once, and I will.';
