import { beforeAll, describe, expect, it } from 'vitest';
import { somebodyIn } from './ask.ts';

describe('what is left out is never what is asked for', () => {
  let types: Awaited<ReturnType<typeof somebodyIn>>['types'];
  beforeAll(async () => {
    ({ types } = await somebodyIn('sandwell'));
  });
  const read = async (text: string) => {
    const reading = await types(text);
    if (reading.kind === 'question') return reading.question;
    if (reading.kind === 'choice') return reading.readings[0]?.question;
    return undefined;
  };

  it.each([
    ['open actions not with the trust', ['SCT']],
    ['overdue ones except police', ['WMP']],
    ['show open actions apart from the council', ['SMBC']],
    ['what is overdue, leaving out health', ['CCG']],
    ['open actions other than the police or the trust', ['WMP', 'SCT']],
    ["open actions that don't belong to the police", ['WMP']],
    ['overdue ones that have nothing to do with exploitation', undefined],
    ["what is overdue that isn't ours", ['asker']],
    ["Open actions. Leave out ours and the council's.", ['asker', 'SMBC']],
    ['overdue but not exploitation', undefined],
    ['open actions the police do not own', ['WMP']],
    ['what is overdue that the trust does not actually hold', ['SCT']],
  ])('“%s”', async (text, except) => {
    const { filters, args } = (await read(text)) ?? {};
    expect(filters).not.toHaveProperty('agency');
    expect(filters).not.toHaveProperty('group');
    expect(filters).not.toHaveProperty('priority');
    if (except) expect(args?.except).toEqual(except);
    else expect(args?.except).toHaveLength(1);
  });

  it.each([
    ['which actions have the police not finished', 'WMP'],
    ['overdue actions with the council, not the police', 'SMBC'],
    ['what has not been done by the council', 'SMBC'],
  ])('“%s” asks for one', async (text, agency) =>
    expect((await read(text))?.filters).toMatchObject({ agency }),
  );

  it.each(['leave out the finished ones', 'police actions without the completed ones'])(
    '“%s” lists those that are open',
    async (text) => expect((await read(text))?.filters).toMatchObject({ status: 'open' }),
  );

  it('a day that is left out is not the one asked about', async () => {
    expect((await read('what is due not friday'))?.filters).not.toHaveProperty('dueRange');
    expect((await read('move the next qppa not to 30 march but to 31 march'))?.args).toMatchObject({
      on: '2021-03-31',
    });
  });
});
