import { beforeAll, describe, expect, it } from 'vitest';
import type { Question } from '../../src/contract/question.ts';
import { somebodyIn } from './ask.ts';

type Read = (text: string) => Promise<Pick<Question, 'filters' | 'args'> | undefined>;

async function readerIn(partnership: 'sandwell' | 'fenmarsh' | 'thornbury'): Promise<Read> {
  const { types } = await somebodyIn(partnership);
  return async (text) => {
    const reading = await types(text);
    return reading.kind === 'question' && reading.question.intent === 'list_actions'
      ? reading.question
      : undefined;
  };
}

const question = (
  filters: Question['filters'],
  args: Question['args'] = {},
): Pick<Question, 'filters' | 'args'> => ({ filters, args });
const dated = (dueRange: string, rest: Question['filters'] = {}) => ({ dueRange, ...rest });

describe('what was so, asked on 15 March 2021', () => {
  let read: Read;
  beforeAll(async () => {
    read = await readerIn('sandwell');
  });

  it.each([
    ['what was overdue on 1 march', dated('overdue'), { asAt: '2021-03-01' }],
    ['what was still open at Christmas', { status: 'open' }, { asAt: '2020-12-25' }],
    ['how many actions were open on 31 december', { status: 'open' }, { asAt: '2020-12-31' }],
    ['overdue as at 1 march', dated('overdue'), { asAt: '2021-03-01' }],
    ['what was outstanding at the end of february', { status: 'open' }, { asAt: '2021-02-28' }],
    ['what had the trust not finished by easter', { status: 'open' }, { asAt: '2020-04-10' }],
    ['what was open at christmas last year', { status: 'open' }, { asAt: '2020-12-25' }],
    [
      'what did the police have overdue last month',
      dated('overdue', { agency: 'WMP' }),
      { asAt: '2021-02-28' },
    ],
    [
      'what was overdue when QPPA last met',
      dated('overdue'),
      { asAt: 'last-meeting', asAtMeetingOf: 'QPPA' },
    ],
  ])('“%s” asks for a state as at a day', async (text, filters, args) => {
    expect(await read(text)).toMatchObject(question(filters, args));
  });

  it.each([
    ['what was due last december', 'between:2020-12-01..2020-12-31'],
    ['what was due last quarter', 'between:2020-10-01..2020-12-31'],
    ['what was due this time last year', 'between:2020-03-01..2020-03-31'],
    ['what was due in the autumn', 'between:2020-09-01..2020-11-30'],
    ['what was due in march last year', 'between:2020-03-01..2020-03-31'],
    ['anything due a fortnight ago', 'on:2021-03-01'],
    ['what was due in the last two weeks', 'between:2021-03-01..2021-03-15'],
    ['what fell due in february and what became of it', 'between:2021-02-01..2021-02-28'],
  ])('“%s” asks for all that was due, whatever became of it', async (text, dueRange) => {
    const read_ = await read(text);
    expect(read_).toMatchObject(question({ dueRange }, { tense: 'past' }));
    expect(read_?.filters).not.toHaveProperty('status');
  });

  it.each([
    ['what is due in the autumn', 'between:2021-09-01..2021-11-30'],
    ['whats due week beginning 5 may', 'between:2021-05-05..2021-05-11'],
    ['due w/c 19 april', 'between:2021-04-19..2021-04-25'],
    ['actions due the week before easter', 'between:2021-03-26..2021-04-01'],
    ['what is due by easter next year', 'by:2022-04-15'],
    // When schools are closed is in no record, and nothing stands in for it.
    ['what is due between easter and the summer holidays', 'half-term'],
  ])('“%s” is still to come', async (text, dueRange) => {
    const read_ = await read(text);
    expect(read_).toMatchObject(question({ dueRange }));
    expect(read_?.args).not.toHaveProperty('tense');
  });
});

describe('what ought to be done and is not', () => {
  let read: Read;
  beforeAll(async () => {
    read = await readerIn('sandwell');
  });

  it.each([
    "anything that should've been done by now and hasn't",
    "what ought to have been finished and isn't",
    "what's not been done that should have been",
    "what isn't finished that ought to be",
    'anything thats meant to be done and isnt',
    "which actions should have been closed off by now and haven't been",
  ])('“%s” is overdue', async (text) => {
    const read_ = await read(text);
    expect(read_?.filters).toEqual({ dueRange: 'overdue' });
  });

  it.each([
    [
      'what was meant to be done by february and never was',
      { dueRange: 'by:2021-02-28', status: 'open' },
    ],
    [
      "things that were supposed to be closed last month and still aren't",
      { dueRange: 'between:2021-02-01..2021-02-28', status: 'open' },
    ],
    [
      "what should the police have finished by now but haven't",
      { dueRange: 'overdue', agency: 'WMP' },
    ],
  ])('“%s”', async (text, filters) => expect((await read(text))?.filters).toEqual(filters));

  it('what were to be done is asked with what became of it', async () => {
    expect(await read('what were we meant to have done by february')).toMatchObject(
      question({ dueRange: 'by:2021-02-28' }, { tense: 'past' }),
    );
  });
});

describe('the same in other partnerships', () => {
  it('Fenmarsh on 10 June 2026', async () => {
    const read = await readerIn('fenmarsh');
    expect(await read('what was overdue at the end of january')).toMatchObject(
      question({ dueRange: 'overdue' }, { asAt: '2026-01-31' }),
    );
    expect(await read('what was due in december')).toMatchObject(
      question({ dueRange: 'between:2025-12-01..2025-12-31' }, { tense: 'past' }),
    );
  });

  it('Thornbury', async () => {
    const read = await readerIn('thornbury');
    expect((await read("anything that should've been done by now and hasn't"))?.filters).toEqual({
      dueRange: 'overdue',
    });
  });
});
