import { beforeAll, describe, expect, it } from 'vitest';
import { parseEvidence } from '../../src/understanding/slots/action-slots.ts';
import { somebodyIn } from './ask.ts';

describe('lengths, years and names, asked on 15 March 2021', () => {
  let types: Awaited<ReturnType<typeof somebodyIn>>['types'];
  beforeAll(async () => {
    ({ types } = await somebodyIn('sandwell'));
  });
  const read = async (text: string) => {
    const reading = await types(text);
    return reading.kind === 'question' ? reading.question : undefined;
  };

  it.each([
    ['actions overdue by more than two months', 'by:2021-01-14'],
    ['which are late by over a fortnight', 'by:2021-02-28'],
    ['overdue for more than 6 weeks', 'by:2021-01-31'],
    ['what is due in 2028', 'between:2028-01-01..2028-12-31'],
    ['whats overdue 4 me', 'overdue'],
  ])('“%s”', async (text, dueRange) => {
    const question = await read(text);
    expect(question?.filters).toMatchObject({ dueRange });
    expect(question?.filters).not.toHaveProperty('priority');
    expect(question?.filters).not.toHaveProperty('year');
    expect(question?.args).not.toHaveProperty('actionRef');
  });

  it.each([
    ['open actions older than three months', 'by:2020-12-14'],
    ['actions older than a year', 'by:2020-03-14'],
  ])('“%s”', async (text, raisedRange) =>
    expect((await read(text))?.args).toMatchObject({ raisedRange }),
  );

  it.each([
    ['Priya is coming instead', 'Priya'],
    ['Jo Marsh will be attending in my place', 'Jo Marsh'],
  ])('“%s”', async (text, deputy) => expect((await read(text))?.args).toMatchObject({ deputy }));

  it('the reference is no part of the evidence', () =>
    expect(parseEvidence('evidence for SA-012: all six schools use the form')).toBe(
      'all six schools use the form',
    ));
});
