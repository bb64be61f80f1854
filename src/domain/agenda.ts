import type { Actor } from './actor.ts';
import { omitUndefined, trimToUndefined } from './optional.ts';
import { accept, type Outcome, refuse } from './outcome.ts';
import { findPersonalDetail } from './privacy-guard.ts';

/** Anyone proposes; the chair or an administrator accepts or declines. What was added by mistake is removed. */
export const AGENDA_STATUSES = ['proposed', 'accepted', 'declined', 'removed'] as const;
export type AgendaStatus = (typeof AGENDA_STATUSES)[number];

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
  /** Who speaks to it, as the chair calls them. */
  readonly presenter?: string;
  /** How long it is given. */
  readonly minutes?: number;
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
  /** ISO instants; what was taken off stays on the agendas of meetings before. */
  readonly addedAt?: string;
  readonly droppedAt?: string;
}

/** Whether an item stood on the agenda of a meeting that began at an instant. */
export const stoodAt = ({ addedAt, droppedAt }: StandingItem, began: Date): boolean => {
  const at = began.toISOString();
  // What is added while a meeting goes on is on its agenda too.
  return (!addedAt || addedAt.slice(0, 10) <= at.slice(0, 10)) && (!droppedAt || droppedAt > at);
};

export interface NewAgendaItem {
  readonly id: string;
  readonly meetingId: string;
  readonly position: number;
  readonly title: string;
  readonly paper?: string;
}

export type AgendaRefusal = 'item-missing' | 'not-a-link' | 'personal' | 'minutes-unclear';

/** No item is given longer. */
const MAX_MINUTES = 240;

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

export interface AgendaItemChange {
  readonly title: string;
  readonly paper?: string | undefined;
  readonly presenter?: string | undefined;
  readonly minutes?: number | undefined;
  /** Between the positions of its new neighbours. */
  readonly position: number;
}

/** Rewords an item, moves it, says who presents it and for how long. */
export function changeItem(
  item: AgendaItem,
  { title, paper, presenter, minutes, position }: AgendaItemChange,
): Outcome<AgendaItem, AgendaRefusal> {
  const words = title.trim();
  const link = trimToUndefined(paper);
  if (!words) return refuse('item-missing');
  if (findPersonalDetail(words)) return refuse('personal');
  if (link && !isLink(link)) return refuse('not-a-link');
  if (
    minutes !== undefined &&
    !(Number.isInteger(minutes) && minutes > 0 && minutes <= MAX_MINUTES)
  )
    return refuse('minutes-unclear');
  const { paper: _, presenter: __, minutes: ___, ...rest } = item;
  const given = omitUndefined({ paper: link, presenter: trimToUndefined(presenter), minutes });
  return accept({ ...rest, ...given, title: words, position });
}

/** Takes an item off by whoever added it by mistake, or leads the meeting; accepting it puts it back. */
export function removeItem(item: AgendaItem, { by }: Actor): AgendaItem {
  return { ...item, status: 'removed', decidedBy: by };
}

/**
 * The position of an item that is to stand at a place, 0 the first, among the others in their order.
 * @example positionAt(1, [{ position: 1 }, { position: 2 }]) // 1.5
 */
export function positionAt(place: number, others: readonly Pick<AgendaItem, 'position'>[]): number {
  const before = others[Math.min(place, others.length) - 1]?.position;
  const after = others[place]?.position;
  if (before === undefined) return (after ?? 2) - 1;
  return after === undefined ? before + 1 : (before + after) / 2;
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
