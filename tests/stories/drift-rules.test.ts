import { expect, it } from 'vitest';
import { daleJson, writeFolder } from '../support/a-folder.ts';
import { startConvenor } from '../support/convenor.ts';

const ID = '00000000-0000-0000-0000-00000000000';

/** Each thing begins to drift on a day of its own; beside each stands one that never does. */
const dale = () =>
  writeFolder({
    'partnership.json': daleJson({
      as_of: '2021-03-01',
      clocks: [
        {
          id: 'lcspr-publish',
          from_event: 'lcspr_started_on',
          months: 6,
          valid_from: '2018-06-29',
          source: 'Working Together',
        },
      ],
    }),
    'agencies.csv': 'id,name,kind\nPOL,Dale Police,statutory\nDC,Dale Council,statutory\n',
    'groups.csv': 'id,name,kind\nEXEC,Executive,board\n',
    'sources.csv': 'id,name,kind,on\nAUD-1,Vape audit,audit,2021-02-01\n',
    'actions.csv': `ref,title,source_kind,source,owner_agency,raised_on,due_on,status,completed_on,impact_evidence
A-1,Ask the schools,meeting,Board away day,POL,2021-02-01,2021-03-02,open,,
A-2,Ask the clubs,meeting,Board away day,POL,2021-02-01,2021-03-09,open,,
A-3,Print the leaflet,meeting,Board in May,POL,2021-02-01,2021-03-02,open,,
A-4,Send the leaflet,meeting,Board in May,POL,2021-02-01,2021-03-02,complete,2021-03-01,It was read
A-5,Train,audit,Small audit,POL,2021-01-10,,complete,2021-02-20,
A-6,Train again,audit,Small audit,POL,2021-01-10,,complete,2021-02-20,
A-7,Write,audit,Small audit,POL,2021-01-10,,complete,2021-02-20,
A-8,Read,audit,Small audit,POL,2021-01-10,,complete,2021-02-20,
B-5,Train,audit,Fair audit,POL,2021-01-10,,complete,2021-02-20,Fewer came back
B-6,Train again,audit,Fair audit,POL,2021-01-10,,complete,2021-02-20,
B-7,Write,audit,Fair audit,POL,2021-01-10,,complete,2021-02-20,
B-8,Read,audit,Fair audit,POL,2021-01-10,,complete,2021-02-20,
`,
    'learning.csv': `id,title,kind,source,on,cancelled_on,cancelled_because
L-1,Vape seminar,event,AUD-1,2021-02-20,2021-02-10,Snow
L-2,Knife seminar,event,,2021-02-20,2021-02-01,Snow
L-3,Knife seminar,event,,2021-03-01,,
`,
    'lcsprs.csv':
      'name,cases,decided_on,delays\nHeron,RR-1,2020-10-01,\nWren,RR-1,2020-09-01,2021-06-30 criminal proceedings\n',
    'reviews.csv':
      'ref,year,category,aware_on,notified_on,decided_on,local_decision,panel_response,panel_responded_on\nRR-1,2020-21,other,2020-08-01,2020-08-03,2020-08-20,LCSPR,agreed,2020-09-01\n',
    'people.csv': `id,display_name,agency,roles,groups,tenant_id,object_id
chair,A Chair,DC,chair,EXEC,${ID}01,${ID}91
`,
  });

const RULES = [
  [
    '2021-03-10',
    'None of the 2 actions of “Board away day” is closed; the last was due Tue 9 March',
  ],
  ['2021-03-13', '“Vape seminar” was called off 31 days ago, and there is no new one'],
  ['2021-03-25', 'Heron is due to be published by Thu 1 April'],
  ['2021-04-02', 'Heron was due to be published Thu 1 April, 1 day ago'],
] as const;

it('each rule finds its own from its day on, and nothing beside it', async () => {
  const bot = await startConvenor({ today: '2021-03-01', folder: await dale() });
  const driftOn = async (day: string) => {
    bot.turnTo(day);
    return (await bot.hears(bot.person('chair'), 'what is drifting')).lines;
  };
  for (const [day, sentence] of RULES) {
    const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    expect(await driftOn(before), `${before}, a day before`).not.toContain(sentence);
    expect(await driftOn(day), day).toContain(sentence);
  }
  const lines = (await driftOn('2021-04-02')).join('\n');
  expect(lines).toContain('1 of the 8 actions of audits has evidence of impact');
  expect(lines).not.toMatch(/Fair audit|Board in May|Knife seminar|Wren|is due to be published/);
  await bot.stop();
});
