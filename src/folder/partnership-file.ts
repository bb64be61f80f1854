import { z } from 'zod';
import { choiceCell, dayCell, idCell, textCell } from '../contract/cells.ts';
import { camelKeys } from '../contract/folder-file.ts';
import { toLocalTime } from '../domain/dates.ts';
import { parseMonthDay } from '../domain/month-day.ts';
import { omitUndefined } from '../domain/optional.ts';
import type { Clock, Partnership, QuorumRule } from '../domain/partnership.ts';
import { fromNoticeSettings, noticeSettings } from './notice-settings-file.ts';
import type { Fault } from './sheet.ts';

export const PARTNERSHIP_FILE = 'partnership.json';

/** A partnership’s id begins every partition key, so it has only what needs no escaping there. */
const PARTNERSHIP_ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,49}$/;

/** No time limit is longer; a slip of the keyboard must not leave the calendar. */
const MAX_CLOCK_WORKING_DAYS = 2500;
const MAX_CLOCK_MONTHS = 120;

const monthDay = z.string('is missing').refine((value) => parseMonthDay(value), {
  error: ({ input }) =>
    /^(0[1-9]|1[0-2])-\d{2}$/.test(String(input))
      ? `“${input}” is not a day that every year has: write one that is, for example 04-01`
      : 'is not a month and day: write it as MM-DD, for example 04-01',
});

const count = (what: string, most: number) =>
  z
    .number(`is not a number of ${what}`)
    .int(`is not a whole number of ${what}`)
    .min(1, 'is less than 1')
    .max(most, `is more than ${most}`);

const partner = z.object({
  agency: idCell,
  voice: choiceCell('decides', 'advises'),
  note: textCell.optional(),
});

const quorumRule = z
  .object({
    group: idCell,
    all_of: z.array(idCell).optional(),
    at_least: count('agencies', 1000).optional(),
    at_least_of: z.array(idCell).optional(),
  })
  .transform(
    ({ group, all_of, at_least, at_least_of }): QuorumRule =>
      omitUndefined({ group, allOf: all_of, atLeast: at_least, of: at_least_of }),
  );

const clock = z
  .object({
    id: idCell,
    from_event: textCell,
    working_days: count('working days', MAX_CLOCK_WORKING_DAYS).optional(),
    months: count('months', MAX_CLOCK_MONTHS).optional(),
    by: monthDay.optional(),
    valid_from: dayCell,
    valid_to: dayCell.optional(),
    source: textCell,
  })
  .refine(
    ({ working_days, months, by }) =>
      [working_days, months, by].filter((part) => part !== undefined).length === 1,
    {
      error: 'needs exactly one of working_days, months and by',
    },
  )
  .refine(({ valid_from, valid_to }) => !valid_to || valid_from <= valid_to, {
    error: 'ends before it begins: valid_to is earlier than valid_from',
  })
  .transform((cells): Clock => camelKeys(cells));

const frontDoor = z.object({ name: textCell, phone: textCell.optional() });

/** A list is kept as one text, which has a longest length in storage. */
const MAX_CHARACTERS_IN_LIST = 30_000;
function keptList<Schema extends z.ZodType>(list: Schema): Schema {
  return list.refine((items) => JSON.stringify(items).length <= MAX_CHARACTERS_IN_LIST, {
    error: `is longer than ${MAX_CHARACTERS_IN_LIST} characters`,
  });
}

const partnershipShape = {
  id: z
    .string('is missing')
    .regex(PARTNERSHIP_ID, 'may have letters, digits, - and _ only, 50 at most'),
  name: textCell,
  short_name: textCell,
  area: textCell,
  time_zone: textCell.refine(isTimeZone, { error: 'is not a time zone such as Europe/London' }),
  year_start: monthDay,
  as_of: dayCell.optional(),
  statutory_partners: keptList(
    z.array(partner, 'is missing: a list of the agencies that decide or advise'),
  ),
  positions: choiceCell('hidden', 'shown').optional(),
  rapid_review_group: idCell.optional(),
  quorum: keptList(z.array(quorumRule, 'is not a list')).default([]),
  clocks: keptList(z.array(clock, 'is not a list')).default([]),
  report_a_concern: frontDoor.optional(),
  notices: noticeSettings.optional(),
  basis: textCell.optional(),
};
const partnershipSchema = z.object(partnershipShape, 'is not a list of settings');

export interface ReadPartnership {
  readonly partnership?: Partnership;
  readonly faults: readonly Fault[];
  readonly notes: readonly Fault[];
}

/** Reads the settings of a partnership from what stands in its file. */
export function toPartnership(file: string, settings: unknown): ReadPartnership {
  const parsed = partnershipSchema.safeParse(settings);
  if (!parsed.success) {
    return {
      faults: parsed.error.issues.map(({ path, message }) => ({
        file,
        column: path.join('.') || undefined,
        reason: message,
      })),
      notes: [],
    };
  }
  const unknown = Object.keys(settings as object).filter((name) => !(name in partnershipShape));
  return {
    partnership: camelKeys(parsed.data),
    faults: [],
    notes: unknown.map((column) => ({
      file,
      column,
      reason: 'is not a known setting, and was ignored',
    })),
  };
}

/** The settings as they stand in the file. */
export function fromPartnership({
  statutoryPartners,
  quorum,
  clocks,
  ...rest
}: Partnership): object {
  const { id, name, shortName, area, timeZone, yearStart, asOf, positions, notices, basis } = rest;
  const { reportAConcern, rapidReviewGroup } = rest;
  return omitUndefined({
    id,
    name,
    short_name: shortName,
    area,
    time_zone: timeZone,
    year_start: yearStart,
    as_of: asOf,
    statutory_partners: statutoryPartners,
    positions,
    rapid_review_group: rapidReviewGroup,
    quorum: quorum.map(({ group, allOf, atLeast, of }) =>
      omitUndefined({ group, all_of: allOf, at_least: atLeast, at_least_of: of }),
    ),
    clocks: clocks.map(({ id, fromEvent, workingDays, months, by, validFrom, validTo, source }) =>
      omitUndefined({
        id,
        from_event: fromEvent,
        working_days: workingDays,
        months,
        by,
        valid_from: validFrom,
        valid_to: validTo,
        source,
      }),
    ),
    report_a_concern: reportAConcern,
    notices: notices && fromNoticeSettings(notices),
    basis,
  });
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(toLocalTime(new Date(0), name));
  } catch {
    return false;
  }
}
