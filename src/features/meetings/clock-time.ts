import type { Day, LocalTime } from '../../domain/dates.ts';

/**
 * A time of day as people type it, or `undefined` for anything that is none. Without am or pm, hours from 1 to 6 are in the
 * afternoon: nobody meets at three in the morning.
 * @example parseClockTime('2pm') // '14:00'
 * @example parseClockTime('9.30') // '09:30'
 */
export function parseClockTime(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  const parts = /^(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?$/.exec(text.trim().toLowerCase());
  if (!parts) return undefined;
  const half = parts[3];
  const typed = Number(parts[1]);
  if (half && (typed < 1 || typed > 12)) return undefined;
  const minute = Number(parts[2] ?? 0);
  const hour = half
    ? (typed % 12) + (half === 'pm' ? 12 : 0)
    : typed >= 1 && typed <= 6 && !text.startsWith('0')
      ? typed + 12
      : typed;
  return hour < 24 && minute < 60 ? `${pad(hour)}:${pad(minute)}` : undefined;
}

/** The day and the time of a form as one; `undefined` unless both can be read. */
export function parseStart(on: Day | undefined, time: string | undefined): LocalTime | undefined {
  const clock = parseClockTime(time);
  return on && clock ? (`${on}T${clock}` as LocalTime) : undefined;
}

const pad = (number: number) => String(number).padStart(2, '0');
