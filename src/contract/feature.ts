import type { Verb } from '../domain/access.ts';
import type { Directory, Identity } from '../domain/directory.ts';
import type { Person } from '../domain/partnership.ts';
import type { IntentGrammar } from './intent-grammar.ts';
import type { Address, LiveSubject, Ports, RefusalCode } from './ports.ts';
import type { Question } from './question.ts';
import type { Place, Thread } from './thread.ts';

export type { Place, Thread };

/** Somebody the partnership knows, speaking somewhere. Every use case takes the asker first. */
export interface Asker {
  readonly person: Person;
  readonly directory: Directory;
  readonly place: Place;
  /** The group that this chat or channel is kept for. */
  readonly home?: string;
  /** What they were speaking about here less than 30 minutes ago. */
  readonly thread?: Thread;
}

/** A card to be expanded from `cards/<name>.json`, with the plain text that says the same aloud. */
export interface Card<View extends object = object> {
  readonly name: string;
  readonly view: View;
  readonly plain: string;
}

/** What Convenor answers. */
export interface Answer {
  /** One plain sentence: what was asked and what was found. Stands before the card and in the notification. */
  readonly text: string;
  readonly card?: Card;
  /** It says that they may not, or that what they wrote may not be kept: the conversation leaves a line of that. */
  readonly refused?: Exclude<RefusalCode, 'stranger'>;
  /** What one could ask next, as typed; at most three, the likeliest first. */
  readonly suggestions?: readonly string[];
  /** The question that a follow-up (“just police”, “show more”) builds on. */
  readonly thread?: Thread;
  /** What a search found; the text says what there is instead when there is nothing. */
  readonly hits?: readonly Hit[];
  /** The card shows something that goes on changing. */
  readonly live?: LiveAnswer;
  /** The thread on its way to storage: the card is drawn meanwhile, and nothing is said before it has arrived. */
  readonly kept?: Promise<void>;
}

/** What a live card shows, at which version. */
export interface LiveAnswer {
  readonly subject: LiveSubject;
  readonly version: number;
  /** The card for `everybody` is posted without its sentence and edited in place from then on; the `asker`’s own is theirs alone. */
  readonly shows: 'everybody' | 'asker';
  /** The sentence says what the card for everybody will not show, such as a refusal. */
  readonly isNews: boolean;
}

/** Something people ask for in words. */
export interface Intent {
  readonly name: string;
  /** What it is about in two or three words, for asking back which of several readings was meant. */
  readonly label: string;
  /** How people say it, and what their words can fill in. */
  readonly phrases: IntentGrammar;
  readonly answer: (asker: Asker, question: Question, ports: Ports) => Promise<Answer>;
}

/**
 * What it takes: a verb of the table in `domain/access.ts`; `own` for what reaches nothing but the asker’s own mark, reminders and
 * settings; `anybody` of the partnership.
 */
export type Access = Verb | 'own' | 'anybody';

/** What it takes where one button does several things: by what a field of its data says. */
export interface AccessBy {
  readonly field: string;
  readonly is: Readonly<Record<string, Access>>;
}

/** What a button or form of a card sends. */
export interface Submission {
  /** `record.verb`, as the card's data names it. */
  readonly verb: string;
  /** Looked at before anything is read; on which records, the use case decides, for it has the record. */
  readonly access: Access | AccessBy;
  /** Parses `data` itself: even our own card's data is a stranger's. Throws `UnreadableSubmission` when it cannot. */
  readonly handle: (asker: Asker, data: unknown, ports: Ports) => Promise<Answer>;
  /**
   * What is said when something in `data` looks personal, where words alone would lose the form; nothing of `data` may be kept.
   * `text` says why, and what to write instead.
   */
  readonly refusePersonal?: (
    asker: Asker,
    data: unknown,
    text: string,
    ports: Ports,
  ) => Promise<Answer>;
}

/** What is asked by its name behind a slash, `/vocabulary …`: nothing is guessed. */
export interface Command {
  readonly name: string;
  /** `text` is what follows the name. */
  readonly handle: (asker: Asker, text: string, ports: Ports) => Promise<Answer>;
}

/** What a dialog of the message extension starts from: a message of a chat, or nothing. */
export interface Draft {
  /** The message in plain words; empty where there is none, or where it may not be taken over. */
  readonly text: string;
  /** What was understood of it, read as a request for what the dialog does. */
  readonly question?: Question;
  /** Why nothing of the message was taken over: what to write instead. */
  readonly instead?: string;
}

/** A dialog that opens on a message, from the writing box or from the command box. */
export interface Dialog {
  /** The id of its command in `manifest/manifest.json`. */
  readonly command: string;
  readonly access: Access;
  /** What stands before a message that asks for this in a chat, so that the message can be read: `add action: `. */
  readonly asks: string;
  readonly open: (asker: Asker, draft: Draft, ports: Ports) => Promise<Answer>;
}

/** One record found by the search of the message extension. */
export interface Hit {
  readonly title: string;
  /** Owner and due day, or who decided and when. */
  readonly line: string;
  /** What stands in the chat when the record is chosen. */
  readonly card: Card;
}

/** What a feature adds to the message extension. */
export interface Extension {
  readonly dialogs?: readonly Dialog[];
  /** Finds records by words, `most` of them at most, best first; for no words, what the asker most likely wants. */
  readonly search?: (
    asker: Asker,
    words: string,
    most: number,
    ports: Ports,
  ) => Promise<readonly Hit[]>;
}

/** Where something happened that nobody said, and who brought it about, if the partnership knows them. */
export type Scene = Pick<Asker, 'directory' | 'place'> & Partial<Pick<Asker, 'person'>>;

/** What Teams reports of a meeting in its chat, where it may and does. */
export type MeetingEvent =
  | { readonly what: 'started' }
  | { readonly what: 'ended' }
  | {
      readonly what: 'joined' | 'left';
      readonly people: readonly { readonly identity: Identity; readonly name: string }[];
    };

/** A kind of live card: how it looks to everybody just now; `undefined` when there is nothing to show. */
export interface LiveKind {
  readonly kind: string;
  readonly draw: (directory: Directory, id: string, ports: Ports) => Promise<Answer | undefined>;
}

/** One thing that people come for. `features/index.ts` lists them all. */
export interface Feature {
  readonly name: string;
  readonly intents: readonly Intent[];
  readonly submissions: readonly Submission[];
  /** What is said instead of the welcome when somebody adds Convenor to a chat; `undefined` leaves it to the others. */
  readonly installed?: (asker: Asker, ports: Ports) => Promise<Answer | undefined>;
  readonly commands?: readonly Command[];
  readonly meetingEvents?: readonly ((
    scene: Scene,
    event: MeetingEvent,
    ports: Ports,
  ) => Promise<Answer | undefined>)[];
  readonly live?: readonly LiveKind[];
  readonly extension?: Extension;
}

/** The data of a submission was not what its verb expects: an old card, or a forged one. */
export class UnreadableSubmission extends Error {
  constructor(verb: string) {
    super(`The data of ${verb} could not be read`);
    this.name = 'UnreadableSubmission';
  }
}

/** What came in from Teams, as plain data. */
export type Inbound = {
  readonly from: Identity;
  readonly place: Place;
  readonly activityId?: string;
  /** How to say something there later. */
  readonly address?: Address;
} & (
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'submission'; readonly verb: string; readonly data: unknown }
  | { readonly kind: 'dialog'; readonly command: string; readonly text: string }
  | { readonly kind: 'search'; readonly words: string }
  | { readonly kind: 'installed' }
  | { readonly kind: 'meeting'; readonly event: MeetingEvent }
);
