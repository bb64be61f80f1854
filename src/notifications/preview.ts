import { agencyName, type Directory, groupName, personName } from '../domain/directory.ts';
import { claimedNoticeIds } from '../domain/notices/delivery.ts';
import type { Notice } from '../domain/notices/notice.ts';
import type { RecipientReason } from '../domain/notices/recipients.ts';
import type { Suppression } from '../domain/notices/suppression.ts';
import type { EngineParts, NoticeCatalogue } from './catalogue.ts';
import { checkSuppression, findOwed } from './find.ts';
import { mapConcurrently } from './map-concurrently.ts';

const UNREACHABLE = 'no address: group chat and list';

/** What would become of a notice if it were swept now. */
export type Disposition = 'now' | 'told already' | typeof UNREACHABLE | Suppression;

export interface NoticePreview {
  readonly notice: Notice;
  readonly disposition: Disposition;
}

/** What would go to whom now, and what would not. Claims nothing and sends nothing. */
export async function previewNotices(
  directory: Directory,
  parts: EngineParts,
): Promise<readonly NoticePreview[]> {
  const { ports, catalogue } = parts;
  const { id } = directory.partnership;
  const { context, found } = await findOwed(directory, parts);
  const { from, today } = context.window;
  const earlier = await ports.ledger.list(id, from ?? today, today);
  const claimedIds = claimedNoticeIds(earlier, today, catalogue.findRule);
  const unclaimed = found.filter((notice) => !claimedIds.has(notice.id));
  const checked = await checkSuppression(unclaimed, context, ports);
  const people = [...new Set(unclaimed.map(({ to }) => to))];
  const reached = await mapConcurrently(people, async (person) =>
    (await ports.conversations.personal(id, person)) ? [person] : [],
  );
  const reachable = new Set(reached.flat());
  const dispositions = new Map<string, Disposition>(
    checked.map(({ notice, suppression }) => [
      notice.id,
      suppression ?? (reachable.has(notice.to) ? 'now' : UNREACHABLE),
    ]),
  );
  return found
    .map((notice) => ({ notice, disposition: dispositions.get(notice.id) ?? 'told already' }))
    .sort(
      (a, b) =>
        a.notice.to.localeCompare(b.notice.to) ||
        a.notice.id.localeCompare(b.notice.id, 'en', { numeric: true }),
    );
}

/** The same as a table of plain text: to whom, what, why, and when or why not. */
export function formatPreview(
  previews: readonly NoticePreview[],
  directory: Directory,
  catalogue: NoticeCatalogue,
): string {
  const rows = previews.map(({ notice, disposition }) => [
    personName(directory, notice.to),
    describeSubject(notice, catalogue),
    `${notice.step}: ${formatReason(notice.reason, directory)}`,
    disposition,
  ]);
  const people = new Set(
    previews.filter(({ disposition }) => disposition === 'now').map(({ notice }) => notice.to),
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
    `${previews.length} notices owed; ${people.size} people would get a message now.`,
  ].join('\n');
}

function describeSubject({ id, about, dueOn }: Notice, { findSource }: NoticeCatalogue): string {
  const { label = '', hasOpaqueId } = findSource(id) ?? {};
  return `${label}${hasOpaqueId ? '' : ` ${about}`}${dueOn ? `, ${dueOn}` : ''}`;
}

function formatReason(reason: RecipientReason, directory: Directory): string {
  switch (reason.kind) {
    case 'agency':
    case 'statutory':
      return `speaks for ${agencyName(directory, reason.agency)}`;
    case 'chair':
      return `chairs ${reason.group ? groupName(directory, reason.group) : 'the partnership'}`;
    case 'asked':
      return 'asked for it';
    default:
      return reason.kind;
  }
}
