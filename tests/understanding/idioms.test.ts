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
    [
      'I want to see finished actions with no evidence',
      { status: 'complete' },
      { hasEvidence: false },
    ],
    ['which ones had their finish date left blank', {}, { hasDue: false }],
    ['what remains on our to-do list', { status: 'open' }, { agencyOf: 'we' }],
    [
      'which agency has the tallest pile of open actions',
      { status: 'open' },
      { groupBy: 'agency', order: 'highest' },
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

  it('and just ours is the asker’s own, whoever speaks for all', async () => {
    expect(await somebody.types('what is overdue', 'and just ours')).toMatchObject({
      question: {
        intent: 'list_actions',
        filters: { dueRange: 'overdue' },
        args: { agencyOf: 'asker' },
      },
    });
  });

  it('and when somebody was last seen is no question about the last meeting', async () => {
    const reading = await somebody.types('when were the police last seen');
    expect(reading).toMatchObject({
      question: { intent: 'attendance_agency', args: { field: 'lastSeen' } },
    });
    expect(reading).not.toHaveProperty('question.filters.meeting');
  });

  it('and what may mean several things is asked', async () => {
    for (const message of ["who's dragging their feet", 'any joy', 'panel response'])
      expect(await somebody.types(message), message).toMatchObject({ kind: 'choice' });
  });
});
