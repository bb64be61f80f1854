/** A time of day in the partnership's time zone, `HH:mm`. */
export type TimeOfDay = string & { readonly timeOfDay: unique symbol };

/**
 * Hours from one time of day up to, but not including, another; up to the next morning when that is
 * earlier.
 */
export interface Hours {
  readonly from: TimeOfDay;
  readonly to: TimeOfDay;
}

const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * Parses a time of day; `undefined` for anything else.
 * @example parseTimeOfDay('18:00') // '18:00'
 */
export function parseTimeOfDay(text: string): TimeOfDay | undefined {
  return TIME_OF_DAY.test(text) ? (text as TimeOfDay) : undefined;
}
