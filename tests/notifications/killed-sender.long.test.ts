import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { parseNoticeId } from '../../src/domain/notices/notice.ts';
import { startAzurite } from '../../src/rehearsal/azurite.ts';
import { createRecords } from '../../src/storage/records.ts';
import { spawnFakeConnector } from '../support/fake-connector.ts';
import { endSender, startSender, sweepOnce } from '../support/fault-run.ts';
import {
  LOADED,
  listPartnerships,
  loadNotices,
  NOTICE_IN_MESSAGE,
  toConversationId,
} from '../support/notice-load.ts';
import { patientStorage } from '../support/patient-storage.ts';

const NOTICES = 400;

test('a sender that is killed leaves in doubt what was on the wire, and what waited is told within a minute', async () => {
  const azurite = await startAzurite();
  const { connectionString } = azurite;
  const connector = await spawnFakeConnector({ notice: NOTICE_IN_MESSAGE, latencyMs: 300 });
  const opened = new Date(LOADED.opensAt);
  const records = createRecords({
    connection: { connectionString },
    tablePrefix: 'Killed',
    now: () => opened,
    policies: [patientStorage],
  });
  await records.prepare();
  await loadNotices(records, NOTICES, connector.serviceUrl);
  await sweepOnce(records, opened);
  const [partnership = ''] = listPartnerships(NOTICES);
  const list = () => records.ledger.list(partnership, LOADED.today, LOADED.today);
  const toldCount = async () => Object.keys((await connector.report()).received).length;
  const start = () =>
    startSender({
      connectionString,
      tablePrefix: 'Killed',
      speed: 1,
      clock: { showed: opened.getTime(), at: Date.now() },
    });

  const first = await start();
  while ((await toldCount()) < 100) await pause(20);
  await endSender(first, 'SIGKILL');
  const killedAt = performance.now();

  const { received } = await connector.report();
  const begun = (await list()).filter(({ state }) => state === 'sending');
  const neverPosted = begun.filter(({ notices }) =>
    notices.every((id) => {
      const ref = parseNoticeId(id).about;
      return !received[`${toConversationId(ref)} ${ref}`];
    }),
  );
  // Some 15 calls of 300 ms are on the wire at 50 a second; some are just being marked.
  expect(begun.length).toBeLessThanOrEqual(40);
  expect(neverPosted.length).toBeLessThanOrEqual(10);

  const second = await start();
  const isWaiting = async () => (await list()).some(({ state }) => state === 'claimed');
  while (await isWaiting()) {
    expect(performance.now() - killedAt).toBeLessThan(60_000);
    await pause(500);
  }
  await endSender(second, 'SIGTERM');
  expect(await toldCount()).toBe(NOTICES - neverPosted.length);
  await connector.stop();
  await azurite.stop();
}, 240_000);
