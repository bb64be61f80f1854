import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/dates.ts';
import { ENGLAND_BANK_HOLIDAYS } from '../../src/domain/england-bank-holidays.ts';
import { annotate } from '../../src/understanding/entities/annotate.ts';
import { parseStatusChange } from '../../src/understanding/slots/action-slots.ts';
import { findDates } from '../../src/understanding/slots/dates.ts';
import type { FillContext } from '../../src/understanding/slots/fill-context.ts';
import { tokenise } from '../../src/understanding/text/tokenise.ts';

const TODAY = day('2021-03-15');
const read = (typed: string) => {
  const message = annotate(tokenise(typed));
  const dates = findDates(message.tokens, TODAY, ENGLAND_BANK_HOLIDAYS);
  return parseStatusChange({ message, dates, typed } as unknown as FillContext);
};

describe('a change of an action’s status says what it says', () => {
  it.each([
    'SA-012 is unblocked now, the licence came through',
    'SA-012 no longer on hold',
    'SA-012 is not stuck any more',
    'the blocker on SA-012 has been removed',
    'unblock SA-012',
  ])('“%s” is in progress', (text) =>
    expect(read(text)).toMatchObject({ statusNew: 'in progress', blocked: undefined }),
  );

  it.each(['mark SA-012 as blocked', 'block SA-012 please', 'park SA-012', 'SA-012 is stuck'])(
    '“%s” is blocked',
    (text) => expect(read(text)).toMatchObject({ blocked: true }),
  );

  it.each([
    ['push SA-012 back by three weeks', '21 days'],
    ['move SA-012 back a month', '1 months'],
    ['SA-012 needs another fortnight', '14 days'],
    ['give SA-012 two more months', '2 months'],
    ['extend SA-012 by 5 days', '5 days'],
    ['can we have a further quarter on SA-012', '3 months'],
    ['SA-012 needs more time', undefined],
    ['push SA-012 to 5 may', undefined],
    ['push SA-012 to next month', undefined],
  ])('“%s”: %s later', (text, dueLater) => expect(read(text).dueLater).toBe(dueLater));

  it.each([
    ['push SA-012 back to 28 april, the trust only answered today', '2021-04-28'],
    ['move SA-012 from 30 march to 5 may, we agreed it on 11 march', '2021-05-05'],
    ['extend SA-012, due by 9 april, the audit of 12 march held it up', '2021-04-09'],
  ])('“%s” is due on %s', (text, dueOn) => expect(read(text)).toMatchObject({ dueOn }));
});
