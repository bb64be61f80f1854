import { type Directory, findBoard } from '../directory.ts';
import { omitUndefined } from '../optional.ts';
import type { BankHolidays } from '../working-days.ts';
import { classOf, type Notice, noticeId, priorityClassOf } from './notice.ts';
import { type NoticeSettings, resolveNoticeSettings } from './notice-settings.ts';
import type { Recipient } from './recipients.ts';
import { createSteps, type Steps, type SweepWindow } from './steps.ts';

/** What every rule needs beside the record: the names, the settings, the working days, and the days that are looked at. */
export interface NoticeContext {
  readonly directory: Directory;
  readonly settings: NoticeSettings;
  readonly bankHolidays: BankHolidays;
  readonly window: SweepWindow;
  readonly steps: Steps;
}

export function createNoticeContext(
  directory: Directory,
  window: SweepWindow,
  bankHolidays: BankHolidays,
): NoticeContext {
  const settings = resolveNoticeSettings(directory.partnership);
  return { directory, settings, bankHolidays, window, steps: createSteps(window, bankHolidays) };
}

/** The same notice for each who hears. */
export function makeNotices(
  recipients: readonly Recipient[],
  what: Pick<Notice, 'rule' | 'about' | 'step'> & Partial<Pick<Notice, 'dueOn' | 'group'>>,
): Notice[] {
  const { rule } = what;
  return recipients.map(({ person: to, reason }) => {
    const id = noticeId({ dueOn: undefined, ...what, to });
    return omitUndefined({
      id,
      ...what,
      to,
      reason,
      priorityClass: priorityClassOf(rule),
      class: classOf(rule),
    });
  });
}

/** The group that follows something up: its own, else that of its priority, else the board. */
export function followingGroup(
  { group, priority, year }: { group?: string; priority?: string; year?: string },
  directory: Directory,
): string | undefined {
  const editions = directory.priorities.filter(({ id }) => id === priority);
  const led = editions.find((edition) => edition.year === year) ?? editions.at(-1);
  return group ?? led?.leadGroup ?? findBoard(directory)?.id;
}
