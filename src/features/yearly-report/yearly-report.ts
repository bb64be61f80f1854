import type { Feature } from '../../contract/feature.ts';
import { publishReport } from './notices.ts';
import { yearlyReportPhrases } from './phrases.ts';
import { proposePublished, recordPublished } from './record-published.ts';
import { openReport, showReport, showReportOf } from './show-report.ts';

/** The yearly report: by when it is due, whether it is out, and recording that it is. What goes into it cannot be put together yet. */
export const yearlyReport: Feature = {
  name: 'yearly-report',
  intents: [
    {
      name: 'annual_report_pack',
      label: 'The yearly report',
      phrases: yearlyReportPhrases,
      answer: showReport,
    },
  ],
  submissions: [
    { verb: 'yearly-report.show', access: 'anybody', handle: openReport },
    { verb: 'yearly-report.form', access: 'yearly-report.record', handle: proposePublished },
    { verb: 'yearly-report.record', access: 'yearly-report.record', handle: recordPublished },
  ],
  commands: [{ name: 'yearly-report', handle: showReportOf }],
  notices: [publishReport],
};
