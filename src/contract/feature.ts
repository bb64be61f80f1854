import type { Permission } from '../domain/access.ts';
import type { ChangeEvent } from '../domain/change-event.ts';
import type { Directory, Identity } from '../domain/directory.ts';
import type { Owner } from '../domain/partnership.ts';
import type { Access, CardActionFor } from './action.ts';
import type { Answer, FileUpload, Hit, Suggestion } from './answer.ts';
import type { FileKind, SentFile } from './file.ts';
import type { FindingSource } from './finding.ts';
import type { FolderFile } from './folder-file.ts';
import type { IntentGrammar, Messages } from './intent-grammar.ts';
import type { NoticeSource, StoreContext } from './notice.ts';
import type { ConversationReference } from './ports.ts';
import type { Question } from './question.ts';
import type { FindRecordedChanges } from './recorded-change.ts';
import type { ReportSection } from './report-section.ts';
import type { Asker, Context, EventContext, Request } from './request.ts';
import type { RetainedStore } from './retention.ts';
import type { ConversationPlace, Thread } from './thread.ts';

export { UnreadableInput } from './action.ts';
export type { Card, LiveAnswer } from './answer.ts';
export type { Access, Answer, Asker, Context, ConversationPlace, Hit, Request, Thread };

/** What a button or form does, whatever it needs. */
export type CardAction = CardActionFor<Request, unknown>;

/** Something people ask for in words. */
export interface Intent {
  readonly name: string;
  /**
   * What it is about in two or three words, for asking back which of several readings was meant.
   */
  readonly label: string;
  /**
   * What exactly is asked, where the label does not tell: “when it is due” of a named action;
   * `undefined` where it does.
   */
  readonly offered?: (question: Question, directory: Directory) => string | undefined;
  /** What the words for it can fill in. */
  readonly phrases: IntentGrammar;
  readonly answer: (request: Request, question: Question) => Promise<Answer>;
}

/** What is asked by its name behind a slash, `/vocabulary …`: nothing is guessed. */
export interface Command {
  readonly name: string;
  /** `text` is what follows the name. */
  readonly handle: (request: Request, text: string) => Promise<Answer>;
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
  /**
   * What stands before a message that asks for this in a chat, so that the message can be read:
   * `add action: `.
   */
  readonly asks: string;
  readonly open: (request: Request, draft: Draft) => Promise<Answer>;
}

/** What a feature adds to the message extension. */
export interface Extension {
  readonly dialogs?: readonly Dialog[];
  /**
   * Finds records by words, `most` of them at most, best first; for no words, what the asker most
   * likely wants.
   */
  readonly search?: (request: Request, words: string, most: number) => Promise<readonly Hit[]>;
}

/** Whether somebody wants a file that was offered, and if so where Teams takes it. */
export interface FileConsent {
  readonly token: string;
  readonly upload?: FileUpload;
}

/** What Teams reports of a meeting in its chat, where it may and does. */
export type MeetingEvent =
  | { readonly what: 'started' }
  | { readonly what: 'ended' }
  | {
      readonly what: 'joined' | 'left';
      readonly people: readonly { readonly identity: Identity; readonly name: string }[];
    };

/**
 * A kind of live card: how it looks to everybody just now; `undefined` when there is nothing to
 * show.
 */
export interface LiveKind {
  readonly kind: string;
  readonly draw: (context: Context, id: string) => Promise<Answer | undefined>;
}

/** What people come for, in the order in which help lists it. */
export const JOBS = ['ask', 'act', 'meet', 'review', 'set up'] as const;
export type Job = (typeof JOBS)[number];

/** What help offers of a feature, in the words that people type. */
export interface HelpTopic {
  readonly title: string;
  readonly job: Job;
  /** It is offered first where Convenor comes to a chat of several. */
  readonly isForSharedChats?: true;
  /** Whom it is offered to first; left out: everybody, after what is for their role. */
  readonly roles?: readonly (
    | 'administrator'
    | 'chair'
    | 'scrutineer'
    | 'partner-lead'
    | 'deputy'
    | 'member'
  )[];
  readonly examples: (request: Request) => readonly Suggestion[];
}

/** Something that waits for one person. */
export interface Need {
  /** A clause that can stand beside others: `2 of your actions are overdue`. */
  readonly clause: string;
  /** The lower, the earlier it is said: 1 a time limit of the law, 2 what is late, 3 what waits, 4 what comes. */
  readonly rank: 1 | 2 | 3 | 4;
  readonly opens: Suggestion;
}

