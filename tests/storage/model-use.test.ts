import { expect, it } from 'vitest';
import { freshPrefix, freshRecords } from '../support/azurite.ts';

it('a model is asked as often as a month allows and no more, by however many instances', async () => {
  const tablePrefix = freshPrefix();
  const [one, other] = await Promise.all([
    freshRecords({ tablePrefix }),
    freshRecords({ tablePrefix }),
  ]);

  const asked = Array.from({ length: 12 }, (_, at) =>
    (at % 2 ? one : other).modelUse.reserve('2021-03', 7),
  );
  const allowed = (await Promise.all(asked)).filter(Boolean);

  expect(allowed).toHaveLength(7);
  expect(await one.modelUse.reserve('2021-03', 7)).toBe(false);
  expect(await one.modelUse.reserve('2021-03', 8)).toBe(true);
  expect(await other.modelUse.reserve('2021-04', 7)).toBe(true);
});
