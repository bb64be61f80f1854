import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Action } from '../../src/domain/action.ts';
import { addDays, day } from '../../src/domain/dates.ts';
import { type Azurite, startAzurite } from '../../src/rehearsal/azurite.ts';
import { createRecords, type Records } from '../../src/storage/records.ts';
import { createRequestMeter } from '../support/request-meter.ts';
import { anAction } from './some-actions.ts';

const today = day('2021-03-15');
const yesterday = addDays(today, -1);

describe('one agency’s overdue actions', () => {
  const meter = createRequestMeter();
  let azurite: Azurite;
  let actions: Records['actions'];

  beforeAll(async () => {
    azurite = await startAzurite();
    const { connectionString } = azurite;
    const records = createRecords({
      connection: { connectionString },
      tablePrefix: 'Many',
      policies: [meter.policy],
    });
    await records.prepare();
    actions = records.actions;
  });
  afterAll(() => azurite.stop());

  it('cost the same one request and the same rows among 1,000 actions as among 50,000', async () => {
    const overdue = { agency: 'POLICE', status: 'not complete', dueTo: yesterday } as const;
    const ask = () => meter.measure(() => actions.list('home', overdue, today));

    await actions.save('home', asWrites([...police(), ...others(0, 988)]));
    const among1000 = await ask();
    await actions.save('home', asWrites(others(988, 49_988)));
    const among50000 = await ask();

    expect((await actions.tallies('home')).all).toEqual({ open: 49_998, closed: 2 });
    expect(among1000).toMatchObject({ requests: 1, rows: 7 });
    expect(among50000).toEqual(among1000);
  });
});

/** Twelve actions of the police: seven overdue, three due later, two closed. */
function police(): Action[] {
  return Array.from({ length: 12 }, (_, index) =>
    anAction(`POL-${index}`, {
      owner: { agency: 'POLICE' },
      dueOn: addDays(today, index < 7 ? -index - 1 : index),
      status: index < 10 ? 'in progress' : 'complete',
    }),
  );
}

/** Actions of other agencies, all of them overdue too. */
function others(from: number, to: number): Action[] {
  return Array.from({ length: to - from }, (_, index) =>
    anAction(`SA-${from + index}`, {
      owner: { agency: `AGENCY-${index % 30}` },
      dueOn: addDays(today, -1 - (index % 300)),
    }),
  );
}

function asWrites(actions: readonly Action[]): { action: Action }[] {
  return actions.map((action) => ({ action }));
}
