import type { Day } from '../domain/dates.ts';
import type { Owner } from '../domain/partnership.ts';
import type { Period } from '../domain/period.ts';
import type { AnswerRow } from './answer.ts';
import type { Request } from './request.ts';

/** Something that became of a record in a time: an action was raised, a risk was reviewed. */
export interface RecordedChange {
  readonly on: Day;
  /** How several of its kind are counted: `action raised`, `actions raised`. */
  readonly kind: { readonly one: string; readonly many: string };
  readonly row: AnswerRow;
  /** Whose the record is. */
  readonly owner: Pick<Owner, 'agency' | 'with' | 'group'>;
  readonly priority?: string | undefined;
}

/** What became of a feature's records in a time, kind by kind, for who asks: nothing that they may not see. */
export type FindRecordedChanges = (
  request: Request,
  period: Period,
) => Promise<readonly RecordedChange[]>;
