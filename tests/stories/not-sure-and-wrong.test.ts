import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';

let bot: Convenor;
beforeAll(async () => {
  bot = await startConvenor({ today: '2026-06-10', folder: 'samples/fenmarsh' });
});
afterAll(() => bot.stop());

let chats = 0;
async function asks(who: string, ...texts: string[]): Promise<string> {
  chats += 1;
  const chat = `chat-${chats}`;
  let said = '';
  for (const text of texts) said = (await bot.hears({ ...bot.person(who), chat }, text)).text;
  return said;
}

describe('what the answer does not do, it says', () => {
  it.each([
    ['actions nobody believes in', 'believes”.'],
    ['agencies that have never come', 'I did not use “never”.'],
    ['actions that cost money', 'I did not use “cost money”.'],
  ])('“%s”', async (text, words) => {
    expect(await asks('unit-manager', text)).toContain(words);
  });

  it('a count of the asker’s own says so', async () => {
    expect(await asks('icb-lead', 'how many of mine by priority')).toMatch(
      /^\d+ actions of yours /,
    );
  });

  it('“for me” with an order asks for everybody’s', async () => {
    const count = await asks('icb-lead', 'total up the open actions for me by group');
    expect(count).toMatch(/^46 actions are open, across /);
  });
});

describe('what somebody recommended is not what they have to do', () => {
  it('the scrutineer sees what came from scrutiny and is open', async () => {
    const answer = await asks('scrutineer', 'what have I asked for that nobody has done');
    expect(answer).toMatch(/^(All )?\d+ actions from the scrutineer are open/);
  });

  it('nobody else’s recommendations are kept', async () => {
    expect(await asks('fire-lead', 'which ones did I suggest')).toMatch(
      /^I don’t keep who asked for an action, only where it came from/,
    );
  });
});

describe('an order at the end of a remark is not lost', () => {
  it('evidence is handed back', async () => {
    const answer = await asks('exec-chair', 'what did they write for FM-107, hand it back to them');
    expect(answer).toMatch(/^Send FM-107 back/);
    expect(answer).toContain('After this');
  });
});

describe('“and …” goes on with what was asked', () => {
  it('is no goodbye', async () => {
    expect(
      await asks('unit-manager', 'what were the priorities last year', 'and now?'),
    ).not.toMatch(/^Goodbye/);
  });
});
