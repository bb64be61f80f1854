import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { daleFiles } from '../support/dale.ts';
import { type RehearsedChat, startRehearsedChat } from './rehearsed-chat.ts';

/** Who types owns three actions, and chairs the group that follows up a fourth, whose evidence waits. */
const ACTIONS = `ref,title,source,owner_agency,owner_group,owner_person,due_on,status,completed_on,impact_evidence
DA-001,Write to schools about the new referral form,Board February 2021,BU,QA,manager,2021-03-17,in progress,,
DA-002,Agree who leads on neglect,Board January 2021,BU,QA,manager,2021-03-10,open,,
DA-003,Train constables in hearing the child,Quality audit 2020,POL,QA,police,2021-03-05,complete,2021-03-04,Visits within a day rose from 61 to 88 per cent
DA-004,Send the audit tool to the three partners,Quality audit 2020,BU,QA,manager,2021-03-17,open,,
`;
const DIGEST = { on: 'things need you' };

let dataDir: string;
let chat: RehearsedChat;
const begin = async (port: number, today: string) => {
  const settings = { NOTICES: 'on', PARTNERSHIP_FOLDER: join(dataDir, 'dale') };
  chat = await startRehearsedChat({
    port,
    today,
    dataDir,
    settings,
    where: 'personal',
    height: 1100,
  });
};
/** What Convenor said by itself; nobody asked for it. */
const told = (words: string) =>
  expect
    .poll(async () => (await chat.seen({ on: words })).card, { timeout: 20_000 })
    .toContain(words);

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'convenor-'));
  const {
    'partnership.json': partnership = '',
    'people.csv': people = '',
    ...others
  } = daleFiles();
  const files = {
    ...others,
    'partnership.json': JSON.stringify({ ...JSON.parse(partnership), notices: { weekly_to: [] } }),
    'people.csv': people
      .replace(',administrator,', ',administrator;chair:QA,')
      .replace(',chair:QA,QA,', ',member,QA,'),
    'actions.csv': ACTIONS,
  };
  await mkdir(join(dataDir, 'dale'));
  for (const [name, content] of Object.entries(files))
    await writeFile(join(dataDir, 'dale', name), content);
  await begin(12010, '2021-03-15T09:00');
});

afterAll(async () => {
  await chat?.end();
  await rm(dataDir, { recursive: true, force: true });
});

describe('a chair who does nothing but open the chat in the Playground', () => {
  test('gets one message of everything that is owed to them on Monday', async () => {
    await told('4 things need you, 1 of them overdue');
    await chat.picture('notice-digest');
  });

  test('says on it that an action is done, with what it changed', async () => {
    expect((await chat.press('Done…', DIGEST)).card).toContain('Complete DA-004?');
    await chat.fill({
      'What changed for children or for practice': 'All three partners audit with the same tool',
    });
    await chat.picture('done');
    expect((await chat.press('Confirm')).card).toContain(
      'Complete with evidence, not yet verified',
    );
  });

  test('verifies on it what the police completed', async () => {
    expect((await chat.press('Verify…', DIGEST)).card).toContain(
      'Visits within a day rose from 61 to 88 per cent',
    );
    await chat.picture('verify');
    expect((await chat.press('Verify')).card).toContain('verified');
  });

  test('gets the one thing that is left on Tuesday as a notice of its own', async () => {
    expect(chat.faults).toEqual([]);
    await chat.end();
    await begin(12020, '2021-03-16T09:00');
    await told('DA-001 is due in 1 working day');
    await chat.picture('notice');
    expect((await chat.press('Snooze a week', { on: 'DA-001 is due' })).card).toContain(
      'DA-001 is quiet until Tue 23 March',
    );
  });

  test('no button failed in the page', () => {
    expect(chat.faults).toEqual([]);
  });
});
