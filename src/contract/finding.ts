import type { Day } from '../domain/dates.ts';
import type { Suggestion } from './answer.ts';
import type { Request } from './request.ts';

/** What findings are about, in the order in which they are listed. */
export const FINDING_KINDS = ['meetings', 'attendance', 'actions', 'impact', 'learning'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** What a rule of drift is told: at what is looked, and when. Who looks decides afterwards what they are shown. */
export type FindingContext = Pick<Request, 'directory' | 'today' | 'bankHolidays' | 'store'> & {
  readonly ports: Pick<Request['ports'], 'actions' | 'meetings' | 'attendance' | 'reviews'>;
};

/**
 * Something that went quiet. It follows from the records each time it is asked for and is never
 * stored, so that it is gone when its reason is.
 */
export interface Finding {
  /** What it is about, the same each time: the id of a group, a priority, an agency in a group. */
  readonly subject: string;
  readonly level: 'alert' | 'warn';
  /** How much of it: days, meetings, actions; the more, the worse. */
  readonly figure: number;
  /** `QPPA last met 180 days ago, though it meets every 13 weeks` */
  readonly sentence: string;
  /** Since when it is so, where the records tell. */
  readonly since?: Day;
  /** The group whose chair looks after it; none where it is everybody's. */
  readonly group?: string;
  /** The agencies that it is about: their people say nothing to it. */
  readonly agencies?: readonly string[];
  /** The references of the rows behind the figure. */
  readonly rows: readonly string[];
  /** Shows these rows. */
  readonly opens?: Suggestion;
}

/** What a rule found, and of how many it could not tell, for a day or an interval that is not recorded. */
export interface Found {
  readonly findings: readonly Finding[];
  readonly unmeasured?: readonly string[];
}

/** One rule by which records tell that something drifts. A feature lists its own. */
export interface FindingSource {
  readonly rule: string;
  readonly kind: FindingKind;
  /** Why it counts, for whoever asks: the rule with its figures and where it comes from. */
  readonly why: string;
  /** Its figure counts days, which rise by themselves: that alone makes nothing worse. */
  readonly countsDays?: true;
  /** Reads ranges that do not grow with what is stored and over. */
  readonly find: (context: FindingContext) => Promise<Found>;
}
