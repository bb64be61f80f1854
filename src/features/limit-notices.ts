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
  readonly title: string;
  /** What has to be done: `notify the Panel`. */
  readonly what: string;
  readonly opens: (limit: Running) => Press;
  readonly buttons?: (limit: Running) => readonly Button[];
};

/**
 * Notices of a time limit in law: so many working days before its last day, on it and daily after it, to those who speak for
 * each deciding partner. No quiet time holds them back.
 */
export function limitNotice<Running extends Limit>({
  title,
  what,
  opens,
  isWatched = false,
  buttons = () => [],
  ...parts
}: LimitParts<Running>): LimitSource<Running> {
  return {
    ...parts,
    priorityClass: 'statutory',
    whenInDoubt: 'repeat',
    settings,
    owed({ rule, about, dueOn }, context) {
      const step = rule === parts.rule && limitStep(dueOn, context.settings.clockSteps, context);
      return step ? [{ about, dueOn, step, group: findBoard(context.directory)?.id }] : [];
    },
    deadlines: ({ rule, dueOn }) => (isWatched && rule === parts.rule ? [dueOn] : []),
    recipients: (_limit, _step, context) =>
      resolveRecipients(context.settings.clockTo, {}, context.directory),
    item({ reason }, limit, { directory, today, bankHolidays }) {
      const { about, dueOn } = limit;
      const standing = `${what} ${formatLimit(dueOn, { today, bankHolidays })}`;
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
