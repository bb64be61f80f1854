import { openButton } from '../answers/notice-answer.ts';
import { describeReason, formatLimit } from '../answers/notice-words.ts';
import type { Button, Press } from '../contract/answer.ts';
import type { NoticeSource } from '../contract/notice.ts';
import { addresseesSetting, stepsSetting } from '../contract/notice-settings.ts';
import type { Day } from '../domain/dates.ts';
import { findBoard } from '../domain/find-board.ts';
import { limitStep } from '../domain/notices/owed-steps.ts';
import { resolveRecipients } from '../domain/notices/recipients.ts';

/** A time limit in law or guidance that runs. */
export interface Limit {
  readonly rule: string;
  readonly about: string;
  readonly dueOn: Day;
}

const settings = {
  clockSteps: stepsSetting(10, 5, 3, 2, 1, 0),
  // A report takes months: time to write it, to agree it, and to tell whom it concerns.
  lcsprSteps: stepsSetting(90, 60, 40, 20, 10, 5, 3, 2, 1, 0),
  // So does the yearly report, which is consulted on and signed by three partners.
  reportSteps: stepsSetting(120, 80, 60, 40, 20, 10, 5, 1, 0),
  lcsprCopySteps: stepsSetting(20, 10, 5, 3, 1, 0),
  lcsprMilestoneSteps: stepsSetting(10, 5, 1, 0),
  clockTo: addresseesSetting('statutory-leads', 'administrators'),
};

type LimitSource<Running> = NoticeSource<Running, typeof settings>;

/** What differs between the time limits. */
type LimitParts<Running> = Pick<
  LimitSource<Running>,
  'rule' | 'label' | 'listedAs' | 'seenWith' | 'find' | 'load'
> & {
  /** Whether the service's own operators are alerted when it is near or past. */
  readonly isWatched?: boolean;
  /** The setting that says how long before; `clockSteps` where it has none of its own. */
  readonly steps?: Exclude<keyof typeof settings, 'clockTo'>;
  /** So many days it is spoken of daily once it is missed, then weekly. */
  readonly maxDailyDays?: number;
  readonly title: string;
  /** What has to be done: `notify the Panel`. */
  readonly what: string | ((limit: Running) => string);
  readonly opens: (limit: Running) => Press;
  readonly buttons?: (limit: Running) => readonly Button[];
};

/**
 * Notices of a time limit in law: so many working days before its last day, on it, and daily or weekly after it, to those who
 * speak for each deciding partner. No quiet time holds them back.
 */
export function limitNotice<Running extends Limit>({
  title,
  what,
  opens,
  isWatched = false,
  steps = 'clockSteps',
  maxDailyDays,
  buttons = () => [],
  ...parts
}: LimitParts<Running>): LimitSource<Running> {
  return {
    ...parts,
    priorityClass: 'statutory',
    whenInDoubt: 'repeat',
    settings,
    owed({ rule, about, dueOn }, context) {
      const step =
        rule === parts.rule && limitStep(dueOn, context.settings[steps], context, maxDailyDays);
      return step ? [{ about, dueOn, step, group: findBoard(context.directory)?.id }] : [];
    },
    deadlines: ({ rule, dueOn }) => (isWatched && rule === parts.rule ? [dueOn] : []),
    recipients: (_limit, _step, context) =>
      resolveRecipients(context.settings.clockTo, {}, context.directory),
    item({ reason }, limit, { directory, today, bankHolidays }) {
      const { about, dueOn } = limit;
      const todo = typeof what === 'string' ? what : what(limit);
      const standing = `${todo} ${formatLimit(dueOn, { today, bankHolidays })}`;
      return {
        section: 'limit',
        ref: about,
        title,
        headline: `${about}: ${standing}`,
        standing,
        colour: dueOn < today ? 'attention' : 'warning',
        dueOn,
        reason: describeReason(reason, directory),
        opens: opens(limit),
        buttons: [...buttons(limit), openButton(opens(limit))],
      };
    },
  };
}
