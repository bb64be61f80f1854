/**
 * How many storage requests each thing costs that people do, counted at the real client, and what that makes in a month of a
 * partnership. The month is an assumption, written out below; the counts are measured. Run: npm run bench -- month
 */
import { createApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { createCalendar } from '../../src/contract/calendar.ts';
import { NO_LIMITS } from '../../src/dispatch/rate-limit.ts';
import { importFolder } from '../../src/folder/import-folder.ts';
import { startAzurite } from '../../src/rehearsal/azurite.ts';
import { createRecords } from '../../src/storage/records.ts';
import { readFolder } from '../support/a-folder.ts';
import { startFakeTeams } from '../support/fake-teams.ts';
import { createRequestMeter } from '../support/request-meter.ts';
import { silentLog } from '../support/silent-log.ts';
import { createTeamsClient } from '../support/teams-client.ts';

/** A busy partnership: a board and four sub-groups that meet monthly, and people who ask. */
const MONTH = {
  meetings: 5,
  people: 25,
  edits: 12,
  questions: 600,
  notices: 400,
  workingDays: 21,
  instances: 2,
};
const SWEEPS = 30 * 24 * 6;
/** `WORKERS` and `IDLE_MS` of src/notifications/notifications.ts; one request looks whether there is work. */
const LOOKS = (4 * 30 * 24 * 3600) / 5;

const azurite = await startAzurite();
const teams = await startFakeTeams();
const meter = createRequestMeter();
const now = () => new Date('2021-05-12T13:00:00Z');
const connection = { connectionString: azurite.connectionString };
const records = createRecords({ connection, tablePrefix: 'Month', now, policies: [meter.policy] });
await records.prepare();
const read = await readFolder('samples/sandwell');
await importFolder(read, records.partnerships);
const ports = { ...records, calendar: createCalendar(now) };
const app = createApp(parseConfig({ PLAYGROUND: 'off' }), {
  rates: NO_LIMITS,
  ports,
  editIntervalMs: 1,
  ready: records.ping,
  log: silentLog,
});
const client = createTeamsClient(await app.listen(0, '127.0.0.1'), teams);

const people = read.records?.people ?? [];
const [manager, second] = people.map(({ displayName, tenantId, objectId }) => ({
  name: displayName,
  tenantId,
  objectId,
}));
if (!manager || !second) throw new Error('The sample has no people');
const cost = async (work: () => Promise<unknown>) => (await meter.measure(work)).requests;
const settled = async (work: () => Promise<unknown>) => {
  await work();
  await new Promise((resolve) => setTimeout(resolve, 500));
};

for (let time = 0; time < 3; time += 1) await client.say(second, 'what are our priorities');
const question = await cost(() => client.say(second, 'whats overdue for police'));
const card = await client.say(manager, 'start attendance for the board', { in: 'group' });
const invoke = (verb: string, trigger: string, data: object) => {
  const value = { action: { type: 'Action.Execute', verb, data: { verb, ...data } }, trigger };
  const press = {
    type: 'invoke',
    name: 'adaptiveCard/action',
    value,
    replyToId: card.messages[0]?.id,
  };
  return client.post(client.activity(manager, 'group', press));
};
const meeting = 'BOARD-2021-05-12';
const pressed = await cost(() =>
  settled(() => invoke('attendance.here', 'manual', { meeting, version: 1 })),
);
const seen = await cost(() => invoke('attendance.show', 'automatic', { meeting }));
const health = await cost(() => records.ping());
for (const person of people)
  await client.say(
    { name: person.displayName, tenantId: person.tenantId, objectId: person.objectId },
    'help',
  );
let claimed = 0;
const first = await cost(async () => (claimed = (await app.notifications.sweep()).length));
const delivered = await cost(() => app.notifications.deliverAll());
const turn = () => records.ledger.takeSweep('sandwell', new Date(), 60_000);
const quiet = await cost(() => turn().then(app.notifications.sweep));
const notOurs = await cost(() => records.partnerships.ids().then(turn));
await app.close();
await teams.close();
await azurite.stop();

const { meetings, edits, instances } = MONTH;
const eachNotice = claimed > 0 ? delivered / claimed : 0;
const rows: [what: string, each: number, times: number][] = [
  ['a question', question, MONTH.questions],
  ['a press in a roll-call, with the edit that follows', pressed, meetings * MONTH.people],
  ['a client that looks at an edited card', seen, meetings * MONTH.people * edits],
  [`a first sweep of a day (${claimed} messages claimed)`, first, MONTH.workingDays],
  ['a sweep when nothing is new', quiet, SWEEPS],
  ['a look when another machine sweeps', notOurs, SWEEPS * (instances - 1)],
  ['delivering a message', eachNotice, MONTH.notices],
  ['a health check', health, 30 * 24 * 60 * instances],
  ['a look whether there is work (queue)', 1, LOOKS * instances],
];
console.log(
  'what'.padEnd(56),
  'requests'.padStart(9),
  'a month'.padStart(10),
  'requests a month'.padStart(18),
);
for (const [what, each, times] of rows) {
  const [one, often, all] = [
    each.toFixed(1),
    times.toLocaleString('en-GB'),
    Math.round(each * times).toLocaleString('en-GB'),
  ];
  console.log(what.padEnd(56), one.padStart(9), often.padStart(10), all.padStart(18));
}
const atMeeting = MONTH.people * (pressed + edits * seen);
console.log(
  `A meeting of ${MONTH.people}, with ${edits} edits of its card: ${atMeeting} requests.`,
);
const total = rows.reduce((sum, [, each, times]) => sum + each * times, 0);
console.log(
  `All of it: ${Math.round(total).toLocaleString('en-GB')} requests a month, on ${instances} machines.`,
);
