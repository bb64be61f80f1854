import { z } from 'zod';
import type { Day } from '../../domain/dates.ts';
import { identitiesOf } from '../../domain/find-person.ts';
import type { Person } from '../../domain/partnership.ts';
import { type AuditEvent, isAuditRow, withoutMetadata } from '../audit/audit-entry.ts';
import type { AuditedTable } from '../audit/audited-table.ts';
import { CONTACTS_PARTITION } from '../chats/conversations.ts';
import { HEAD, referenceCodecs } from '../directory/reference-rows.ts';
import { nextVersion } from '../directory/taught-words.ts';
import { fromKey, toKey } from '../tables/keys.ts';
import { RecordTooBusy, unlessConflict } from '../tables/optimistic-retry.ts';
import { type RowOperation, removeRows, type StoredRow, type TableRow } from '../tables/row.ts';
import { decodeRows } from '../tables/row-codec.ts';
import type { StorageTable } from '../tables/table.ts';

/** Everything that is stored about one person, in its stored form. */
export interface PersonData {
  readonly person: Person;
  /** The rows that hold their id, their name or their directory id. */
  readonly rows: readonly { readonly table: string; readonly row: TableRow }[];
  /** The entries of the audit logs for what they did. */
  readonly events: readonly (AuditEvent & { readonly at: string })[];
}

export interface PersonRecords {
  /** Returns everything about a person; `undefined` for an unknown id. */
  find(partnership: string, id: string): Promise<PersonData | undefined>;
  /**
   * Removes who they are and keeps what they did: their name becomes a pseudonym in all records;
   * their directory ids and everything that is not a record are deleted. Returns the pseudonym.
   * Erasing somebody twice has the effect of erasing them once.
   */
  erase(partnership: string, id: string, today: Day, by: string): Promise<string | undefined>;
}

interface Parts {
  /** The tables of records, whose rows stay under a pseudonym. */
  readonly audited: Readonly<
    Record<string, { readonly raw: StorageTable; readonly audited: AuditedTable }>
  >;
  /** The other tables, such as where somebody can be reached, whose rows are deleted. */
  readonly erasable: Readonly<Record<string, StorageTable>>;
  readonly events: () => AsyncIterable<AuditEvent & { readonly at: string }>;
}

/**
 * Rows that are written during an erasure may hold the name again, so the search is repeated, up to
 * this many times.
 */
const MAX_ROUNDS = 6;

export function createPersonRecords({ audited, erasable, events }: Parts): PersonRecords {
  const { people } = referenceCodecs('Reference');
  const reference = audited.reference as Parts['audited'][string];

  const everybody = async (partnership: string): Promise<Person[]> =>
    decodeRows(people, await reference.raw.range(partnership, people.range));

  async function* selectRows(
    partnership: string,
    tables: Readonly<Record<string, StorageTable>>,
    is: (row: StoredRow) => boolean,
  ) {
    for (const [table, { all }] of Object.entries(tables))
      for await (const row of all())
        if (isOf(partnership, row) && !isAuditRow(row) && is(row)) yield { table, row };
  }

  const rawTables = Object.fromEntries(
    Object.entries(audited).map(([name, { raw }]) => [name, raw]),
  );

  /**
   * Rewrites all rows that hold the name or the directory ids, once; returns how many it found.
   */
  async function rename(
    partnership: string,
    person: Person,
    pseudonym: string,
    today: Day,
    by: string,
  ): Promise<number> {
    let found = 0;
    for await (const { table, row } of selectRows(partnership, rawTables, (each) =>
      identifies(each, person, pseudonym),
    )) {
      found += 1;
      const anonymised = isPerson(row, person)
        ? erased(withoutMetadata(row), pseudonym, today)
        : renamed(withoutMetadata(row), person, pseudonym);
      const moved = anonymised.rowKey === row.rowKey ? [] : removeRows([row]);
      const head = table === 'reference' ? await reference.raw.point(partnership, HEAD) : undefined;
      const etag = moved.length > 0 ? undefined : row.etag;
      const operations: RowOperation[] = [
        ...moved,
        { put: anonymised, etag },
        ...(head ? [nextVersion(reference.raw.name, head)] : []),
      ];
      const event = { by, type: 'erased', kind: 'person', id: person.id };
      // A row that changed meanwhile is found again in the next round.
      const target = audited[table]?.audited;
      if (target) await unlessConflict(target.append(row.partitionKey, operations, [event]));
    }
    return found;
  }

  async function eraseTransient(partnership: string, person: Person): Promise<void> {
    const { id, displayName } = person;
    const isTheirs = (row: StoredRow) =>
      fromKey(row.rowKey).some((part) => part === id) ||
      containsText(row, displayName) ||
      objectIdsOf(person).some((objectId) => containsText(row, objectId));
    for await (const { table, row } of selectRows(partnership, erasable, isTheirs))
      await erasable[table]?.remove(row.partitionKey, row.rowKey);
  }

  return {
    async find(partnership, id) {
      const person = (await everybody(partnership)).find((each) => each.id === id);
      if (!person) return undefined;
      const rows: { table: string; row: TableRow }[] = [];
      const is = (row: StoredRow) => mentions(row, person);
      for await (const { table, row } of selectRows(
        partnership,
        { ...rawTables, ...erasable },
        is,
      )) {
        const { salt: _, ...columns } = withoutMetadata(row);
        rows.push({ table, row: columns as TableRow });
      }
      const ownEvents: (AuditEvent & { at: string })[] = [];
      for await (const event of events())
        if (event.by === id || event.onBehalf === id || event.id === id) ownEvents.push(event);
      return { person, rows, events: ownEvents };
    },
    async erase(partnership, id, today, by) {
      const all = await everybody(partnership);
      const person = all.find((each) => each.id === id);
      if (!person) return undefined;
      const pseudonym = person.erasedOn
        ? person.displayName
        : `former member ${all.filter(({ erasedOn }) => erasedOn).length + 1}`;
      for (let round = 0; ; round += 1) {
        if (round === MAX_ROUNDS)
          throw new RecordTooBusy(`${id} could not be erased: others kept writing`);
        if (person.erasedOn || (await rename(partnership, person, pseudonym, today, by)) === 0)
          break;
      }
      const actions = audited.actions?.audited;
      await actions?.erasePayloads(toKey(partnership, 'actions'), (titles) =>
        titles.includes(person.displayName),
      );
      await eraseTransient(partnership, person);
      return pseudonym;
    },
  };
}

