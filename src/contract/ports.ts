import type { Action } from '../domain/action.ts';
import type { ChangedAction } from '../domain/action-commands.ts';
import type { ActionQuery, Dimension } from '../domain/action-query.ts';
import type { BankHolidays } from '../domain/bank-holidays.ts';
import type { ChangeEvent } from '../domain/change-event.ts';
import type { Day } from '../domain/dates.ts';
import type { Directory, Identity, RecordReference } from '../domain/directory.ts';
import type { Agendas } from './ports/agendas.ts';
import type { ClosedRegisters } from './ports/attendance.ts';
import type { Changes } from './ports/changes.ts';
import type { Confirmations } from './ports/confirmations.ts';
import type { Conversations, RefusalLog } from './ports/conversations.ts';
import type { DeliveryAdmin } from './ports/delivery-admin.ts';
import type { FileDelivery } from './ports/file-delivery.ts';
import type { Ledger } from './ports/ledger.ts';
import type { LiveCards } from './ports/live-cards.ts';
import type { Meetings } from './ports/meetings.ts';
import type { PersonalChats } from './ports/personal-chats.ts';
import type { PersonalPreferences } from './ports/preferences.ts';
import type { Registers } from './ports/register-history.ts';
import type { Reviews } from './ports/reviews.ts';
import type { SheetImports } from './ports/sheet-imports.ts';
import type { ImportLock, WaitingFiles } from './ports/waiting-files.ts';
import type { OpenStores } from './store.ts';
import type { ConversationPlace, Thread } from './thread.ts';

export type * from './ports/agendas.ts';
export type * from './ports/attendance.ts';
export type * from './ports/changes.ts';
export type * from './ports/confirmations.ts';
export type * from './ports/conversations.ts';
export type * from './ports/delivery-admin.ts';
export type * from './ports/file-delivery.ts';
export type * from './ports/instances.ts';
export type * from './ports/ledger.ts';
export type * from './ports/live-cards.ts';
export type * from './ports/meetings.ts';
export type * from './ports/personal-chats.ts';
export type * from './ports/preferences.ts';
export type * from './ports/register-history.ts';
export type * from './ports/reviews.ts';
export type * from './ports/sender.ts';
export type * from './ports/sheet-imports.ts';
export type * from './ports/shown-cards.ts';
export type * from './ports/waiting-files.ts';

/** What the features need from outside. `storage/` keeps these promises over Azure Tables. */
export interface Ports {
  readonly stores: OpenStores;
  readonly directories: Directories;
  readonly actions: Actions;
  readonly meetings: Meetings;
  readonly attendance: ClosedRegisters;
  readonly agendas: Agendas;
  readonly registers: Registers;
  readonly reviews: Reviews;
  readonly liveCards: LiveCards;
  readonly personalChats: PersonalChats;
  readonly fileDelivery: FileDelivery;
  readonly sheetImports: SheetImports;
  readonly waitingFiles: WaitingFiles;
  readonly importLock: ImportLock;
  readonly conversations: Conversations;
  readonly preferences: PersonalPreferences;
  readonly ledger: Ledger;
  readonly deliveryAdmin: DeliveryAdmin;
  readonly refusals: RefusalLog;
  readonly threads: Threads;
  readonly confirmations: Confirmations;
  readonly calendar: Calendar;
  readonly vocabulary: Vocabulary;
  readonly misses: Misses;
  readonly modelUse: ModelUse;
  readonly changes: Changes;
}

/** The partnership with which somebody speaks in a place. */
export interface DirectoryMatch {
  readonly directory: Directory;
  /** All partnerships that know this person, where there are several; otherwise none is listed. */
  readonly choices: readonly Directory[];
  /** Nobody has said yet which of them is meant here. */
  readonly isUnclear?: true;
}

export interface Directories {
  /**
   * The partnership with which somebody speaks in this place: the one that their card is `named`
   * after, else that of the chat, else the one that knows them; `undefined` for strangers.
   */
  findForConversation(
    from: Identity,
    place: ConversationPlace,
    named?: string,
  ): Promise<DirectoryMatch | undefined>;
  /** From now on this place speaks of that partnership. */
  bindChat(place: ConversationPlace, partnership: string): Promise<void>;
  /** Lets every instance read it again, after a change of what is kept elsewhere. */
  refresh(partnership: string, why: string): Promise<void>;
  /** A partnership by its id. */
  find(partnership: string): Promise<Directory | undefined>;
}

/**
 * How many actions there are, for “12 of 113”, kept with every write so that no count reads the
 * actions.
 */
export interface ActionTally {
  readonly open: number;
  readonly closed: number;
}

export interface ActionTallies {
  readonly all: ActionTally;
  /**
   * The tally of one value, `{ open: 0, closed: 0 }` when there is none; value `none` is for
   * actions without any.
   */
  get(dimension: Dimension, value: string): ActionTally;
  /** All values of a dimension that have actions, `none` included. */
  getAll(dimension: Dimension): ReadonlyMap<string, ActionTally>;
}

