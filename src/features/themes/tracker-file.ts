import { describeState } from '../../answers/recommendation-words.ts';
import { sentenceCase } from '../../answers/words.ts';
import { type FileKind, toExcelFile } from '../../contract/file.ts';
import { createListWorkbook, type ListColumn } from '../../documents/list-workbook.ts';
import { toDate } from '../../domain/dates.ts';
import type { KnownRecommendation } from '../../domain/recommendation.ts';
import { sourceTitle } from '../../domain/source.ts';
import { hasReturned, type KnownTheme, listKnownThemes } from './queries.ts';

interface TrackerRow extends KnownRecommendation {
  readonly known: KnownTheme;
}

/** The thematic tracker: a row for each recommendation of each theme. */
export const trackerFile: FileKind = {
  name: 'thematic-tracker',
  label: 'the thematic tracker',
  intent: 'list_themes',
  format: 'Excel',
  button: 'Get as Excel',
  permission: 'recommendations.read',
  async make(request) {
    const { today } = request;
    const rows = (await listKnownThemes(request)).flatMap((known) =>
      known.found.map((each): TrackerRow => ({ ...each, known })),
    );
    if (rows.length === 0)
      return { text: 'No recommendation has a theme yet, so there is no file.' };
    const columns: readonly ListColumn<TrackerRow>[] = [
      ['Theme', 28, ({ known }) => known.theme.name],
      ['Sources', 9, ({ known }) => known.sources.length],
      ['Came back', 11, ({ known }) => (hasReturned(known) ? 'yes' : 'no')],
      ['Source', 30, ({ source }) => sourceTitle(source)],
      ['Day', 12, ({ source }) => source.on && toDate(source.on)],
      ['Reference', 12, ({ recommendation }) => recommendation.ref],
      ['Recommendation', 60, ({ recommendation }) => recommendation.text],
      ['Where it stands', 30, (row) => sentenceCase(describeState(row, request).words)],
      ['Actions', 20, ({ recommendation }) => recommendation.actions.join('; ')],
      ['Evidence', 50, ({ recommendation }) => recommendation.evidence],
    ];
    const note = `As the records stood on ${today}.`;
    return toExcelFile(
      await createListWorkbook('Thematic tracker', columns, rows, note),
      'thematic-tracker',
      today,
    );
  },
};
