import type { Permission } from '../domain/access.ts';
import type { Day } from '../domain/dates.ts';
import type { Notice, NoticeRule, OwedStep } from '../domain/notices/notice.ts';
import type { NoticeContext, SweepContext } from '../domain/notices/notice-context.ts';
import type { Recipient } from '../domain/notices/recipients.ts';
import type { Answer, Button, Colour, Fact, Press } from './answer.ts';
import type { ContextWith } from './asker.ts';
import type { NoticeSettings, SettingValues } from './notice-settings.ts';
import type { Ports } from './ports.ts';
import type { Context } from './request.ts';

/** What is stored, and the clock: speaking to people is none of a source's business. */
export type NoticePorts = Omit<
  Ports,
  'liveCards' | 'personalChats' | 'deliveryAdmin' | 'fileDelivery' | 'sheetImports'
>;

/** The moment at which somebody is told. */
export type TellingContext = Omit<Context, 'ports'> & ContextWith<NoticePorts>;

/**
 * One rule by which notices are owed. A feature lists its own; the engine in `notifications/` knows
 * none by name.
 */
export interface NoticeSource<Subject = unknown, Settings extends NoticeSettings = NoticeSettings>
  extends NoticeRule {
  /** What the preview calls it: `action overdue`. */
  readonly label: string;
  /**
   * What stands for it in the list of deliveries, where what it is about is no reference that
   * people know: `a register`.
   */
  readonly listedAs?: string;
  /**
   * What it takes to see what it is about, where not everybody may. In a chat of several nothing is
   * said of it unless all there may see it.
   */
  readonly seenWith?: Permission | 'no others';
  /** What it is about is an id that tells nobody anything. */
  readonly hasOpaqueId?: boolean;
  readonly settings?: Settings;
  /**
   * Everything that is near: ranges that do not grow with what is stored. Sources that share this
   * function are read once.
   */
  find(context: Finding<Settings>): Promise<readonly Subject[]>;
  /** What is near because other sources failed, by their labels: it is to be said, not passed over. */
  ofFailed?(labels: readonly string[]): readonly Subject[];
  /** One of these again, as it stands now; `undefined` when it is gone. */
  load(about: string, context: Finding<Settings>): Promise<Subject | undefined>;
  /**
   * What is owed because of it. Asked when it is found and again right before sending: a notice is
   * owed when its id comes out again.
   */
  owed(subject: Subject, context: Owing<Settings>): readonly OwedStep[];
  recipients(subject: Subject, step: OwedStep, context: Owing<Settings>): readonly Recipient[];
  /** How it reads; `undefined` when there is nothing to say after all. */
  item?(
    notice: Notice,
    subject: Subject,
    context: TellingContext,
  ): NoticeItem | undefined | Promise<NoticeItem | undefined>;
  /**
   * Instead of an item: a message of its own, in which the person's other items of the day are
   * listed.
   */
  message?(
    notice: Notice,
    others: readonly NoticeItem[],
    context: TellingContext,
  ): Promise<Answer | undefined>;
  /** The last days of statutory clocks that the service's own operators watch. */
  deadlines?(subject: Subject): readonly Day[];
}

/** What is looked at when it is asked what is owed. */
type Owing<Settings extends NoticeSettings> = NoticeContext<SettingValues<Settings>>;

/** The same with what is stored. */
type Finding<Settings extends NoticeSettings> = Owing<Settings> & StoreContext;
export type StoreContext = SweepContext & Pick<TellingContext, 'store' | 'ports'>;

/** Where it stands among other things, the most pressing first. */
export type NoticeSection = 'limit' | 'overdue' | 'due' | 'to-verify' | 'reminder' | 'to-look-into';

/** What is owed to somebody, in words: a message of its own, or a row among others. */
export interface NoticeItem {
  /**
   * The same for what is one thing to whoever reads it: of several items with one topic the first
   * is told.
   */
  readonly topic?: string;
  readonly section: NoticeSection;
  /** The reference that people know, `SA-019`; of a group or a year, a short name of it. */
  readonly ref: string;
  /** The action's title; of a review its kind and nothing of the case. */
  readonly title: string;
  /**
   * What a phone shows before the chat is opened, without the last full stop: `SA-019 is due in 1
   * working day`.
   */
  readonly headline: string;
  /** In the place of the title, where the headline says that already. */
  readonly sentence?: string;
  /** Of an action, its status. */
  readonly status?: string;
  /** How it stands, for a row that has its reference and title already: `due in 1 working day`. */
  readonly standing: string;
  readonly colour: Colour;
  readonly dueOn?: Day | undefined;
  readonly facts?: readonly Fact[];
  /** Why this person is told, as a sentence, and in few words for a row. */
  readonly reason: { readonly sentence: string; readonly short: string };
  readonly opens: Press;
  /** What settles it: the likeliest first, at most three. */
  readonly buttons: readonly Button[];
}
