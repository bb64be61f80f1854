import type { AgendaItem, StandingItem } from '../../domain/agenda.ts';

/** `by` is the person id of who writes. */
export interface Agendas {
  /** What was put forward for a meeting, in the order in which it came. */
  items(partnership: string, meetingId: string): Promise<AgendaItem[]>;
  /** Keeps a new item. One with the same id for the same meeting stays as it is. */
  add(partnership: string, item: AgendaItem, by: string): Promise<void>;
  /** Writes an item that was changed; `what` was done with it, by default what became of it. */
  save(partnership: string, item: AgendaItem, by: string, what?: string): Promise<void>;
  /** What stands on the agenda of every meeting of a group; or stood there at an instant. */
  standing(partnership: string, group: string, at?: Date): Promise<StandingItem[]>;
  /** Keeps a new one; one with the same id stays as it is. */
  keepStanding(partnership: string, item: StandingItem, by: string): Promise<void>;
  /** Takes one off the agendas of meetings that begin from now on. */
  dropStanding(partnership: string, group: string, id: string, by: string): Promise<void>;
}
