import { expect, it } from 'vitest';
import type { ChangeEvent } from '../../src/domain/change-event.ts';
import { netChange } from '../../src/domain/net-change.ts';

const moved = (from: string | undefined, to: string): ChangeEvent => ({
  type: 'moved',
  by: 'coordinator',
  at: '2021-03-15T09:00:00.000Z',
  changes: { due: { ...(from && { from }), to } },
});

it.each([
  ['nothing', [], undefined],
  ['one move', [moved('2021-05-05', '2021-05-07')], { from: '2021-05-05', to: '2021-05-07' }],
  [
    'two moves, from the first to the last',
    [moved('2021-05-05', '2021-05-07'), moved('2021-05-07', '2021-05-10')],
    { from: '2021-05-05', to: '2021-05-10' },
  ],
  [
    'a move that was taken back',
    [moved('2021-05-05', '2021-05-07'), moved('2021-05-07', '2021-05-05')],
    undefined,
  ],
  ['a first date', [moved(undefined, '2021-05-07')], { to: '2021-05-07' }],
])('the net change of %s', (_, events, expected) => {
  expect(netChange(events, 'due')).toEqual(expected);
});
