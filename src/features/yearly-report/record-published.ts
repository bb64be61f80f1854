import { z } from 'zod';
import { describeWhoMay } from '../../answers/access-words.ts';
import { confirmation, dayField, lineField, readForm, toActor } from '../../answers/form.ts';
import { type Answer, type Asker, UnreadableInput } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import { isPermitted } from '../../domain/access.ts';
import { type PartnershipYear, parseYear } from '../../domain/partnership-year.ts';
import { publish, type ReportRefusal, type YearlyReport } from '../../domain/yearly-report.ts';
import { reportAnswer } from './report-answer.ts';

const yearField = z.custom<PartnershipYear>(
  (value) => typeof value === 'string' && parseYear(value),
);
const chosen = z.object({ year: yearField });
const schema = z.object({
  year: yearField,
  version: z.string().max(200),
  on: dayField,
  where: lineField.optional(),
});

const NOT_RECORDED: Readonly<Record<ReportRefusal, string>> = {
  'not-yet': 'That day is still to come. Please give the day on which it was published.',
  'before-its-end':
    'On that day the year had not ended. Please give the day on which its report was published.',
  personal:
    'That looks like somebody’s personal details. Please give the address where the report can be read, or leave it empty.',
};

/** *It is published…*, on a notice or on the report’s card: the day, and where it can be read. */
export async function proposePublished(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const parsed = chosen.safeParse(data);
  if (!parsed.success) throw new UnreadableInput('yearly-report.form');
  if (!isPermitted(asker.person, 'yearly-report.record')) return mayNotRecord();
  const { year } = parsed.data;
  const { id, timeZone } = asker.directory.partnership;
  const stored = await ports.yearlyReports.find(id, year);
  return confirmation(asker, ports, {
    headline: `The yearly report for ${year} is published?`,
    sentence: 'Once it is recorded, nobody is reminded of it any more.',
    fields: [
      {
        id: 'on',
        label: 'Published on',
        kind: 'day',
        value: stored?.report.publishedOn ?? ports.calendar.today(timeZone),
        required: true,
      },
      {
        id: 'where',
        label: 'Where it can be read',
        kind: 'text',
        value: stored?.report.where ?? '',
        hint: 'An address',
      },
    ],
    confirm: 'Record it',
    verb: 'yearly-report.record',
    data: { year, version: stored?.version ?? '' },
  });
}

/** *Record it*. Pressed again, it shows what the first press recorded. */
export async function recordPublished(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const { year, version, on, where } = readForm('yearly-report.record', schema, data);
  if (!isPermitted(asker.person, 'yearly-report.record')) return mayNotRecord();
  if (!on) return { text: 'Nothing was recorded. Please give the day on which it was published.' };
  const { id } = asker.directory.partnership;
  const actor = toActor(asker, ports);
  const published = publish({ year, publishedOn: on, where }, actor, asker.directory.partnership);
  if (!published.ok) {
    const refused = published.refusal === 'personal' ? 'privacy' : undefined;
    return { text: `Nothing was recorded. ${NOT_RECORDED[published.refusal]}`, refused };
  }
  const report = published.value;
  const today = { today: actor.today, bankHolidays: ports.calendar.bankHolidays };
  const reply = (kept: YearlyReport | undefined, said: string) =>
    reportAnswer(asker, { year, report: kept, mayRecord: true }, today, said);
  if ((await ports.yearlyReports.record(id, report, version)) === 'saved')
    return reply(report, 'Recorded.');
  const stored = (await ports.yearlyReports.find(id, year))?.report;
  const isSame = stored?.publishedOn === report.publishedOn && stored.where === report.where;
  return reply(stored, isSame ? 'Recorded.' : 'Nothing was recorded: somebody was first.');
}

function mayNotRecord(): Answer {
  return {
    text: `Nothing was recorded: that the yearly report is published is recorded by ${describeWhoMay('yearly-report.record')}.`,
    refused: 'access',
  };
}
