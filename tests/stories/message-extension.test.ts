import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import type { Speaker } from '../support/teams-client.ts';

const REQUEST =
  '<div><div>Hi all, can the <b>police</b> please review the missing protocol&nbsp;by 30 June? <img alt="smile" src="x"></div><p>Thanks &amp; best</p></div>';

describe('raising an action from a message of Teams', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  const manager = () => bot.person('business-manager');
  const raise = (message?: string, speaker: Speaker = manager(), subject?: string) =>
    bot.client.openDialog(speaker, 'raiseAction', { message, subject });

  it('opens the form with the words of the message, the owner and the day that it speaks of', async () => {
    const form = await raise(REQUEST);
    expect(form.lines).toContain('Raise a new action?');
    expect(form.inputs).toMatchObject({
      title: 'Hi all, can the police please review the missing protocol by 30 June? Thanks & best',
      agency: 'WMP',
      due: '2021-06-30',
    });
    expect(form.buttons).toEqual(['Raise it', 'Cancel']);
  });

  it('takes no day that has passed for the day when it is due', async () => {
    const form = await raise(
      '<p>Following on from today: the Trust will send round the strategy</p>',
    );
    expect(form.inputs).toMatchObject({ agency: 'SCT', due: '' });
  });

  it('puts the subject of a post before its text', async () => {
    expect(
      (await raise('<p>Police to lead.</p>', manager(), 'Missing protocol')).inputs.title,
    ).toBe('Missing protocol Police to lead.');
  });

  it('opens an empty form where there is no message', async () => {
    expect((await raise()).inputs).toMatchObject({ title: '', agency: '', due: '' });
  });

  it('begins with the group that the chat is kept for', async () => {
    await bot
      .hears(manager(), 'this chat is for the board', { in: 'group' })
      .then((asked) => asked.press('Link this chat'));
    expect((await raise('<p>Somebody ought to look at this</p>')).inputs.group).toBe('BOARD');
  });

  it('raises it once, however often Teams sends the form, and shows it', async () => {
    const form = await raise(REQUEST);
    const raised = await form.press(
      'Raise it',
      { title: 'Review the missing protocol' },
      { times: 3 },
    );
    expect(raised.lines.slice(0, 3)).toEqual([
      'Recorded.',
      expect.stringMatching(/^SA-114 /),
      'Review the missing protocol',
    ]);
    expect(raised.buttons).toEqual([]);
    const stored = await bot.records.actions.find('sandwell', 'SA-114');
    expect(stored?.action).toMatchObject({
      title: 'Review the missing protocol',
      owner: { agency: 'WMP' },
      dueOn: '2021-06-30',
    });
    expect(await bot.records.actions.find('sandwell', 'SA-115')).toBeUndefined();
  });

  it('records nothing when it is cancelled', async () => {
    expect((await (await raise(REQUEST)).press('Cancel')).words).toBe(
      'Cancelled. Nothing was recorded.',
    );
  });

  it.each([
    ['an NHS number', '<p>Police to visit 943 476 5919</p>', /Leave the NHS number out/],
    ['a child', '<p>Kayden’s mum phoned again</p>', /Leave (the name|names)/],
    [
      'a child whom the reader knows by the question',
      '<p>is jayden smith on a cp plan</p>',
      /Leave (the name|names)/,
    ],
    [
      'a number hidden by markup',
      '<p>visit 943<b> </b>476<span> 5919</span></p>',
      /Leave the NHS number out/,
    ],
  ])(
    'takes nothing over from a message with %s, and says what to write instead',
    async (_, message, instead) => {
      const form = await raise(message);
      expect(form.lines.join('\n')).toMatch(instead);
      expect(form.inputs.title).toBe('');
      expect(JSON.stringify(form.card)).not.toMatch(/Kayden|jayden|5919/i);
      // The time in milliseconds has any digits, and ids are made of it.
      const logged = bot.logged.join('\n').replace(/\b\d{13}\b/g, '');
      expect(logged).not.toMatch(/Kayden|jayden|5919/i);
    },
  );

  it('brings the form back with what was typed when nothing was recorded, without what looks personal', async () => {
    const form = await raise('<p>Trust to look at the rota by 30 June</p>');
    const again = await form.press('Raise it', {
      title: 'find out whether kayden has a social worker',
      agency: 'SCT',
    });
    expect(again.lines).toContain(
      'Nothing was recorded: that looks like a child’s name. Leave the name out and use the reference of the review or action.',
    );
    expect(again.inputs).toMatchObject({ title: '', agency: 'SCT', due: '2021-06-30' });
    const nameless = await again.press('Raise it', { title: ' ' });
    expect(nameless.lines.join('\n')).toMatch(/an action needs a title/);
    const raised = await nameless.press('Raise it', { title: 'Look at the rota' });
    expect(raised.lines).toContain('Look at the rota');
    expect(raised.lines).toContain('Recorded.');
  });

  it('points out an open action like it before it is raised, and raises it all the same when that is meant', async () => {
    const form = await raise('<p>Somebody to book the hall</p>');
    const pointed = await form.press('Raise it', {
      title: 'Complete the overdue Section 11 audit',
    });
    expect(pointed.lines.join('\n')).toContain('SA-019');
    expect(pointed.buttons).toEqual(['Raise it anyway', 'Cancel']);
    const raised = await pointed.press('Raise it anyway');
    expect(raised.lines).toContain('Recorded.');
  });

  it('cuts a very long message at a whole word', async () => {
    const { inputs } = await raise(`<p>${'<b>Review</b> the protocol. '.repeat(2_000)}</p>`);
    expect(inputs.title?.length).toBeLessThan(310);
    expect(inputs.title).toMatch(/(protocol\.|the|Review) …$/);
  });

  it('says kindly that an observer raises no actions', async () => {
    expect((await raise(REQUEST, bot.person('council-member'))).words).toMatch(
      /your role does not raise actions/,
    );
  });

  it('shows a stranger nothing, and who to ask', async () => {
    expect((await raise(REQUEST, bot.stranger())).words).toMatch(/^I do not know you yet/);
    const elsewhere = { name: 'Somebody', tenantId: 'another-tenant', objectId: 'x' };
    expect((await raise(REQUEST, elsewhere)).words).toMatch(
      /^I do not know which partnership you belong to/,
    );
  });

  it('does not take the chat for one in which it can speak later', async () => {
    const there = { in: 'channel', message: REQUEST } as const;
    const { conversation } = bot.client.activity(manager(), 'channel', {}) as {
      conversation: { id: string };
    };
    const chat = conversation.id.split(';')[0] ?? '';
    await bot.client
      .openDialog(manager(), 'raiseAction', there)
      .then((form) => form.press('Raise it anyway'));
    expect(await bot.records.conversations.chat('sandwell', chat)).toBeUndefined();
    await bot.hears(manager(), 'what is overdue', { in: 'channel' });
    expect(await bot.records.conversations.chat('sandwell', chat)).toMatchObject({
      conversationId: conversation.id,
    });
  });

  it.each([
    ['no value', undefined],
    ['a list', []],
    ['no command', { messagePayload: {} }],
    ['a command that is none', { commandId: 'deleteEverything' }],
    ['a message of another shape', { commandId: 'raiseAction', messagePayload: { body: 'text' } }],
    ['a command of another type', { commandId: { $gt: '' } }],
  ])('answers a request with %s in plain words', async (_, value) => {
    const { status, body } = await bot.client.post(
      bot.client.activity(manager(), 'group', {
        type: 'invoke',
        name: 'composeExtension/fetchTask',
        value,
      }),
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      task: { type: 'message', value: expect.stringMatching(/nothing was changed/) },
    });
  });

  it.each([
    ['nothing', undefined],
    ['no verb', { title: 'x' }],
    ['an unknown verb', { verb: 'actions.erase', form: {} }],
    ['a form without its ids', { verb: 'actions.raise-in-dialog', title: 'x' }],
    ['a question', { verb: 'ask', text: 'what is overdue' }],
    [
      'fields of other types',
      { verb: 'actions.raise-in-dialog', form: { ref: 7, operation: [] }, title: {} },
    ],
  ])('records nothing for a form with %s', async (_, data) => {
    const next = await bot.records.actions.nextRef('sandwell');
    const { status, body } = await bot.client.post(
      bot.client.activity(manager(), 'group', {
        type: 'invoke',
        name: 'composeExtension/submitAction',
        value: { commandId: 'raiseAction', data },
      }),
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      task: { type: 'message', value: expect.stringMatching(/nothing was changed/) },
    });
    expect(await bot.records.actions.nextRef('sandwell')).toBe(next);
  });

  it('reads hostile markup as words', async () => {
    const hostile = (depth: number) =>
      raise(
        `<script>alert(1)</script><style>p{}</style>${'<div>'.repeat(depth)}Police to act<at id="0">Sam</at> \${$root} **bold**`,
      );
    const { inputs } = await hostile(20);
    expect(inputs.title).toMatch(/^Police to act ?Sam \$\{\$root\} \*\*bold\*\*$/);
    const { inputs: deep, status } = await hostile(5_000);
    expect(status).toBe(200);
    expect(deep.title).not.toMatch(/[<>]|alert/);
  });
});

