import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCalendar } from '../../src/contract/calendar.ts';
import { day } from '../../src/domain/dates.ts';
import type { PartnershipYear } from '../../src/domain/partnership-year.ts';
import { reportSections } from '../../src/features/index.ts';
import { makePackDocument, makePackWorkbook } from '../../src/features/yearly-report/pack-files.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import { readWord } from '../support/read-word.ts';

type Row = Record<string, string>;

const PARTNERSHIPS = [
  {
    folder: 'sandwell',
    today: '2021-03-15',
    year: '2020-21',
    from: '2020-04-01',
    to: '2021-03-31',
  },
  {
    folder: 'fenmarsh',
    today: '2026-06-10',
    year: '2025-26',
    from: '2025-04-01',
    to: '2026-03-31',
  },
];

describe.each(PARTNERSHIPS)('the pack of $folder $year', ({ folder, today, year, from, to }) => {
  let bot: Convenor;
  let figures: Map<string, { value: string; rows: string[] }>;
  let sheets: Map<string, unknown[][]>;
  let words: string[];

  beforeAll(async () => {
    bot = await startConvenor({ today, folder: `samples/${folder}` });
    const directory = await bot.records.directories.find(folder);
    if (!directory) throw new Error('The sample is not imported');
    const context = {
      directory,
      today: day(today),
      bankHolidays: createCalendar(() => new Date(`${today}T09:00:00Z`)).bankHolidays,
      ports: bot.records,
      store: bot.records.stores(folder),
    };
    const of = year as PartnershipYear;
    const workbook = await makePackWorkbook(context, of, reportSections());
    sheets = new Map(
      (await readWorkbook(Buffer.from(workbook.bytes))).map(({ sheet, data }) => [sheet, data]),
    );
    figures = new Map(
      (sheets.get('Figures') ?? [])
        .slice(1)
        .filter(([, label]) => label)
        .map(([section, figure, value, rows]) => [
          `${section}: ${figure}`,
          {
            value: String(value),
            rows: String(rows ?? '')
              .split('; ')
              .filter(Boolean),
          },
        ]),
    );
    words = await readWord((await makePackDocument(context, of, reportSections())).bytes);
  });
  afterAll(() => bot.stop());

  const csv = async (name: string): Promise<Row[]> =>
    parse(await readFile(`samples/${folder}/${name}.csv`, 'utf8').catch(() => ''), {
      columns: true,
      bom: true,
    });
  const figure = (name: string) => {
    const found = figures.get(name);
    if (!found) throw new Error(`There is no figure ${name}: ${[...figures.keys()].join(', ')}`);
    return found;
  };
  const share = (part: number, whole: number) =>
    `${part} of ${whole}${whole === 0 ? '' : ` (${Math.floor((part / whole) * 100 + 0.5)}%)`}`;

  it('counts the actions of the priorities in force', async () => {
    const plan = (await csv('priorities')).filter((each) => each.year === year);
    const ids = new Set(plan.map(({ id }) => id));
    const actions = (await csv('actions')).filter(
      (each) =>
        ids.has(each.priority) &&
        (each.year ?? '') <= year &&
        (each.raised_on ?? '') <= to &&
        each.status !== 'withdrawn',
    );
    const complete = actions.filter(({ status }) => status === 'complete');
    const proven = complete.filter((each) => each.impact_evidence);
    expect(figure('Priorities: Priorities in force').value).toBe(String(ids.size));
    expect(figure('Priorities: Actions').rows.sort()).toEqual(actions.map(({ ref }) => ref).sort());
    expect(figure('Priorities: Actions complete').value).toBe(
      share(complete.length, actions.length),
    );
    expect(figure('Priorities: Complete with evidence of impact').value).toBe(
      share(proven.length, complete.length),
    );
    const idle = actions.filter(({ status }) => status === 'open' || status === 'not started');
    expect(figure('Priorities: Actions not under way').rows.sort()).toEqual(
      idle.map(({ ref }) => ref).sort(),
    );
    for (const { id, title } of plan) {
      const own = actions.filter(({ priority }) => priority === id);
      const done = own.filter(({ status }) => status === 'complete').length;
      const row = sheets.get('Priorities')?.find(([name]) => String(name).endsWith(title ?? ''));
      expect(row?.[2]).toBe(share(done, own.length));
    }
  });

  it('counts meetings and attendance exactly', async () => {
    const meetings = (await csv('meetings')).filter(
      ({ starts_at: at = '' }) => at.slice(0, 10) >= from && at.slice(0, 10) <= to,
    );
    const held = meetings.filter(({ status }) => status === 'held');
    expect(figure('Meetings: Held').rows.sort()).toEqual(held.map(({ id }) => id).sort());
    const lines = await csv('attendance');
    const counted = held.filter(
      ({ id, kind }) => kind !== 'development' && lines.some((line) => line.meeting_id === id),
    );
    const of = lines.filter((line) => counted.some(({ id }) => id === line.meeting_id));
    const isThere = ({ attended = '' }: Row) => /^(present|deputy)$/.test(attended);
    expect(figure('Attendance: Attended').value).toBe(share(of.filter(isThere).length, of.length));
    const names = new Map((await csv('agencies')).map(({ id, name }) => [id, name]));
    const table = sheets.get('Attendance by agency') ?? [];
    for (const agency of new Set(of.map((line) => line.agency))) {
      const own = of.filter((line) => line.agency === agency);
      const row = table.find(([name]) => name === names.get(agency));
      expect(row?.[1], agency).toBe(share(own.filter(isThere).length, own.length));
    }
  });

  it('counts reviews, recommendations, escalations, challenges and risks', async () => {
    const reviews = (await csv('reviews')).filter((each) => each.year === year);
    expect(figure('Rapid reviews: Rapid reviews').value).toBe(String(reviews.length));
    expect(figure('Rapid reviews: Decided locally for an LCSPR').rows.sort()).toEqual(
      reviews
        .filter((each) => each.local_decision === 'LCSPR')
        .map(({ ref }) => ref)
        .sort(),
    );
    const sources = new Map((await csv('sources')).map((each) => [each.id, each.on ?? '']));
    const recommendations = (await csv('recommendations')).filter(
      ({ source }) => (sources.get(source) ?? '') <= to,
    );
    const met = recommendations.filter((each) => each.evidence && each.verified_by);
    const title = 'Recommendations and recurrent themes';
    expect(figure(`${title}: Recommendations`).value).toBe(String(recommendations.length));
    expect(figure(`${title}: Met`).rows.sort()).toEqual(met.map(({ ref }) => ref).sort());
    const within = (on = '') => on >= from && on <= to;
    const escalations = (await csv('escalations')).filter((each) => within(each.opened_on));
    expect(figure('Escalations: Opened').value).toBe(String(escalations.length));
    const challenges = (await csv('challenges')).filter((each) => within(each.on));
    expect(figure('Challenge: Challenges').value).toBe(String(challenges.length));
    const risks = (await csv('risks')).filter((each) => !each.closed_on || each.closed_on >= from);
    const red = risks.filter(
      (each) => !each.closed_on && Number(each.likelihood) * Number(each.impact) >= 16,
    );
    expect(figure('Risks: Red').rows.sort()).toEqual(red.map(({ id }) => id).sort());
  });

  it('shows the same figures in the document, and then what the records do not say', () => {
    for (const [name, { value }] of figures) {
      const label = name.slice(name.indexOf(': ') + 2);
      expect(words).toContain(`| ${label} | ${value} |`);
    }
    expect(words).toContain('## What the records do not say');
  });
});

