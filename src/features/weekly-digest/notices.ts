import { toActionRow } from '../../answers/action-words.ts';
import { CHANGE_NOTICES, noticeRows, summary } from '../../answers/notice-answer.ts';
import { ask } from '../../answers/questions.ts';
import { truncateList } from '../../answers/truncate.ts';
import { formatCount, formatList, pluralVerb, sentenceCase } from '../../answers/words.ts';
import type { Answer, AnswerRow, Figure, Section } from '../../contract/answer.ts';
import type { FindingSource } from '../../contract/finding.ts';
import type { NoticeItem, NoticeSource, TellingContext } from '../../contract/notice.ts';
import { addresseesSetting } from '../../contract/notice-settings.ts';
import { DUE_SOON_DAYS, isOverdue, mostUrgentFirst } from '../../domain/action.ts';
import { addDays, type Day } from '../../domain/dates.ts';
import { groupName } from '../../domain/directory.ts';
import { findBoard } from '../../domain/find-board.ts';
import { resolveRecipients } from '../../domain/notices/recipients.ts';
import type { Person } from '../../domain/partnership.ts';
import {
  collectFindings,
  findingsSince,
  type KnownFinding,
  lastLetterDay,
  seenFindings,
} from '../drift/queries.ts';

/** So many of each list are shown; a button shows them all. */
const MAX_ROWS = 5;
const MAX_OWN_ROWS = 8;
const REMEMBERED_MS = 5 * 60_000;

const settings = { weeklyTo: addresseesSetting('group-chair', 'chair') };

/** What a chair is told on the first working day of the week, with what else is owed to them. */
export const createWeeklyDigest = (
  sources: () => readonly FindingSource[],
): NoticeSource<Day, typeof settings> => {
  const findDrift = rememberDrift(sources);
  return {
    rule: 'weekly',
    label: 'weekly digest',
    listedAs: 'the weekly digest',
    hasOpaqueId: true,
    priorityClass: 'ordinary',
    whenInDoubt: 'repeat',
    settings,
    find: async ({ steps: { week } }) => (week ? [week] : []),
    load: async (_about, { steps }) => steps.week,
    owed: (week, { directory }) => [{ about: week, step: 'week', group: findBoard(directory)?.id }],
    recipients(_week, _step, { settings: { weeklyTo }, directory }) {
      const all = directory.groups.flatMap(({ id: group }) =>
        resolveRecipients(weeklyTo, { group }, directory),
      );
      return [...new Map(all.map((recipient) => [recipient.person, recipient])).values()];
    },
    async message({ to }, others, context) {
      const chair = context.directory.people.find(({ id }) => id === to);
      const week = chair && (await collectWeek(chair, context, await findDrift(context)));
      return week && weekAnswer(week, others, context);
    },
  };
};

interface Drift {
  readonly all: readonly KnownFinding[];
  /** What is new of it since the last letter, or has got worse; the worst first. */
  readonly changed: readonly KnownFinding[];
}

/**
 * All letters of a partnership go out within minutes, and what drifts is the same for all who see the
 * same reviews: for them it is looked for once.
 */
function rememberDrift(
  sources: () => readonly FindingSource[],
): (context: TellingContext) => Promise<Drift> {
  let moment: string | undefined;
  const bySight = new Map<string, Promise<Drift>>();
  return (context) => {
    const { directory, today, now } = context;
    const minutes = Math.floor(now.getTime() / REMEMBERED_MS);
    const current = [directory.partnership.id, directory.version, today, minutes].join(' ');
    if (moment !== current) bySight.clear();
    moment = current;
    const sight = directory.reviewRefs.join(' ');
    const drift = bySight.get(sight) ?? collectDrift(context, sources());
    bySight.set(sight, drift);
    return drift;
  };
}

async function collectDrift(
  context: TellingContext,
  sources: readonly FindingSource[],
): Promise<Drift> {
  const found = await collectFindings(context, sources);
  const before = lastLetterDay(context.today, context.bankHolidays);
  const { fresh, worse } = await findingsSince(context, sources, found, before);
  const changed = new Set([...fresh, ...worse]);
  return { all: found.findings, changed: found.findings.filter((each) => changed.has(each)) };
}

/** The week of what somebody chairs. */
export interface Week {
  /** Left out for the whole partnership. */
  readonly groups?: { readonly ids: readonly string[]; readonly names: string };
  /** The most pressing first. */
  readonly overdue: readonly AnswerRow[];
  /** What drifts since the last letter, or has got worse since, as sentences. */
  readonly newOrWorse: readonly string[];
  /** With all that drifted before. */
  readonly drifting: number;
  /** Due within the next 14 days, the first first. */
  readonly comingUp: readonly AnswerRow[];
}

