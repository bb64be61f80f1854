import { afterEach, describe, expect, test } from 'vitest';
import type { Answer, Inbound } from '../../src/contract/feature.ts';
import { createChangeWatch } from '../../src/storage/tables/change-watch.ts';
import { type RunningBot, startBot } from '../support/start-bot.ts';
import { BOT } from '../support/teams-client.ts';

const police = {
  name: 'Police Partner Lead',
  tenantId: 'tenant-of-the-partnership',
  objectId: 'police-partner-lead',
};

let bot: RunningBot;
afterEach(() => bot.stop());

type AnswerTo = (inbound: Inbound) => Answer | undefined | Promise<Answer | undefined>;

/** A bot whose conversation answers so; what it heard is collected. */
async function startAnswering(answer: AnswerTo): Promise<Inbound[]> {
  const heard: Inbound[] = [];
  const hear = async (inbound: Inbound) => {
    heard.push(inbound);
    return answer(inbound);
  };
  bot = await startBot({ dispatcher: { handle: hear } });
  return heard;
}

const block = (text: string) => ({ type: 'TextBlock', text });
const createCard = (body: object[], actions: object[] = []) => ({
  name: 'any',
  view: { body, actions },
  plain: 'The card in words.',
});

describe('what a person says', () => {
  test('reaches the conversation with who they are and where they are', async () => {
    const heard = await startAnswering(() => ({ text: 'Nothing is due.' }));

    await bot.say(police, 'what is due this week?');
    await bot.say(police, 'what is due this week?', { in: 'group' });
    await bot.say(police, 'what is due this week?', { in: 'channel' });

    const said = {
      kind: 'message',
      text: 'what is due this week?',
      from: { tenantId: 'tenant-of-the-partnership', objectId: 'police-partner-lead' },
    };
    expect(heard).toMatchObject([
      { ...said, place: { kind: 'personal', conversationId: 'a:police-partner-lead' } },
      { ...said, place: { kind: 'group', conversationId: '19:meeting-of-the-board@thread.v2' } },
      { ...said, place: { kind: 'channel', conversationId: '19:general@thread.tacv2' } },
    ]);
  });

  describe('in a message of a group that only they and Convenor see', () => {
    const GROUP = '19:meeting-of-the-board@thread.v2';
    const recipient = { id: '28:convenor', name: 'Convenor', isTargeted: true };
    const said = () =>
      bot.post(
        bot.activity(police, 'group', { type: 'message', text: 'what is overdue', recipient }),
      );

    test('is answered to them alone, with what they may see', async () => {
      const heard = await startAnswering(() => ({ text: 'Nothing is due.' }));
      expect((await said()).status).toBe(200);
      expect(heard).toMatchObject([{ isPrivate: true, place: { kind: 'group' } }]);
      expect(bot.teams.messages(GROUP)).toMatchObject([
        { text: 'Nothing is due.', isTargeted: true, recipient: { id: 'police-partner-lead' } },
      ]);
      await bot.say(police, 'what is overdue', { in: 'group' });
      expect(bot.teams.messages(GROUP).at(-1)).not.toHaveProperty('isTargeted');
    });

    test('is sent no card that is for everybody: they are told how to ask for it', async () => {
      await startAnswering(() => ({
        text: 'The roll-call is open.',
        card: createCard([block('The roll-call')]),
        live: {
          subject: { kind: 'roll-call', id: 'M-1', partnership: 'p' },
          ...{ version: 1, shows: 'everybody', isNews: false },
        },
      }));
      await said();
      const [message, ...others] = bot.teams.messages(GROUP);
      expect(others).toEqual([]);
      expect(message).toMatchObject({ isTargeted: true });
      expect(message?.text).toMatch(
        /^The roll-call is open\. Its card is for everybody here: ask again with @Convenor/,
      );
      expect(message).not.toHaveProperty('attachments');
    });
  });

  test.each(['personal', 'group', 'channel'] as const)(
    'is answered where it was said: %s',
    async (where) => {
      await startAnswering(() => ({ text: 'Nothing is due.' }));

      const reply = await bot.say(police, 'what is due?', { in: where });

      expect(reply).toMatchObject({
        status: 200,
        text: 'Nothing is due.',
        messages: [{ textFormat: 'plain' }],
      });
    },
  );

  test('is answered with the sentence first and the card after it', async () => {
    await startAnswering(() => ({
      text: 'Two actions are due.',
      card: createCard([block('Two actions'), block('SA-019')]),
    }));

    const reply = await bot.say(police, 'what is due?');

    expect(reply).toMatchObject({ text: 'Two actions are due.', lines: ['Two actions', 'SA-019'] });
    expect(reply.messages).toMatchObject([{ summary: 'Two actions are due.' }]);
  });

  test('is heard from somebody without a directory account, who is nobody that records could name', async () => {
    const heard = await startAnswering(() => ({ text: 'Ask the business unit.' }));

    await bot.say({ ...police, objectId: '' }, 'hello');

    expect(heard[0]?.from.objectId).toMatch(/^not-in-directory:./);
  });

  test('may be 20,000 characters long', async () => {
    const heard = await startAnswering(({ kind }) => ({ text: kind }));

    await bot.say(police, 'due '.repeat(5_000));

    expect(heard[0]).toMatchObject({ text: 'due '.repeat(5_000).trim() });
  });
});

