import type { Feature } from '../../contract/feature.ts';
import { weeklyDigest as notice } from './notices.ts';

/** What chairs are told at the beginning of each week: what is overdue, what drifts and what comes up. */
export const weeklyDigest: Feature = { name: 'weekly-digest', notices: [notice] };
