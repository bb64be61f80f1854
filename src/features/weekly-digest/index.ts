import type { Feature } from '../../contract/feature.ts';
import type { FindingSource } from '../../contract/finding.ts';
import { createWeeklyDigest as createNotice } from './notices.ts';

/** What chairs are told at the beginning of each week: what is overdue, what drifts and what comes up. */
export const createWeeklyDigest = (sources: () => readonly FindingSource[]): Feature => ({
  name: 'weekly-digest',
  notices: [createNotice(sources)],
});
