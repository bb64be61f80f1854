import { beforeAll, describe, expect, it } from 'vitest';
import { findLimit, findTimeOrder } from '../../src/understanding/slots/order.ts';
import { somebodyIn } from './ask.ts';

describe('how a list is sorted, and how much of it is wanted', () => {
  it.each([
    ['oldest three open actions', 'oldest', 3],
    ['the five longest overdue', 'oldest', 5],
    ['which has waited longest', 'oldest', 1],
    ['oldest first', 'oldest', undefined],
    ['newest actions', 'newest', undefined],
    ['the latest action raised', 'newest', 1],
    ['what was the last action raised', 'newest', 1],
    ['last four closed', 'newest', 4],
    ['next three due', 'soonest', 3],
    ['what is due first', 'soonest', 1],
    ['the two actions due furthest away', 'furthest', 2],
    ['sort by due date', 'due', undefined],
    ['top three risks', undefined, 3],
    ['three risks that nobody has reviewed for longest', 'oldest', 3],
    ['give me 5 overdue actions', undefined, 5],
    ['most recent 5', 'newest', 5],
  ])('“%s”', (text, order, limit) => {
    expect([findTimeOrder(text)?.value, findLimit(text)?.value]).toEqual([order, limit]);
  });

  it.each([
    'due in the last two weeks',
    'actions from the last three meetings',
    'due next month',
    'what is the latest on neglect',
    'in the first five days',
    'raised last month',
    'is anyone furthest behind',
  ])('“%s” says neither', (text) => {
    expect([findTimeOrder(text), findLimit(text)]).toEqual([undefined, undefined]);
  });
});

describe('a number is no name', () => {
  let sandwell: Awaited<ReturnType<typeof somebodyIn>>;
  beforeAll(async () => {
    sandwell = await somebodyIn('sandwell');
  });

  // A priority of 2017-18 is called “Strategic Priority Three”, and a group leads it.
  it.each([
    'what are our three biggest risks',
    'three highest scoring risks',
    'lowest three risks',
  ])('“%s” asks for three, of all', async (text) => {
    expect(await sandwell.types(text)).toMatchObject({
      kind: 'question',
      question: { intent: 'list_risks', filters: {}, args: { limit: 3 } },
    });
  });

  it('nor the reference of a review', async () => {
    expect(await sandwell.types('most recent 5 actions')).toMatchObject({
      question: { intent: 'list_actions', filters: {}, args: { order: 'newest', limit: 5 } },
    });
  });
});