describe('a button', () => {
  const more = {
    title: 'Show more',
    data: { verb: 'actions.more', question: { intent: 'list_actions' }, shown: 10 },
  };
  const answerWithPages: AnswerTo = (inbound) =>
    inbound.kind === 'submission'
      ? { text: 'The rest.', card: createCard([block('Showing 20 of 20')]) }
      : {
          text: 'Twenty actions.',
          card: createCard([block('Showing 10 of 20')], [{ type: 'Action.Submit', ...more }]),
        };

  test('that submits sends its verb and data, and its answer takes the place of the card', async () => {
    const heard = await startAnswering(answerWithPages);

    const reply = await (await bot.say(police, 'what is overdue?', { in: 'group' })).press(
      'Show more',
    );

    expect(heard[1]).toMatchObject({
      kind: 'submission',
      verb: 'actions.more',
      data: { question: { intent: 'list_actions' }, shown: 10 },
    });
    expect(reply.lines).toEqual(['Showing 20 of 20']);
    expect(bot.teams.messages('19:meeting-of-the-board@thread.v2')).toHaveLength(1);
  });

  test('that submits is answered below when Teams does not allow its card to be replaced', async () => {
    await startAnswering(answerWithPages);
    const reply = await bot.say(police, 'what is overdue?');
    bot.teams.trouble({ status: 403 });

    const more = await reply.press('Show more');

    expect(more.lines).toEqual(['Showing 20 of 20']);
    expect(bot.teams.messages('a:police-partner-lead')).toHaveLength(2);
  });

  test('that executes is answered with the card that takes its place', async () => {
    const execute = {
      type: 'Action.Execute',
      title: 'Show more',
      verb: 'actions.more',
      data: { shown: 10 },
    };
    const heard = await startAnswering((inbound) =>
      inbound.kind === 'submission'
        ? { text: 'The rest.', card: createCard([block('Showing 20 of 20')]) }
        : { text: 'Twenty actions.', card: createCard([block('Showing 10 of 20')], [execute]) },
    );

    const reply = await (await bot.say(police, 'what is overdue?')).press('Show more');

    expect(heard[1]).toMatchObject({
      kind: 'submission',
      verb: 'actions.more',
      data: { shown: 10 },
    });
    expect(reply).toMatchObject({ status: 200, lines: ['Showing 20 of 20'], messages: [] });
  });

  test('that executes and is answered in words alone shows the words', async () => {
    const execute = { type: 'Action.Execute', title: 'Close', verb: 'actions.close' };
    await startAnswering((inbound) =>
      inbound.kind === 'submission'
        ? { text: 'Somebody has closed it already.' }
        : { text: 'SA-019', card: createCard([block('SA-019')], [execute]) },
    );

    const reply = await (await bot.say(police, 'SA-019')).press('Close');

    expect(reply).toMatchObject({
      status: 200,
      text: 'Somebody has closed it already.',
      lines: ['SA-019'],
    });
  });

  const question = { intent: 'action_detail', filters: {}, args: { actionRef: 'SA-019' } };

  test.each([
    ['executes', { type: 'Action.Execute', verb: 'ask', data: { verb: 'ask', question } }],
    ['submits', { type: 'Action.Submit', data: { verb: 'ask', question } }],
    [
      'is a message to go back',
      {
        type: 'Action.Submit',
        data: {
          msteams: {
            type: 'messageBack',
            text: 'who?',
            value: { verb: 'ask', question },
          },
        },
      },
    ],
  ])('that asks something and %s sends the typed question', async (_, action) => {
    const heard = await startAnswering(({ kind }) => ({
      text: `${kind} heard`,
      card: createCard([block('SA-019')], [{ ...action, title: 'Who owns it?' }]),
    }));

    const reply = await (await bot.say(police, 'SA-019')).press('Who owns it?');

    expect(heard[1]).toMatchObject({ kind: 'submission', verb: 'ask', data: { question } });
    expect(reply.messages).toHaveLength(1);
  });

  test('that types for the person says it for them', async () => {
    const data = { msteams: { type: 'imBack', value: 'who owns it?' } };
    const heard = await startAnswering(() => ({
      text: 'SA-019',
      card: createCard([block('SA-019')], [{ type: 'Action.Submit', title: 'Who owns it?', data }]),
    }));

    const reply = await (await bot.say(police, 'SA-019')).press('Who owns it?');

    expect(heard[1]).toMatchObject({ kind: 'message', text: 'who owns it?' });
    expect(reply.messages).toHaveLength(1);
  });

  test('can be a line of the card', async () => {
    const line = { type: 'Container', items: [block('Tackling Neglect'), block('10 open')] };
    const selectAction = {
      type: 'Action.Submit',
      data: { verb: 'ask', question },
    };
    const heard = await startAnswering(() => ({
      text: 'Two priorities.',
      card: createCard([{ ...line, selectAction }]),
    }));

    await (await bot.say(police, 'priorities')).press('Tackling Neglect');

    expect(heard[1]).toMatchObject({ kind: 'submission', verb: 'ask', data: { question } });
  });

  test('sends what was put into the inputs of its card', async () => {
    const input = { type: 'Input.Text', id: 'evidence', label: 'What changed?' };
    const save = {
      type: 'Action.Execute',
      title: 'Save',
      verb: 'actions.evidence',
      data: { ref: 'SA-019' },
    };
    const heard = await startAnswering(() => ({
      text: 'SA-019',
      card: createCard([input], [save]),
    }));

    await (await bot.say(police, 'SA-019')).press('Save', { evidence: 'Visits within a day' });

    expect(heard[1]).toMatchObject({ data: { ref: 'SA-019', evidence: 'Visits within a day' } });
  });
});

