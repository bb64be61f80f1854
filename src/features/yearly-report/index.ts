import type { Feature } from '../../contract/feature.ts';
import { yearlyReportsFile } from './folder.ts';
import messages from './messages.json' with { type: 'json' };
import { publishReport } from './notices.ts';
import { yearlyReportPhrases } from './phrases.ts';
import { openPublishedForm, recordPublished } from './record-published.ts';
import { answerReport, openReport, showReport } from './show-report.ts';

/** The yearly report: by when it is due, whether it is out, and recording that it is. What goes into it cannot be put together yet. */
export const yearlyReport: Feature = {
  name: 'yearly-report',
  messages,
  intents: [
    {
      name: 'annual_report_pack',
      label: 'The yearly report',
      phrases: yearlyReportPhrases,
      answer: answerReport,
    },
  ],
  actions: [openReport, openPublishedForm, recordPublished],
  commands: [{ name: 'yearly-report', handle: (request, text) => showReport(request, text) }],
  folder: [yearlyReportsFile],
  notices: [publishReport],
};
