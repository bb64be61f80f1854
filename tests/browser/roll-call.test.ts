import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RehearsedChat, startRehearsedChat } from './rehearsed-chat.ts';

const ROLL_CALL = { on: 'agencies are here' };

let chat: RehearsedChat;

beforeAll(async () => {
  chat = await startRehearsedChat({
    port: 11610,
    today: '2021-05-12T14:00',
    where: 'group',
    height: 1500,
  });
});

afterAll(() => chat?.end());

/** The roll-call card as it comes to stand; the edit that everybody sees follows a press within seconds. */
const standing = (words: string) =>
  expect.poll(async () => (await chat.seen(ROLL_CALL)).card, { timeout: 10_000 }).toContain(words);

describe('one person rehearses the board in the Playground’s group chat', () => {
  test('the administrator starts the attendance', async () => {
    const { card } = await chat.say('start attendance for todays board');
    expect(card).toContain('0 of 12 agencies are here');
    expect(card).toContain('Not quorate');
    await chat.picture('roll-call');
  });

  test('the council, health and the police come, one after the other, on the one card', async () => {
    for (const [count, id] of [
      'council-partner-lead',
      'health-partner-lead',
      'police-partner-lead',
    ].entries()) {
      await chat.say(`/as ${id}`);
      await chat.press('I’m here', ROLL_CALL);
      await standing(`${count + 1} of 12 agencies are here`);
    }
    await standing('Quorate');
  });

  test('somebody comes as a deputy', async () => {
    await chat.say('/as police-deputy');
    await chat.press('Refresh', ROLL_CALL);
    await chat.unfold('Here as deputy …', ROLL_CALL);
    await chat.press('I’m here as deputy', ROLL_CALL);
    await standing('deputy: Police Deputy');
  });

  test('the chair sees what only the chair can do, and closes the register', async () => {
    await chat.say('/as partnership-chair');
    const own = await chat.press('Refresh', ROLL_CALL);
    expect(own.text).toContain('rehearsing as Partnership Chair');
    await standing('For the chair and the administrators');
    await chat.picture('roll-call-chair');
    await chat.press('Close the register', ROLL_CALL);
    await chat.press('Close anyway', ROLL_CALL);
    await expect
      .poll(async () => (await chat.seen({ on: 'agencies attended' })).card, { timeout: 10_000 })
      .toContain('Register closed');
    await chat.picture('roll-call-closed');
  });

  test('no button failed in the page', () => {
    expect(chat.faults).toEqual([]);
  });
});
