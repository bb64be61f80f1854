import { beforeAll, describe, expect, it } from 'vitest';
import { somebodyIn } from './ask.ts';

const partnerships = ['sandwell', 'fenmarsh', 'thornbury'] as const;

describe.each(partnerships)('Idioms are read for what they mean in %s', (partnership) => {
  let somebody: Awaited<ReturnType<typeof somebodyIn>>;
  beforeAll(async () => {
    somebody = await somebodyIn(partnership);
  });

  it.each([
    ["who's on the naughty list", { dueRange: 'overdue' }, {}],
    ['which ones have slid', { dueRange: 'overdue' }, {}],
    ['which promises went whoosh', { dueRange: 'overdue' }, {}],
    ["what's languishing on the back burner", { status: 'blocked' }, {}],
    ["what's still on the starting blocks", { status: 'not started' }, {}],
    ["what's on our plate", { status: 'open' }, {}],
    ["what's on my slate", { status: 'open' }, { assignee: 'me' }],
    ['anything with no one holding the pen', {}, { hasOwner: false }],
    ['are there actions that belong to nobody', {}, { hasOwner: false }],
    ['which have no sell-by date', {}, { hasDue: false }],
    [
      'finished ones where folk marked their own homework',
      { status: 'complete' },
      { hasEvidence: false },
    ],
  ])('“%s”', async (message, filters, args) => {
    const reading = await somebody.types(message);
    expect(reading).toMatchObject({ kind: 'question', question: { intent: 'list_actions', args } });
    expect(reading.kind === 'question' && reading.question.filters).toEqual(filters);
  });

  it('and a plain list stays whole', async () => {
    for (const message of ['list the actions', 'show me all the actions', 'what is on the log']) {
      const reading = await somebody.types(message);
      expect(reading, message).toMatchObject({ question: { filters: {} } });
    }
  });

  it('and what may mean several things is asked', async () => {
    for (const message of ["who's dragging their feet", 'any joy', 'panel response'])
      expect(await somebody.types(message), message).toMatchObject({ kind: 'choice' });
  });
});
