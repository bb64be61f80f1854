import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardActions } from '../../src/features/index.ts';
import { allRows } from '../support/all-rows.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import { harvestPresses, type Press, pressOfEveryVerb } from '../support/harvest-presses.ts';

const PERSONAL = [
  'nhs no 943 476 5919',
  '９４３ ４７６ ５９１９',
  '943\u200b476–5919',
  'dob 14/02/2016',
  'family at 14 Acacia Avenue',
  'find out whether kayden has a social worker',
];
const TRACES = /943.{0,2}476|476.{0,2}5919|９４３|14\/02\/2016|Acacia|kayden/i;

/** Ways in which words lie in what a form sends. */
const HIDINGS: readonly ((data: object, field: string, text: string) => object)[] = [
  (data, field, text) => ({ ...data, [field]: text }),
  (data, field, text) => ({ ...data, [field]: `Police to look into this: ${text}.` }),
  (data, field, text) => ({ ...data, [field]: [[text]] }),
  (data, field, text) => ({ ...data, [field]: { [text]: true } }),
  (data, field, text) => ({
    ...data,
    form: { ...((data as Press['data']).form as object), [field]: text },
  }),
  (data, _, text) => ({ ...data, deeper: { and: { deeper: [1, { still: text }] } } }),
  (data, _, text) => ({ ...data, [text]: '' }),
  (data, field) => ({ ...data, [field]: 9434765919 }),
];

describe('a detail of a child that is hidden in what a card sends', () => {
  let bot: Convenor;
  let presses: Press[];
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-05-12T14:00' });
    presses = pressOfEveryVerb(cardActions, await harvestPresses(bot, 60));
  });
  afterAll(() => bot.stop());

  const post = (parts: object, speaker = bot.person('business-manager')) =>
    bot.client.post(bot.client.activity(speaker, 'group', parts));

  async function expectNoTrace(): Promise<void> {
    expect([...(await allRows(bot.tables)).values()].filter((row) => TRACES.test(row))).toEqual([]);
    // The time in milliseconds has any digits, and ids are made of it.
    const logged = bot.logged.map((line) => line.replace(/\b\d{13}\b/g, ''));
    expect(logged.filter((line) => TRACES.test(line))).toEqual([]);
    expect(JSON.stringify(bot.teams.calls)).not.toMatch(TRACES);
  }

  it('is kept by no verb of any feature, wherever it lies', async () => {
    const hidden = fc.record({
      hiding: fc.constantFrom(...HIDINGS),
      text: fc.constantFrom(...PERSONAL),
      field: fc.nat(),
      older: fc.boolean(),
    });
    const verbs = [...new Set(presses.map(({ verb }) => verb))];
    for (const verb of verbs) {
      const ofVerb = presses.filter((press) => press.verb === verb);
      const property = fc.asyncProperty(
        hidden,
        fc.constantFrom(...ofVerb),
        async ({ hiding, text, field, older }, { data }) => {
          const fields = Object.keys(data).filter((name) => name !== 'verb' && name !== 'form');
          const sent = hiding(data, fields[field % Math.max(1, fields.length)] ?? 'title', text);
          const action = { type: 'Action.Execute', verb, data: sent };
          const { status, body } = await post(
            older
              ? { type: 'message', value: { ...sent, verb } }
              : { type: 'invoke', name: 'adaptiveCard/action', value: { action } },
          );
          expect(status).toBe(200);
          expect(JSON.stringify(body ?? '')).not.toMatch(TRACES);
          const told = JSON.stringify(body ?? '').includes('Answered below.')
            ? bot.teams.calls.at(-1)
            : body;
          if (!older && verb !== 'ask')
            expect(JSON.stringify(told)).toMatch(
              /Nothing was recorded: that (looks like a|is for )/,
            );
        },
      );
      await fc.assert(property, { numRuns: 6, seed: 7 });
    }
    await expectNoTrace();
  });

  it('is kept of no question, dialog, search, verb or report of a meeting', async () => {
    const stranger = bot.stranger();
    for (const text of PERSONAL) {
      await post({ type: 'message', text });
      await post({ type: 'message', text: `/vocabulary ${text} = neglect` });
      await post({ type: 'message', value: { verb: 'ask', text } });
      const question = { intent: 'add_action', filters: {}, args: { title: text } };
      await post({ type: 'message', value: { verb: 'ask', question } });
      for (const speaker of [bot.person('business-manager'), stranger])
        await post({ type: 'message', value: { verb: text, form: {} } }, speaker);
      await bot.client.search(bot.person('business-manager'), text);
      await bot.client.openDialog(bot.person('business-manager'), 'raiseAction', { message: text });
      const members = [{ user: { id: '29:guest', name: text } }];
      for (const event of ['ParticipantJoin', 'ParticipantLeave'] as const)
        await bot.client.report(bot.person('business-manager'), event, { members });
    }
    await expectNoTrace();
  });
});
