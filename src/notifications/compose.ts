import { actionRow } from '../answers/action-words.ts';
import { composeDigest, digestRows, type Occasion } from '../answers/notice-views.ts';
import { togetherInWords } from '../answers/notice-words.ts';
import { reminderInWords } from '../answers/reminder-in-words.ts';
import { composeWeek, type Week, type WeekView } from '../answers/week-view.ts';
import { listed } from '../answers/words.ts';
import type { NoticeItem } from '../contract/notice-item.ts';
import type { OutgoingMessage, Ports } from '../contract/ports.ts';
import { DUE_SOON_DAYS, isOverdue, mostUrgentFirst } from '../domain/action.ts';
import type { ActionQuery } from '../domain/action-query.ts';
import { addDays, toLocalTime } from '../domain/dates.ts';
import { type Directory, groupName, personName } from '../domain/directory.ts';
import type { Delivery } from '../domain/notices/delivery.ts';
import type { Person } from '../domain/partnership.ts';
import { describeConcerns } from '../features/attendance/queries.ts';
import { noticeItems, type RemindedOf } from './notice-items.ts';
import { type OwedNotice, recheckOwed } from './recheck.ts';
import type { SubjectPorts } from './subjects.ts';

export type ComposePorts = SubjectPorts & Pick<Ports, 'preferences' | 'calendar'>;

/** What is owed to one person as one message, which may say again what another said; `undefined` when there is nothing to say after all. */
export async function composeMessage(
  { repeats }: Delivery,
  owed: readonly OwedNotice[],
  directory: Directory,
  ports: ComposePorts,
): Promise<OutgoingMessage | undefined> {
  const occasion = { ...toOccasion(directory, ports), isAgain: repeats !== undefined };
  const items = noticeItems(
    owed,
    directory,
    occasion.today,
    await remindedOf(owed, directory, ports),
  );
  const letter = owed.find(({ notice }) => notice.rule === 'weekly');
  const chair = letter && directory.people.find(({ id }) => id === letter.notice.to);
  const week = chair && (await collectWeek(chair, directory, occasion, ports));
  if (week) return addOwnItems(composeWeek(week, occasion), items, occasion);
  return items.length > 0 ? composeDigest(items, occasion) : undefined;
}

/** What the reminders among what is owed are about. */
async function remindedOf(
  owed: readonly OwedNotice[],
  { partnership }: Directory,
  ports: ComposePorts,
): Promise<RemindedOf> {
  const reminders = owed.flatMap(({ subject }) =>
    subject.kind === 'reminder' ? [subject.reminder] : [],
  );
  const named = reminders.map(
    async (each) => [each.id, await reminderInWords(each, partnership.id, ports)] as const,
  );
  return new Map(await Promise.all(named));
}

/** The same for a group's chat, when the person could not be reached. What is theirs alone is not said there. */
export async function composeFallback(
  delivery: Delivery,
  directory: Directory,
  ports: ComposePorts,
): Promise<OutgoingMessage | undefined> {
  const at = toLocalTime(ports.calendar.now(), directory.partnership.timeZone);
  const { owed } = await recheckOwed(delivery, at, directory, ports);
  const occasion = toOccasion(directory, ports);
  const items = noticeItems(
    owed.filter(({ notice }) => notice.priorityClass !== 'own'),
    directory,
    occasion.today,
  );
  const of = personName(directory, delivery.person);
  return items.length > 0 ? composeDigest(items, { ...occasion, instead: { of } }) : undefined;
}

function toOccasion({ partnership }: Directory, { calendar }: ComposePorts): Occasion {
  const { shortName: source, timeZone } = partnership;
  return {
    source,
    today: { today: calendar.today(timeZone), bankHolidays: calendar.bankHolidays },
  };
}

/** How the week of what somebody chairs begins; `undefined` when nothing is overdue, drifting or coming up. */
async function collectWeek(
  person: Person,
  directory: Directory,
  { today }: Occasion,
  ports: ComposePorts,
): Promise<Week | undefined> {
  const { id } = directory.partnership;
  const chaired = directory.groups
    .map((group) => group.id)
    .filter((group) => person.roles.includes(`chair:${group}`));
  const isAll = person.roles.includes('chair') || chaired.length === 0;
  const near: ActionQuery = { status: 'not complete', dueTo: addDays(today.today, DUE_SOON_DAYS) };
  const queries = isAll ? [near] : chaired.map((group) => ({ ...near, group }));
  const actions = (
    await Promise.all(queries.map((query) => ports.actions.list(id, query, today.today)))
  ).flat();
  const rows = (late: boolean) =>
    mostUrgentFirst(
      actions.filter((action) => isOverdue(action, today.today) === late),
      today.today,
    ).map((action) => actionRow(action, directory, today));
  const groups = isAll ? directory.groups.map((group) => group.id) : chaired;
  const drifting = await describeConcerns({ person, directory, ports, ...today }, groups);
  const week = { overdue: rows(true), drifting, comingUp: rows(false) };
  if (actions.length + drifting.length === 0) return undefined;
  return isAll
    ? week
    : { ...week, group: listed(chaired.map((group) => groupName(directory, group))) };
}

/** A chair’s letter with what is owed to them besides: one message, their own things first, each with the button that settles it. */
function addOwnItems(
  letter: OutgoingMessage,
  items: readonly NoticeItem[],
  occasion: Occasion,
): OutgoingMessage {
  if (items.length === 0 || !letter.card) return letter;
  const rows = digestRows(items, occasion);
  const extent = rows.length > MAX_ROWS ? `and ${rows.length - MAX_ROWS} more` : '';
  const view = {
    ...(letter.card.view as WeekView),
    own: [{ title: 'For you', rows: rows.slice(0, MAX_ROWS), extent }],
  };
  const first = `${togetherInWords(items, occasion.today)}.`;
  const lines = rows.map(
    ({ ref, title, standing }) => `${ref && `${ref}: `}${title}, ${standing}.`,
  );
  return {
    text: `${first} ${letter.text}`,
    card: { ...letter.card, view, plain: [first, ...lines, letter.card.plain].join('\n') },
  };
}

const MAX_ROWS = 8;
