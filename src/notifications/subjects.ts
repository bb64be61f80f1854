import type { Ports } from '../contract/ports.ts';
import type { Action } from '../domain/action.ts';
import { addDays } from '../domain/dates.ts';
import type { DaySpan } from '../domain/due-range.ts';
import type { Meeting } from '../domain/meeting.ts';
import { incidentOf, reportNotices, runningLcspr } from '../domain/notices/clock-notices.ts';
import { parseNoticeId } from '../domain/notices/notice.ts';
import type { NoticeContext, Subject } from '../domain/notices/notices.ts';
import { reportedYear } from '../domain/yearly-report.ts';
import { recentMeetings } from '../features/attendance/queries.ts';

export type SubjectPorts = Pick<
  Ports,
  'actions' | 'reviews' | 'meetings' | 'attendance' | 'reminders' | 'yearlyReports'
>;

/**
 * Everything because of which something may be owed in the window of a sweep. Each read is a range of what is near: the due days
 * that reached a step, the clocks that run, the registers that are open. What is stored beside that is not touched.
 */
export async function subjectsIn(context: NoticeContext, ports: SubjectPorts): Promise<Subject[]> {
  const { directory, window, steps } = context;
  const { id } = directory.partnership;
  const { from = window.today, today } = window;
  const groups = directory.groups.map((group) => group.id);
  const [actions, waiting, running, open, closed, reminders, report] = await Promise.all([
    Promise.all(dueSpans(context).map((span) => openActions(id, span, context, ports))),
    steps.week ? ports.actions.awaitingVerification(id) : [],
    ports.reviews.running(id),
    ports.meetings.unclosed(id, groups, today),
    ports.meetings.closed(id, from, today),
    ports.reminders.between(id, from, today),
    yearlyReport(context, ports),
  ]);
  const byRef = new Map(actions.flat().map((action) => [action.ref, action]));
  return [
    ...[...byRef.values()].map((action) => ({ kind: 'action' as const, action })),
    ...waiting.map((action) => ({ kind: 'verification' as const, action })),
    ...running.incidents.map((incident) => ({ kind: 'incident' as const, incident })),
    ...running.lcsprs.map((lcspr) => ({ kind: 'lcspr' as const, lcspr })),
    ...report,
    ...open.map((meeting) => ({ kind: 'register' as const, meeting })),
    ...(await Promise.all(closed.map((meeting) => absence(meeting, context, ports)))),
    { kind: 'weekly' },
    ...reminders.map((reminder) => ({ kind: 'reminder' as const, reminder })),
  ];
}

/** What a notice is about as it stands now, or `undefined` when it is gone. */
export async function subjectNow(
  id: string,
  context: NoticeContext,
  ports: SubjectPorts,
): Promise<Subject | undefined> {
  const { rule, about } = parseNoticeId(id);
  const partnership = context.directory.partnership.id;
  switch (rule) {
    case 'action':
    case 'overdue':
    case 'escalation':
    case 'verification': {
      const action = await ports.actions.named(partnership, about);
      return action && { kind: rule === 'verification' ? rule : 'action', action };
    }
    case 'notify':
    case 'review': {
      const stored = await ports.reviews.find(partnership, about);
      return stored && { kind: 'incident', incident: incidentOf(stored.review) };
    }
    case 'lcspr': {
      const known = (await ports.reviews.lcsprs(partnership)).find(({ name }) => name === about);
      const lcspr = known && runningLcspr(known);
      return lcspr && { kind: 'lcspr', lcspr };
    }
    case 'register':
    case 'absence': {
      const stored = await ports.meetings.find(partnership, about);
      if (!stored || rule === 'register')
        return stored && { kind: 'register', meeting: stored.meeting };
      return absence(stored.meeting, context, ports);
    }
    case 'reminder': {
      const { from = context.window.today, today } = context.window;
      const reminder = (await ports.reminders.between(partnership, from, today)).find(
        (each) => each.id === about,
      );
      return reminder && { kind: 'reminder', reminder };
    }
    case 'report':
      return (await yearlyReport(context, ports))[0];
    case 'weekly':
      return { kind: rule };
  }
}

/** The due days that have reached a step: ahead, long past, and on the weekly day all that are past. */
function dueSpans({ settings, steps }: NoticeContext): DaySpan[] {
  return [
    ...settings.actionSteps.map(steps.before),
    ...settings.escalations.map(({ after }) => steps.after(after)),
    ...(steps.week ? [{ to: addDays(steps.week, -1) }] : []),
  ];
}

async function openActions(
  partnership: string,
  { from, to }: DaySpan,
  { window }: NoticeContext,
  { actions }: SubjectPorts,
): Promise<Action[]> {
  if (from && to && from > to) return [];
  return actions.list(
    partnership,
    { status: 'not complete', dueFrom: from, dueTo: to },
    window.today,
  );
}

/** Nothing is asked while it is not near, nor long past. */
async function yearlyReport(
  context: NoticeContext,
  { yearlyReports }: SubjectPorts,
): Promise<Subject[]> {
  const { id, yearStart } = context.directory.partnership;
  if (reportNotices(context).length === 0) return [];
  const year = reportedYear(context.window.today, yearStart);
  return [{ kind: 'report', isPublished: (await yearlyReports.find(id, year)) !== undefined }];
}

async function absence(
  meeting: Meeting,
  { directory, window }: NoticeContext,
  ports: SubjectPorts,
): Promise<Subject> {
  const recent = await recentMeetings(directory.partnership.id, meeting.group, window.today, ports);
  return { kind: 'absence', meeting, ...recent };
}
