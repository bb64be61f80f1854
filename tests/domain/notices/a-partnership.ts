import type { NoticeSource } from '../../../src/contract/notice.ts';
import { QUIET_SETTINGS, settingValues } from '../../../src/contract/notice-settings.ts';
import type { Action } from '../../../src/domain/action.ts';
import type { Day } from '../../../src/domain/dates.ts';
import type { Directory } from '../../../src/domain/directory.ts';
import { ENGLAND_BANK_HOLIDAYS } from '../../../src/domain/england-bank-holidays.ts';
import { dailyMessages } from '../../../src/domain/notices/daily-messages.ts';
import type { Delivery } from '../../../src/domain/notices/delivery.ts';
import type { Notice } from '../../../src/domain/notices/notice.ts';
import {
  createSweepContext,
  type SweepContext,
} from '../../../src/domain/notices/notice-context.ts';
import type { Incident, RunningLcspr } from '../../../src/domain/notices/running-clocks.ts';
import { type SweepWindow, sweepWindow } from '../../../src/domain/notices/steps.ts';
import { suppressionReason } from '../../../src/domain/notices/suppression.ts';
import type { Person, Role } from '../../../src/domain/partnership.ts';
import { defaultPreferences, type Preferences } from '../../../src/domain/preferences.ts';
import { noticeSources } from '../../../src/features/index.ts';
import { lcsprLimits } from '../../../src/features/lcsprs/notices.ts';
import type { Limit } from '../../../src/features/limit-notices.ts';
import { incidentLimits } from '../../../src/features/rapid-reviews/notices.ts';
import { reportLimit } from '../../../src/features/yearly-report/notices.ts';
import { createCatalogue, owedNotices } from '../../../src/notifications/catalogue.ts';
import { aDirectory } from '../../support/a-directory.ts';

export const bankHolidays = ENGLAND_BANK_HOLIDAYS;

/** Somebody who bears their id as a name. */
export const person = (id: string, agency: string, ...roles: Role[]): Person => ({
  id,
  displayName: id,
  agency,
  roles,
  groups: [],
  tenantId: 'tenant',
  objectId: id,
});

/** Three partners, one of them without a lead, a board and a group with chairs, two administrators. */
export const northmoor: Directory = {
  ...aDirectory,
  partnership: {
    ...aDirectory.partnership,
    statutoryPartners: [
      { agency: 'NPOL', voice: 'decides' },
      { agency: 'ICB', voice: 'decides' },
      { agency: 'NCC', voice: 'decides' },
      { agency: 'TRUST', voice: 'advises' },
    ],
    clocks: [
      {
        id: 'notify-panel',
        fromEvent: 'aware_on',
        workingDays: 5,
        validFrom: '2018-06-29' as Day,
        source: 'the Act',
      },
      {
        id: 'rapid-review',
        fromEvent: 'aware_on',
        workingDays: 15,
        validFrom: '2018-06-29' as Day,
        source: 'the guidance',
      },
      {
        id: 'lcspr-publish',
        fromEvent: 'started',
        months: 6,
        validFrom: '2018-06-29' as Day,
        source: 'the guidance',
      },
      {
        id: 'yearly-report',
        fromEvent: 'year_end',
        by: '09-30',
        validFrom: '2018-06-29' as Day,
        source: 'the guidance',
      },
    ],
  },
  groups: [
    { id: 'BRD', name: 'Northmoor Safeguarding Board', alsoKnownAs: [], kind: 'board' },
    {
      id: 'QA',
      name: 'Quality Assurance Group',
      alsoKnownAs: [],
      kind: 'sub-group',
      reportsTo: 'BRD',
    },
  ],
  people: [
    person('chair', 'CHAIR', 'chair'),
    person('scrutineer', 'SCRUT', 'scrutineer'),
    person('qa-chair', 'NCC', 'chair:QA'),
    person('police-lead', 'NPOL', 'partner-lead'),
    person('health-deputy', 'ICB', 'deputy'),
    person('council-lead', 'NCC', 'partner-lead'),
    person('constable', 'NPOL', 'member'),
    person('teacher', 'SCHOOLS', 'member'),
    person('manager', 'BU', 'administrator'),
    person('coordinator', 'BU', 'administrator'),
  ],
};

export function anAction(ref: string, facts: Partial<Action> = {}): Action {
  return {
    ref,
    title: `Action ${ref}`,
    source: {},
    owner: { agency: 'NPOL' },
    status: 'in progress',
    ...facts,
  };
}