describe('searching actions and decisions from the writing box', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-05-20' });
  });
  afterAll(() => bot.stop());

  const chair = () => bot.person('partnership-chair');

  it('finds actions by words of their titles, with owner and state in words', async () => {
    const { results } = await bot.client.search(chair(), 'section 11 audit');
    expect(results[0]?.title).toMatch(/^SA-019 Complete overdue Section 11 audit/);
    expect(results[0]?.text).toMatch(/was due Fri 26 February · in progress, overdue by \d+ days/);
  });

  it('finds one action by its reference, however it is written', async () => {
    for (const words of ['SA-019', 'sa-019', 'sa 019']) {
      const { results } = await bot.client.search(chair(), words);
      expect(
        results.map(({ title }) => title.slice(0, 6)),
        words,
      ).toEqual(['SA-019']);
    }
  });

  it('gives a card that can be sent to a chat: where it stands, no notes, nothing to press', async () => {
    const { results } = await bot.client.search(chair(), 'SA-019');
    const card = JSON.stringify(results[0]?.card);
    expect(card).toContain('Quality of Practice, Performance and Assurance');
    expect(card).not.toMatch(/"Action\.|selectAction|refresh/);
    expect(card).not.toMatch(/none for two years|History/);
    expect(card.length).toBeLessThan(25_000);
  });

  it('finds decisions by words', async () => {
    const form = await bot.hears(chair(), 'record a decision of the board');
    await form.press('Record it', { what: 'Fund a second year of the graded care profile' });
    const { results } = await bot.client.search(chair(), 'graded fund');
    expect(results.at(-1)).toMatchObject({
      title: 'Fund a second year of the graded care profile',
    });
    expect(results.at(-1)?.text).toMatch(/Thu 20 May 2021/);
  });

  it('shows what is one’s own before anything is typed, the most pressing first', async () => {
    const { results } = await bot.client.search(bot.person('police-partner-lead'), '');
    expect(results.length).toBe(12);
    expect(results[0]?.text).toMatch(/West Midlands Police .*overdue/);
  });

  it('never shows more than 25, nor a card over 25 KB', async () => {
    for (const words of ['the', 'of', 'review', 'a']) {
      const { results } = await bot.client.search(chair(), words);
      expect(results.length, words).toBeGreaterThan(5);
      expect(results.length, words).toBeLessThanOrEqual(25);
      for (const { card } of results)
        expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(25_000);
    }
  });

  it('has no second page: what was found was shown', async () => {
    const value = {
      parameters: [{ name: 'words', value: 'review' }],
      queryOptions: { skip: 12, count: 25 },
    };
    const { body } = await bot.client.post(
      bot.client.activity(chair(), 'group', {
        type: 'invoke',
        name: 'composeExtension/query',
        value,
      }),
    );
    expect(body).toMatchObject({ composeExtension: { type: 'result', attachments: [] } });
  });

  it('says so when nothing is found', async () => {
    expect((await bot.client.search(chair(), 'xylophone quartz')).words).toMatch(
      /^No action and no decision has words like/,
    );
  });

  it('looks no child up', async () => {
    const { words, results } = await bot.client.search(chair(), 'kayden’s social worker');
    expect(words).toMatch(/personal details/);
    expect(results).toEqual([]);
    expect(bot.logged.join('\n')).not.toContain('kayden');
  });

  it('shows a stranger nothing', async () => {
    const { words, results } = await bot.client.search(bot.stranger(), 'audit');
    expect(words).toMatch(/^I do not know you yet/);
    expect(results).toEqual([]);
  });

  it.each([
    ['no value', undefined, 'message'],
    ['words that are none', { parameters: [{ name: 'words', value: { $ne: 1 } }] }, 'message'],
    ['parameters that are none', { parameters: 'audit' }, 'message'],
    [
      '100,000 characters',
      { parameters: [{ name: 'words', value: 'audit '.repeat(17_000) }] },
      'result',
    ],
    [
      'characters that no key may have',
      { parameters: [{ name: 'words', value: 'SA-1/#?%\u0000|' }] },
      'result',
    ],
  ])('answers a search with %s', async (_, value, type) => {
    const { status, body } = await bot.client.post(
      bot.client.activity(chair(), 'group', {
        type: 'invoke',
        name: 'composeExtension/query',
        value,
      }),
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ composeExtension: { type } });
  });
});
