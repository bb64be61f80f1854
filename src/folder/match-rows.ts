import type { FolderFile } from '../contract/folder-file.ts';
import type { Action } from '../domain/action.ts';
import { toReferenceKey } from '../domain/reference-key.ts';
import type { Proposal } from './mapping/proposal.ts';

/** What names a record among those of its file. */
export const recordName = ({ uniqueKeys: [first] }: FolderFile, record: unknown): string =>
  first?.value(record) ?? '';

/** The stored record of a row: of the same name, or of one reference in another spelling. */
export function createFindStored(
  file: FolderFile,
  known: readonly unknown[],
  brought: readonly unknown[],
): (record: unknown) => unknown {
  const byName = new Map(known.map((record) => [recordName(file, record), record]));
  if (!file.uniqueKeys[0]?.isReference) return (record) => byName.get(recordName(file, record));
  const named = new Set(brought.map((record) => recordName(file, record)));
  const spelled = Map.groupBy(
    known.filter((record) => !named.has(recordName(file, record))),
    (record) => toReferenceKey(recordName(file, record)),
  );
  return (record) => {
    const name = recordName(file, record);
    const others = spelled.get(toReferenceKey(name)) ?? [];
    return byName.get(name) ?? (others.length === 1 ? others[0] : undefined);
  };
}

/** What stands in the file, with what is refused or waits for a person. */
export function namesWritten(
  { idColumn, uniqueKeys: [first] }: FolderFile,
  proposal: Proposal | undefined,
): ReadonlySet<string | undefined> {
  if (!proposal || first?.columns !== idColumn) return new Set();
  const rows = [...proposal.sheet.rows, ...proposal.waitingRows];
  return new Set(rows.map(({ cells }) => cells[idColumn]));
}

/** New rows of actions that have the title of one that the file lacks. */
export function findTwins(
  file: FolderFile,
  added: readonly unknown[],
  missing: readonly unknown[],
): readonly (readonly [unknown, unknown])[] {
  if (file.name !== 'actions' || missing.length === 0) return [];
  const titleOf = (record: unknown) => (record as Action).title.trim().toLowerCase();
  const byTitle = new Map(missing.map((record) => [titleOf(record), record]));
  return added.flatMap((record) => {
    const other = byTitle.get(titleOf(record));
    return other ? [[record, other] as const] : [];
  });
}
