import { createServer } from 'node:http';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listenLocally } from '../support/listen-locally.ts';
import { readWord } from '../support/read-word.ts';
import { type RehearsedChat, startRehearsedChat } from './rehearsed-chat.ts';

const LOG = `Action log of the Board,,,,,
Ref,Action,By whom,By when,RAG,Colour
IMP-1,Share the winter audit with schools,Police,20.4.21,Amber,x
IMP-2,Map the training of new staff,Children's Trust,TBC,Green,x
IMP-3,Write to the head teachers,Lighthouse,1.5.21,Red,x
`;

let chat: RehearsedChat;
const files = createServer((_, res) => res.end(LOG));
let served: Awaited<ReturnType<typeof listenLocally>>;
beforeAll(async () => {
  served = await listenLocally(files);
  chat = await startRehearsedChat({ port: 4970, where: 'personal', height: 1500 });
}, 60_000);
afterAll(async () => {
  await chat.end();
  await served.close();
});

it('sends a spreadsheet, looks at it, corrects it and imports it', async () => {
  const shown = await chat.attach('Action log.csv', `${served.url}/log`);
  expect(shown.card).toMatch(/What needs you is left out/);
  await chat.picture('import-preview');
  const on = 'Correct how Action log.csv is read';
  await chat.press('Correct', { on: 'Columns' });
  await chat.picture('import-correct');
  await chat.press('Back to preview', { on });
  await chat.press('Correct', { on: 'Columns' });
  await chat.pick('Status: “Green” (1 row)', 'in progress', { on });
  await chat.pick('Owner: “Lighthouse” (1 row)', 'No value', { on });
  const corrected = await chat.press('Update preview', { on });
  expect(corrected.card).toMatch(/an action log: 3 new\./);
  await chat.picture('import-corrected');
  const done = await chat.press('Import 3 rows');
  expect(done.card).toMatch(/3 rows imported\./);
  await chat.picture('import-done');
  expect((await chat.say('show me IMP-2')).card).toMatch(/Map the training of new staff/);
  expect(chat.faults).toEqual([]);
}, 120_000);

it('gets the minutes and a list as files, and opens them', async () => {
  await chat.say('send me the minutes of the last board');
  await chat.picture('file-link');
  const minutes = await chat.download('Open the page');
  expect(minutes.name).toMatch(/^minutes-BOARD-.*\.docx$/);
  const words = (await readWord(minutes.bytes)).join('\n');
  for (const heading of ['Attendance', 'Decisions', 'Actions']) expect(words).toContain(heading);
  const linked = await chat.say('actions of the police as excel');
  await chat.picture('list-link');
  expect(linked.card).toContain('actions-');
  const list = await chat.download('Open the page');
  expect(list.name).toMatch(/^actions-.*\.xlsx$/);
  const [sheet] = await readWorkbook(list.bytes);
  expect(sheet?.data[0]).toContain('Due');
  expect(sheet?.data.flat()).toContain('IMP-1');
  expect(chat.faults).toEqual([]);
}, 120_000);
