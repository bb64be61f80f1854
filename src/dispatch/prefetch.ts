import { isDeepStrictEqual } from 'node:util';
import type { Asker, Inbound, Thread } from '../contract/feature.ts';
import type { Meetings, Threads } from '../contract/ports.ts';
import type { Directory } from '../domain/directory.ts';

/** The thread of whoever it turns out to be that speaks. */
export type LoadThread = (
  speaker: Pick<Asker, 'person' | 'directory'>,
) => Promise<Thread | undefined>;

/** So many people and chats are remembered. */
const MAX_IN_MEMORY = 5_000;

/** Whose thread it is, and in which partnership. */
interface ThreadOwner {
  readonly partnership: string;
  readonly person: string;
}

/** Reads the thread of a message early; neither a press nor a command depends on what was spoken about. */
export function createThreadPrefetch(threads: Threads): (inbound: Inbound) => LoadThread {
  const prefetch = createPrefetch<ThreadOwner>();

  return (inbound) => {
    const { from, place } = inbound;
    const load = prefetch(
      JSON.stringify([from.tenantId, from.objectId, place.conversationId]),
      ({ partnership, person }) => threads.load(partnership, person, place),
      isAsking(inbound),
    );
    return ({ person, directory }) =>
      load({ partnership: directory.partnership.id, person: person.id });
  };
}

/** Reads early which group a chat of several is kept for. */
export function createHomePrefetch(
  meetings: Pick<Meetings, 'findLink'>,
): (inbound: Inbound) => (directory: Directory) => Promise<string | undefined> {
  const prefetch = createPrefetch<string>();

  return ({ kind, place: { kind: placeKind, conversationId } }) => {
    if (placeKind === 'personal') return async () => undefined;
    const load = prefetch(
      conversationId,
      async (partnership) => (await meetings.findLink(partnership, conversationId))?.group,
      kind !== 'meeting',
    );
    return ({ partnership }) => load(partnership.id);
  };
}

/**
 * Reads something while it is still being found out whose it is, as that of whoever it was the last time, which saves a wait.
 * Only the guess is remembered: what was read is as fresh as ever, and after a wrong guess it is read again for the right one.
 */
function createPrefetch<Owner>() {
  const lastOwners = new Map<string, Owner>();

  return <Value>(key: string, load: (owner: Owner) => Promise<Value>, isWanted: boolean) => {
    const guess = isWanted ? lastOwners.get(key) : undefined;
    const early = guess && load(guess);
    early?.catch(() => undefined); // whoever asks for it awaits it

    return (owner: Owner): Promise<Value> => {
      if (early && isDeepStrictEqual(owner, guess)) return early;
      if (lastOwners.size >= MAX_IN_MEMORY) lastOwners.clear();
      lastOwners.set(key, owner);
      return load(owner);
    };
  };
}

function isAsking(inbound: Inbound): boolean {
  return inbound.kind === 'message' && !inbound.text.trimStart().startsWith('/');
}
