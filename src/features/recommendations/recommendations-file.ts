import { describeState, formatAddressees } from '../../answers/recommendation-words.ts';
import { sentenceCase } from '../../answers/words.ts';
import { type FileKind, toExcelFile } from '../../contract/file.ts';
import type { Request } from '../../contract/request.ts';
import { createListWorkbook, type ListColumn } from '../../documents/list-workbook.ts';
import { toDate } from '../../domain/dates.ts';
import { personName } from '../../domain/directory.ts';
import type { KnownRecommendation } from '../../domain/recommendation.ts';
import { sourceTitle } from '../../domain/source.ts';
import type { Theme } from '../../domain/theme.ts';
import { listThemes } from '../themes/queries.ts';
import { selectRecommendations } from './select-recommendations.ts';

/** *Get as Excel*: all of a list of recommendations, in the order in which it is shown. */
export const recommendationsListFile: FileKind = {
  name: 'recommendations',
  label: 'the list of recommendations',
  intent: 'list_recommendations',
  format: 'Excel',
  button: 'Get as Excel',
  permission: 'recommendations.read',
  async make(request, question) {
    const selected = await selectRecommendations(request, question);
    if ('answer' in selected) return selected.answer;
    const { found } = selected;
    if (found.length === 0)
      return { text: 'No recommendation is on that list, so there is no file.' };
    const note = `As the records stood on ${request.today}.`;
    const columns = columnsFor(request, await listThemes(request));
    return toExcelFile(
      await createListWorkbook('Recommendations', columns, found, note),
      'recommendations',
      request.today,
    );
  },
};

const columnsFor = (
  request: Request,
  themes: readonly Theme[],
): readonly ListColumn<KnownRecommendation>[] => {
  const { directory } = request;
  return [
    ['Reference', 12, ({ recommendation }) => recommendation.ref],
    ['Source', 30, ({ source }) => sourceTitle(source)],
    ['Recommendation', 60, ({ recommendation }) => recommendation.text],
    [
      'Addressed to',
      30,
      ({ recommendation }) => sentenceCase(formatAddressees(recommendation, directory)),
    ],
    ['Where it stands', 30, (known) => sentenceCase(describeState(known, request).words)],
    ['Response due', 13, ({ dueOn }) => dueOn && toDate(dueOn)],
    ['Response', 14, ({ recommendation }) => recommendation.response],
    ['Reason', 40, ({ recommendation }) => recommendation.responseReason],
    ['Actions', 20, ({ recommendation }) => recommendation.actions.join('; ')],
    ['Evidence', 50, ({ recommendation }) => recommendation.evidence],
    [
      'Verified by',
      24,
      ({ recommendation: { verifiedBy } }) => verifiedBy && personName(directory, verifiedBy),
    ],
    ['Verified', 12, ({ recommendation: { verifiedOn } }) => verifiedOn && toDate(verifiedOn)],
    ['Repeats', 12, ({ recommendation }) => recommendation.repeats],
    [
      'Themes',
      30,
      ({ recommendation }) =>
        recommendation.themes
          .map((id) => themes.find((theme) => theme.id === id)?.name ?? id)
          .join('; '),
    ],
  ];
};
