import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import { type FakeOpenAI, startFakeOpenAI } from '../support/fake-openai.ts';
import type { Where } from '../support/teams-client.ts';

/** A word that nobody taught the reader: it alone cannot understand it, nor ask back. */
const RARE_WORD = 'sluggish';
/** The reader alone asks back which is meant, of two things. */
const UNCLEAR = 'wmp late again are they';
const NOT_UNDERSTOOD = /^I did not understand that/;

const police = {
  intent: 'list_actions',
  filters: { agency: 'WMP', dueRange: 'overdue' },
  args: {},
};

let model: FakeOpenAI;
let bot: Convenor;
beforeAll(async () => {
  model = await startFakeOpenAI();
  bot = await startConvenor({
    today: '2021-03-15',
    settings: {
      MODEL: 'openai',
      MODEL_ENDPOINT: model.endpoint,
      MODEL_NAME: 'small',
      MODEL_KEY: 's3cret',
    },
  });
});
afterAll(async () => {
  await bot.stop();
  await model.close();
});

let asked: number;
beforeEach(() => {
  asked = model.asked.length;
});

/** Somebody who has said nothing yet. */
const newcomers = [
  'education-lead',
  'lay-member',
  'public-health-lead',
  'council-member',
  'trust-partner-lead',
  'voluntary-sector-lead',
  'police-deputy',
  'independent-scrutineer',
];
const newcomer = () => bot.person(newcomers.shift() ?? '');

describe('with a language model for what is unclear', () => {
  it.each<Where>(['personal', 'group', 'channel'])(
    'what the reader had thought of too is answered, and how it was read: %s',
    async (where) => {
      const coordinator = bot.person('coordinator');
      const plain = await bot.hears(coordinator, 'what is overdue for police', {
        in: where,
      });
      model.behave({ says: police });

      const reply = await bot.hears(newcomer(), UNCLEAR, { in: where });

      expect(model.asked).toHaveLength(asked + 1);
      expect(reply.text).toBe(
        `${plain.text} I read this as “West Midlands Police: overdue actions”.`,
      );
    },
  );

  it('what only the model thought of is asked back about', async () => {
    model.behave({ says: police });

    const reply = await bot.hears(newcomer(), RARE_WORD);

    expect(reply.text).toBe('Did you mean: “West Midlands Police: overdue actions”?');
  });

  it('a content filter leaves the plain answer, without a word of it', async () => {
    const filtered = '{"error":{"code":"content_filter"}}';
    const lay = newcomer();
    for (const behaviour of [
      { status: 400, body: filtered },
      { says: null, finishReason: 'content_filter' },
    ]) {
      model.behave(behaviour);
      expect((await bot.hears(lay, RARE_WORD)).text).toMatch(NOT_UNDERSTOOD);
    }
  });

  it('it never sees a message that was not written to Convenor, nor a search', async () => {
    model.behave({ says: police });

    const message = 'minutes of the last meeting decisions';
    await bot.client.openDialog(bot.person('coordinator'), 'raiseAction', { message });
    await bot.client.search(bot.person('coordinator'), RARE_WORD);

    expect(model.asked).toHaveLength(asked);
  });

  it('it is not asked about what is clear', async () => {
    model.behave({ says: police });

    const reply = await bot.hears(bot.person('partnership-chair'), 'what are our priorities');

    expect(reply.text).toMatch(/^There are 7 priorities this year/);
    expect(model.asked).toHaveLength(asked);
  });

  it('it never hears of a named child, nor of personal details', async () => {
    await bot.hears(bot.person('partnership-chair'), 'is jayden smith on a cp plan');
    await bot.hears(bot.person('partnership-chair'), 'same for nhs no 943 476 5919');

    expect(model.asked).toHaveLength(asked);
  });

  it('a wrong, empty or garbled answer, or none, leaves the plain one', async () => {
    const behaviours = [
      { says: { ...police, filters: { agency: 'MI5' } } },
      { says: 'You could ask the police.' },
      { garbage: '<html>' },
      { status: 503 },
      'hangs up',
    ] as const;
    const lay = newcomer();
    for (const behaviour of behaviours) {
      model.behave(behaviour);
      expect((await bot.hears(lay, RARE_WORD)).text).toMatch(NOT_UNDERSTOOD);
    }
    expect(model.asked).toHaveLength(asked + behaviours.length);
  });

  it('a slow one is not waited for longer than six seconds', async () => {
    model.behave('silent');

    const reply = await bot.hears(newcomer(), RARE_WORD);

    expect(reply.text).toMatch(NOT_UNDERSTOOD);
    expect(bot.logged.join('')).toContain('"outcome":"too late"');
  });

  it('what it takes for a change is asked back about, and changes nothing', async () => {
    const [partnership = ''] = await bot.records.partnerships.ids();
    const before = await bot.records.actions.all(partnership);
    model.behave({ says: { intent: 'complete_action', filters: {}, args: {} } });

    const reply = await bot.hears(bot.person('health-partner-lead'), RARE_WORD);

    expect(reply.text).toMatch(/^Did you mean: /);
    expect(await bot.records.actions.all(partnership)).toEqual(before);
  });

  it('the log has its share and its outcomes, and nothing that was said', async () => {
    const lines = bot.logged
      .map((line) => JSON.parse(line))
      .filter(({ msg }) => msg === 'language model called');
    expect(lines.map(({ outcome }) => outcome)).toEqual(
      expect.arrayContaining([
        'understood',
        'unknown value',
        'declined',
        'no question',
        'unreadable',
        'status 503',
        'unreachable',
        'did you mean',
      ]),
    );
    expect(lines.at(-1)).toMatchObject({
      partnership: 'sandwell',
      messagesRead: expect.any(Number),
      messagesSent: model.asked.length,
    });
    expect(bot.logged.join('')).not.toMatch(/s3cret|same for|laggards|late again|jayden/i);
  });
});
