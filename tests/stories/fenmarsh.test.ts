import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';

describe('a partnership with other names and no also_known_as', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2026-06-10', folder: 'samples/fenmarsh' });
  });
  afterAll(() => bot.stop());

  const manager = () => bot.person('unit-manager');

  it('is asked about in the words of the field', async () => {
    expect((await bot.hears(manager(), 'what are our priorities')).text).toMatch(
      /^There are 6 priorities this year \(2026-27\)/,
    );
    expect((await bot.hears(manager(), 'whats overdue for police')).text).toMatch(
      /^3 of 6 actions with Fenmarsh Constabulary are overdue/,
    );
    expect((await bot.hears(manager(), 'actions for health')).text).toMatch(
      /^There are 5 actions with NHS Fen and Wolds Integrated Care Board/,
    );
  });

  it('is asked about in its own references and titles', async () => {
    expect((await bot.hears(manager(), 'tell me about fm-101')).text).toMatch(/^FM-101 “/);
  });

  it.each([
    [
      'when does Kingfisher have to be published',
      'Kingfisher is to be published by Tue 27 October, in 139 days: 6 calendar months from its start on Mon 27 April.',
    ],
    [
      'has the panel been told about the curlew delay',
      'The Panel was told on Fri 20 February 2026 that Curlew is delayed until Fri 30 October: criminal proceedings.',
    ],
    [
      'where can I read Avocet',
      'Avocet was published on Wed 10 July 2024. It can be read at www.fenmarsh-partnership.example/reviews/avocet, at least until Sat 10 July 2027.',
    ],
    [
      'why is bittern not published',
      'Bittern will not be published: The people in it would be known to everybody in a small place, whatever was left out. The improvements are published at www.fenmarsh-partnership.example/improvements/bittern.',
    ],
    [
      'which lcsprs are late and why',
      '1 of 5 LCSPRs is late. Curlew is late, it was due Sun 8 March; delayed until Fri 30 October: criminal proceedings. Of Heron the day of the decision is not recorded, so I cannot tell whether it is late.',
    ],
    [
      'when does the Godwit review have to be published',
      'I know no review called “Godwit”. I know Heron, Avocet, Bittern, Curlew, Kingfisher.',
    ],
    ['what are we waiting for on curlew', 'No rapid review is recorded that Curlew covers.'],
  ])('answers “%s” by the name of the local review', async (asked, answer) => {
    expect((await bot.hears(manager(), asked)).text).toBe(answer);
  });

  it('lists all local reviews after those that are late', async () => {
    await bot.hears(manager(), 'which lcsprs are late and why');
    expect((await bot.hears(manager(), 'all LCSPRs')).text).toMatch(/^5 LCSPRs: /);
  });

  it('tells what happened to a local review so far', async () => {
    expect((await bot.hears(manager(), 'what happened to Avocet')).text).toMatch(
      /^Avocet so far: Mon 15 January 2024 decided to start it; .*; Wed 10 July 2024 published\. Avocet was published/,
    );
  });

  it.each([
    ['who verified OF22-01', /^OF22-01, .*: met\.$/],
    ['who still has to respond to the jtai', /^1 of 5 recommendations of Area inspection/],
  ])('answers “%s” from the recommendations', async (asked, answer) => {
    expect((await bot.hears(manager(), asked)).text).toMatch(answer);
  });

  it('says of what is blocked what its notes say it waits for', async () => {
    const { lines } = await bot.hears(manager(), 'what is blocked');
    expect(lines.join('\n')).toContain('waits for the national settlement');
  });
});
