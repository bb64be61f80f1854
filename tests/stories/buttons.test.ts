import { afterAll, beforeAll, expect, it } from 'vitest';
import { questionSchema } from '../../src/contract/question-schema.ts';
import { cardActions, intents } from '../../src/features/index.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import { harvestPresses, type Press } from '../support/harvest-presses.ts';

let bot: Convenor;
beforeAll(async () => {
  bot = await startConvenor({ today: '2021-05-12T14:00' });
});
afterAll(() => bot.stop());

it('Whatever can be pressed sends a typed question that is answered, or an action that reads what is sent', async () => {
  const presses = await harvestPresses(bot);
  expect(presses.length).toBeGreaterThan(100);
  expect(presses.flatMap(faultsIn)).toEqual([]);
});

function faultsIn({ verb, data }: Press): string[] {
  if (verb === 'ask') {
    const asked = questionSchema.safeParse(data.question);
    const isKnown = intents.some(({ name }) => name === asked.data?.intent);
    return isKnown ? [] : [`ask ${JSON.stringify(data)}`];
  }
  if (verb === 'form.cancel') return [];
  const action = cardActions.find(({ id }) => id === verb);
  if (!action) return [`${verb} is no action`];
  const read = action.input.safeParse({ ...data, ...(data.form as object | undefined) });
  return read.success ? [] : [`${verb} ${JSON.stringify(data)}: ${read.error.message}`];
}
