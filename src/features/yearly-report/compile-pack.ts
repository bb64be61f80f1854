import type { ReportContent, ReportContext, ReportSection } from '../../contract/report-section.ts';
import { type PartnershipYear, yearSpan } from '../../domain/partnership-year.ts';

/** A section of the pack with what the records say for it. */
export interface CompiledSection extends ReportContent {
  readonly id: string;
  readonly title: string;
}

/** The figures of a year for its report, with the rows behind them. */
export interface Pack {
  readonly partnership: string;
  readonly year: PartnershipYear;
  readonly today: ReportContext['today'];
  readonly sections: readonly CompiledSection[];
}

/** Has each section say what the records have of a year, in the order of the report. */
export async function compilePack(
  context: ReportContext,
  year: PartnershipYear,
  sections: readonly ReportSection[],
): Promise<Pack> {
  const { partnership } = context.directory;
  const period = { year, ...yearSpan(year, partnership.yearStart) };
  const inOrder = [...sections].sort((a, b) => a.position - b.position);
  const compiled = await Promise.all(
    inOrder.map(async ({ id, title, compile }) => ({
      id,
      title,
      ...(await compile(context, period)),
    })),
  );
  return { partnership: partnership.name, year, today: context.today, sections: compiled };
}

/** What the records do not say, under the section that misses it. */
export const gapsOf = ({ sections }: Pack): { readonly title: string; readonly gap: string }[] =>
  sections.flatMap(({ title, gaps }) => gaps.map((gap) => ({ title, gap })));