export interface FoundTitle {
  readonly ref: string;
  readonly title: string;
  /** How well it fits, the best of one search being 1. */
  readonly score: number;
}

/** An action as it is stored, with its changes, oldest first. */
export interface StoredAction {
  readonly action: Action;
  readonly history: readonly ChangeEvent[];
  /** Rises with every save; a save names the version that it was decided on. */
  readonly version: number;
}

export interface Actions {
  /**
   * All that match, in no promised order. Reads the shortest range of the most selective index that
   * the query allows.
   */
  list(partnership: string, query: ActionQuery, today: Day): Promise<Action[]>;
  /**
   * All actions of a scope, open and closed, in one request, where they are known to be few;
   * `undefined` where there may be many. A scope names a value in one dimension, or in none.
   */
  listIfFew(partnership: string, scope: ActionQuery): Promise<Action[] | undefined>;
  /** Complete with evidence that nobody has verified. Reads these and no others. */
  awaitingVerification(partnership: string): Promise<Action[]>;
  tallies(partnership: string): Promise<ActionTallies>;
  /** All actions with what became of them: for what was so on a day gone by. */
  listWithHistory(partnership: string): Promise<Omit<StoredAction, 'version'>[]>;
  find(partnership: string, ref: string): Promise<StoredAction | undefined>;
  /** The same without its history: one row, for whoever only asks how it stands. */
  findCurrent(partnership: string, ref: string): Promise<Action | undefined>;
  /**
   * Saves one action with the line for its history, both or neither. `stale` when the stored
   * version is not the expected one (0 for an action that must be new): somebody was first, and
   * nothing was written.
   */
  record(
    partnership: string,
    changed: ChangedAction,
    expectedVersion: number,
  ): Promise<'saved' | 'stale'>;
  /**
   * Keeps a new action under its reference, or the next one where somebody else has taken it, and
   * answers under which. A press (`change.operation`) that has raised one already raises no second.
   */
  add(partnership: string, changed: ChangedAction): Promise<string>;
  /**
   * The reference that the next action would have, after the pattern of those there are. Somebody
   * else may take it first.
   */
  nextRef(partnership: string): Promise<string>;
  /** Actions whose titles have words like these, forgiving typing errors, best first. */
  searchTitles(partnership: string, words: string, most: number): Promise<FoundTitle[]>;
}

/** Conversations are short: a thread is forgotten 30 minutes after the last word. */
export interface Threads {
  load(partnership: string, person: string, place: ConversationPlace): Promise<Thread | undefined>;
  save(
    partnership: string,
    person: string,
    place: ConversationPlace,
    thread: Thread,
  ): Promise<void>;
}

export interface Calendar {
  now(): Date;
  today(timeZone: string): Day;
  readonly bankHolidays: BankHolidays;
  /** Its clock is not the real one: people should be told which day it shows. */
  readonly isRehearsed: boolean;
}

/**
 * A change of what words mean: from what they meant, if anything, to what they shall mean, if
 * anything.
 */
export interface WordsChange {
  readonly words: string;
  readonly from?: RecordReference;
  readonly to?: RecordReference;
  readonly by: string;
}

/**
 * The words that administrators teach. The directory has them; every instance sees a change at
 * once.
 */
export interface Vocabulary {
  /**
   * `unchanged` when the words mean that already, `stale` when they mean something else than they
   * should have.
   */
  change(partnership: string, change: WordsChange): Promise<'changed' | 'unchanged' | 'stale'>;
}

/** How a message that nobody understood looked, without its words. */
export interface MissShape {
  /** The intent that came nearest. */
  readonly guess?: string;
  /** How near, down to the tenth: `0.2`. */
  readonly confidence: string;
  readonly place: ConversationPlace['kind'];
}

export interface MissedText {
  readonly text: string;
  /** The day on which it was written, by UTC. */
  readonly on: Day;
  readonly guess?: string;
}

/**
 * Messages that nobody understood: counted always, kept only while an administrator wants to review
 * them.
 */
export interface Misses {
  /**
   * Counts one; its text is kept only while the review list is on. The text must have passed the
   * privacy guard.
   */
  note(partnership: string, text: string, shape: MissShape): Promise<void>;
  /**
   * What was counted this month, the most frequent first, and the texts of the last 30 days, the
   * latest first; older ones are deleted.
   */
  review(partnership: string): Promise<{
    readonly isOn: boolean;
    readonly counts: readonly (MissShape & { readonly count: number })[];
    readonly texts: readonly MissedText[];
  }>;
  /** Switching it off deletes all texts. */
  switchReview(partnership: string, isOn: boolean, by: string): Promise<void>;
}

/** Counts what a language model is asked, over all instances: it costs money. */
export interface ModelUse {
  /**
   * Counts one more asking in a month (`2021-03`); `false`, and not counted, when there have been
   * as many as allowed.
   */
  reserve(month: string, most: number): Promise<boolean>;
}
