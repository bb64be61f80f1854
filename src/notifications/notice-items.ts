import { type Moment, ownerInWords } from '../answers/action-words.ts';
import type { Matter, NoticeItem, Why } from '../contract/notice-item.ts';
import { attendanceConcerns } from '../domain/attendance-concerns.ts';
import { CLOCKS, clockInForce } from '../domain/clocks.ts';
import { type Day, toDay, toLocalTime } from '../domain/dates.ts';
import { agencyName, type Directory, groupName } from '../domain/directory.ts';
import type { Notice, RecipientReason, Rule } from '../domain/notices/notice.ts';
import { omitUndefined } from '../domain/optional.ts';
import { workingDaysBetween } from '../domain/working-days.ts';
import type { OwedNotice } from './recheck.ts';

/** What a reminder is about, by its id: read from the records on the day. */
export type RemindedOf = ReadonlyMap<string, { readonly ref: string; readonly title: string }>;

/**
 * What is owed with its names in words. Of an action once, whatever it is owed for: who owns it does not hear of it as its chair too.
 * Everything else is a thing of its own, so that of the two limits of one incident neither hides the other.
 */
export function noticeItems(
  owed: readonly OwedNotice[],
  directory: Directory,
  today: Moment,
  reminded: RemindedOf = new Map(),
): NoticeItem[] {
  const own = owed.toSorted((a, b) => Number(isEscalation(a)) - Number(isEscalation(b)));
  const once = new Map(own.toReversed().map((each) => [thingOf(each), each]));
  return [...once.values()]
    .reverse()
    .flatMap((each) => itemOf(each, directory, today, reminded) ?? []);
}

function thingOf({ notice: { id, about }, subject }: OwedNotice): string {
  return subject.kind === 'action' ? `action/${about}` : id;
}

const isEscalation = ({ notice }: OwedNotice) => notice.rule === 'escalation';

function itemOf(
  { notice, subject }: OwedNotice,
  directory: Directory,
  today: Moment,
  reminded: RemindedOf,
): NoticeItem | undefined {
  const why = whyOf(notice, directory, today);
  switch (subject.kind) {
    case 'action':
    case 'verification': {
      const { ref, title, dueOn, completedOn, status, source } = subject.action;
      const owner = ownerInWords(subject.action, directory);
      const facts = [
        ...(owner ? [{ title: 'Owner', value: owner }] : []),
        ...(source.name ? [{ title: 'From', value: source.name }] : []),
      ];
      const matter: Matter | undefined =
        subject.kind === 'verification'
          ? {
              kind: 'verification',
              ...(completedOn?.length === 10 && { completedOn: completedOn as Day }),
            }
          : dueOn && { kind: 'action', dueOn };
      return (
        matter && {
          subject: ref,
          title,
          matter,
          why,
          facts,
          ...(subject.kind === 'action' && { standing: status }),
        }
      );
    }
    case 'incident':
      return clockItem(notice, why, directory);
    case 'lcspr':
      return clockItem(notice, why, directory, omitUndefined({ review: subject.lcspr.review }));
    case 'report':
      return clockItem(notice, why, directory, { report: notice.about });
    case 'register': {
      const { id, group, title, startsAt } = subject.meeting;
      const name = groupName(directory, group);
      return {
        subject: name,
        title,
        matter: { kind: 'register', group: name, heldOn: toDay(startsAt), meeting: id },
        why,
      };
    }
    case 'absence': {
      const points = attendanceConcerns(
        subject.meetings,
        subject.attendance,
        today.today,
        today.bankHolidays,
      );
      const point = points.find(
        (each) => each.kind === 'absent-without-deputy' && each.agency === notice.step,
      );
      if (point?.kind !== 'absent-without-deputy') return undefined;
      const [agency, group] = [
        agencyName(directory, point.agency),
        groupName(directory, subject.meeting.group),
      ];
      return {
        subject: agency,
        title: group,
        matter: { kind: 'absence', agency, group, meetings: point.missed.length },
        why,
      };
    }
    case 'reminder': {
      const { id, about, setAt } = subject.reminder;
      const why: Why = {
        kind: 'asked',
        on: toDay(toLocalTime(new Date(setAt), directory.partnership.timeZone)),
      };
      const { ref, title } = reminded.get(id) ?? {
        ref: '',
        title: about.kind === 'words' ? about.words : about.kind,
      };
      const isRecord = about.kind === 'action' || about.kind === 'review';
      return {
        subject: ref,
        title,
        matter: { kind: 'reminder', ...(!isRecord && { words: title }) },
        why,
      };
    }
    case 'weekly':
      return undefined;
  }
}

const LIMITS: Readonly<Partial<Record<Rule, { clock: string; title: string; what: string }>>> = {
  notify: { clock: CLOCKS.notify, title: 'Serious incident', what: 'notify the Panel' },
  review: {
    clock: CLOCKS.fromAware,
    title: 'Rapid review',
    what: 'send the rapid review to the Panel',
  },
  lcspr: {
    clock: CLOCKS.publish,
    title: 'Local child safeguarding practice review',
    what: 'publish it',
  },
  report: { clock: CLOCKS.report, title: 'Yearly report', what: 'publish the yearly report' },
};

function clockItem(
  { rule, about, dueOn }: Notice,
  why: Why,
  { partnership }: Directory,
  more: { readonly review?: string | undefined; readonly report?: string } = {},
): NoticeItem | undefined {
  const limit = LIMITS[rule];
  if (!limit || !dueOn) return undefined;
  const { title, what, clock } = limit;
  const source = clockInForce(partnership.clocks, clock, dueOn)?.source ?? '';
  return { subject: about, title, matter: { kind: 'clock', what, dueOn, source, ...more }, why };
}

function whyOf(
  { rule, reason: why, dueOn }: Notice,
  directory: Directory,
  { today: day, bankHolidays }: Moment,
): Why {
  if (why.kind === 'chair' && rule === 'escalation' && dueOn) {
    const late = workingDaysBetween(dueOn, day, bankHolidays);
    return {
      kind: 'escalation',
      ...chairOf(why, directory),
      workingDaysOverdue: late.ok ? late.value : 0,
    };
  }
  if (rule === 'verification' && why.kind === 'chair')
    return { kind: 'verifier', as: 'chair', ...chairOf(why, directory) };
  switch (why.kind) {
    case 'agency':
      return {
        kind: rule === 'absence' ? 'agency' : 'lead',
        agency: agencyName(directory, why.agency),
      };
    case 'statutory':
      return { kind: 'statutory', agency: agencyName(directory, why.agency) };
    case 'chair': {
      const { group } = chairOf(why, directory);
      return group && (rule === 'action' || rule === 'overdue')
        ? { kind: 'group', group }
        : { kind: 'chair', group };
    }
    case 'scrutineer':
      return { kind: 'verifier', as: 'scrutineer' };
    case 'asked':
      return { kind: 'asked', on: day };
    default:
      return why;
  }
}

function chairOf(
  why: Extract<RecipientReason, { kind: 'chair' }>,
  directory: Directory,
): { group?: string } {
  return why.group ? { group: groupName(directory, why.group) } : {};
}