/** What became of a record, for those who ask who changed it. */
export interface RecordHistory {
  readonly ref: string;
  /** Whose leads and chairs may see it, besides those who may see every history. */
  readonly owner: Owner;
  readonly events: readonly Pick<ChangeEvent, 'at' | 'by' | 'type' | 'changes'>[];
  /** Leads to the record itself. */
  readonly record: Suggestion;
}

/** One thing that people come for. `features/index.ts` lists them all. */
export interface Feature {
  readonly name: string;
  readonly intents?: readonly Intent[];
  /** How people ask for them: its `messages.json`. */
  readonly messages?: Messages;
  /** What its buttons and forms do. */
  readonly actions?: readonly CardAction[];
  /**
   * What is said instead of the welcome when somebody adds Convenor to a chat; `undefined` leaves
   * it to the others.
   */
  readonly installed?: (request: Request) => Promise<Answer | undefined>;
  readonly commands?: readonly Command[];
  readonly meetingEvents?: readonly ((
    context: EventContext,
    event: MeetingEvent,
  ) => Promise<Answer | undefined>)[];
  readonly live?: readonly LiveKind[];
  readonly extension?: Extension;
  readonly help?: readonly HelpTopic[];
  /** What waits for the asker now, for their first minute; never said where others read it. */
  readonly findNeeds?: (request: Request) => Promise<readonly Need[]>;
  /** The rules by which its records tell that something drifts. */
  readonly findings?: readonly FindingSource[];
  /** Its sections of the yearly report's pack. */
  readonly reportSections?: readonly ReportSection[];
  /** What became of its records in a time, for those who ask what changed. */
  readonly recordedChanges?: FindRecordedChanges;
  /**
   * What it keeps of a day by itself, before anybody is told of it: asked by the first sweep of the
   * day, and again by the next where that was cut short.
   */
  readonly keepDaily?: (context: StoreContext) => Promise<void>;
  /** The files that it makes for whoever asks: minutes, a list as a spreadsheet. */
  readonly files?: readonly FileKind[];
  /** What becomes of a file that was offered, when Teams says whether it is wanted. */
  readonly answerConsent?: (request: Request, consent: FileConsent) => Promise<Answer>;
  /** What is done with a file that somebody sent. */
  readonly receiveFile?: {
    /** The names of files that it takes; left out: those that no other feature takes. */
    readonly takes?: RegExp;
    readonly permission: Permission;
    readonly handle: (request: Request, file: SentFile) => Promise<Answer>;
  };
  /** The files of a partnership folder that its records come from and go to. */
  readonly folder?: readonly FolderFile[];
  /** How long the records of its stores are kept; those without a rule stay. */
  readonly retention?: readonly RetainedStore[];
  /** The history of the record with a reference, when it is one of the feature's. */
  readonly history?: (request: Request, ref: string) => Promise<RecordHistory | undefined>;
  /** What somebody is told of without having asked. */
  readonly notices?: readonly NoticeSource[];
}

/**
 * What somebody wrote, pressed or asked of the message extension, or what Teams reports by itself.
 */
export type InboundContent =
  | { readonly kind: 'message'; readonly text: string }
  /** Files, with what was written beside them. */
  | { readonly kind: 'file'; readonly files: readonly SentFile[]; readonly text: string }
  | { readonly kind: 'submission'; readonly verb: string; readonly data: unknown }
  | { readonly kind: 'dialog'; readonly command: string; readonly text: string }
  | { readonly kind: 'search'; readonly words: string }
  | { readonly kind: 'file-consent'; readonly consent: FileConsent }
  | { readonly kind: 'installed' }
  /** Convenor was taken out of the place. */
  | { readonly kind: 'removed' }
  | { readonly kind: 'meeting'; readonly event: MeetingEvent };

/** What came in from Teams, as plain data. */
export type Inbound = InboundContent & {
  readonly from: Identity;
  readonly place: ConversationPlace;
  readonly activityId?: string;
  /** The answer is seen by whoever asked alone, wherever that was: on their view of a card, in a dialog. */
  readonly isPrivate?: boolean;
  /** For messages that Convenor starts there later. */
  readonly reference?: ConversationReference;
};
