import type { NoticePorts } from '../contract/notice.ts';
import type { Sender, StoredDelivery } from '../contract/ports.ts';
import type { Directory } from '../domain/directory.ts';
import { countsAsAttempt, endsConversation, MAX_ATTEMPTS } from '../domain/notices/delivery.ts';
import type { EngineParts } from './catalogue.ts';
import { composeFallback } from './compose.ts';
import { retryStorage } from './retry-storage.ts';

interface FallbackParts extends EngineParts {
  readonly sender: Sender;
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
 * Says in a group's chat what one of its people could not be told: once until they write or install, and no more than everybody there
 * may see. It stays on the list of what was not delivered, whatever comes of this.
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
  const isFirst =
    address && (await ports.conversations.claimUnreached(id, delivery.person, message));
  const answer = isFirst && (await composeFallback(delivery, directory, parts));
  const began = ports.calendar.now();
  const sent = address && answer ? await sender.send(address, answer) : undefined;
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
