import { z } from 'zod';
import { ADDRESSEES, type Addressee } from '../domain/notices/recipients.ts';
import type { QuietSettings } from '../domain/notices/suppression.ts';
import { parseTimeOfDay, type TimeOfDay } from '../domain/time-of-day.ts';

/**
 * Something about notices that a partnership may set in `notices` of its partnership.json, and what
 * holds where it does not.
 */
export interface NoticeSetting<Value> {
  /** Its faults are read by whoever writes the file: “registerTo is not one of …”. */
  readonly schema: z.ZodType<Value>;
  readonly preset: Value;
}

export type NoticeSettings = Readonly<Record<string, NoticeSetting<unknown>>>;

export type SettingValues<Settings extends NoticeSettings> = {
  readonly [Name in keyof Settings]: Settings[Name] extends NoticeSetting<infer Value>
    ? Value
    : never;
};

/** What holds in a partnership that has set these. */
export function settingValues<Settings extends NoticeSettings>(
  settings: Settings,
  set: Readonly<Record<string, unknown>> = {},
): SettingValues<Settings> {
  const values = Object.entries(settings).map(([name, { preset }]) => [name, set[name] ?? preset]);
  return Object.fromEntries(values);
}

const addressees = z
  .array(
    z.enum(ADDRESSEES, `is not one of: ${ADDRESSEES.join(', ')}`),
    'is not a list of recipients',
  )
  .readonly();
const days = z
  .number('is not a number of working days')
  .int('is not a whole number of working days')
  .min(0, 'is less than 0')
  .max(250, 'is more than a year of working days');
const escalations = z
  .array(z.object({ after: days.min(1, 'is less than 1'), to: addressees }), 'is not a list')
  .readonly();
const timeOfDay = z
  .string('is not a time of day')
  .refine((text) => parseTimeOfDay(text) !== undefined, {
    error: 'is not a time of day: write it as HH:MM, for example 18:00',
  })
  .transform((text) => text as TimeOfDay);

/** Who hears. An empty list is nobody. */
export const addresseesSetting = (
  ...preset: readonly Addressee[]
): NoticeSetting<readonly Addressee[]> => ({ schema: addressees, preset });

/** So many working days after something. */
export const workingDaysSetting = (preset: number): NoticeSetting<number> => ({
  schema: days,
  preset,
});

/** So many days of the calendar after something. */
export const daysSetting = (preset: number): NoticeSetting<number> => ({
  schema: z
    .number('is not a number of days')
    .int('is not a whole number of days')
    .min(1, 'is less than 1')
    .max(366, 'is more than a year'),
  preset,
});

/** So many working days before a day, each of them a step; 0 is the day itself. */
export const stepsSetting = (...preset: readonly number[]): NoticeSetting<readonly number[]> => ({
  schema: z.array(days, 'is not a list of working days').min(1, 'has no day').readonly(),
  preset,
});

/** After so many working days these hear too, once each. */
export const escalationsSetting = (
  ...preset: z.output<typeof escalations>
): NoticeSetting<z.output<typeof escalations>> => ({ schema: escalations, preset });

/** So many meetings in a row. */
export const meetingsSetting = (preset: number): NoticeSetting<number> => ({
  schema: z
    .number('is not a number of meetings')
    .int('is not a whole number of meetings')
    .min(2, 'is less than 2'),
  preset,
});

/** What holds for the notices of all sources. */
export const QUIET_SETTINGS: {
  readonly [Name in keyof QuietSettings]: NoticeSetting<QuietSettings[Name]>;
} = {
  quietHours: {
    schema: z.object({ from: timeOfDay, to: timeOfDay }, 'needs from and to'),
    preset: { from: '18:00' as TimeOfDay, to: '08:00' as TimeOfDay },
  },
  statutoryFrom: { schema: timeOfDay, preset: '07:00' as TimeOfDay },
};
