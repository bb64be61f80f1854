import type { Actor } from '../domain/actor.ts';
import type { BankHolidays } from '../domain/bank-holidays.ts';
import type { Day } from '../domain/dates.ts';
import type { Directory } from '../domain/directory.ts';
import type { Person } from '../domain/partnership.ts';
import type { Operation } from './operation.ts';
import type { ConversationPlace, Thread } from './thread.ts';

/** The day on which an answer is given, with what is needed to set other days beside it. */
export interface Moment {
  /** The day it is in the partnership's time zone. */
  readonly today: Day;
  readonly bankHolidays: BankHolidays;
}

/** Somebody the partnership knows, speaking somewhere. */
export interface Asker {
  readonly person: Person;
  readonly directory: Directory;
  readonly place: ConversationPlace;
  /** Whoever reads the answer, as far as is known; nobody in particular where it is not known. */
  readonly readers: readonly Person[];
  /** The group that this chat or channel is kept for. */
  readonly home?: string;
  /** What they were speaking about here less than 30 minutes ago. */
  readonly thread?: Thread;
}

/**
 * What every use case is told, whoever asks: the partnership, the moment, and the ports that it
 * names.
 */
export interface ContextWith<Ports> extends Moment {
  readonly directory: Directory;
  readonly now: Date;
  readonly ports: Ports;
}

/**
 * One request of somebody whom the partnership knows, with no more ports than the use case names:
 * to understand it, nobody has to read about the others.
 * @example (request: RequestWith<{ readonly meetings: Meetings }>, question: Question) => Promise<Answer>
 */
export interface RequestWith<Ports> extends Asker, ContextWith<Ports> {
  /** Names the press that this is, however often Teams delivers it. */
  readonly operation?: Operation;
}

/** Who changes something, and when. */
export function toActor({
  person,
  now,
  today,
}: Pick<RequestWith<unknown>, 'person' | 'now' | 'today'>): Actor {
  return { by: person.id, at: now.toISOString(), today };
}
