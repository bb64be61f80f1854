import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';

describe('which deadline of a review, asked on 15 March 2021', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());
  const asks = (text: string) => bot.hears(bot.person('business-manager'), text);

  it.each([
    'when must LCSPR-A be published',
    'when was LCSPR-A published',
    'is lcspr a out yet',
    'publication deadline for RR-2020-02',
  ])('“%s” is answered with the publication, and not with the Panel’s clock', async (text) =>
    expect((await asks(text)).text).toBe(
      'LCSPR-A is not published yet. The day on which it started is not recorded, so I cannot tell when its 6 calendar months end.',
    ),
  );

  it('says that no LCSPR goes by a name, and that none is to be published', async () => {
    expect((await asks('when must LCSPR-Z be published')).text).toMatch(
      /^I know no review called “LCSPR Z”\. I know LCSPR-A, LCSPR-B, .*\.$/,
    );
    expect((await asks('when is RR-2020-07 to be published')).text).toBe(
      'No LCSPR is recorded for RR-2020-07, so nothing is to be published.',
    );
  });

  it('counts publication in months from the start', async () => {
    const detail = await asks('tell me about RR-2020-03');
    const form = await detail.press('Record it', { step: 'lcspr' });
    await form.press('Confirm', { name: 'Osprey', on: '2021-01-11' });
    expect((await asks('when does the Osprey review have to be out')).text).toBe(
      'Osprey is to be published by Sun 11 July, in 118 days: 6 calendar months from its start on Mon 11 January.',
    );
    expect((await asks('must osprey be published')).text).toMatch(/^Osprey is to be published by/);
  });

  it('tells when it has to go to the Panel apart from when the Panel is notified', async () => {
    const panel = await asks('when does RR-2021-01 have to go to the Panel');
    expect(panel.text).toMatch(
      /^RR-2021-01 is due to the Panel by Tue 23 March, in 6 working days/,
    );
    expect(panel.text).not.toMatch(/did not use|notified/);
    expect((await asks('when must the panel be notified of RR-2021-01')).text).toMatch(
      /^The Panel was notified of RR-2021-01 on Fri 5 March, 3 working days after/,
    );
  });

  it('tells what was sent from what was answered', async () => {
    expect((await asks('when was RR-2020-03 sent to the panel')).text).toBe(
      'The day on which RR-2020-03 was sent to the Panel is not recorded; it was decided on Wed 1 July 2020. The Panel answered on Fri 17 July 2020.',
    );
  });
});

describe('days are of one kind in an answer', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());
  const linesOf = async (text: string) => {
    const reply = await bot.hears(bot.person('business-manager'), text);
    return [reply.text, ...reply.lines].join('\n');
  };

  it.each(['what is due by the end of march', 'when is SA-097 due', 'tell me about SA-097'])(
    '“%s”: an action is late, and due, by days of the calendar',
    async (text) => {
      const all = await linesOf(text);
      expect(all).toMatch(/\d+ days/);
      expect(all).not.toContain('working day');
    },
  );

  it('a time limit of a review is counted in working days, before it and after it', async () => {
    bot.turnTo('2021-03-26T09:00');
    const all = await linesOf('deadline for RR-2021-01');
    expect(all).toContain('RR-2021-01 was due to the Panel by Tue 23 March, 3 working days ago');
    expect(all.replaceAll('working days', '')).not.toMatch(/\d days? ago/);
  });
});

describe('the same in Fenmarsh', () => {
  it('an LCSPR goes by its own name', async () => {
    const bot = await startConvenor({ today: '2026-06-10', folder: 'samples/fenmarsh' });
    try {
      const reply = await bot.hears(
        bot.person('unit-manager'),
        'when must the Heron review be published',
      );
      expect(reply.text).toMatch(/^Heron is /);
    } finally {
      await bot.stop();
    }
  });
});
