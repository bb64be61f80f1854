import type { CardAction, Feature, Intent } from '../contract/feature.ts';
import { fromSubmission } from '../contract/submission.ts';
import { actions } from './actions/actions.ts';
import { agendas } from './agendas/agendas.ts';
import { attendance } from './attendance/attendance.ts';
import { attendanceAnswers } from './attendance-answers/attendance-answers.ts';
import { auditTrail } from './audit-trail/audit-trail.ts';
import { decisions } from './decisions/decisions.ts';
import { guidance } from './guidance/guidance.ts';
import { meetingSummary } from './meeting-summary/meeting-summary.ts';
import { meetings } from './meetings/meetings.ts';
import { notYet } from './not-yet/not-yet.ts';
import { noticeStatus } from './notice-status/notice-status.ts';
import { priorities } from './priorities/index.ts';
import { rapidReviews } from './rapid-reviews/rapid-reviews.ts';
import { reminders } from './reminders/reminders.ts';
import { vocabulary } from './vocabulary/vocabulary.ts';
import { yearlyReport } from './yearly-report/yearly-report.ts';

/** Everything that people come to Convenor for. A new feature is one line here. */
export const features: readonly Feature[] = [
  attendanceAnswers,
  attendance,
  notYet,
  yearlyReport,
  rapidReviews,
  priorities,
  actions,
  meetings,
  agendas,
  decisions,
  meetingSummary,
  auditTrail,
  reminders,
  noticeStatus,
  vocabulary,
  guidance,
];

/** Everything that can be asked in words. */
export const intents: readonly Intent[] = features.flatMap(({ intents = [] }) => intents);

/** Everything that buttons and forms do. */
export const cardActions: readonly CardAction[] = features.flatMap(
  ({ actions: own = [], submissions = [] }) => [...own, ...submissions.map(fromSubmission)],
);
