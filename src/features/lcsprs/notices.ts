import type { NoticeSource, StoreContext } from '../../contract/notice.ts';
import type { Day } from '../../domain/dates.ts';
import { advanceCopyDue, nextMilestone } from '../../domain/lcspr-clocks.ts';
import type { SweepContext } from '../../domain/notices/notice-context.ts';
import {
  lcsprDeadline,
  type RunningLcspr,
  toRunningLcspr,
} from '../../domain/notices/running-clocks.ts';
import { type Limit, limitNotice } from '../limit-notices.ts';
import { aboutLcspr } from './buttons.ts';

/** Something of an LCSPR that is due, and what that is where it has a name of its own. */
interface LcsprLimit extends Limit {
  readonly what?: string;
}

/** Those that run, of all rules: one range. */
async function findLimits(context: StoreContext): Promise<LcsprLimit[]> {
  const lcsprs = await context.ports.reviews.runningLcsprs(context.directory.partnership.id);
  return lcsprs.flatMap((lcspr) => lcsprLimits(lcspr, context));
}

async function loadLimits(about: string, context: StoreContext): Promise<LcsprLimit[]> {
  const all = await context.ports.reviews.lcsprs(context.directory.partnership.id);
  const known = all.find(({ name }) => name === about);
  const running = known && toRunningLcspr(known);
  return running ? lcsprLimits(running, context) : [];
}

/** What of an LCSPR that is under way comes next: a milestone, the advance copy, its publication. */
export function lcsprLimits(lcspr: RunningLcspr, context: SweepContext): LcsprLimit[] {
  const { directory, bankHolidays } = context;
  const { partnership } = directory;
  const calendar = { partnership, bankHolidays };
  const { name: about } = lcspr;
  const dueOn = lcsprDeadline(lcspr, partnership, bankHolidays);
  const copyOn = advanceCopyDue(lcspr, dueOn, calendar);
  const next = nextMilestone(lcspr, calendar);
  const limit = (rule: string, on: Day | undefined, what?: string): LcsprLimit[] =>
    on ? [{ rule, about, dueOn: on, ...(what && { what }) }] : [];
  return [
    ...limit('lcspr', dueOn),
    ...limit('lcspr-copy', copyOn),
    ...limit('lcspr-milestone', next?.dueOn, next?.what),
  ];
}

type Parts = Pick<
  Parameters<typeof limitNotice<LcsprLimit>>[0],
  'rule' | 'label' | 'what' | 'steps' | 'isWatched'
>;

/** Of all of them people hear weekly once they are late: each lasts for months, not for days. */
const lcsprLimit = (parts: Parts): NoticeSource<LcsprLimit> =>
  limitNotice<LcsprLimit>({
    ...parts,
    title: 'Local child safeguarding practice review',
    maxDailyDays: 0,
    seenWith: 'no others',
    find: findLimits,
    load: async (...asked) => (await loadLimits(...asked)).find(({ rule }) => rule === parts.rule),
    opens: ({ about }) => aboutLcspr(about),
  });

/** An LCSPR has to be published. */
export const publishLcspr = lcsprLimit({
  rule: 'lcspr',
  label: 'LCSPR due',
  what: 'publish it',
  steps: 'lcsprSteps',
  isWatched: true,
});

/** The Panel and the Secretary of State have to have the report before it is published. */
export const sendAdvanceCopy = lcsprLimit({
  rule: 'lcspr-copy',
  label: 'LCSPR advance copy due',
  what: 'send the advance copy to the Panel and the Secretary of State',
  steps: 'lcsprCopySteps',
});

/** A milestone, or a look at the time taken and the quality where none is set. */
export const lcsprMilestoneDue = lcsprLimit({
  rule: 'lcspr-milestone',
  label: 'LCSPR milestone due',
  what: ({ what }) => `milestone “${what}”`,
  steps: 'lcsprMilestoneSteps',
});
