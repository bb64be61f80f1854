import type { Hours, TimeOfDay } from '../time-of-day.ts';

/** Who hears. Where nobody can be found, the administrators do: nothing is owed to no one. */
export type Addressee =
  /** The person; else who speaks for the agency; else the group’s chair. */
  | 'owner'
  | 'agency-lead'
  | 'group-chair'
  /** The partnership’s chair. */
  | 'chair'
  | 'scrutineer'
  /** Who speaks for each statutory partner that decides. */
  | 'statutory-leads'
  | 'administrators';

export const ADDRESSEES: readonly Addressee[] = [
  'owner',
  'agency-lead',
  'group-chair',
  'chair',
  'scrutineer',
  'statutory-leads',
  'administrators',
];

/** When who hears of what; a partnership sets what differs from {@link DEFAULT_NOTICE_SETTINGS}. */
export interface NoticeSettings {
  /** Working days before an action’s due day; 0 is the day itself. */
  readonly actionSteps: readonly number[];
  readonly actionTo: readonly Addressee[];
  /** After so many working days overdue these hear too, once; the chairs’ weekly letter goes on about it. */
  readonly escalations: readonly { readonly after: number; readonly to: readonly Addressee[] }[];
  /** Working days before the last day of a statutory clock; 0 is the day itself. After it, every day. */
  readonly clockSteps: readonly number[];
  readonly clockTo: readonly Addressee[];
  /** So many working days after a meeting its register should be closed; then weekly. */
  readonly registerAfter: number;
  readonly registerTo: readonly Addressee[];
  readonly absencesInARow: number;
  readonly absenceTo: readonly Addressee[];
  readonly verificationTo: readonly Addressee[];
  readonly weeklyTo: readonly Addressee[];
  /** Nothing but statutory clocks is said in these hours. */
  readonly quietHours: Hours;
  /** From this time of its day a statutory notice is said, quiet hours or not: nobody is woken at midnight by a step. */
  readonly statutoryFrom: TimeOfDay;
}

/** The brief: “14, 7 and 1 working days before, on the day, then weekly while overdue … after 10 … after 20”. */
export const DEFAULT_NOTICE_SETTINGS: NoticeSettings = {
  actionSteps: [14, 7, 1, 0],
  actionTo: ['owner'],
  escalations: [
    { after: 10, to: ['group-chair'] },
    { after: 20, to: ['chair'] },
  ],
  clockSteps: [10, 5, 3, 2, 1, 0],
  clockTo: ['statutory-leads', 'administrators'],
  registerAfter: 1,
  registerTo: ['group-chair', 'administrators'],
  absencesInARow: 2,
  absenceTo: ['group-chair', 'agency-lead'],
  verificationTo: ['group-chair'],
  weeklyTo: ['group-chair', 'chair'],
  quietHours: { from: '18:00' as TimeOfDay, to: '08:00' as TimeOfDay },
  statutoryFrom: '07:00' as TimeOfDay,
};

/** What holds in a partnership. */
export function resolveNoticeSettings({
  notices,
}: {
  readonly notices?: Partial<NoticeSettings>;
}): NoticeSettings {
  return { ...DEFAULT_NOTICE_SETTINGS, ...notices };
}
