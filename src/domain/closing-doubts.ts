import { type LocalTime, toInstant, toLocalTime } from './dates.ts';
import type { Meeting } from './meeting.ts';
import { type Register, registerSeats } from './register.ts';

/** What speaks against closing a register now; it is asked about before it closes. */
export interface ClosingDoubts {
  /** Set while the meeting goes on: when it ends. */
  readonly endsAt?: LocalTime;
  /** Set where half or more of the expected agencies are not here yet: how many. */
  readonly missing?: number;
  readonly expected: number;
}

/** `undefined` where nothing speaks against it: the minutes are over, and most have been spoken of. */
export function findClosingDoubts(
  register: Register,
  { startsAt, minutes }: Pick<Meeting, 'startsAt' | 'minutes'>,
  { now, timeZone }: { readonly now: Date; readonly timeZone: string },
): ClosingDoubts | undefined {
  const expected = register.expected.length;
  const missing = registerSeats(register).filter(({ status }) => status === 'missing').length;
  const end = new Date(toInstant(startsAt, timeZone).getTime() + minutes * 60_000);
  const isOn = end > now;
  const isHalfEmpty = expected > 0 && missing * 2 >= expected;
  if (!isOn && !isHalfEmpty) return undefined;
  return {
    ...(isOn && { endsAt: toLocalTime(end, timeZone) }),
    ...(isHalfEmpty && { missing }),
    expected,
  };
}
