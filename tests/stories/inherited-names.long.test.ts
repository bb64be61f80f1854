import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import { intents } from '../support/understanding.ts';

/** What every object of JavaScript has, and no table of ours. */
const INHERITED = ['constructor', 'toString', '__proto__'];

let bot: Convenor;
beforeAll(async () => {
  bot = await startConvenor({ today: '2021-03-15' });
});
afterAll(() => bot.stop());

const failures = () => bot.logged.filter((line) => JSON.parse(line).level >= 50);
const post = (parts: object) =>
  bot.client.post(bot.client.activity(bot.person('business-manager'), 'personal', parts));

it.each(INHERITED)('“%s” is no kind of conversation and no installation', async (name) => {
  const conversation = { id: 'a:somebody', tenantId: bot.person('business-manager').tenantId };
  const odd = { conversation: { ...conversation, conversationType: name } };
  await post({ type: 'message', text: 'zig the zag', ...odd });
  await post({ type: 'message', value: { verb: name }, ...odd });
  await post({ type: 'installationUpdate', action: name });
  expect(failures()).toEqual([]);
});

it.each(INHERITED)('“%s” is no value of any question that a button asks', async (name) => {
  const filters = ['agency', 'group', 'status', 'dueRange', 'year', 'meeting', 'source', 'rag'];
  const args = [
    'field',
    'order',
    'subject',
    'job',
    'mode',
    'tense',
    'timeliness',
    'title',
    'match',
  ];
  for (const intent of intents) {
    for (const part of [
      ...args.map((arg) => ({ args: { [arg]: name }, filters: {} })),
      ...filters.map((filter) => ({ filters: { [filter]: name }, args: {} })),
    ])
      await post({
        type: 'message',
        value: { verb: 'ask', question: { intent: intent.name, ...part } },
      });
  }
  expect(failures().map((line) => line.slice(0, 600))).toEqual([]);
});
