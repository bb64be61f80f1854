import type { LiveSubject } from './ports/live-cards.ts';
import type { Question } from './question.ts';
import type { Thread } from './thread.ts';

/** How a state is coloured; its words always stand beside it. Names are Adaptive Cards' own. */
export type Colour = 'attention' | 'warning' | 'good' | 'accent' | 'default';

/** Where something stands, by word and colour together: red is for overdue and breached alone. */
export interface State {
  readonly words: string;
  readonly colour: Colour;
}

/** A number that matters, with its caption. */
export interface Figure {
  readonly number: string;
  readonly caption: string;
  readonly colour: Colour;
}

/** One thing to know of a record: `Owner: Police`. */
export interface Fact {
  readonly title: string;
  readonly value: string;
}

/** What a press sends: a typed question, or an action with its input. Never a sentence. */
export type Press =
  | { readonly question: Question }
  | { readonly action: string; readonly data: object };

/** A button; it sends what a press sends, or opens an address. */
export type Button = {
  /** A verb first, at most 22 characters. */
  readonly title: string;
  /** What a screen reader says where the title alone is not enough. */
  readonly aloud?: string;
  readonly isPrimary?: boolean;
  /** What it opens stands below, so that the card it is on stays as it is. */
  readonly inNewMessage?: boolean;
} & (Press | { readonly url: string });

/** What this person might ask next. */
export type Suggestion = { readonly title: string } & Press;

/** A record in a list: its reference and title, then its state and what else is worth a line. */
export interface AnswerRow {
  readonly ref?: string;
  readonly title: string;
  readonly state?: State;
  /** Owner and due date; stands after the state. */
  readonly line?: string;
  /** More, in a line of its own. */
  readonly details?: string;
  /** What pressing the row opens, in a new message. */
  readonly opens?: Press | { readonly url: string };
  readonly buttons?: readonly Button[];
}

/** Figures of several records beside each other, the last column the one that matters. */
export interface AnswerTable {
  readonly columns?: readonly string[];
  readonly rows: readonly {
    readonly title: string;
    readonly line?: string;
    readonly cells: readonly string[];
  }[];
}

/** A part of a whole; `colour` is one of Adaptive Cards' chart colours. */
export interface Share {
  readonly label: string;
  readonly count: number;
  readonly colour: string;
}

/** A field of a form; what it holds before anything is typed is `value`. */
export interface Field {
  readonly id: string;
  readonly label: string;
  readonly kind: 'text' | 'lines' | 'day' | 'choice' | 'choices';
  readonly value?: string;
  readonly required?: boolean;
  readonly hint?: string;
  /** Of a choice, and of `choices`, which are sent with commas between them. */
  readonly choices?: readonly { readonly title: string; readonly value: string }[];
}

/** A part of an answer. What is given of it stands in this order. */
export interface Section {
  readonly heading?: string;
  /** Set off, for what needs a decision now. */
  readonly isEmphasised?: boolean;
  readonly text?: string;
  readonly figures?: readonly Figure[];
  readonly facts?: readonly Fact[];
  readonly rows?: readonly AnswerRow[];
  readonly table?: AnswerTable;
  readonly items?: readonly string[];
  /** What can be asked, in the words that people type; pressing one asks it. */
  readonly asks?: readonly Suggestion[];
  readonly events?: readonly { readonly when: string; readonly what: string }[];
  /** A chart, with a table in its place where there is no room for it. */
  readonly shares?: readonly Share[];
  readonly fields?: readonly Field[];
  readonly buttons?: readonly Button[];
  /** Small print: how many are not shown, on what a figure is based. */
  readonly note?: string;
  /** Stands in the small print; pressed, it asks. */
  readonly link?: Suggestion & { readonly aloud?: string };
}

/** What will be recorded, to be checked; nothing is recorded before its button is pressed. */
export interface Form {
  readonly fields: readonly Field[];
  readonly submit: Button;
  /** What can be done instead, beside *Cancel*. */
  readonly instead?: Button;
}

