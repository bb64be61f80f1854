import { z } from 'zod';
import { describeWhoMay } from '../../answers/access-words.ts';
import { dayField, lineField, pleaseCheck } from '../../answers/form.ts';
import { formatDueIn } from '../../answers/notice-words.ts';
import { sentenceCase } from '../../answers/words.ts';
import { action } from '../../contract/action.ts';
import type { Answer, State } from '../../contract/answer.ts';
import { type Moment, type Request, toActor } from '../../contract/request.ts';
import { isPermitted } from '../../domain/access.ts';
import { acceptChange } from '../../domain/change-event.ts';
import { type Day, formatDayWithYear } from '../../domain/dates.ts';
import { personName } from '../../domain/directory.ts';
import { type PartnershipYear, parseYear } from '../../domain/partnership-year.ts';
import {
  publish,
  type ReportRefusal,
  reportDueOn,
  type YearlyReport,
  yearBefore,
} from '../../domain/yearly-report.ts';
import { yearlyReportStore } from './store.ts';

const yearField = z.custom<PartnershipYear>(
  (value) => typeof value === 'string' && parseYear(value),
);
const permission = 'yearly-report.record';

const NOT_RECORDED: Readonly<Record<ReportRefusal, string>> = {
  'not-yet': 'That day is still to come. Please give the day on which it was published.',
  'before-its-end':
    'On that day the year had not ended. Please give the day on which its report was published.',
  personal:
    'That looks like somebody’s personal details. Please give the address where the report can be read, or leave it empty.',
};

/** *It is published…*, on a notice or on the report’s card: the day, and where it can be read. */
export const openPublishedForm = action({
  id: 'yearly-report.form',
  permission,
  input: z.object({ year: yearField }),
  async handle(request: Request, { year }): Promise<Answer> {
    const { person, today, store } = request;
    if (!isPermitted(person, permission)) return mayNotRecord();
    const stored = await store(yearlyReportStore).getVersioned(year);
    const heading = `The yearly report for ${year} is published?`;
    return {
      text: pleaseCheck(heading),
      heading,
      sentence: 'Once it is recorded, nobody is reminded of it any more.',
      form: {
        fields: [
          {
            id: 'on',
            label: 'Published on',
            kind: 'day',
            value: stored?.record.publishedOn ?? today,
            required: true,
          },
          {
            id: 'where',
            label: 'Where it can be read',
            kind: 'text',
            value: stored?.record.where ?? '',
            hint: 'An address',
          },
        ],
        submit: recordPublished.button('Record it', {
          year,
          version: String(stored?.version ?? ''),
        }),
      },
    };
  },
});

/** *Record it*. Pressed again, it shows what the first press recorded. */
export const recordPublished = action({
  id: 'yearly-report.record',
  permission,
  input: z.object({
    year: yearField,
    version: z.string().max(200),
    on: dayField,
    where: lineField.optional(),
  }),
  async handle(request: Request, { year, version, on, where }): Promise<Answer> {
    const { directory, person, store } = request;
    if (!isPermitted(person, permission)) return mayNotRecord();
    if (!on)
      return { text: 'Nothing was recorded. Please give the day on which it was published.' };
    const wanted = { year, publishedOn: on, where };
    const actor = toActor(request);
    const published = publish(wanted, actor, directory.partnership);
    if (!published.ok)
      return {
        text: `Nothing was recorded. ${NOT_RECORDED[published.refusal]}`,
        ...(published.refusal === 'personal' && { refused: 'privacy' }),
      };
    const report = published.value;
    const reports = store(yearlyReportStore);
    const change = acceptChange(report, { type: 'published' }, actor);
    const saved = version
      ? await reports.change(year, () => change, Number(version))
      : await reports.add(report, change.value.event);
    const stored = saved.ok ? saved.value : await reports.get(year);
    const isSame = stored?.publishedOn === report.publishedOn && stored.where === report.where;
    const news = isSame ? 'Recorded.' : 'Nothing was recorded: somebody was first.';
    return reportAnswer(request, year, news);
  },
});

function mayNotRecord(): Answer {
  return {
    text: `Nothing was recorded: that the yearly report is published is recorded by ${describeWhoMay(permission)}.`,
    refused: 'access',
  };
}

/**
 * The report on a year, as far as it has got, after what was just recorded of it; there is no report while it is not
 * published.
 */
export async function reportAnswer(
  { directory, person, today, bankHolidays, store }: Request,
  year: PartnershipYear,
  news = '',
): Promise<Answer> {
  const reports = store(yearlyReportStore);
  const [report, last] = await Promise.all([reports.get(year), reports.get(yearBefore(year))]);
  const due = reportDueOn(year, directory.partnership, bankHolidays, last?.publishedOn);
  const { words, colour } = report
    ? publishedState(report, due)
    : awaitedState(due, { today, bankHolidays });
  const heading = `The yearly report for ${year}`;
  const where = report?.where ? [{ title: 'Where', value: report.where }] : [];
  const facts = report
    ? [...where, { title: 'Recorded by', value: personName(directory, report.recordedBy) }]
    : [];
  const title = report ? 'Correct it…' : 'It is published…';
  return {
    text: [news, `${heading}: ${words}.`].filter(Boolean).join(' '),
    heading,
    ...(news && { sentence: news }),
    state: { words: sentenceCase(words), colour },
    sections: [{ facts }],
    buttons: isPermitted(person, 'yearly-report.record')
      ? [openPublishedForm.button(title, { year })]
      : [],
  };
}

function publishedState({ publishedOn }: YearlyReport, due: Day | undefined): State {
  const inTime = due === undefined ? '' : publishedOn > due ? ', late' : ', in time';
  return { words: `published on ${formatDayWithYear(publishedOn)}${inTime}`, colour: 'good' };
}

function awaitedState(due: Day | undefined, moment: Moment): State {
  if (!due)
    return {
      words: 'due within 12 months of the report before it, whose publication is not recorded',
      colour: 'default',
    };
  const colour = due < moment.today ? 'attention' : 'warning';
  return { words: `${formatDueIn(due, moment)}, ${formatDayWithYear(due)}`, colour };
}
