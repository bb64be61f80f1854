import { expect, it } from 'vitest';
import { parseClockTime } from '../../src/features/meetings/clock-time.ts';

it.each([
  ['14:00', '14:00'],
  ['2pm', '14:00'],
  ['2 PM', '14:00'],
  ['9.30', '09:30'],
  ['12am', '00:00'],
  ['12:15pm', '12:15'],
  ['2', '14:00'],
  ['02:00', '02:00'],
  ['10', '10:00'],
])('%s is the time %s', (typed, time) => {
  expect(parseClockTime(typed)).toBe(time);
});

it.each(['', 'soon', '25:00', '14:60', '13pm', '0am', '14:00:00'])('“%s” is no time', (typed) => {
  expect(parseClockTime(typed)).toBeUndefined();
});
