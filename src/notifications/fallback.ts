import type { NoticePorts } from '../contract/notice.ts';
import type { Sender, StoredDelivery } from '../contract/ports.ts';
import type { Directory } from '../domain/directory.ts';
import { countsAsAttempt, MAX_ATTEMPTS } from '../domain/notices/delivery.ts';
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
  { meetings }: Pick<NoticePorts, 'meetings'>,
): Promise<string | undefined> {
  for (const group of new Set(groups))
    if (await meetings.findChat(partnership.id, group)) return group;
  return undefined;
}

/**
 * Says in a group's chat what one of its people could not be told: references and titles, nothing of a case. It stays on the list of
 * what was not delivered, whatever comes of this.
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
  const answer = address && (await composeFallback(delivery, directory, parts));
  const sent = address && answer ? await sender.send(address, answer) : undefined;
  const isItsDay = delivery.day === ports.calendar.today(timeZone);
  const attempts = delivery.attempts + (sent && !countsAsAttempt(sent, isItsDay) ? 0 : 1);
  const isWaiting = sent?.outcome === 'not-sent' && attempts < 2 * MAX_ATTEMPTS;
  const state = isWaiting ? 'due' : sent?.outcome === 'sent' ? 'said' : 'failed';
  const at = ports.calendar.now().toISOString();
  const after = { ...delivery, attempts, at, fallback: { group, state } } as const;
  await retryStorage(() => ports.ledger.change(id, stored, after));
  return isWaiting ? sent.retryInMs : undefined;
}
