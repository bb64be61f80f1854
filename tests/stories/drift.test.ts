import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { daleJson, writeFolder } from '../support/a-folder.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';

let bot: Convenor;
beforeAll(async () => {
  bot = await startConvenor({ today: '2021-03-15' });
});
afterAll(() => bot.stop());

const asked = (who: string, text: string) => bot.hears(bot.person(who), text);

describe('what is drifting in Sandwell on 15 March 2021', () => {
  it('is named, the worst first, each with its figure and since when', async () => {
    const { text, lines } = await asked('partnership-chair', 'what is drifting');
    expect(text).toMatch(
      /^15 things are drifting, 4 of them for long\. First: None of the 6 actions of “Independent Scrutineer: yearly reflection” is closed/,
    );
    expect(lines).toEqual(
      expect.arrayContaining([
        'Meetings · 1',
        'Child Exploitation Board last met 180 days ago (about 6 months), though it meets every 13 weeks',
        'Lay Person was at none of the last 4 meetings of SCSP',
        '12 actions completed more than 30 days ago say nothing of what they changed',
      ]),
    );
  });

  it('is no meeting that was imported as held, of which no register is kept', async () => {
    expect((await asked('partnership-chair', 'what is drifting')).lines.join()).not.toMatch(
      /register/,
    );
  });

  it('says how many records tell nothing, for want of a day or an interval', async () => {
    expect((await asked('partnership-chair', 'whats drifting')).lines.join('\n')).toMatch(
      /Nothing is reckoned from a day or an interval that is not recorded: \d+ records are left out/,
    );
  });

  it('is told of one group, and of one kind with the rule that counts', async () => {
    expect((await asked('partnership-chair', 'what is drifting in QPPA')).text).toMatch(
      /^2 things of Quality of Practice, Performance and Assurance are drifting/,
    );
    const { lines } = await asked('partnership-chair', 'is anything drifting with attendance');
    expect(lines.join('\n')).toMatch(/filled at less than half of the last 4 meetings/);
  });

  it('is told as new since a meeting, never as that of its group', async () => {
    expect((await asked('partnership-chair', 'new drift since the last board')).text).toMatch(
      /^Nothing is drifting that was not on Wed 10 March, but 2 have got worse\. First: 12 actions/,
    );
    bot.turnTo('2021-04-12');
    const { text } = await asked(
      'partnership-chair',
      'what is newly drifting since the last board',
    );
    expect(text).toMatch(/^\d+ things? (is|are) drifting that (was|were) not on Wed 10 March/);
    bot.turnTo('2021-03-15');
  });

  it('is told of a priority by what is about it; of an earlier year it says that it cannot', async () => {
    expect((await asked('partnership-chair', 'drift on neglect')).text).toMatch(
      /on “.*neglect.*”, or of the group that leads it,/i,
    );
    expect((await asked('partnership-chair', 'what was drifting in 2019-20')).text).toMatch(
      /^I can tell what is drifting now/,
    );
  });

  it('leads to the rows behind a figure', async () => {
    const all = await asked('partnership-chair', 'what is drifting');
    const answer = await all.press('Actions alone');
    const card = await answer.press('11 risks are past their review day, the oldest by 14 days');
    expect((await card.press('The risks')).text).toMatch(/^11 risks past the review day/);
  });

  it('is not for everybody: others are told what they can ask instead', async () => {
    const { text, buttons } = await asked('lay-member', 'what is drifting');
    expect(text).toMatch(/^What drifts is looked after by the chairs/);
    expect(buttons).toContain('When groups met');
  });

  it('leads the chair’s letter of that Monday, with what is new of it and the count', async () => {
    const got = await bot.sweep();
    const letter = (got.get('partnership-chair') ?? []).map(({ text }) => text).join('\n');
    expect(letter).toMatch(/15 things are drifting, (none|\d) of them new or worse/);
  });
});

it('a task and finish group that has ended does not drift; a day before its end it did', async () => {
  const folder = await writeFolder({
    'partnership.json': daleJson({ as_of: '2021-03-15' }),
    'agencies.csv': 'id,name,kind\nPOL,Dale Police,statutory\nDC,Dale Council,statutory\n',
    'groups.csv':
      'id,name,kind,reports_to,meets_every_weeks,ends_on\nEXEC,Executive,board,,,\nTF,Vape Group,task and finish,EXEC,4,2021-03-15\n',
    'meetings.csv':
      'id,group,title,kind,starts_at,minutes,status\nM-1,TF,Vape Group,ordinary,2021-01-04T10:00,60,held\n',
    'people.csv':
      'id,display_name,agency,roles,groups,tenant_id,object_id\nchair,A Chair,DC,chair,EXEC,00000000-0000-0000-0000-0000000000001,00000000-0000-0000-0000-0000000000091\n',
  });
  const dale = await startConvenor({ today: '2021-03-15', folder });
  const drift = () => dale.hears(dale.person('chair'), 'what is drifting');
  expect((await drift()).text).toMatch(/Vape Group last met 70 days ago/);
  dale.turnTo('2021-03-16');
  expect((await drift()).text).toMatch(/^By the rules that I know, nothing is drifting/);
  await dale.stop();
});
