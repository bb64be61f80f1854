import { z } from 'zod';
import { camelKeys } from '../contract/folder-file.ts';
import { ADDRESSEES, type NoticeSettings } from '../domain/notices/notice-settings.ts';
import { omitUndefined } from '../domain/optional.ts';
import { parseTimeOfDay, type TimeOfDay } from '../domain/time-of-day.ts';

const addressees = z
  .array(z.enum(ADDRESSEES, `is none of ${ADDRESSEES.join(', ')}`), 'is not a list of who hears')
  .readonly();
const days = z
  .number('is not a number of working days')
  .int('is not a whole number of working days')
  .min(0, 'is less than 0')
  .max(250, 'is more than a year of working days');
const steps = z.array(days, 'is not a list of working days').min(1, 'has no day').readonly();
const timeOfDay = z
  .string('is not a time of day')
  .refine((text) => parseTimeOfDay(text) !== undefined, {
    error: 'is not a time of day: write it as HH:MM, for example 18:00',
  })
  .transform((text) => text as TimeOfDay);

const shape = {
  action_steps: steps,
  action_to: addressees,
  escalations: z
    .array(z.object({ after: days.min(1, 'is less than 1'), to: addressees }), 'is not a list')
    .readonly(),
  clock_steps: steps,
  clock_to: addressees,
  register_after: days,
  register_to: addressees,
  absences_in_a_row: z
    .number('is not a number of meetings')
    .int('is not a whole number of meetings')
    .min(2, 'is less than 2'),
  absence_to: addressees,
  verification_to: addressees,
  weekly_to: addressees,
  quiet_hours: z.object({ from: timeOfDay, to: timeOfDay }, 'needs from and to'),
  statutory_from: timeOfDay,
};

/** The part `notices` of partnership.json: every key may be left out; one that is not known is a slip, and refused. */
export const noticeSettings = z
  .strictObject(shape, {
    error: ({ code }) =>
      code === 'unrecognized_keys' ? 'has a key that is not known' : 'is not a list of settings',
  })
  .partial()
  .transform((settings): Partial<NoticeSettings> => omitUndefined(camelKeys(settings)));

/** The same as it stands in the file. */
export function fromNoticeSettings(settings: Partial<NoticeSettings>): object {
  const names = Object.keys(shape);
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = settings[Object.keys(camelKeys({ [name]: 0 }))[0] as keyof NoticeSettings];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
