import { beforeAll, describe, expect, it } from 'vitest';
import { findLikelyNotOurs } from '../../src/dispatch/answer-reading.ts';
import { somebodyIn } from './ask.ts';

let sandwell: Awaited<ReturnType<typeof somebodyIn>>;
let thornbury: typeof sandwell;
beforeAll(async () => {
  sandwell = await somebodyIn('sandwell');
  thornbury = await somebodyIn('thornbury');
});

describe('Only what says so itself is declined', () => {
  it.each(['hmm', 'asdf', 'whose turn is it', 'the thing from the other time'])(
    '“%s” was only not understood',
    async (text) => {
      expect((await sandwell.types(text)).kind).not.toBe('refused');
    },
  );

  it.each([
    'is it raining',
    'who won the football',
    'tell me a joke',
    'wheres good for lunch',
    'how tall is everest',
  ])('“%s” is of other things', async (text) => {
    const reading = await sandwell.types(text);
    const likeliest = reading.kind === 'choice' ? findLikelyNotOurs(reading.readings) : reading;
    expect(likeliest).toMatchObject({
      question: { intent: 'not_kept', args: { subject: 'small-world' } },
    });
  });

  it.each([
    'has tyler been to camhs',
    'whats happening with ellie',
    'who is child k',
    'tell me about little logan',
  ])('“%s” asks after a child', async (text) => {
    expect(await sandwell.types(text)).toMatchObject({
      kind: 'refused',
      refusal: 'named child case data',
    });
  });

  it('does not take somebody of the partnership for a child', async () => {
    expect((await thornbury.types('hows imran')).kind).not.toBe('refused');
    expect((await thornbury.types('whats karen still got on')).kind).toBe('question');
  });
});

describe('Names and numbers are those of the partnership', () => {
  it.each([
    ['tv/2025/14', 'TV/2025/014'],
    ['2025/014', 'TV/2025/014'],
    ['tell me about TV 2025/014', 'TV/2025/014'],
  ])('“%s” is an action', async (text, actionRef) => {
    expect(await thornbury.types(text)).toMatchObject({
      question: { intent: 'action_detail', args: { actionRef } },
    });
  });

  it('keeps a reference that no review has as it was typed', async () => {
    expect(await sandwell.types('where are we with rr9')).toMatchObject({
      question: { filters: { reviewRef: 'rr9' } },
    });
  });

  it('takes “the … action” for an action before a priority, and leaves several to be asked back', async () => {
    expect(await sandwell.types('tell me about the gcp2 trainers action')).toMatchObject({
      question: { intent: 'action_detail', args: { actionRef: 'SA-070' } },
    });
    const several = await sandwell.types('tell me about the gcp2 action');
    expect(several).toMatchObject({
      question: { intent: 'action_detail', args: { match: 'gcp2' } },
    });
    expect(several).not.toHaveProperty('question.args.actionRef');
  });
});

describe('Days are read as they are said', () => {
  it.each([
    ['what is due this quarter', 'between:2021-01-01..2021-03-31'],
    ['due in q1', 'between:2020-04-01..2020-06-30'],
    ['what is due next quarter', 'between:2021-04-01..2021-06-30'],
    ['due the week after next', 'between:2021-03-29..2021-04-04'],
    ['due mid april', 'between:2021-04-11..2021-04-20'],
    ['due late may', 'between:2021-05-21..2021-05-31'],
    ['due by year end', 'by:2021-03-31'],
  ])('“%s” is %s', async (text, dueRange) => {
    expect(await sandwell.types(text)).toMatchObject({ question: { filters: { dueRange } } });
  });

  it.each([
    ['wmp stuff due before easter', 'by:2021-04-01'],
    ['due by easter', 'by:2021-04-02'],
    ['anything due after easter', 'from:2021-04-05'],
  ])('“%s” is told by the bank holidays', async (text, dueRange) => {
    expect(await sandwell.types(text)).toMatchObject({ question: { filters: { dueRange } } });
  });

  it('knows of half term only that it is a time nobody told it', async () => {
    expect(await sandwell.types('anything due by half term')).toMatchObject({
      question: { intent: 'list_actions', filters: { dueRange: 'half-term' } },
    });
  });

  it.each([
    ['what have we closed this month', 'this-month'],
    ['police actions completed last month', 'between:2021-02-01..2021-02-28'],
    ['closed last week by the trust', 'between:2021-03-08..2021-03-14'],
    ['how many got signed off in february', 'between:2021-02-01..2021-02-28'],
    ['whats been done since january', 'from:2021-01-01'],
  ])('“%s” asks when it was completed, not when it was due', async (text, completedRange) => {
    const read = await sandwell.types(text);
    expect(read).toMatchObject({
      question: { filters: { status: 'complete' }, args: { completedRange } },
    });
    expect(read).not.toHaveProperty('question.filters.dueRange');
  });

  it('what has yet to be done this week is due then', async () => {
    expect(await sandwell.types('what needs to be done this week')).toMatchObject({
      question: { filters: { dueRange: 'this-week' } },
    });
  });

  it('gives the day of a new due date', async () => {
    expect(await sandwell.types('push SA-071 to end of june')).toMatchObject({
      question: { args: { dueOn: '2021-06-30' } },
    });
  });
});

describe('A part of the question may stand first', () => {
  it.each([['for police whats overdue', { filters: { agency: 'WMP', dueRange: 'overdue' } }]])(
    '“%s”',
    async (text, question) => {
      expect(await sandwell.types(text)).toMatchObject({ question });
    },
  );
});

describe('A choice is answered by a word', () => {
  it.each([
    ['the second one', 1],
    ['2', 1],
    ['the last one', -1],
  ])('“%s” picks by its place', async (text, at) => {
    const asked = await sandwell.types('hows the trust doing');
    const readings = asked.kind === 'choice' ? asked.readings : [];
    expect(await sandwell.types('hows the trust doing', text)).toMatchObject({
      question: readings.at(at)?.question,
    });
  });

  it('“its actions” and “attendance” pick by what they are', async () => {
    expect(await sandwell.types('hows the trust doing', 'its actions')).toMatchObject({
      question: { intent: 'list_actions', filters: { agency: 'SCT' } },
    });
    expect(await sandwell.types('hows the trust doing', 'attendance')).toMatchObject({
      question: { intent: 'attendance_agency', filters: { agency: 'SCT' } },
    });
  });

  it('a new question starts afresh', async () => {
    expect(
      await sandwell.types('hows the trust doing', 'what is overdue for police'),
    ).toMatchObject({
      question: { intent: 'list_actions', filters: { agency: 'WMP', dueRange: 'overdue' } },
    });
  });
});
