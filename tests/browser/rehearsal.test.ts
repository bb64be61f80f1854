import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RehearsedChat, startRehearsedChat } from './rehearsed-chat.ts';

let dataDir: string;
let chat: RehearsedChat;

const start = () => startRehearsedChat({ port: 11451, dataDir, where: 'personal', height: 1500 });

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'convenor-'));
  chat = await start();
});

afterAll(async () => {
  await chat?.end();
  await rm(dataDir, { recursive: true, force: true });
});

describe('a new user in the Playground', () => {
  test('asks what the priorities are', async () => {
    const { text, card } = await chat.say('what are our priorities');
    expect(text).toContain('There are 7 priorities this year (2020-21)');
    expect(card).toContain('Tackling Child Neglect');
    await chat.picture('priorities');
  });

  test('asks how far they have got with one', async () => {
    const { text, card } = await chat.say('how far have we got with neglect');
    expect(text).toContain('3 of 13 actions are complete, 2 with evidence of impact');
    expect(card).toContain('Identify a chair for the neglect subgroup');
    await chat.picture('neglect');
  });

  test('asks what is overdue for the police', async () => {
    const { text, card } = await chat.say('whats overdue for police');
    expect(text).toContain('2 of 14 actions with West Midlands Police are overdue.');
    expect(card).toContain('SA-071');
    await chat.picture('overdue-for-police');
  });

  test('asks about one action', async () => {
    const { text, card } = await chat.say('tell me about SA-019');
    expect(text).toContain('in progress, overdue by 17 days');
    expect(card).toContain('Quality of Practice, Performance and Assurance');
    await chat.picture('action');
  });

  test('pages through a long list, by typing and by pressing', async () => {
    await chat.say('show me all actions');
    const typed = await chat.say('show more');
    expect(typed.card).toContain('Showing 1 to 20 of 113');
    const pressed = await chat.press('Show 10 more');
    expect(pressed.card).toContain('Showing 1 to 30 of 113');
    await chat.picture('show-more');
  });

  test('rehearses as somebody else', async () => {
    await chat.say('/as police-partner-lead');
    expect((await chat.say('what actions have i got')).text).toContain(
      '12 with West Midlands Police',
    );
    await chat.say('/as business-manager');
  });

  test('completes an action on a card that is confirmed', async () => {
    const { card } = await chat.say(
      'close SA-071 done, 40 practitioners trained and using it in plans',
    );
    expect(card).toContain('Complete SA-071?');
    await chat.picture('confirm');
    expect((await chat.press('Confirm')).card).toContain(
      'Complete with evidence, not yet verified',
    );
  });

  test('asks in a channel, with a mention', async () => {
    await chat.open('channel');
    expect((await chat.say('whats overdue for police')).text).toContain(
      'actions with West Midlands Police',
    );
    await chat.picture('channel');
    await chat.open('personal');
  });

  test('finds everything again after a second start', async () => {
    await chat.end();
    chat = await start();
    expect((await chat.say('tell me about SA-071')).card).toContain('40 practitioners trained');
  });
});
