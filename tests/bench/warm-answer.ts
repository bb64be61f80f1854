/**
 * How long a warm turn takes beside two bare botbuilder bots: one that says back what it hears, without storage, and one that
 * makes the same table requests as Convenor, at the same time where Convenor did, and sends the same message. The three take
 * turns in one run; the ratios of the medians are what counts. Only the turn itself is timed, until the request with which the
 * question came is answered, not what the test makes of the answer. Run: npm run bench -- answer
 */

import type { PipelinePolicy, PipelineRequest } from '@azure/core-rest-pipeline';
import { TableClient } from '@azure/data-tables';
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  MessageFactory,
  type TurnContext,
} from 'botbuilder';
import { pino } from 'pino';
import restify from 'restify';
import { createApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { createCalendar } from '../../src/contract/calendar.ts';
import { NO_LIMITS } from '../../src/dispatch/rate-limit.ts';
import { importFolder } from '../../src/folder/import-folder.ts';
import { startAzurite } from '../../src/rehearsal/azurite.ts';
import { createRecords } from '../../src/storage/records.ts';
import { readFolder } from '../support/a-folder.ts';
import { type Message, startFakeTeams } from '../support/fake-teams.ts';
import { createTeamsClient, type Speaker, type TeamsClient } from '../support/teams-client.ts';

const QUESTIONS = [
  'whats overdue for police',
  'what are our priorities',
  'how far have we got with neglect',
  'tell me about SA-019',
];
const ROUNDS = 60;
const WARM_UP = 60;

const azurite = await startAzurite();
const teams = await startFakeTeams();
const clients = new Map<string, TableClient>();
const clock = () => new Date('2021-03-15T09:00:00Z');

/** A request, with those that had been answered before it was made. */
interface Errand {
  readonly request: PipelineRequest;
  readonly after: readonly Errand[];
}

/** Remembers the requests of the answer under way, so that the echo bot can make the same ones. */
let seen: Errand[] = [];
let answered: Errand[] = [];
const remember: PipelinePolicy = {
  name: 'remember',
  async sendRequest(request, next) {
    const errand = { request, after: [...answered] };
    seen.push(errand);
    const response = await next(request);
    answered.push(errand);
    return response;
  },
};

const read = await readFolder('samples/sandwell');
if (!read.records) throw new Error('The sample cannot be read');
const connection = { connectionString: azurite.connectionString };
const records = createRecords({
  connection,
  tablePrefix: 'Bench',
  now: clock,
  policies: [remember],
});
await records.prepare();
await importFolder(read, records.partnerships);
const [person] = read.records.people;
if (!person) throw new Error('Nobody is in the sample');
const speaker: Speaker = {
  name: person.displayName,
  tenantId: person.tenantId,
  objectId: person.objectId,
};

const log = pino({ level: 'info' }, { write: () => {} });
const config = parseConfig({ PLAYGROUND: 'off' });
const server = createApp(config, {
  rates: NO_LIMITS,
  ports: { ...records, calendar: createCalendar(clock) },
  ready: records.ping,
  log,
});
const convenor = createTeamsClient(await server.listen(0, '127.0.0.1'), teams);

const echo = await startBareBot(async (context) => {
  await context.sendActivity(MessageFactory.text(context.activity.text));
});

/** What the bot that makes the same requests does for the next message. */
let task: { errands: readonly Errand[]; text: string; card: object | undefined } = {
  errands: [],
  text: '',
  card: undefined,
};
const repeater = await startBareBot(async (context) => {
  await runAgain(task.errands);
  const attachments = task.card
    ? [{ contentType: 'application/vnd.microsoft.card.adaptive', content: task.card }]
    : [];
  await context.sendActivity({ ...MessageFactory.text(task.text), attachments });
});

/** A bot as the SDK's samples make it, with nothing but its logic. */
async function startBareBot(logic: (context: TurnContext) => Promise<void>): Promise<TeamsClient> {
  const bare = restify.createServer();
  bare.use(restify.plugins.bodyParser());
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  bare.post('/api/messages', async (req, res) => await adapter.process(req, res, logic));
  await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', () => resolve()));
  return createTeamsClient(`http://127.0.0.1:${bare.address().port}`, teams);
}

/** Makes each request as soon as those are answered that Convenor had answers to. */
async function runAgain(errands: readonly Errand[]): Promise<void> {
  const under = new Map<Errand, Promise<void>>();
  for (const errand of errands) {
    const before = Promise.all(errand.after.map((each) => under.get(each)));
    under.set(
      errand,
      before.then(() => again(errand.request)),
    );
  }
  await Promise.all(under.values());
}

/** The same request through a bare client of the same library. */
async function again({ url, method, body }: PipelineRequest): Promise<void> {
  const { pathname, searchParams } = new URL(url);
  // The first turn notes that the person was welcomed, in a transaction; it is not timed.
  if (pathname.endsWith('/$batch')) return;
  const [, table = '', key = ''] = /\/(\w+)(?:\((.*)\))?$/.exec(decodeURIComponent(pathname)) ?? [];
  const client = createClient(table);
  const [, partition = '', row = ''] = /PartitionKey='(.*)',RowKey='(.*)'/.exec(key) ?? [];
  if (method === 'GET' && key && row)
    return void (await client.getEntity(partition, row).catch(() => undefined));
  if (method === 'GET') {
    const filter = searchParams.get('$filter') ?? undefined;
    const select = searchParams.get('$select')?.split(',');
    for await (const page of client.listEntities({ queryOptions: { filter, select } }).byPage())
      void page;
    return;
  }
  const { PartitionKey, RowKey, ...columns } = JSON.parse(String(body)) as Record<string, string>;
  await client.upsertEntity(
    { partitionKey: PartitionKey ?? partition, rowKey: RowKey ?? row, ...columns },
    'Replace',
  );
}

function createClient(table: string): TableClient {
  const known =
    clients.get(table) ??
    TableClient.fromConnectionString(azurite.connectionString, table, {
      allowInsecureConnection: true,
    });
  clients.set(table, known);
  return known;
}

/** What the bot said to a question, and how long it was until the bot had answered the request with which it came. */
async function timed(
  client: TeamsClient,
  text: string,
): Promise<{ ms: number; said: Message | undefined }> {
  const activity = client.activity(speaker, 'personal', { type: 'message', text });
  const started = performance.now();
  await client.post(activity);
  const ms = performance.now() - started;
  const { id } = activity.conversation as { id: string };
  return { ms, said: teams.messages(id).at(-1) };
}

const median = (figures: readonly number[]) =>
  [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;

const WIDTH = 10;
console.log(
  'question'.padEnd(36),
  ...['requests', 'Convenor', 'echo', 'ratio', 'same req.', 'ratio'].map((each) =>
    each.padStart(WIDTH),
  ),
);
const ratios: { toEcho: number; toRepeater: number }[] = [];
for (const question of QUESTIONS) {
  const [ours, bare, repeated]: [number[], number[], number[]] = [[], [], []];
  let requests = 0;
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    seen = [];
    answered = [];
    const answer = await timed(convenor, question);
    task = {
      errands: seen,
      text: answer.said?.text ?? '',
      card: answer.said?.attachments?.[0]?.content,
    };
    const echoed = await timed(echo, question);
    const again = await timed(repeater, question);
    if (round < WARM_UP) continue;
    requests = seen.length;
    ours.push(answer.ms);
    bare.push(echoed.ms);
    repeated.push(again.ms);
  }
  const ratio = {
    toEcho: median(ours) / median(bare),
    toRepeater: median(ours) / median(repeated),
  };
  ratios.push(ratio);
  const figures = [
    String(requests),
    `${median(ours).toFixed(1)} ms`,
    `${median(bare).toFixed(1)} ms`,
    ratio.toEcho.toFixed(2),
    `${median(repeated).toFixed(1)} ms`,
    ratio.toRepeater.toFixed(2),
  ];
  console.log(question.padEnd(36), ...figures.map((each) => each.padStart(WIDTH)));
}
const largest = (name: 'toEcho' | 'toRepeater') =>
  Math.max(...ratios.map((each) => each[name])).toFixed(2);
console.log(
  `\nMedians of ${ROUNDS} turns each. Largest ratio to the echo without storage ${largest('toEcho')} (wanted: at most 2.50), ` +
    `to the bot with the same requests ${largest('toRepeater')} (wanted: at most 1.50)`,
);

await server.close();
await teams.close();
await azurite.stop();
process.exit(0);
