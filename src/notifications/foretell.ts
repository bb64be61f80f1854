import type { Ports } from '../contract/ports.ts';
import { agencyName, type Directory, groupName, personName } from '../domain/directory.ts';
import { toldIn } from '../domain/notices/delivery.ts';
import type { Ground, Notice, Rule } from '../domain/notices/notice.ts';
import type { Hush } from '../domain/notices/quiet-time.ts';
import { type FindPorts, findOwed, withHush } from './find.ts';
import { inParallel } from './in-parallel.ts';

const UNREACHED = 'no address: group chat and list';

/** What would become of a notice if it were swept now. */
export type Fate = 'now' | 'told already' | typeof UNREACHED | Hush;

export interface Foretold {
  readonly notice: Notice;
  readonly fate: Fate;
}

/** What would go to whom now, and what would not. Claims nothing and sends nothing. */
export async function foretell(
  directory: Directory,
  ports: FindPorts & Pick<Ports, 'conversations' | 'preferences'>,
): Promise<readonly Foretold[]> {
  const { id } = directory.partnership;
  const { context, found } = await findOwed(directory, ports);
  const { from, today } = context.window;
  const told = toldIn(await ports.ledger.between(id, from ?? today, today), today);
  const untold = found.filter((notice) => !told.has(notice.id));
  const hushed = await withHush(untold, context, ports);
  const people = [...new Set(untold.map(({ to }) => to))];
  const reached = await inParallel(people, async (person) =>
    (await ports.conversations.personal(id, person)) ? [person] : [],
  );
  const reachable = new Set(reached.flat());
  const fates = new Map<string, Fate>(
    hushed.map(({ notice, hush }) => [
      notice.id,
      hush ?? (reachable.has(notice.to) ? 'now' : UNREACHED),
    ]),
  );
  return found
    .map((notice) => ({ notice, fate: fates.get(notice.id) ?? 'told already' }))
    .sort(
      (a, b) =>
        a.notice.to.localeCompare(b.notice.to) ||
        a.notice.id.localeCompare(b.notice.id, 'en', { numeric: true }),
    );
}

const WHAT: Readonly<Record<Rule, string>> = {
  action: 'action due',
  overdue: 'action overdue',
  escalation: 'action long overdue',
  notify: 'notify the Panel',
  review: 'rapid review due',
  lcspr: 'LCSPR due',
  report: 'yearly report due',
  register: 'register not closed',
  absence: 'absent again',
  verification: 'evidence to verify',
  weekly: 'the week’s letter',
  reminder: 'own reminder',
};

/** The same as a table of plain text: to whom, what, why, and when or why not. */
export function inTable(foretold: readonly Foretold[], directory: Directory): string {
  const rows = foretold.map(({ notice, fate }) => [
    personName(directory, notice.to),
    `${WHAT[notice.rule]}${isReference(notice) ? ` ${notice.about}` : ''}${notice.dueOn ? `, ${notice.dueOn}` : ''}`,
    `${notice.step}: ${groundOf(notice.why, directory)}`,
    fate,
  ]);
  const people = new Set(
    foretold.filter(({ fate }) => fate === 'now').map(({ notice }) => notice.to),
  );
  const table = [['To', 'What', 'Why', 'When'], ...rows];
  const widths = [0, 1, 2].map((column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  );
  const lines = table.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [
    ...lines,
    '',
    `${foretold.length} notices owed; ${people.size} people would get a message now.`,
  ].join('\n');
}

/** A reminder’s id and a week’s day tell nobody anything. */
const isReference = ({ rule }: Notice) => rule !== 'reminder' && rule !== 'weekly';

function groundOf(why: Ground, directory: Directory): string {
  switch (why.kind) {
    case 'agency':
    case 'statutory':
      return `speaks for ${agencyName(directory, why.agency)}`;
    case 'chair':
      return `chairs ${why.group ? groupName(directory, why.group) : 'the partnership'}`;
    case 'asked':
      return 'asked for it';
    default:
      return why.kind;
  }
}
