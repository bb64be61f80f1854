import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RehearsedChat, startRehearsedChat } from './rehearsed-chat.ts';

const DECISION = { on: 'The statutory partners' };

let chat: RehearsedChat;

beforeAll(async () => {
  chat = await startRehearsedChat({ port: 11910, where: 'group', height: 2300 });
});

afterAll(() => chat?.end());

/**
 * The decision card as it comes to stand. The asker’s own card, and the edit that everybody sees,
 * follow a press within seconds; either may be the last, for here all of them look at one page.
 */
const standing = (words: string | RegExp) =>
  expect
    .poll(async () => (await chat.seen(DECISION)).card, { timeout: 10_000 })
    .toEqual(
      typeof words === 'string' ? expect.stringContaining(words) : expect.stringMatching(words),
    );

describe('one person rehearses a rapid review in the Playground’s group chat', () => {
  test('the administrator keeps the chat for the group that handles rapid reviews, and opens the decision there', async () => {
    await chat.say('this chat is for the rapid review panel');
    await chat.press('Link this chat');
    const { card } = await chat.say('open the decision on RR-2021-01 for the partners');
    expect(card).toContain('0 of 3 partners have answered');
    expect(card).toContain('Day 9 of 15');
    await chat.picture('rapid-review-open');
  });

  test('the council, the police and health answer, one after the other, on the one card', async () => {
    for (const [count, [id, why]] of [
      ['council-partner-lead', 'Agencies did not hear of one another’s concerns'],
      ['police-partner-lead', 'A theme of two years ago returns'],
      ['health-partner-lead', 'There is learning for the whole area'],
    ].entries()) {
      await chat.say(`/as ${id}`);
      await chat.press('Refresh', DECISION);
      await chat.unfold('Give our position …', DECISION);
      await chat.choose('LCSPR needed', DECISION);
      await chat.fill({ 'Rationale; no name, age or story of a child': why as string }, DECISION);
      await chat.press('Give it', DECISION);
      if (count < 2) await standing(`${count + 1} of 3 partners have answered`);
    }
    await standing(/All partners have answered|All agree: LCSPR/);
  });

  test('the chair sees the positions side by side, and confirms', async () => {
    await chat.say('/as partnership-chair');
    await chat.press('Refresh', DECISION);
    await standing('A theme of two years ago returns');
    await chat.picture('rapid-review-answered');
    await chat.press('Confirm: LCSPR', DECISION);
    await standing('Confirmed Mon 15 March 2021');
    await chat.press('Refresh', DECISION);
    await standing('Decided: LCSPR, not yet sent to the Panel');
    await chat.picture('rapid-review-confirmed');
  });

  test('in the personal chat the administrator reads the story', async () => {
    await chat.open('personal');
    await chat.say('/as business-manager');
    expect((await chat.say('tell me about RR-2021-01')).card).toContain(
      'LCSPR confirmed by Partnership Chair',
    );
    await chat.picture('rapid-review-story');
  });

  test('no button failed in the page', () => {
    expect(chat.faults).toEqual([]);
  });
});
