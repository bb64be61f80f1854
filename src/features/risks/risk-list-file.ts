import { type FileKind, toExcelFile } from '../../contract/file.ts';
import { createListWorkbook, type ListColumn } from '../../documents/list-workbook.ts';
import { toDate } from '../../domain/dates.ts';
import type { Directory } from '../../domain/directory.ts';
import { type Risk, riskLevel, riskScore } from '../../domain/risk.ts';
import { formatRiskOwner } from './describe-risk.ts';
import { findListedRisks } from './list-risks.ts';

/** *Get as Excel*: all of a list of open risks, the worst first. */
export const riskListFile: FileKind = {
  name: 'risks',
  label: 'the list of risks',
  intent: 'list_risks',
  format: 'Excel',
  button: 'Get as Excel',
  permission: 'risks.read',
  async make(request, question) {
    const { directory, today } = request;
    const found = await findListedRisks(request, question);
    if ('text' in found) return found;
    if (found.risks.length === 0) return { text: 'No risk is on that list, so there is no file.' };
    const note = `As the register stood on ${today}.`;
    return toExcelFile(
      await createListWorkbook('Risks', columnsFor(directory), found.risks, note),
      'risks',
      today,
    );
  },
};

const columnsFor = (directory: Directory): readonly ListColumn<Risk>[] => [
  ['Reference', 12, ({ id }) => id],
  ['Risk', 60, ({ title }) => title],
  ['Owner', 30, (risk) => formatRiskOwner(risk, directory)],
  ['Likelihood', 11, ({ likelihood }) => likelihood],
  ['Impact', 9, ({ impact }) => impact],
  ['Score', 8, riskScore],
  ['Level', 10, riskLevel],
  ['Controls', 50, ({ controls }) => controls],
  ['Next review', 13, ({ nextReviewOn }) => nextReviewOn && toDate(nextReviewOn)],
];