describe('installing', () => {
  test.each(['personal', 'group', 'channel'] as const)(
    'is welcomed once, though Teams reports it twice: %s',
    async (where) => {
      const heard = await startAnswering(() => ({ text: 'Good morning.' }));

      const reply = await bot.install(police, { in: where });

      expect(heard).toMatchObject([{ kind: 'installed', place: { kind: where } }]);
      expect(reply.messages).toMatchObject([{ text: 'Good morning.' }]);
    },
  );

  test('is not what happens when somebody else joins or goes, or the app is upgraded', async () => {
    const heard = await startAnswering(() => ({ text: 'Good morning.' }));

    await bot.post(
      bot.activity(police, 'group', {
        type: 'conversationUpdate',
        membersAdded: [{ id: '29:jane' }],
      }),
    );
    await bot.post(
      bot.activity(police, 'group', {
        type: 'conversationUpdate',
        membersRemoved: [{ id: '29:jane' }],
      }),
    );
    for (const action of ['remove-upgrade', 'add-upgrade'])
      await bot.post(bot.activity(police, 'personal', { type: 'installationUpdate', action }));

    expect(heard).toEqual([]);
  });

  test.each([
    ['removed', { type: 'installationUpdate', action: 'remove' }],
    ['a member no more', { type: 'conversationUpdate', membersRemoved: [{ id: BOT.id }] }],
  ])('ends when Convenor is %s, and nothing is said', async (_, parts) => {
    const heard = await startAnswering(() => undefined);

    await bot.install(police);
    await bot.post(bot.activity(police, 'personal', parts));
    await bot.install(police);

    expect(heard.map(({ kind }) => kind)).toEqual(['installed', 'removed', 'installed']);
    expect(bot.teams.calls).toEqual([]);
  });
});

test('installing again is welcomed again', async () => {
  await startAnswering(() => ({ text: 'Good morning.' }));

  await bot.install(police);
  await bot.install(police);

  expect(bot.teams.messages('a:police-partner-lead')).toHaveLength(2);
});

describe('nothing is said', () => {
  test.each([
    ['an edited message', { type: 'messageUpdate', text: 'what is due?' }],
    ['a reaction', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }],
    ['typing', { type: 'typing' }],
    [
      'an event that means nothing here',
      { type: 'event', name: 'application/vnd.microsoft.readReceipt', value: {} },
    ],
  ])('to %s', async (_, parts) => {
    const heard = await startAnswering(() => ({ text: 'Yes?' }));

    const { status } = await bot.post(bot.activity(police, 'personal', parts));

    expect(status).toBe(200);
    expect(heard).toEqual([]);
    expect(bot.teams.calls).toEqual([]);
  });

  test('when the conversation has nothing to say', async () => {
    await startAnswering(() => undefined);

    expect(await bot.say(police, 'thanks')).toMatchObject({ status: 200, messages: [] });
  });
});