/** Whoever wrote before they were imported is in a partition that is no partnership's. */
const isOf = (partnership: string, { partitionKey }: StoredRow): boolean =>
  fromKey(partitionKey)[0] === partnership || partitionKey === CONTACTS_PARTITION;

const isPerson = ({ rowKey }: StoredRow, { id }: Person): boolean => rowKey === toKey('person', id);

/**
 * Removes the name and the directory ids from all columns of a row and from its key: a guest's key
 * holds a name.
 */
function renamed(row: TableRow, person: Person, pseudonym: string): TableRow {
  const former = namesNoted(row, person).filter((name) => name !== pseudonym);
  const without = (text: string) =>
    [person.displayName, ...objectIdsOf(person), ...former].reduce(
      (left, named) => left.replaceAll(named, pseudonym),
      text,
    );
  const columns = Object.entries(row).map(([name, value]) => [
    name,
    typeof value === 'string' ? without(value) : value,
  ]);
  const { partitionKey, rowKey } = row;
  return {
    ...Object.fromEntries(columns),
    partitionKey,
    rowKey: toKey(...fromKey(rowKey).map(without)),
  } as TableRow;
}

function erased(
  { otherIdentities: _, ...row }: TableRow,
  pseudonym: string,
  erasedOn: Day,
): TableRow {
  return {
    ...(row as TableRow),
    displayName: pseudonym,
    tenantId: '',
    objectId: '',
    roles: '[]',
    groups: '[]',
    erasedOn,
  };
}

const objectIdsOf = (person: Person): string[] =>
  identitiesOf(person)
    .map(({ objectId }) => objectId)
    .filter(Boolean);

function identifies(row: StoredRow, person: Person, pseudonym?: string): boolean {
  return (
    containsText(row, person.displayName) ||
    (pseudonym !== undefined && namesNoted(row, person).some((name) => name !== pseudonym)) ||
    objectIdsOf(person).some((objectId) => containsText(row, objectId))
  );
}

/** What they were called when a register noted the names of its people: it may be another name than today's. */
function namesNoted(row: TableRow | StoredRow, { id }: Person): string[] {
  const { partnershipThen } = row as { partnershipThen?: unknown };
  if (typeof partnershipThen !== 'string') return [];
  const { people } = notedNames.parse(JSON.parse(partnershipThen));
  return people[id] ? [people[id]] : [];
}

const notedNames = z.looseObject({ people: z.record(z.string(), z.string()) });

/**
 * Finds the id as a whole value, in a list, in JSON text or as a part of a key; the same word in a
 * sentence does not count.
 */
function mentions(row: StoredRow, person: Person): boolean {
  const { id } = person;
  const isIn = (text: string) => text.includes(`"${id}"`) || text.split(', ').includes(id);
  return (
    identifies(row, person) ||
    fromKey(row.rowKey).includes(id) ||
    Object.values(row).some((value) => typeof value === 'string' && isIn(value))
  );
}

const containsText = (row: StoredRow, words: string): boolean =>
  Object.entries(row).some(
    ([name, value]) => typeof value === 'string' && name !== 'etag' && value.includes(words),
  ) || fromKey(row.rowKey).some((part) => part.includes(words));
