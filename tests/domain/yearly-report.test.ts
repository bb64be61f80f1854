import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/dates.ts';
import type { Clock } from '../../src/domain/partnership.ts';
import type { PartnershipYear } from '../../src/domain/partnership-year.ts';
import { publish, reportDueOn, reportedYear } from '../../src/domain/yearly-report.ts';

const year = '2020-21' as PartnershipYear;
const clock: Clock = {
  id: 'yearly-report',
  fromEvent: 'year_end',
  by: '09-30',
  validFrom: day('2018-01-01'),
  source: '',
};
const partnership = { yearStart: '04-01', clocks: [clock] };
const noHolidays = { from: day('2018-01-01'), to: day('2027-12-31'), days: new Set<never>() };
const lead = { by: 'council-lead', at: '2021-09-17T10:00:00Z', today: day('2021-09-17') };
const refusal = (outcome: { ok: boolean; refusal?: string }) => outcome.refusal;

describe('the yearly report', () => {
  it.each([
    ['2021-03-31', '2019-20'],
    ['2021-04-01', '2020-21'],
    ['2021-09-30', '2020-21'],
    ['2022-01-10', '2020-21'],
  ])('that is spoken of on %s is the one for %s', (today, reported) => {
    expect(reportedYear(day(today), '04-01')).toBe(reported);
  });

  it('is due by the clock of the day on which its year ended, if the partnership keeps one', () => {
    expect(reportDueOn(year, partnership, noHolidays as never)).toBe('2021-09-30');
  });

  it.each([
    ['2017-18', undefined, undefined],
    ['2020-21', undefined, undefined],
    ['2020-21', '2020-11-02', '2021-11-02'],
    ['2022-23', '2022-12-08', '2023-12-08'],
    ['2023-24', '2023-12-08', '2024-09-30'],
    ['2023-24', undefined, '2024-09-30'],
    ['2025-26', undefined, '2026-09-30'],
  ])('of %s is due by the guidance in force, after one published on %s', (of, last, due) => {
    const none = { ...partnership, clocks: [] };
    expect(
      reportDueOn(of as PartnershipYear, none, noHolidays as never, last ? day(last) : undefined),
    ).toBe(due);
  });

  it('is published on a day after its year, and not to come', () => {
    expect(
      publish(
        { year, publishedOn: day('2021-09-17'), where: ' https://dale.example ' },
        lead,
        partnership,
      ),
    ).toEqual({
      ok: true,
      value: {
        year,
        publishedOn: '2021-09-17',
        where: 'https://dale.example',
        recordedBy: lead.by,
        recordedAt: lead.at,
      },
    });
    expect(publish({ year, publishedOn: day('2021-04-01') }, lead, partnership)).toMatchObject({
      ok: true,
    });
    expect(refusal(publish({ year, publishedOn: day('2021-03-31') }, lead, partnership))).toBe(
      'before-its-end',
    );
    expect(refusal(publish({ year, publishedOn: day('2021-09-18') }, lead, partnership))).toBe(
      'not-yet',
    );
  });

  it('keeps no place where none was given, and none with somebody’s details in it', () => {
    const blank = publish({ year, publishedOn: day('2021-09-17'), where: '  ' }, lead, partnership);
    expect(blank.ok && Object.keys(blank.value)).not.toContain('where');
    const told = { year, publishedOn: day('2021-09-17'), where: 'dob 3/4/2015' };
    expect(refusal(publish(told, lead, partnership))).toBe('personal');
  });
});
