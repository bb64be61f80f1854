import type { Directory } from '../domain/directory.ts';
import type { PartnershipRecords } from '../domain/partnership-records.ts';
import { type AuditedTable, puts } from './audited-table.ts';
import { decideAgain, unlessConflict } from './decide-again.ts';
import { itemsOf, rowsOf } from './kind.ts';
import { parseRow } from './parse-row.ts';
import { HEAD, headColumns, referenceKinds } from './reference-rows.ts';
import type { Row } from './row.ts';
import { changedRows, imported, type Saved } from './save-changed.ts';
import type { AuditEvent } from './trail.ts';

/** What names things: read as a whole, held in memory by its version. */
export type ReferenceData = Omit<PartnershipRecords, 'actions' | 'meetings' | 'attendance'>;

export interface Reference {
  /** The version that a complete import or a later change left; `undefined` while there is none. One request. */
  version(partnership: string): Promise<number | undefined>;
  /** Whether everything of the last import has arrived. */
  isComplete(partnership: string): Promise<boolean>;
  load(partnership: string): Promise<ReferenceData | undefined>;
  directory(partnership: string, version: number): Promise<Directory>;
  /** Writes what differs. Nobody sees a first import before it is {@link Reference.publish}ed. */
  save(data: ReferenceData, by: string): Promise<Record<keyof ReferenceData, Saved>>;
  /** Lets every instance see what was saved, if anything was. */
  publish(partnership: string, by: string): Promise<void>;
}

interface Head {
  readonly version: number;
  readonly pending?: boolean;
}

export function createReference(table: AuditedTable): Reference {
  const kinds = referenceKinds(table.name);

  const readHead = async (partnership: string): Promise<Head & { etag: string }> => {
    const row = await table.point(partnership, HEAD);
    return row
      ? { ...parseRow(table.name, headColumns, row), etag: row.etag }
      : { version: 0, etag: '' };
  };

  const moveHead = async (
    partnership: string,
    deed: AuditEvent,
    next: (head: Head) => Head | undefined,
  ): Promise<void> => {
    await decideAgain(`reference data of ${partnership}`, async () => {
      const { etag, ...head } = await readHead(partnership);
      const moved = next(head);
      if (!moved) return true;
      const put = { partitionKey: partnership, rowKey: HEAD, ...moved };
      return (
        (await unlessConflict(table.append(partnership, [{ put, etag }], [deed]))) || undefined
      );
    });
  };

  const read = async (
    id: string,
  ): Promise<(Pick<Directory, 'learnedWords'> & ReferenceData) | undefined> => {
    const rows = await table.range(id);
    const [partnership] = itemsOf(kinds.partnership, rows);
    if (!partnership) return undefined;
    return {
      partnership,
      agencies: itemsOf(kinds.agencies, rows),
      groups: itemsOf(kinds.groups, rows),
      memberships: itemsOf(kinds.memberships, rows),
      people: itemsOf(kinds.people, rows),
      priorities: itemsOf(kinds.priorities, rows),
      reviews: itemsOf(kinds.reviews, rows),
      learnedWords: itemsOf(kinds.learned, rows).sort((a, b) => a.words.localeCompare(b.words)),
    };
  };

  const load = async (id: string): Promise<ReferenceData | undefined> => {
    const found = await read(id);
    if (!found) return undefined;
    const { learnedWords: _, ...data } = found;
    return data;
  };

  const rowsFor = (data: ReferenceData): Record<keyof ReferenceData, Row[]> => {
    const { id } = data.partnership;
    return {
      partnership: rowsOf(kinds.partnership, id, [data.partnership]),
      agencies: rowsOf(kinds.agencies, id, data.agencies),
      groups: rowsOf(kinds.groups, id, data.groups),
      memberships: rowsOf(kinds.memberships, id, data.memberships),
      people: rowsOf(kinds.people, id, data.people),
      priorities: rowsOf(kinds.priorities, id, data.priorities),
      reviews: rowsOf(kinds.reviews, id, data.reviews),
    };
  };

  return {
    load,
    version: async (partnership) => (await readHead(partnership)).version || undefined,
    async isComplete(partnership) {
      const { version, pending } = await readHead(partnership);
      return version > 0 && !pending;
    },
    async directory(id, version) {
      const data = await read(id);
      if (!data)
        throw new Error(
          `${table.name} says ${id} is at version ${version}, but holds no such partnership`,
        );
      const { reviews, ...names } = data;
      const oldestFirst = reviews.toSorted((a, b) =>
        (a.awareOn ?? '').localeCompare(b.awareOn ?? ''),
      );
      return { version, ...names, reviewRefs: oldestFirst.map(({ ref }) => ref) };
    },
    async save(data, by) {
      const { id } = data.partnership;
      const deed = imported(by, 'reference', id);
      const stored = await table.range(id);
      const erased = new Set(
        itemsOf(kinds.people, stored).flatMap((person) => (person.erasedOn ? [person.id] : [])),
      );
      const changed: Row[] = [];
      const saved = Object.entries(
        rowsFor({ ...data, people: data.people.filter((each) => !erased.has(each.id)) }),
      ).map(([kind, wanted]) => {
        const rows = changedRows(wanted, stored);
        changed.push(...rows);
        return [kind, { written: rows.length, unchanged: wanted.length - rows.length }];
      });
      if (changed.length > 0)
        await moveHead(id, { ...deed, type: 'began an import' }, ({ version }) => ({
          version,
          pending: true,
        }));
      await table.appendAll(id, puts(changed), deed);
      return Object.fromEntries(saved);
    },
    publish: (partnership, by) =>
      moveHead(
        partnership,
        { ...imported(by, 'reference', partnership), type: 'published' },
        ({ version, pending }) => (version === 0 || pending ? { version: version + 1 } : undefined),
      ),
  };
}
