import type { Asker, Inbound, Thread } from '../contract/feature.ts';
import type { Threads } from '../contract/ports.ts';

/** The thread of whoever it turns out to be that speaks. */
export type LoadThread = (
  speaker: Pick<Asker, 'person' | 'directory'>,
) => Promise<Thread | undefined>;

/** So many people and chats are remembered. */
const MAX_IN_MEMORY = 5_000;

/**
 * Reads a thread while it is still being found out who speaks, as the one who it was the last time, which saves a wait.
 * Only the guess is remembered: what was read is as fresh as ever, and after a wrong guess it is read again for the right one.
 */
export function createThreadPrefetch(threads: Threads): (inbound: Inbound) => LoadThread {
  const lastSpeakers = new Map<string, { readonly partnership: string; readonly person: string }>();

  return (inbound) => {
    const { from, place } = inbound;
    const speaker = JSON.stringify([from.tenantId, from.objectId, place.conversationId]);
    const guess = isAsking(inbound) ? lastSpeakers.get(speaker) : undefined;
    const early = guess && threads.load(guess.partnership, guess.person, place);
    early?.catch(() => undefined); // whoever asks for it awaits it

    return ({ person, directory: { partnership } }) => {
      if (early && guess.partnership === partnership.id && guess.person === person.id) return early;
      if (lastSpeakers.size >= MAX_IN_MEMORY) lastSpeakers.clear();
      lastSpeakers.set(speaker, { partnership: partnership.id, person: person.id });
      return threads.load(partnership.id, person.id, place);
    };
  };
}

/** Neither a press nor a command depends on what was spoken about. */
function isAsking(inbound: Inbound): boolean {
  return inbound.kind === 'message' && !inbound.text.trimStart().startsWith('/');
}
