import { beforeAll, describe, expect, it } from 'vitest';
import { somebodyIn } from './ask.ts';

let sandwell: Awaited<ReturnType<typeof somebodyIn>>;
let fenmarsh: typeof sandwell;
beforeAll(async () => {
  sandwell = await somebodyIn('sandwell');
  fenmarsh = await somebodyIn('fenmarsh');
});

describe('A number behind the word for a record is that record’s number', () => {
  it.each([
    ['how is priority 6 doing', 'priority_progress', 'NEGLECT'],
    ['priority no 6', 'priority_progress', 'NEGLECT'],
    ['what is priority 5 about', 'priority_detail', 'EXPLOIT'],
    ['actions under priority 6', 'list_actions', 'NEGLECT'],
  ])('“%s”', async (text, intent, priority) =>
    expect(await sandwell.types(text)).toMatchObject({
      question: { intent, filters: { priority } },
    }),
  );

  it.each(['how is priority 66 doing', 'where is recommendation 19', 'what became of item 19'])(
    '“%s” is never action 66 or 19',
    async (text) => expect(JSON.stringify(await sandwell.types(text))).not.toMatch(/SA-0(66|19)/),
  );

  it.each([
    ['how is priority 1 doing', 'INF1'],
    ['how is priority 3 doing', 'CME'],
    ['how is priority 4 doing', 'DOMA'],
  ])(
    '“%s” goes by the plan in force, where the last one numbered otherwise',
    async (text, priority) =>
      expect(await fenmarsh.types(text)).toMatchObject({ question: { filters: { priority } } }),
  );
});

describe('Whether something is done is a question', () => {
  it.each([
    ['is everything from 2018-20 closed', { status: 'complete', year: '2018-20' }],
    ['are all neglect actions complete yet', { status: 'complete', priority: 'NEGLECT' }],
    ['trust actions still red', { dueRange: 'overdue', agency: 'SCT' }],
  ])('“%s”', async (text, filters) => {
    const read = await sandwell.types(text);
    expect(read).toMatchObject({ question: { intent: 'list_actions', filters } });
    expect(read).not.toHaveProperty('unused.0');
  });
});

describe('Records of a time', () => {
  it.each([
    [
      'have we challenged anybody this quarter',
      'list_challenges',
      'between:2021-01-01..2021-03-31',
    ],
    ['challenges since january', 'list_challenges', 'from:2021-01-01'],
    ['any escalations last month', 'list_escalations', 'between:2021-02-01..2021-02-28'],
    ['declarations since christmas', 'list_declarations', 'from:2020-12-25'],
  ])('“%s”', async (text, intent, range) => {
    const read = await sandwell.types(text);
    expect(read).toMatchObject({ question: { intent, args: { range } } });
    expect(read).not.toHaveProperty('unused.0');
  });
});
