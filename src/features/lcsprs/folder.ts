import { z } from 'zod';
import { dayCell, idCell, listCell, textCell } from '../../contract/cells.ts';
import { camelKeys, folderFile } from '../../contract/folder-file.ts';
import { lcsprStore } from '../../contract/lcspr-store.ts';
import { declareRetention } from '../../contract/retention.ts';
import { type Day, parseDay } from '../../domain/dates.ts';
import type { Delay, Lcspr, Milestone } from '../../domain/lcspr.ts';
import { omitUndefined } from '../../domain/optional.ts';
import { OWN_SCHEDULE, VALID_FROM } from '../../domain/retention.ts';

const SEPARATOR = ' | ';
/** `2026-02-23 first panel meeting (done 2026-02-20)` */
const DATED = /^(\d{4}-\d{2}-\d{2}) (.+?)(?: \((?:done|Panel told) (\d{4}-\d{2}-\d{2})\))?$/i;

interface Dated {
  readonly on: Day;
  readonly words: string;
  readonly later?: Day;
}

function parseDated(text: string): Dated | undefined {
  const [, on, words = '', last] = DATED.exec(text.trim()) ?? [];
  const [first, second] = [parseDay(on), parseDay(last)];
  if (!first || (last && !second)) return undefined;
  return { on: first, words: words.trim(), ...(second && { later: second }) };
}

const parseList = (cell = ''): Dated[] => cell.split('|').flatMap((part) => parseDated(part) ?? []);

/** Several days with their words in one cell. */
const datedCell = (example: string) =>
  z
    .string()
    .max(10_000)
    .refine((cell) => cell.split('|').every((part) => parseDated(part)), {
      error: `is not days with words, | between them: write ${example}`,
    });

const formatDated = (on: Day, words: string, last?: string): string =>
  `${on} ${words.replace(/\s*\|\s*/g, ', ')}${last ? ` (${last})` : ''}`;

const toMilestones = (cell?: string): Milestone[] =>
  parseList(cell).map(({ on, words, later }) =>
    omitUndefined({ what: words, dueOn: on, doneOn: later }),
  );

const toDelays = (cell?: string): Delay[] =>
  parseList(cell).map(({ on, words, later }) =>
    omitUndefined({ until: on, reason: words, panelToldOn: later }),
  );

/** `lcsprs.csv`: each local review with a record of its own; of others reviews.csv has the name. */
export const lcsprsFile = folderFile({
  name: 'lcsprs',
  columns: {
    name: idCell,
    cases: listCell(';'),
    decided_on: dayCell.optional(),
    reviewer: textCell.optional(),
    scope: textCell.optional(),
    milestones: datedCell('2026-02-23 first panel meeting (done 2026-02-20)').optional(),
    family_offered_on: dayCell.optional(),
    draft_due_on: dayCell.optional(),
    advance_copy_on: dayCell.optional(),
    delays: datedCell('2026-09-30 criminal proceedings (Panel told 2026-05-04)').optional(),
    published_on: dayCell.optional(),
    late_reason: textCell.optional(),
    read_at: textCell.optional(),
    available_until: dayCell.optional(),
    withheld_on: dayCell.optional(),
    withheld_reason: textCell.optional(),
    improvements_at: textCell.optional(),
    withdrawn_on: dayCell.optional(),
    withdrawn_reason: textCell.optional(),
    basis: textCell.optional(),
  },
  read(cells): Lcspr {
    const known = camelKeys(cells);
    const { name, cases, decidedOn, reviewer, scope, familyOfferedOn, draftDueOn } = known;
    const { advanceCopyOn, publishedOn, withheldOn, withdrawnOn, basis } = known;
    const milestones = toMilestones(known.milestones);
    return omitUndefined({
      name,
      cases,
      decidedOn,
      reviewer,
      scope,
      milestones: milestones.length > 0 ? milestones : undefined,
      familyOfferedOn,
      draftDueOn,
      advanceCopyOn,
      delays: toDelays(known.delays),
      published: publishedOn && {
        on: publishedOn,
        ...omitUndefined({
          reason: known.lateReason,
          where: known.readAt,
          until: known.availableUntil,
        }),
      },
      withheld: withheldOn && {
        on: withheldOn,
        reason: known.withheldReason ?? 'no reason recorded',
        ...omitUndefined({ improvementsAt: known.improvementsAt }),
      },
      withdrawn: withdrawnOn && {
        on: withdrawnOn,
        reason: known.withdrawnReason ?? 'no reason recorded',
      },
      basis,
    }) as Lcspr;
  },
  write({ milestones = [], delays, published, withheld, withdrawn, ...rest }) {
    return omitUndefined({
      ...rest,
      milestones:
        milestones
          .map(({ what, dueOn, doneOn }) => formatDated(dueOn, what, doneOn && `done ${doneOn}`))
          .join(SEPARATOR) || undefined,
      delays:
        delays
          .map(({ until, reason, panelToldOn: told }) =>
            formatDated(until, reason, told && `Panel told ${told}`),
          )
          .join(SEPARATOR) || undefined,
      publishedOn: published?.on,
      lateReason: published?.reason,
      readAt: published?.where,
      availableUntil: published?.until,
      withheldOn: withheld?.on,
      withheldReason: withheld?.reason,
      improvementsAt: withheld?.improvementsAt,
      withdrawnOn: withdrawn?.on,
      withdrawnReason: withdrawn?.reason,
    });
  },
  columnGroups: [
    [
      'published_on',
      'late_reason',
      'withheld_on',
      'withheld_reason',
      'withdrawn_on',
      'withdrawn_reason',
    ],
  ],
  settledColumns: ({ published, withheld }) =>
    published || withheld ? ['decided_on', 'published_on', 'withheld_on'] : [],
  sparseColumns: ['withdrawn_on', 'withdrawn_reason'],
  nameColumns: ['name'],
  idColumn: 'name',
  uniqueKeys: [{ columns: 'name', value: ({ name }) => name }],
  references: ({ cases }) => [['cases', 'reviews', cases]],
  store: lcsprStore,
});

/**
 * Ten years after it was published, or it was recorded that it will not be: an assumption like the
 * others. What everybody may read of it stays; the work on the way to it goes.
 */
export const lcsprRetention = declareRetention<Lcspr>({
  store: lcsprStore as Parameters<typeof declareRetention<Lcspr>>[0]['store'],
  rule: {
    kind: 'lcspr',
    from: 'published, withheld or withdrawn',
    months: 120,
    outcome:
      'reduced to its name, its cases and its publication: reviewer, scope, milestones, days and delays are deleted',
    validFrom: VALID_FROM,
    source: OWN_SCHEDULE,
  },
  since: (lcspr) =>
    isReduced(lcspr)
      ? undefined
      : (lcspr.published?.on ?? lcspr.withheld?.on ?? lcspr.withdrawn?.on),
  reduce: reduceLcspr,
});

function reduceLcspr({ name, cases, published, withheld, withdrawn }: Lcspr): Lcspr {
  return omitUndefined({ name, cases, delays: [], published, withheld, withdrawn });
}

const isReduced = (lcspr: Lcspr): boolean =>
  Object.keys(reduceLcspr(lcspr)).length === Object.keys(omitUndefined(lcspr)).length &&
  lcspr.delays.length === 0;
