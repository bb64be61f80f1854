import { expect, it } from 'vitest';
import { daleJson, writeFolder } from '../support/a-folder.ts';
import { startConvenor } from '../support/convenor.ts';

const ID = '00000000-0000-0000-0000-00000000000';

/** Two groups that drift, one of which meets; the risks of a register of which one more is late each week. */
const dale = () =>
  writeFolder({
    'partnership.json': daleJson({ as_of: '2021-03-15' }),
    'agencies.csv': 'id,name,kind\nPOL,Dale Police,statutory\nDC,Dale Council,statutory\n',
    'groups.csv':
      'id,name,kind,reports_to,meets_every_weeks\nEXEC,Executive,board,,\nVG,Vape Group,sub-group,EXEC,4\nNG,Neglect Group,sub-group,EXEC,13\n',
    'meetings.csv': `id,group,title,kind,starts_at,minutes,status
M-1,VG,Vape Group,ordinary,2021-01-18T10:00,60,held
M-2,NG,Neglect Group,ordinary,2020-11-23T10:00,60,held
M-3,EXEC,Executive,ordinary,2021-03-17T10:00,60,held
M-4,VG,Vape Group,ordinary,2021-03-18T10:00,60,held
`,
    'risks.csv':
      'id,title,likelihood,impact,next_review_on\nR-1,The analyst leaves,3,3,2021-03-10\nR-2,No venue,3,3,2021-03-18\n',
    'people.csv': `id,display_name,agency,roles,groups,tenant_id,object_id
chair,A Chair,DC,chair,EXEC,${ID}01,${ID}91
vg-chair,V Chair,POL,chair:VG,VG,${ID}01,${ID}92
`,
  });

it('what has changed of what drifts is said since a letter and since a board', async () => {
  const bot = await startConvenor({ today: '2021-03-15', folder: await dale() });
  const chair = bot.person('chair');
  await bot.isInstalledBy(chair);
  await bot.isInstalledBy(bot.person('vg-chair'));
  const letters = async (day: string) => {
    bot.turnTo(`${day}T09:30`);
    const got = await bot.sweep();
    return (who: string) => (got.get(who) ?? []).map(({ text }) => text).join('\n');
  };

  const unkept = await bot.hears(chair, 'what is new drift since the last letter');
  expect(unkept.lines.join('\n')).toMatch(/What drifted on Mon 8 March was not kept/);

  const first = await letters('2021-03-15');
  expect(first('chair')).toMatch(/2 things are drifting, 1 of them new or worse; /);
  expect(first('vg-chair')).toMatch(/1 thing is drifting, as before; /);

  await letters('2021-03-17');
  const second = await letters('2021-03-22');
  expect(second('chair')).toMatch(/1 thing is drifting, new or worse; /);
  expect(second('vg-chair')).not.toMatch(/drifting/);

  bot.turnTo('2021-04-13');
  const since = await bot.hears(chair, 'what is new drift since the last board');
  expect(since.text).toMatch(
    /^1 thing is drifting that was not on Wed 17 March, 1 has got worse and 1 is gone\./,
  );
  expect(since.lines).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^Neglect Group last met/),
      '2 risks are past their review day, the oldest by 34 days',
      'Gone since · 1',
      expect.stringMatching(/Vape Group last met 58 days ago/),
    ]),
  );
  await bot.stop();
});
