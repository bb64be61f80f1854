import { expect, inject, it } from 'vitest';
import { freshPrefix } from '../support/azurite.ts';
import { killBots } from '../support/killed-bots.ts';

/** Fifty moments: npm run bench -- kill-nine. The storage goes on running: Azurite is not durable itself. */
it('a bot that is killed while people press loses nothing that it answered, does nothing by half and nothing twice', async () => {
  const { acknowledged, lost, doubled, faults } = await killBots(
    5,
    inject('azurite'),
    freshPrefix(),
  );
  expect({ lost, doubled, faults }).toEqual({ lost: [], doubled: 0, faults: [] });
  expect(acknowledged).toBeGreaterThan(5);
});