describe('asked for in the chat', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  it('each section stands with its first figures, or with its gaps', async () => {
    const pack = await bot.hears(bot.person('business-manager'), 'yearly report pack 2020-21');
    expect(pack.text).toContain('3 of its 11 sections have all figures.');
    expect(pack.lines).toContain('● figures complete · Held 26 · Postponed 1 · Cancelled 1');
    expect(pack.buttons).toEqual(expect.arrayContaining(['Get as Word', 'Get as Excel']));
  });

  it('one section shows its table, and what is missing its gaps', async () => {
    const manager = bot.person('business-manager');
    const attendance = await bot.hears(manager, 'attendance figures for the yearly report 2020-21');
    expect(attendance.text).toContain('attended 186 of 234 (79%)');
    const missing = await bot.hears(manager, 'what is missing for the yearly report 2020-21');
    expect(missing.text).toContain('The records lack something for 8 of its 11 sections.');
    expect(missing.lines).toContain('1 action without an owner: SA-003.');
  });

  it('nobody reads its reviews in it who may not read reviews', async () => {
    const lay = await bot.hears(bot.person('lay-member'), 'yearly report pack 2020-21');
    expect(lay.text).toMatch(/^The yearly report for 2020-21: /);
    expect(lay.text).not.toContain('sections');
    expect(lay.lines.join('\n')).not.toContain('Rapid reviews');
  });
});
