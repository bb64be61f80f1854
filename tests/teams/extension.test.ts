import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Inbound } from '../../src/contract/feature.ts';
import { type RunningBot, startBot } from '../support/start-bot.ts';

const PERSON = { name: 'Police Partner Lead', tenantId: 'police', objectId: 'lead' };

const submit = { type: 'Action.Submit', title: 'Raise it', data: { verb: 'things.raise' } };
const view = {
  refresh: { action: { type: 'Action.Execute', verb: 'things.show' }, userIds: ['a'] },
  body: [
    {
      type: 'Container',
      selectAction: { type: 'Action.Submit', data: { verb: 'ask', text: 'a' } },
      items: [],
    },
    {
      type: 'ActionSet',
      actions: [{ type: 'Action.Submit', title: 'Ask', data: { verb: 'ask', text: 'b' } }],
    },
    { type: 'Chart.Donut', data: [{ legend: 'Police', value: 2 }] },
  ],
  actions: [
    { type: 'Action.Execute', title: 'Raise it', verb: 'things.raise', fallback: submit },
    { type: 'Action.Submit', title: 'Ask', data: { verb: 'ask', text: 'c' } },
    { type: 'Action.OpenUrl', title: 'Open', url: 'https://example.org' },
  ],
};
const card = { name: 'thing', view, plain: 'A thing.' };

let bot: RunningBot;
let heard: Inbound[];
let reply: () => Answer | undefined;
beforeAll(async () => {
  heard = [];
  const hear = async (inbound: Inbound) => {
    heard.push(inbound);
    return reply();
  };
  bot = await startBot({ dispatcher: { handle: hear } });
});
afterAll(() => bot.stop());

const invoke = async (name: string, value: object, parts: object = {}) =>
  (
    await bot.post(
      bot.activity(PERSON, 'group', {
        type: 'invoke',
        name: `composeExtension/${name}`,
        value,
        ...parts,
      }),
    )
  ).body as Record<string, unknown>;

describe('what the message extension says reaches the conversation as plain data', () => {
  beforeAll(() => {
    reply = () => ({ text: 'Heard.' });
  });
  const last = () => heard.at(-1);

  it.each([
    ['html', '<p>One &amp; <b>two</b></p><p>three<br>four</p>', 'One & two\n\nthree\nfour'],
    ['text', 'a <b> is not a tag', 'a <b> is not a tag'],
    [
      'html',
      '<a href="https://example.org/secret">the plan</a> <img src="x" alt="smile">',
      'the plan',
    ],
    ['html', '<at id="0">Sam</at> to lead<attachment id="1"></attachment>', 'Sam to lead'],
    ['html', '<h1>Agenda</h1>', 'Agenda'],
    ['html', '', ''],
  ])('a message of %s: %s', async (contentType, content, text) => {
    await invoke('fetchTask', {
      commandId: 'raise',
      messagePayload: { body: { contentType, content } },
    });
    expect(last()).toMatchObject({
      kind: 'dialog',
      command: 'raise',
      text,
      from: { tenantId: 'police', objectId: 'lead' },
    });
    expect(last()).not.toHaveProperty('address');
  });

  it('a form is a submission like any other', async () => {
    await invoke('submitAction', {
      commandId: 'raise',
      data: { verb: 'things.raise', title: 'x', msteams: {} },
    });
    expect(last()).toMatchObject({
      kind: 'submission',
      verb: 'things.raise',
      data: { title: 'x' },
    });
  });

  it('a search is its words', async () => {
    await invoke('query', { parameters: [{ name: 'words', value: '  section   11 ' }] });
    expect(last()).toMatchObject({ kind: 'search', words: 'section 11' });
  });

  it('a meeting’s chat is one of several, though Teams does not say so', async () => {
    const conversation = { id: '19:meeting_abc@thread.v2', tenantId: 'police' };
    await invoke('query', {}, { conversation });
    expect(last()?.place).toEqual({ kind: 'group', conversationId: '19:meeting_abc@thread.v2' });
    await invoke(
      'query',
      {},
      { conversation: { id: '19:one_two@unq.gbl.spaces', tenantId: 'police' } },
    );
    expect(last()?.place.kind).toBe('personal');
  });

  it('nothing else of it is heard', async () => {
    const before = heard.length;
    await invoke('selectItem', { commandId: 'raise' });
    await invoke('queryLink', { url: 'https://example.org' });
    expect(heard).toHaveLength(before);
  });
});

describe('what the conversation answers', () => {
  it('is a dialog whose buttons a dialog can send', async () => {
    reply = () => ({ text: 'Recorded.', card });
    const { task } = await invoke('submitAction', { data: { verb: 'things.raise' } });
    const { content } = (task as { value: { card: { content: Record<string, unknown> } } }).value
      .card;
    expect(content).toMatchObject({
      body: [
        { type: 'Container', items: [] },
        { type: 'Chart.Donut', data: [{ legend: 'Police', value: 2 }] },
      ],
      actions: [submit, { type: 'Action.OpenUrl' }],
    });
    expect(JSON.stringify(content)).not.toMatch(/refresh|selectAction|Action\.Execute|"ask"/);
  });

  it('is a card with nothing to press in a list of results, its title words and not markup', async () => {
    reply = () => ({
      text: '1 record found.',
      hits: [{ title: 'a <b> & c', line: 'Police', answer: { text: 'Found', card } }],
    });
    const body = await invoke('query', { parameters: [] });
    expect(body).toMatchObject({
      composeExtension: {
        type: 'result',
        attachments: [{ preview: { content: { title: 'a &lt;b&gt; &amp; c', text: 'Police' } } }],
      },
    });
    expect(JSON.stringify(body)).not.toMatch(/Action|refresh/);
  });

  it('is an apology when the records cannot be reached', async () => {
    reply = () => {
      throw new Error('No storage');
    };
    expect(await invoke('fetchTask', { commandId: 'raise' })).toMatchObject({
      task: { type: 'message', value: expect.stringMatching(/cannot reach its records/) },
    });
    expect(await invoke('query', {})).toMatchObject({
      composeExtension: {
        type: 'message',
        text: expect.stringMatching(/cannot reach its records/),
      },
    });
  });
});
