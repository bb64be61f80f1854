import type { Person } from '../domain/partnership.ts';
import type { ContextWith, RequestWith } from './asker.ts';
import type { Ports } from './ports.ts';
import type { OpenStore } from './store.ts';
import type { ConversationPlace } from './thread.ts';

export { type Asker, type Moment, toActor } from './asker.ts';

interface Stores {
  /**
   * The partnership's records of a declared store; of a press, what carries its operation has one
   * effect.
   */
  readonly store: OpenStore;
}

/** What every use case is told, with all ports. */
export interface Context extends ContextWith<Ports>, Stores {}

/**
 * One request of somebody whom the partnership knows. Every use case takes it first, and its input
 * second.
 */
export interface Request extends RequestWith<Ports>, Stores {}

/**
 * Where something happened that nobody said, and who brought it about, if the partnership knows
 * them; with all ports.
 */
export interface EventContext extends Context {
  readonly place: ConversationPlace;
  readonly person?: Person;
}
