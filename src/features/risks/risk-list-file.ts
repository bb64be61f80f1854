import { EXCEL_TYPE, type FileKind, toFileName } from '../../contract/file.ts';
import { createWorkbook } from '../../documents/create-workbook.ts';
import { riskLevel, riskScore } from '../../domain/risk.ts';
import { formatRiskOwner } from './describe-risk.ts';
import { findListedRisks } from './list-risks.ts';

const HEADER = [
  'Reference',
  'Risk',
  'Owner',
  'Likelihood',
  'Impact',
  'Score',
  'Level',
  'Controls',
  'Next review',
];

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
    const rows = found.risks.map((risk) => [
      risk.id,
      risk.title,
      formatRiskOwner(risk, directory),
      risk.likelihood,
      risk.impact,
      riskScore(risk),
      riskLevel(risk),
      risk.controls,
      risk.nextReviewOn && new Date(`${risk.nextReviewOn}T00:00:00Z`),
    ]);
    return {
      fileName: toFileName('xlsx', 'risks', today),
      contentType: EXCEL_TYPE,
      bytes: await createWorkbook([
        {
          name: 'Risks',
          rows: [HEADER, ...rows],
          widths: [12, 60, 30, 11, 9, 8, 10, 50, 13],
          note: `As the register stood on ${today}.`,
        },
      ]),
    };
  },
};
