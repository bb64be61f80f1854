import { beforeAll, describe, expect, it } from 'vitest';
import { somebodyIn } from './ask.ts';

it.each([
  'what has qppa to finish by the time it sits again',
  'police actions due before they next meet',
])('“%s” asks for what is due before a meeting', async (text) => {
  const { types } = await somebodyIn('sandwell');
  expect(await types(text)).toMatchObject({
    question: { filters: { dueRange: 'before-next-meeting' } },
  });
});

describe('weekdays of a week that is named', () => {
  it.each([
    ['which actions are due between monday and friday this week', '2021-03-15..2021-03-19'],
    ['due between monday and wednesday next week', '2021-03-22..2021-03-24'],
    ['what was due from tuesday to thursday of last week', '2021-03-09..2021-03-11'],
  ])('“%s”', async (text, days) => {
    const { types } = await somebodyIn('sandwell');
    expect(await types(text)).toMatchObject({
      question: { filters: { dueRange: `between:${days}` } },
    });
  });
});

describe('days as they are named, asked on 15 March 2021', () => {
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
    ['move the qppa meeting from 24 march to 31 march at 2pm', '2021-03-31', '2021-03-24'],
    ['move qppa from wednesday to friday', '2021-03-19', '2021-03-17'],
    ['qppa is on the 24th, move it to the 26th', '2021-03-26', '2021-03-24'],
    ['postpone the board meeting from 12 may till 19 may', '2021-05-19', '2021-05-12'],
    ['move the neglect group to 21 april from 14 april', '2021-04-21', '2021-04-14'],
    ['move the neglect group to 21 april', '2021-04-21', undefined],
  ])('“%s”: the day behind “to” is the new one', async (text, on, movedFrom) =>
    expect((await read(text))?.args).toMatchObject({ on, ...(movedFrom && { movedFrom }) }),
  );

  it.each([
    ['push SA-019 to the last friday in november', '2021-11-26'],
    ['SA-019 slips to the first monday of next month', '2021-04-05'],
    ['move SA-019 to the second tuesday of june', '2021-06-08'],
    ['extend SA-019 until the third thursday in january', '2022-01-20'],
  ])('“%s”: a weekday of a month', async (text, dueOn) =>
    expect((await read(text))?.args).toMatchObject({ dueOn }),
  );

  it.each([
    ['no messages before nine in the morning', '18:00', '09:00'],
    ['nothing from you after seven please', '19:00', '08:00'],
    ['quiet between six and eight', '18:00', '08:00'],
  ])('“%s”: hours in words', async (text, quietFrom, quietTo) =>
    expect((await read(text))?.args).toMatchObject({ quietFrom, quietTo }),
  );

  it.each([
    ['actions due by 31 september', '31 september'],
    ['what is due before the 31st of april', '31st of april'],
    ['anything due on june 31st', 'june 31st'],
    ['what is due on 31/11/2021', '31/11/2021'],
    ['set up a board meeting on 30 february at 10am', '30 february'],
    ['SA-097 due 29 feb 2022', '29 feb 2022'],
    ['move the next qppa to 31 june', '31 june'],
  ])(
    '“%s” names a day that no calendar has, and no other stands in for it',
    async (text, unreadDay) => {
      const question = await read(text);
      expect(question?.args).toMatchObject({ unreadDay });
      expect(question?.args).not.toHaveProperty('on');
      expect(question?.args).not.toHaveProperty('dueOn');
      expect(question?.filters).not.toHaveProperty('dueRange');
      expect(question?.filters).not.toHaveProperty('meeting', expect.stringContaining('month'));
    },
  );

  it.each([
    ['what is due between 3 and 20 may', 'between:2021-05-03..2021-05-20'],
    ['actions due from the 1st to the 10th of june', 'between:2021-06-01..2021-06-10'],
    ['what is due from 20 march until 9 april', 'between:2021-03-20..2021-04-09'],
    ['what is due between 1 and 31 march', 'between:2021-03-01..2021-03-31'],
    ['due between 5 april and 6 may 2022', 'between:2022-04-05..2022-05-06'],
  ])('“%s” is a range', async (text, dueRange) =>
    expect((await read(text))?.filters).toMatchObject({ dueRange }),
  );
});
