import type { Actor } from './actor.ts';
import { accept, type Outcome, refuse } from './outcome.ts';
import { findPersonalDetail } from './privacy-guard.ts';

/** Anyone proposes; the chair or an administrator accepts or declines. */
export type AgendaStatus = 'proposed' | 'accepted' | 'declined';

/** An item on the agenda of one meeting. */
export interface AgendaItem {
  /** The operation that proposed it. */
  readonly id: string;
  readonly meetingId: string;
  readonly title: string;
  readonly status: AgendaStatus;
  /** Items are in this order; those with the same position in the order of proposal. */
  readonly position: number;
  /** A link to the paper; papers themselves are not kept here. */
  readonly paper?: string;
  /** Person id. */
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly decidedBy?: string;
}

/** An item that stands on the agenda of every meeting of a group. */
export interface StandingItem {
  readonly id: string;
  readonly group: string;
  readonly title: string;
}

export interface NewAgendaItem {
  readonly id: string;
  readonly meetingId: string;
  readonly position: number;
  readonly title: string;
  readonly paper?: string;
}

export type AgendaRefusal = 'item-missing' | 'not-a-link' | 'personal';

/** Proposes an item. From somebody who may accept it, it is on the agenda at once. */
export function propose(
  { paper, ...item }: NewAgendaItem,
  mayAccept: boolean,
  { by, at }: Actor,
): Outcome<AgendaItem, AgendaRefusal> {
  const title = item.title.trim();
  const link = paper?.trim();
  if (!title) return refuse('item-missing');
  if (findPersonalDetail(title)) return refuse('personal');
  if (link && !isLink(link)) return refuse('not-a-link');
  return accept({
    ...item,
    title,
    ...(link && { paper: link }),
    status: mayAccept ? 'accepted' : 'proposed',
    proposedBy: by,
    proposedAt: at,
    ...(mayAccept && { decidedBy: by }),
  });
}

/** Accepts or declines a proposed item; either can be undone by the other. */
export function acceptOrDecline(
  item: AgendaItem,
  status: 'accepted' | 'declined',
  { by }: Actor,
): AgendaItem {
  return { ...item, status, decidedBy: by };
}

/**
 * The standing items with which the agenda of a group begins and ends if it has named none of its
 * own.
 */
export const DEFAULT_OPENING_ITEMS: readonly string[] = [
  'Apologies, deputies and quorum',
  'Decisions and actions of last time',
];
export const DEFAULT_CLOSING_ITEMS: readonly string[] = ['Any other business'];

function isLink(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:';
}
