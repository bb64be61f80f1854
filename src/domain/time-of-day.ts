/** A time of day on the partnership's clock, `HH:mm`. */
export type TimeOfDay = string & { readonly timeOfDay: unique symbol };

/** From one time of day up to, but not including, another: the next morning's, when it is the earlier one. */
export interface Hours {
  readonly from: TimeOfDay;
  readonly to: TimeOfDay;
}

const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * Reads a time of day, or answers `undefined`.
 * @example parseTimeOfDay('18:00') // '18:00'
 */
export function parseTimeOfDay(text: string): TimeOfDay | undefined {
  return TIME_OF_DAY.test(text) ? (text as TimeOfDay) : undefined;
}
