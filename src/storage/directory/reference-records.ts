import type { Imported } from '../../contract/store.ts';
import type { Directory } from '../../domain/directory.ts';
import { lcsprsFromTable } from '../../domain/lcspr.ts';
import type { Person } from '../../domain/partnership.ts';
import type { FormerPerson, PartnershipRecords } from '../../domain/partnership-records.ts';
import type { AuditEvent } from '../audit/audit-entry.ts';
import type { AuditedTable } from '../audit/audited-table.ts';
import { changedRows, importEvent } from '../tables/changed-rows.ts';
import { retryOnConflict, unlessConflict } from '../tables/optimistic-retry.ts';
import { parseRow } from '../tables/parse-row.ts';
import type { TableRow } from '../tables/row.ts';
import { putRows } from '../tables/row.ts';
import { decodeRows, encodeRows } from '../tables/row-codec.ts';
import { HEAD, headColumns, referenceCodecs } from './reference-rows.ts';

/** Everything that has a name, read as a whole and cached by its version. */
export type ReferenceData = Omit<PartnershipRecords, 'actions' | 'meetings' | 'attendance'>;

export interface ReferenceRecords {
  /**
   * The version of the last complete import or later change; `undefined` before the first import.
   * One request.
   */
  version(partnership: string): Promise<number | undefined>;
  /** Whether the last import was completed. */
  isComplete(partnership: string): Promise<boolean>;
  load(partnership: string): Promise<ReferenceData | undefined>;
  /** All but what the reviews say themselves. */
  directory(partnership: string, version: number): Promise<Omit<Directory, 'summariesAsked'>>;
  /** Writes what differs. A first import is invisible until {@link ReferenceRecords.publish}. */
  save(data: ReferenceData, by: string): Promise<Record<keyof ReferenceData, Imported>>;
  /** Raises the version if anything was saved, so that all instances read it again. */
  publish(partnership: string, by: string): Promise<void>;
  /** Raises the version, so that all instances read again what they keep in memory. */
  raise(partnership: string, by: string, why: string): Promise<void>;
}

interface Head {
  readonly version: number;
  readonly pending?: boolean;
}

export function createReferenceRecords(table: AuditedTable): ReferenceRecords {
  const kinds = referenceCodecs(table.name);

  const readHead = async (partnership: string): Promise<Head & { etag: string }> => {
    const row = await table.point(partnership, HEAD);
    return row
      ? { ...parseRow(table.name, headColumns, row), etag: row.etag }
      : { version: 0, etag: '' };
  };

  const moveHead = async (
    partnership: string,
    event: AuditEvent,
    next: (head: Head) => Head | undefined,
  ): Promise<void> => {
    await retryOnConflict(`reference data of ${partnership}`, async () => {
      const { etag, ...head } = await readHead(partnership);
      const moved = next(head);
      if (!moved) return true;
      const newHead = { partitionKey: partnership, rowKey: HEAD, ...moved };
      return (
        (await unlessConflict(table.append(partnership, [{ put: newHead, etag }], [event]))) ||
        undefined
      );
    });
  };

  const read = async (
    id: string,
  ): Promise<(Pick<Directory, 'learnedWords'> & ReferenceData) | undefined> => {
    const rows = await table.range(id);
    const [partnership] = decodeRows(kinds.partnership, rows);
    if (!partnership) return undefined;
    return {
      partnership,
      agencies: decodeRows(kinds.agencies, rows),
      groups: decodeRows(kinds.groups, rows),
      memberships: decodeRows(kinds.memberships, rows),
      people: decodeRows(kinds.people, rows),
      priorities: decodeRows(kinds.priorities, rows),
      reviews: decodeRows(kinds.reviews, rows),
      learnedWords: decodeRows(kinds.learned, rows).sort((a, b) => a.words.localeCompare(b.words)),
    };
  };

  const load = async (id: string): Promise<ReferenceData | undefined> => {
    const found = await read(id);
    if (!found) return undefined;
    const { learnedWords: _, ...data } = found;
    return data;
  };

  const toRows = (data: ReferenceData): Record<keyof ReferenceData, TableRow[]> => {
    const { id } = data.partnership;
    return {
      partnership: encodeRows(kinds.partnership, id, [data.partnership]),
      agencies: encodeRows(kinds.agencies, id, data.agencies),
      groups: encodeRows(kinds.groups, id, data.groups),
      memberships: encodeRows(kinds.memberships, id, data.memberships),
      people: encodeRows(kinds.people, id, data.people),
      'former-people': encodeRows(
        kinds.people,
        id,
        (data['former-people'] ?? []).map(toErasedPerson),
      ),
      priorities: encodeRows(kinds.priorities, id, data.priorities),
      reviews: encodeRows(kinds.reviews, id, data.reviews),
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
      return {
        version,
        ...names,
        reviewRefs: oldestFirst.map(({ ref }) => ref),
        lcsprs: lcsprsFromTable(reviews),
      };
    },
    async save(data, by) {
      const { id } = data.partnership;
      const event = importEvent(by, 'reference', id);
      const stored = await table.range(id);
      const known = decodeRows(kinds.people, stored);
      const erased = new Set(known.flatMap((person) => (person.erasedOn ? [person.id] : [])));
      const living = data.people.filter((each) => !erased.has(each.id));
      const taken = new Set([...known, ...living].map((each) => each.id));
      const former = (data['former-people'] ?? []).filter((each) => !taken.has(each.id));
      const changed: TableRow[] = [];
      const saved = Object.entries(
        toRows({ ...data, people: living, 'former-people': former }),
      ).map(([kind, wanted]) => {
        const rows = changedRows(wanted, stored);
        changed.push(...rows);
        return [kind, { written: rows.length, unchanged: wanted.length - rows.length }];
      });
      if (changed.length > 0)
        await moveHead(id, { ...event, type: 'began an import' }, ({ version }) => ({
          version,
          pending: true,
        }));
      await table.appendAll(id, putRows(changed), event);
      return Object.fromEntries(saved);
    },
    publish: (partnership, by) =>
      moveHead(
        partnership,
        { ...importEvent(by, 'reference', partnership), type: 'published' },
        ({ version, pending }) => (version === 0 || pending ? { version: version + 1 } : undefined),
      ),
    raise: (partnership, by, why) =>
      moveHead(partnership, { ...importEvent(by, 'reference', partnership), type: why }, (head) =>
        head.version > 0 ? { ...head, version: head.version + 1 } : undefined,
      ),
  };
}

const toErasedPerson = ({ id, pseudonym, erasedOn }: FormerPerson): Person => ({
  id,
  displayName: pseudonym,
  roles: [],
  groups: [],
  tenantId: '',
  objectId: '',
  erasedOn,
});
