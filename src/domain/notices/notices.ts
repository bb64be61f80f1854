import type { Action } from '../action.ts';
import type { Attendance, Meeting } from '../meeting.ts';
import type { Reminder } from '../reminder.ts';
import { actionNotices } from './action-notices.ts';
import {
  type Incident,
  incidentNotices,
  lcsprNotices,
  type RunningLcspr,
  reportNotices,
} from './clock-notices.ts';
import { createNoticeContext, type NoticeContext } from './make-notices.ts';
import { absenceNotices, registerNotices } from './meeting-notices.ts';
import type { Notice } from './notice.ts';
import { reminderNotices, verificationNotices, weeklyNotices } from './people-notices.ts';

export { createNoticeContext as noticeContext, type NoticeContext };

/** Something in the records because of which somebody may be owed a notice. */
export type Subject =
  | { readonly kind: 'action'; readonly action: Action }
  | { readonly kind: 'verification'; readonly action: Action }
  | { readonly kind: 'incident'; readonly incident: Incident }
  | { readonly kind: 'lcspr'; readonly lcspr: RunningLcspr }
  /** The yearly report is due by the calendar, until it is out. */
  | { readonly kind: 'report'; readonly isPublished?: boolean }
  /** A meeting whose register is not closed. */
  | { readonly kind: 'register'; readonly meeting: Meeting }
  /** A meeting whose register was closed, with those of its group before it. */
  | {
      readonly kind: 'absence';
      readonly meeting: Meeting;
      readonly meetings: readonly Meeting[];
      readonly attendance: readonly Attendance[];
    }
  | { readonly kind: 'weekly' }
  | { readonly kind: 'reminder'; readonly reminder: Reminder };

/**
 * What is owed because of one subject, to whom, as of a day. Finding and re-checking right before sending both ask this, so
 * that they cannot disagree: a notice is still owed when its id comes out again.
 */
export function noticesAbout(subject: Subject, context: NoticeContext): Notice[] {
  switch (subject.kind) {
    case 'action':
      return actionNotices(subject.action, context);
    case 'verification':
      return verificationNotices(subject.action, context);
    case 'incident':
      return incidentNotices(subject.incident, context);
    case 'lcspr':
      return lcsprNotices(subject.lcspr, context);
    case 'report':
      return subject.isPublished ? [] : reportNotices(context);
    case 'register':
      return registerNotices(subject.meeting, context);
    case 'absence':
      return absenceNotices(subject, context);
    case 'weekly':
      return weeklyNotices(context);
    case 'reminder':
      return reminderNotices(subject.reminder, context);
  }
}
