import type { Feature } from '../../contract/feature.ts';
import type { ReportSection } from '../../contract/report-section.ts';
import { yearlyReportsFile } from './folder.ts';
import messages from './messages.json' with { type: 'json' };
import { publishReport } from './notices.ts';
import { packFiles } from './pack-files.ts';
import { yearlyReportPhrases } from './phrases.ts';
import { openPublishedForm, recordPublished } from './record-published.ts';
import { createShowPack } from './show-pack.ts';
import { openReport, showReport } from './show-report.ts';

/** The yearly report: by when it is due, whether it is out, and its pack, to which every feature brings its section. */
export function createYearlyReport(sections: () => readonly ReportSection[]): Feature {
  const { document, workbook } = packFiles(sections);
  return {
    name: 'yearly-report',
    messages,
    intents: [
      {
        name: 'annual_report_pack',
        label: 'The yearly report',
        phrases: yearlyReportPhrases,
        answer: createShowPack(sections, workbook),
      },
    ],
    actions: [openReport, openPublishedForm, recordPublished],
    commands: [{ name: 'yearly-report', handle: (request, text) => showReport(request, text) }],
    files: [document, workbook],
    folder: [yearlyReportsFile],
    notices: [publishReport],
  };
}
