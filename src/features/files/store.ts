import { createHash } from 'node:crypto';
import { z } from 'zod';
import { dayColumn, textColumn } from '../../contract/columns.ts';
import { declareRetention } from '../../contract/retention.ts';
import { store } from '../../contract/store.ts';
import type { Day } from '../../domain/dates.ts';
import { OWN_SCHEDULE, VALID_FROM } from '../../domain/retention.ts';

/** A file that was offered to somebody, and what became of it; the file itself is not kept. */
export interface FileOffer {
  /** The digest of the token: who reads the record cannot hand over the file. */
  readonly id: string;
  readonly person: string;
  /** The name of its kind. */
  readonly file: string;
  /** The question it is made of, as JSON, until it was settled. */
  readonly question?: string;
  /** The group of the chat in which it was asked for. */
  readonly home?: string;
  readonly way: 'consent' | 'link';
  readonly offeredOn: Day;
  /** ISO instant. */
  readonly expiresAt: string;
  readonly outcome?: 'handed over' | 'declined';
}

export const fileOfferStore = store<FileOffer>({
  kind: 'file-offer',
  key: ({ id }) => id,
  audited: ['person', 'file', 'way', 'offeredOn', 'outcome'],
  columns: z.object({
    id: textColumn,
    person: textColumn,
    file: textColumn,
    question: textColumn.optional(),
    home: textColumn.optional(),
    way: z.enum(['consent', 'link']),
    offeredOn: dayColumn,
    expiresAt: textColumn,
    outcome: z.enum(['handed over', 'declined']).optional(),
  }),
});

/** Tokens are random and long, so a plain digest of one tells nothing about it. */
export const digestToken = (token: string): string =>
  createHash('sha256').update(token).digest('hex');

/** As long as who asked for what may be asked about. */
export const fileOfferRetention = declareRetention({
  store: fileOfferStore,
  rule: {
    kind: 'file offer',
    from: 'offered',
    months: 24,
    outcome: 'deleted',
    validFrom: VALID_FROM,
    source: OWN_SCHEDULE,
  },
  since: ({ offeredOn }) => offeredOn,
});
