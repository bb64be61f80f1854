/**
 * Sixty people press *I'm here* within ten seconds, at two instances of Convenor over one storage, before a Teams that enforces its
 * limits for each conversation (7 calls in 1 s, 8 in 2 s, 60 in 30 s, 1,800 in an hour; edits count too). Whenever the card is edited,
 * each of the sixty clients asks for its own view, as Teams clients do. Run: npm run bench -- roll-call
 */
import { setTimeout as after } from 'node:timers/promises';
import { pino } from 'pino';
import { createApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { createCalendar } from '../../src/contract/calendar.ts';
import { NO_LIMITS } from '../../src/dispatch/rate-limit.ts';
import type { Person } from '../../src/domain/partnership.ts';
import { registerSeats } from '../../src/domain/register.ts';
import { importFolder } from '../../src/folder/import-folder.ts';
import { startAzurite } from '../../src/rehearsal/azurite.ts';
import { createRecords } from '../../src/storage/records.ts';
import { readFolder } from '../support/a-folder.ts';
import { readLines } from '../support/card-reading.ts';
import { startFakeTeams } from '../support/fake-teams.ts';
import { createTeamsClient } from '../support/teams-client.ts';

const PEOPLE = 60;
const PRESS_MS = 10_000;
const MAX_WAIT_MS = 15_000;
const MEETING = 'BOARD-2021-05-12';

const azurite = await startAzurite();
const teams = await startFakeTeams({ rateLimits: true });
const now = () => new Date('2021-05-12T13:00:00Z');

const read = await readFolder('samples/sandwell');
if (!read.records) throw new Error('The sample cannot be read');
const { people, memberships, partnership } = read.records;
const agencies = memberships.filter(({ group }) => group === 'BOARD').map(({ agency }) => agency);
const [manager] = people as [Person];
const crowd = Array.from({ length: PEOPLE }, (_, at): Person => {
  const id = `member-${at + 1}`;
  return {
    ...manager,
    id,
    displayName: `Member ${at + 1}`,
    roles: ['member'],
    agency: agencies[at % 12],
    objectId: id,
  };
});
const one = await startInstance();
const two = await startInstance();
const instances = [one, two];
await importFolder(
  { ...read, records: { ...read.records, people: [...people, ...crowd] } },
  one.records.partnerships,
);

async function startInstance() {
  const connection = { connectionString: azurite.connectionString };
  const records = createRecords({ connection, tablePrefix: 'Bench', now });
  await records.prepare();
  const log = pino({ level: 'warn' });
  const ports = { ...records, calendar: createCalendar(now) };
  const server = createApp(parseConfig({ PLAYGROUND: 'off' }), {
    ports,
    rates: NO_LIMITS,
    ready: records.ping,
    log,
  });
  return { records, server, client: createTeamsClient(await server.listen(0, '127.0.0.1'), teams) };
}

const speaker = ({ displayName, tenantId, objectId }: Person) => ({
  name: displayName,
  tenantId,
  objectId,
});
const card = await one.client.say(speaker(manager), 'start attendance for the board', {
  in: 'group',
});
await two.client.say(speaker(manager), 'what are our priorities');

const invoke = (value: object) => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  value,
  replyToId: card.messages[0]?.id,
});
const here = { verb: 'attendance.here', meeting: MEETING, version: 1 };
const press = invoke({
  action: { type: 'Action.Execute', verb: here.verb, data: here },
  trigger: 'manual',
});
const shown = { verb: 'attendance.show', meeting: MEETING };
const refresh = invoke({
  action: { type: 'Action.Execute', verb: shown.verb, data: shown },
  trigger: 'automatic',
});

async function timed(by: Person, at: number, parts: object): Promise<number> {
  const { client } = at % 2 ? one : two;
  const began = performance.now();
  const { status } = await client.post(client.activity(speaker(by), 'group', parts));
  if (status !== 200) throw new Error(`A press was answered with ${status}`);
  return performance.now() - began;
}

const edits = () => teams.calls.filter(({ method }) => method === 'PUT').length;
const refreshes: Promise<number>[] = [];
let pressing = true;
const watching = (async () => {
  for (let seen = 0; pressing; await after(50)) {
    if (edits() === seen) continue;
    seen = edits();
    refreshes.push(
      ...crowd.map(async (person, at) =>
        after(Math.random() * 1_000).then(() => timed(person, at, refresh)),
      ),
    );
  }
})();

const began = performance.now();
const presses = await Promise.all(
  crowd.map(async (person, at) =>
    after(Math.random() * PRESS_MS).then(() => timed(person, at, press)),
  ),
);
const pressedMs = performance.now() - began;
const missingNow = () => {
  const lines = readLines(teams.messages(card.conversation)[0]?.attachments?.[0]?.content);
  return crowd.filter(
    ({ displayName }) => !lines.some((line) => new RegExp(`${displayName}\\b`).test(line)),
  ).length;
};
while (missingNow() > 0 && performance.now() - began - pressedMs < MAX_WAIT_MS) await after(50);
const settledMs = performance.now() - began - pressedMs;
await after(1_500);
pressing = false;
await watching;
const looked = await Promise.all(refreshes);
await Promise.all(instances.map(({ server }) => server.close()));

const stored = await one.records.registers.find(partnership.id, MEETING);
if (!stored) throw new Error('The register is not there');
const last = readLines(teams.messages(card.conversation)[0]?.attachments?.[0]?.content);
const seats = registerSeats(stored.register).filter(({ status }) => status === 'present').length;
const report = {
  presses: presses.length,
  'marks kept': stored.register.marks.length,
  'changes in the history': (await one.records.registers.history(partnership.id, MEETING)).length,
  'press ms (median, 95%, most)': [0.5, 0.95, 1]
    .map((part) => Math.round(quantile(presses, part)))
    .join(', '),
  'own views fetched': looked.length,
  'own view ms (median, 95%, most)': [0.5, 0.95, 1]
    .map((part) => Math.round(quantile(looked, part)))
    .join(', '),
  'edits of the card': edits(),
  'calls refused with 429': teams.calls.filter(({ status }) => status === 429).length,
  'seconds of pressing': (pressedMs / 1000).toFixed(1),
  'seconds until the last state stood': (settledMs / 1000).toFixed(1),
  'last card': last[1] ?? '',
  'agencies present on the register': seats,
  'people missing on the last card': missingNow(),
};
console.table(report);
await teams.close();
await azurite.stop();

function quantile(of: readonly number[], part: number): number {
  const sorted = of.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}
