import { ask } from '../../answers/questions.ts';
import { aboutSource } from '../../answers/source-questions.ts';
import { formatCount, sentenceCase } from '../../answers/words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { formatDayWithYear } from '../../domain/dates.ts';
import { resolveYear, yearSpan } from '../../domain/partnership-year.ts';
import type { KnownRecommendation } from '../../domain/recommendation.ts';
import { SOURCE_KINDS, type Source, type SourceKind } from '../../domain/source.ts';
import { listRecommendations } from '../recommendations/queries.ts';
import { listSources as listSeenSources } from './queries.ts';

const MAX_ROWS = 20;

/** “which inspections have we had”, “audits of this year”: the latest first, with what each asked for. */
export async function listSources(request: Request, question: Question): Promise<Answer> {
  const { directory, today } = request;
  const { filters, args } = question;
  const { yearStart } = directory.partnership;
  const kind = toKind(args.kind);
  const year = filters.year && resolveYear(filters.year, today, yearStart);
  if (filters.year && !year)
    return { text: `I do not know the year “${filters.year}”. Years are written like 2020-21.` };
  const span = year ? yearSpan(year, yearStart) : undefined;
  const since = typeof args.since === 'string' ? args.since : undefined;
  const all = await listSeenSources(request);
  const fitting = all
    .filter(
      (source) =>
        (!kind || source.kind === kind) &&
        (!span || (source.on !== undefined && source.on >= span.from && source.on <= span.to)) &&
        (!since || (source.on !== undefined && source.on >= since)),
    )
    .sort((a, b) => (b.on ?? '').localeCompare(a.on ?? '') || a.name.localeCompare(b.name, 'en'));
  const scope = [year && `in ${year}`, since && `since ${since}`].filter(Boolean).join(' ');
  const noun = (count: number) => (kind ? formatKind(kind, count) : formatCount(count, 'source'));
  const suggestions = [
    { title: 'All recommendations', ...ask('list_recommendations') },
    { title: 'Add a source', ...ask('change_source', {}, { mode: 'add' }) },
  ];
  const undated =
    kind || span || since
      ? all.filter((each) => !each.on && (!kind || each.kind === kind)).length
      : 0;
  const without = (span || since) && undated > 0 ? ` ${undated} more have no day.` : '';
  if (fitting.length === 0)
    return {
      text: `No ${kind ?? 'review, audit or inspection'}${scope ? ` ${scope}` : ''} is kept as a source.${without}`,
      suggestions,
      thread: { question },
    };
  const recommendations = await listRecommendations(request);
  const heading = sentenceCase([noun(fitting.length), scope].filter(Boolean).join(' '));
  return {
    text: `${heading}: the latest is ${describeLatest(fitting[0] as Source)}.${without}`,
    heading,
    sections: [
      {
        rows: fitting.slice(0, MAX_ROWS).map((source) => toSourceRow(source, recommendations)),
        note: fitting.length > MAX_ROWS ? `The latest ${MAX_ROWS} of ${fitting.length} shown` : '',
      },
    ],
    suggestions,
    thread: { question },
  };
}

const describeLatest = ({ name, on }: Source): string =>
  on ? `${name}, ${formatDayWithYear(on)}` : name;

function toKind(words: unknown): SourceKind | undefined {
  if (typeof words !== 'string') return undefined;
  return SOURCE_KINDS.find((kind) => words.toLowerCase().startsWith(kind.slice(0, 5)));
}

const formatKind = (kind: SourceKind, count: number): string =>
  kind === 'scrutiny' ? formatCount(count, 'scrutiny', 'scrutinies') : formatCount(count, kind);

function toSourceRow(source: Source, all: readonly KnownRecommendation[]) {
  const own = all.filter((each) => each.source.id === source.id);
  const met = own.filter(({ state }) => state === 'met').length;
  const recommended =
    own.length > 0 && `${formatCount(own.length, 'recommendation')}, ${met || 'none'} met`;
  const parts = [source.kind, source.body, source.on && formatDayWithYear(source.on), recommended];
  return {
    title: source.name,
    line: parts.filter(Boolean).join(' · '),
    opens: aboutSource(source.id),
  };
}