describe('when something breaks', () => {
  const apology =
    'Convenor cannot reach its records just now. Nothing was changed. Please try again in a minute.';
  const breakDown = (_?: unknown): never => {
    throw new Error('Table WestMidlands row “Jane Ali” is locked');
  };

  test('the person gets a plain apology and the log the place, neither of them the exception’s words nor what was said', async () => {
    await startAnswering(breakDown);

    const reply = await bot.say(police, 'what did Jane say?');

    expect(reply).toMatchObject({ status: 200, text: apology });
    const log = bot.logged.join('');
    expect(log).toContain('answer failed');
    expect(log).toContain('police-partner-lead');
    expect(log).toContain('answering.test.ts');
    expect(log).not.toMatch(/Jane/);
  });

  test('a button that executes gets the apology too', async () => {
    const execute = { type: 'Action.Execute', title: 'Close', verb: 'actions.close' };
    await startAnswering((inbound) =>
      inbound.kind === 'submission'
        ? breakDown()
        : { text: 'SA-019', card: createCard([block('SA-019')], [execute]) },
    );

    const reply = await (await bot.say(police, 'SA-019')).press('Close');

    expect(reply).toMatchObject({ status: 200, text: apology });
  });

  test('an answer whose card cannot be drawn stands in its words', async () => {
    bot = await startBot({
      dispatcher: { handle: async () => ({ text: 'Recorded.', heading: 'SA-019' }) },
      render: ({ heading }) => breakDown(heading),
    });

    const reply = await bot.say(police, 'done');

    expect(reply).toMatchObject({ status: 200, text: 'Recorded.', card: undefined });
    expect(bot.logged.join('')).toContain('answer rendering failed');
  });

  const mark = {
    partnership: 'sandwell',
    table: 'Actions',
    partition: 'sandwell|actions',
    writer: 'w',
    sequence: 1,
  };
  /** A change that takes so long, and its work, which goes on for ever after. */
  const startSlow = async (commit: () => Promise<string[]>) => {
    const changes = createChangeWatch();
    const become = { later: undefined as unknown };
    bot = await startBot({
      changes,
      timeoutFactor: 0.02,
      dispatcher: {
        handle: async () => {
          await changes.commit(mark, commit, async () => false);
          await new Promise((resolve) => setTimeout(resolve, 400));
          become.later = await changes
            .commit(
              { ...mark, sequence: 2 },
              async () => ['2'],
              async () => false,
            )
            .catch((error) => error.name);
          return undefined;
        },
      },
    });
    return become;
  };

  test('what was saved by whatever then takes too long is said, and nothing more is saved', async () => {
    const become = await startSlow(async () => ['1']);

    expect((await bot.say(police, 'done')).text).toMatch(/^That was saved/);
    await expect.poll(() => become.later).toBe('ChangesStopped');
  });

  test('what is still on its way to storage is in doubt', async () => {
    await startSlow(() => new Promise(() => {}));

    expect((await bot.say(police, 'done')).text).toMatch(/^I can’t tell whether that was saved/);
  });

  test('where nothing was begun in time nothing was changed, then or later', async () => {
    const changes = createChangeWatch();
    bot = await startBot({
      changes,
      timeoutFactor: 0.02,
      dispatcher: { handle: () => new Promise(() => {}) },
    });

    expect((await bot.say(police, 'done')).text).toBe(
      'Convenor is taking too long just now. Nothing was changed. Please try again in a minute.',
    );
  });

  test('an answer that Teams does not take is logged, and Teams is not asked to send the question again', async () => {
    await startAnswering(() => ({ text: 'Nothing is due.' }));
    bot.teams.trouble({ status: 403 });

    const reply = await bot.say(police, 'what is due?');

    expect(reply).toMatchObject({ status: 200, messages: [] });
    expect(bot.logged.join('')).toContain('answer delivery failed');
  });

  test('a card that Teams refuses gives way to its words', async () => {
    await startAnswering(() => ({ text: 'Two are due.', card: createCard([block('SA-019')]) }));
    bot.teams.trouble({ status: 400 });

    const reply = await bot.say(police, 'what is due?');

    expect(reply.messages).toMatchObject([{ text: 'Two are due.\n\nThe card in words.' }]);
    expect(bot.logged.join('')).toContain('card refused');
  });

  test('what cannot be sent below a card stands in the response to the press', async () => {
    const ask = { type: 'Action.Execute', title: 'Who owns it?', verb: 'ask' };
    await startAnswering((inbound) =>
      inbound.kind === 'submission'
        ? { text: 'The police.', card: createCard([block('The police own it')]) }
        : { text: 'SA-019', card: createCard([block('SA-019')], [ask]) },
    );
    const card = await bot.say(police, 'SA-019');
    bot.teams.trouble({ status: 403 });

    expect((await card.press('Who owns it?')).lines).toEqual(['The police own it']);
  });

  test('a card too large for Teams gives way to its words', async () => {
    const manyRows = Array.from({ length: 2_000 }, (_, row) =>
      block(`A row of some length, number ${row}`),
    );
    await startAnswering(() => ({ text: 'Too many actions.', card: createCard(manyRows) }));

    const reply = await bot.say(police, 'everything');

    expect(reply.card).toBeUndefined();
    expect(reply.text).toBe('Too many actions.\n\nThe card in words.');
  });
});
