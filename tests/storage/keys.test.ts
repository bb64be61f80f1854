import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/domain/action.ts';
import { fromKey, prefixRange, toKey, toOrdinal } from '../../src/storage/tables/keys.ts';
import { freshRecords } from '../support/azurite.ts';
import { anAction, someAction } from './some-actions.ts';

/** Any text, with what Azure Tables forbids in keys and what separates and escapes here more often than chance has it. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom(...'/\\#?%|}~\u0000\u0007\u007f\u009f\'"+&. é', '~002f', '\ud800'),
    maxLength: 8,
  }),
);

describe('a key', () => {
  it('holds any parts, has no character that storage forbids, and gives the parts back', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 4 }), (parts) => {
        const key = toKey(...parts);
        expect(key).not.toMatch(/[/\\#?%\p{Cc}]/u);
        expect(fromKey(key)).toEqual(parts);
      }),
    );
  });

  it('begins a range that holds what continues it and nothing else', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (first, other, rest) => {
        const { from, below } = prefixRange('a', first);
        const isWithin = (key: string) => key >= from && key < below;
        expect(isWithin(toKey('a', first, rest))).toBe(true);
        expect(isWithin(toKey('a', other, rest))).toBe(other === first);
      }),
    );
  });

  it('orders whole numbers as numbers', () => {
    expect([10, 9, 100, 1].map(toOrdinal).sort()).toEqual([1, 9, 10, 100].map(toOrdinal));
  });
});

describe('a row', () => {
  it('gives back any action as it was, under any reference and owner', async () => {
    const { actions } = await freshRecords();
    const ref = anyText.filter((text) => text.isWellFormed());
    await fc.assert(
      fc.asyncProperty(someAction, ref, ref, async (facts, reference, agency) => {
        const action: Action = { ...facts, ref: reference, owner: { agency } };
        await actions.save('home', [{ action }]);
        expect((await actions.find('home', reference))?.action).toEqual(action);
        expect(
          (await actions.list('home', { agency }, '2021-03-15' as never)).filter(
            ({ ref }) => ref === reference,
          ),
        ).toEqual([action]);
      }),
      { numRuns: 150 },
    );
  });

  it('that would not fit is refused before anything is sent, naming the table, the key and the property alone', async () => {
    const { actions } = await freshRecords();
    const secret = 'secret '.repeat(5000);
    await expect(
      actions.save('home', [{ action: anAction('SA-1', { notes: secret }) }]),
    ).rejects.toThrow(
      /^A row of T\w+Actions is too large: home\|actions \/ a\|SA-1\|: notes has 35000 characters$/,
    );
    await expect(actions.save('home', [{ action: anAction('x'.repeat(600)) }])).rejects.toThrow(
      /rowKey has \d+ characters$/,
    );
    expect(await actions.all('home')).toEqual([]);
  });

  it('goes in with others in as many transactions as their size needs', async () => {
    const { actions } = await freshRecords();
    const large = Array.from({ length: 40 }, (_, index) =>
      anAction(`SA-${index}`, { notes: 'x'.repeat(30_000), impactEvidence: 'y'.repeat(30_000) }),
    );
    await actions.save(
      'home',
      large.map((action) => ({ action })),
    );
    expect((await actions.all('home')).map(({ action }) => action)).toEqual(large);
  });
});
