import { expect, it } from 'vitest';
import { freshPrefix, freshRecords } from '../support/azurite.ts';

const SOON = () => Date.now() + 60_000;

it('instances know of one another, in the same order, until one leaves or has not been heard of for too long', async () => {
  const tablePrefix = freshPrefix();
  const [one, other] = [await freshRecords({ tablePrefix }), await freshRecords({ tablePrefix })];

  expect(await one.instances.announce('b', SOON())).toEqual(['b']);
  expect(await other.instances.announce('a', SOON())).toEqual(['a', 'b']);
  expect(await one.instances.announce('b', SOON())).toEqual(['a', 'b']);

  await other.instances.announce('killed', Date.now() - 1);
  expect(await one.instances.announce('b', SOON())).toEqual(['a', 'b']);

  await other.instances.deregister('a');
  expect(await one.instances.announce('b', SOON())).toEqual(['b']);
});