/** Something in the records because of which somebody may be owed a notice. */
export type Subject =
  | { readonly kind: 'action'; readonly action: Action }
  | { readonly kind: 'incident'; readonly incident: Incident }
  | { readonly kind: 'lcspr'; readonly lcspr: RunningLcspr }
  | { readonly kind: 'report'; readonly isPublished?: boolean }
  | { readonly kind: 'weekly' }
  /** A record of a feature, which a rule of its own looks at. */
  | { readonly kind: 'record'; readonly rule: string; readonly record: unknown };

export const catalogue = createCatalogue(noticeSources);
export const { findRule } = catalogue;

/** The subjects with the sources by which something may be owed because of them, as those find them. */
function near(about: Subject, context: SweepContext): [source: NoticeSource, subject: unknown][] {
  const ofRules = (subject: unknown, ...rules: string[]) =>
    rules.map((rule): [NoticeSource, unknown] => [findSource(rule), subject]);
  const limits = (all: readonly Limit[]) => all.flatMap((limit) => ofRules(limit, limit.rule));
  switch (about.kind) {
    case 'action':
      return ofRules(about.action, 'action', 'overdue', 'escalation');
    case 'incident':
      return limits(incidentLimits(about.incident, context));
    case 'lcspr':
      return limits(lcsprLimits(about.lcspr, context));
    case 'report':
      return limits([(!about.isPublished && reportLimit(context)) || []].flat());
    case 'weekly':
      return context.steps.week ? ofRules(context.steps.week, 'weekly') : [];
    case 'record':
      return ofRules(about.record, about.rule);
  }
}

/** The source of a rule. */
export function findSource(rule: string): NoticeSource {
  const source = catalogue.sources.find((each) => each.rule === rule);
  if (!source) throw new Error(`No feature has notices of ${rule}`);
  return source;
}

/** What is owed because of a subject. */
export function noticesAbout(about: Subject, context: SweepContext): Notice[] {
  return near(about, context).flatMap(([source, subject]) => owedNotices(source, subject, context));
}

/** The last days of clocks that the service's operators watch. */
export function watchedDays(subjects: readonly Subject[], context: SweepContext): Day[] {
  return subjects
    .flatMap((about) => near(about, context))
    .flatMap(([source, subject]) => source.deadlines?.(subject) ?? []);
}

/** Ids of what is owed because of a subject on one day, when the day before it was swept. */
export function owedOn(
  today: Day,
  subject: Subject,
  directory = northmoor,
  sweptBefore?: Day,
): string[] {
  const window = sweptBefore
    ? sweepWindow(today, sweptBefore, bankHolidays)
    : { from: today, today };
  return noticesAbout(subject, createSweepContext(directory, window, bankHolidays)).map(
    ({ id }) => id,
  );
}

const known = new Map<string, SweepContext>();

/** The same days are looked at again and again. */
function createNoticeContext(window: SweepWindow, directory: Directory): SweepContext {
  if (directory !== northmoor) return createSweepContext(directory, window, bankHolidays);
  const key = `${window.from}|${window.today}`;
  const context = known.get(key) ?? createSweepContext(directory, window, bankHolidays);
  known.set(key, context);
  return context;
}

export interface Played {
  readonly days: readonly Day[];
  /** The records as they are on a day. */
  readonly subjects: (on: Day) => readonly Subject[];
  /** Local time of each day’s one sweep. */
  readonly at?: string;
  readonly preferences?: Partial<Preferences>;
  readonly directory?: Directory;
}

/** One sweep on each of the days, with everything that was claimed told at once: the messages of all days. */
export function messagesOver({
  days,
  subjects,
  at = '09:00',
  preferences,
  directory = northmoor,
}: Played): Delivery[] {
  const all: Delivery[] = [];
  let swept: Day | undefined;
  for (const today of days) {
    const window = sweepWindow(today, swept, bankHolidays);
    const context = createNoticeContext(window, directory);
    const set = directory.partnership.notices;
    const rules = { settings: settingValues(QUIET_SETTINGS, set), bankHolidays };
    const owed = subjects(today)
      .flatMap((subject) => noticesAbout(subject, context))
      .filter((notice) => {
        const wishes = { ...defaultPreferences(notice.to), ...preferences };
        return !suppressionReason(notice, wishes, `${today}T${at}` as never, rules);
      });
    const earlier = all.filter(({ day }) => day >= (window.from ?? today));
    const unique = [...new Map(owed.map((notice) => [notice.id, notice])).values()];
    const claimed = dailyMessages(unique, earlier, {
      window,
      at: new Date(`${today}T${at}Z`),
      findRule,
    });
    all.push(...claimed.map((delivery): Delivery => ({ ...delivery, state: 'sent' })));
    swept = today;
  }
  return all;
}
