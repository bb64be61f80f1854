import { beforeAll, describe, expect, it } from 'vitest';
import { somebodyIn } from './ask.ts';

let sandwell: Awaited<ReturnType<typeof somebodyIn>>;
let fenmarsh: typeof sandwell;
let thornbury: typeof sandwell;
beforeAll(async () => {
  sandwell = await somebodyIn('sandwell');
  fenmarsh = await somebodyIn('fenmarsh');
  thornbury = await somebodyIn('thornbury');
});

describe('A list of actions is narrowed by words', () => {
  it.each([
    ['any actions on the dataset', 'dataset'],
    ['actions about training that are late', 'training'],
    ['actions to do with terms of reference', 'terms of reference'],
    ['which actions mention supervision', 'supervision'],
    ['what actions are overdue', undefined],
    ['actions on neglect', undefined],
    ['actions for the police', undefined],
    ['what is on the list', undefined],
    ['actions on hold', undefined],
  ])('“%s” is about %s', async (text, topic) => {
    const read = await sandwell.types(text);
    expect(read).toMatchObject({ question: { intent: 'list_actions' } });
    expect('question' in read && read.question.args.topic).toBe(topic);
  });

  it('by the name of their source', async () => {
    expect(await fenmarsh.types('actions from the heron review')).toMatchObject({
      question: { filters: { reviewRef: 'Heron' } },
    });
    expect(await thornbury.types('what came from the scrutineers letter 2024')).toMatchObject({
      question: { filters: { source: 'scrutineer' }, args: { sourceName: 'letter 2024' } },
    });
    expect(await sandwell.types('overdue ofsted actions')).not.toHaveProperty(
      'question.args.sourceName',
    );
  });

  it.each([
    ['actions raised in june', 'between:2020-06-01..2020-06-30'],
    ['actions raised in march', 'between:2021-03-01..2021-03-31'],
    ['actions added since 1 february', 'from:2021-02-01'],
    ['actions raised last month', 'between:2021-02-01..2021-02-28'],
    ['actions raised last year', 'between:2019-04-01..2020-03-31'],
    ['actions due in june', undefined],
  ])('“%s” were raised %s', async (text, raisedRange) => {
    const read = await sandwell.types(text);
    expect('question' in read && read.question.args.raisedRange).toBe(raisedRange);
  });

  it('a month of a deadline is the next of its name', async () => {
    expect(await sandwell.types('actions due in june')).toMatchObject({
      question: { filters: { dueRange: 'between:2021-06-01..2021-06-30' } },
    });
  });
});