/**
 * Why something was refused: their role does not allow it, it held somebody’s personal details,
 * nobody here knows them, or what came is not what any card of theirs sends: an old card, or a
 * forged one.
 */
export type RefusalCode = 'access' | 'privacy' | 'stranger' | 'unreadable';

/** A file that Teams hands over: it asks whether it is wanted, and then keeps it for the asker. */
export type AnswerFile =
  | {
      readonly is: 'offered';
      readonly token: string;
      readonly fileName: string;
      readonly bytes: number;
      /** What it is, in a sentence. */
      readonly about: string;
    }
  | ({ readonly is: 'kept'; readonly fileName: string } & Pick<
      FileUpload,
      'contentUrl' | 'uniqueId'
    >);

/** Where Teams wants a file that was accepted, and how it names it afterwards. */
export interface FileUpload {
  readonly uploadUrl: string;
  readonly contentUrl: string;
  readonly uniqueId: string;
}

/**
 * What Convenor answers: the card, the plain text and the notification are made of this one value.
 */
export interface Answer {
  /**
   * One sentence: what was asked and what was found. Stands before the card and in the
   * notification.
   */
  readonly text: string;
  /**
   * Words alone that end a form: they stand in its place, so that it cannot be sent again. Other
   * words leave the form where it is, to be put right.
   */
  readonly endsForm?: true;
  /** Where it comes from, between the partnership's name and the day: `plan priority 2020-21`. */
  readonly about?: string;
  /** The id of the partnership that it speaks of: its buttons are that one's, whatever the chat is about later. */
  readonly partnership?: string;
  /** The whole line that says where it comes from, where it is not made of `about`. */
  readonly source?: string;
  /** What has just been done, in bold above everything. */
  readonly news?: string;
  /** One large line that gives the answer. With it, the answer has a card. */
  readonly heading?: string;
  /** One sentence that says what it means. */
  readonly sentence?: string;
  readonly state?: State;
  readonly sections?: readonly Section[];
  readonly form?: Form;
  /** At most three, the likeliest first. */
  readonly buttons?: readonly Button[];
  /** At most three. */
  readonly suggestions?: readonly Suggestion[];
  /** A card with a template of its own, in place of all that goes on the card above. */
  readonly card?: Card;
  /**
   * It says that they may not, or that what they wrote may not be kept: the dispatcher audits it.
   */
  readonly refused?: Exclude<RefusalCode, 'stranger'>;
  /** The question that a follow-up (“just police”, “show more”) builds on. */
  readonly thread?: Thread;
  /** What a search found; the text says what there is instead when there is nothing. */
  readonly hits?: readonly Hit[];
  /** A file beside the words. */
  readonly file?: AnswerFile;
  /** The card shows something that goes on changing. */
  readonly live?: LiveAnswer;
  /** The thread on its way to storage, while the answer is sent. It rejects when it is lost. */
  readonly kept?: Promise<void>;
}

/** A card that is truly special, expanded from `cards/<name>.json`; `plain` says the same aloud. */
export interface Card<View extends object = object> {
  readonly name: string;
  readonly view: View;
  readonly plain: string;
}

/** What a live card shows, at which version. */
export interface LiveAnswer {
  readonly subject: LiveSubject;
  readonly version: number;
  /**
   * The card for `everybody` is posted without its sentence and edited in place from then on; the
   * `asker`’s own is theirs alone.
   */
  readonly shows: 'everybody' | 'asker';
  /** The sentence says what the card for everybody will not show, such as a refusal. */
  readonly isNews: boolean;
}

/** One record found by the search of the message extension. */
export interface Hit {
  readonly title: string;
  /** Owner and due day, or who decided and when. */
  readonly line: string;
  /** What stands in the chat when the record is chosen. */
  readonly answer: Answer;
}