/** `undefined` when nothing is overdue, drifting or coming up. */
async function collectWeek(
  person: Person,
  context: TellingContext,
  drift: Drift,
): Promise<Week | undefined> {
  const { directory, today, ports } = context;
  const { id } = directory.partnership;
  const all = directory.groups.map((group) => group.id);
  const chaired = all.filter((group) => person.roles.includes(`chair:${group}`));
  const isAll = person.roles.includes('chair') || chaired.length === 0;
  const nearby = { status: 'not complete', dueTo: addDays(today, DUE_SOON_DAYS) } as const;
  const queries = isAll ? [nearby] : chaired.map((group) => ({ ...nearby, group }));
  const found = await Promise.all(queries.map((query) => ports.actions.list(id, query, today)));
  const actions = mostUrgentFirst(found.flat(), today);
  const rows = (isLate: boolean) =>
    actions
      .filter((action) => isOverdue(action, today) === isLate)
      .map((action) => toActionRow(action, directory, context));
  const newOrWorse = seenFindings(drift.changed, person).map(({ sentence }) => `${sentence}.`);
  const drifting = seenFindings(drift.all, person).length;
  if (actions.length + drifting === 0) return undefined;
  const names = formatList(chaired.map((group) => groupName(directory, group)));
  const week = { overdue: rows(true), newOrWorse, drifting, comingUp: rows(false) };
  return isAll ? week : { ...week, groups: { ids: chaired, names } };
}

/** Figures first, then the chair's own things, each with the button that settles it, then the lists behind the figures. */
export function weekAnswer(
  week: Week,
  others: readonly NoticeItem[],
  { today }: Pick<TellingContext, 'today'>,
): Answer {
  const { groups, overdue, newOrWorse, drifting, comingUp } = week;
  const name = groups?.names ?? 'the partnership';
  const heading = `The week of ${name}`;
  const sentence = toSentence(overdue.length, drifting, newOrWorse.length, comingUp.length);
  const own = others.length > 0 ? `${summary(others, today)}. ` : '';
  const { shown: items, ...note } = truncateList(newOrWorse, MAX_ROWS);
  const ofGroup = groups?.ids.length === 1 ? { group: groups.ids[0] as string } : {};
  return {
    text: `${own}${heading}: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`,
    heading,
    sentence,
    sections: [
      { figures: toFigures(week) },
      { heading: 'New or worse', items, ...note },
      rowsSection('For you', noticeRows(others, { today }), MAX_OWN_ROWS),
      rowsSection('Overdue', overdue),
      rowsSection('Coming up', comingUp),
      { note: `You chair ${name}. This comes once a week.`, link: CHANGE_NOTICES },
    ],
    buttons: [
      ...(drifting > 0 ? [{ title: 'All that drifts', ...ask('drift_report', ofGroup) }] : []),
      ...(overdue.length > 0
        ? [{ title: 'All overdue', ...ask('list_actions', { dueRange: 'overdue', ...ofGroup }) }]
        : []),
      {
        title: 'All coming up',
        ...ask('list_actions', { dueRange: `next-${DUE_SOON_DAYS}-days`, ...ofGroup }),
      },
    ],
  };
}

/** “9 things are drifting, 2 of them new or worse; 3 actions are overdue and 1 action is due …” */
function toSentence(overdue: number, drifting: number, changed: number, comingUp: number): string {
  if (overdue + drifting + comingUp === 0)
    return 'Nothing is overdue, nothing drifts and nothing is due in the next 14 days.';
  const driftClause =
    drifting === 0
      ? ''
      : drifting === 1
        ? `1 thing is drifting, ${changed ? 'new or worse' : 'as before'}; `
        : `${drifting} things are drifting, ${changed || 'none'} of them new or worse; `;
  const overdueClause =
    overdue === 0
      ? 'nothing is overdue'
      : `${formatCount(overdue, 'action')} ${pluralVerb(overdue, 'is', 'are')} overdue`;
  return `${sentenceCase(`${driftClause}${overdueClause}`)} and ${formatCount(comingUp, 'action')} ${pluralVerb(comingUp, 'is', 'are')} due in the next 14 days.`;
}

function toFigures({ overdue, drifting, comingUp }: Week): Figure[] {
  const figure = (count: number, caption: string, colour: Figure['colour']): Figure => ({
    number: String(count),
    caption,
    colour: count > 0 ? colour : 'default',
  });
  return [
    figure(overdue.length, 'overdue', 'attention'),
    figure(drifting, 'drifting', 'warning'),
    figure(comingUp.length, 'due in 14 days', 'default'),
  ];
}

function rowsSection(heading: string, all: readonly AnswerRow[], max = MAX_ROWS): Section {
  const { shown: rows, ...note } = truncateList(all, max);
  return { heading, rows, ...note };
}
