/**
 * A thousand different presses, each delivered one to four times under the same and under new activity ids, in any order, eight at once
 * at two instances over one storage: each has one effect. Run: npm run bench -- repeats
 */
import { pino } from 'pino';
import { createApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { createCalendar } from '../../src/contract/calendar.ts';
import { NO_LIMITS } from '../../src/dispatch/rate-limit.ts';
import { day } from '../../src/domain/dates.ts';
import { importFolder } from '../../src/folder/import-folder.ts';
import { startAzurite } from '../../src/rehearsal/azurite.ts';
import { createRecords } from '../../src/storage/records.ts';
import { readFolder } from '../support/a-folder.ts';
import { startFakeTeams } from '../support/fake-teams.ts';
import {
  collectEffects,
  deliverRepeatedly,
  differentPresses,
} from '../support/repeated-presses.ts';
import { dice } from '../support/seeded.ts';
import { createTeamsClient } from '../support/teams-client.ts';

const PRESSES = 1_000;
const HOME = 'sandwell';
const TODAY = day('2021-03-15');

const azurite = await startAzurite();
const teams = await startFakeTeams();
const now = () => new Date('2021-03-15T09:00:00Z');
const one = await startInstance();
const two = await startInstance();
const read = await readFolder('samples/sandwell');
await importFolder(read, one.records.partnerships);

async function startInstance() {
  const connection = { connectionString: azurite.connectionString };
  const records = createRecords({ connection, tablePrefix: 'Bench', now });
  await records.prepare();
  const ports = { ...records, calendar: createCalendar(now) };
  const server = createApp(parseConfig({ PLAYGROUND: 'off' }), {
    rates: NO_LIMITS,
    ports,
    ready: records.ping,
    log: pino({ level: 'warn' }),
  });
  return { records, server, client: createTeamsClient(await server.listen(0, '127.0.0.1'), teams) };
}

const somebody = (id: string) => {
  const person = read.records?.people.find((each) => each.id === id);
  if (!person) throw new Error(`Nobody is ${id}`);
  return { ...person, name: person.displayName };
};

const presses = differentPresses(PRESSES, {
  administrator: somebody('business-manager'),
  chair: somebody('partnership-chair'),
  open: await one.records.actions.list(HOME, { status: 'not complete' }, TODAY),
  group: 'BOARD',
  meeting: (await one.records.meetings.findNext(HOME, 'BOARD', TODAY))?.id ?? '',
});
const began = performance.now();
const clients = [one.client, two.client];
const { deliveries, statuses } = await deliverRepeatedly(presses, clients, {
  atOnce: 8,
  roll: dice(PRESSES),
});
const seconds = (performance.now() - began) / 1000;
const effects = [...(await collectEffects(one.records, presses)).values()];
const faults = (await one.records.auditLog.verify()).flatMap(({ faults }) => faults);
console.table({
  presses: presses.length,
  deliveries,
  answers: JSON.stringify(Object.fromEntries(statuses)),
  'presses with one effect': effects.filter((count) => count === 1).length,
  'presses with none': effects.filter((count) => count === 0).length,
  'presses with more': effects.filter((count) => count > 1).length,
  'faults of the audit logs': faults.length,
  seconds: seconds.toFixed(1),
});
await Promise.all([one, two].map(({ server }) => server.close()));
await teams.close();
await azurite.stop();
process.exitCode = effects.every((count) => count === 1) && faults.length === 0 ? 0 : 1;
