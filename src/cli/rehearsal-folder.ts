import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import MiniSearch from 'minisearch';
import type { Day } from '../domain/dates.ts';
import type { Directory } from '../domain/directory.ts';
import type { Partnership, Person, Role } from '../domain/partnership.ts';
import type { Actions, FoundTitle } from '../features/ports.ts';

/** As much of a partnership folder as reading messages needs, without any storage. */
export interface RehearsalFolder {
  readonly directory: Directory;
  readonly asOf: Day;
  readonly actions: Pick<Actions, 'titled'>;
}

type Row = Readonly<Record<string, string>>;

export async function readRehearsalFolder(folder: string): Promise<RehearsalFolder> {
  const rows = async (file: string): Promise<Row[]> => {
    const text = await readFile(join(folder, file), 'utf8').catch(() => '');
    return text ? parse(text, { columns: true, bom: true, skip_empty_lines: true }) : [];
  };
  const partnership = JSON.parse(await readFile(join(folder, 'partnership.json'), 'utf8'));
  const list = (cell: string | undefined) =>
    (cell ?? '')
      .split(';')
      .map((part) => part.trim())
      .filter(Boolean);
  const directory: Directory = {
    version: 1,
    partnership: {
      ...partnership,
      shortName: partnership.short_name,
      timeZone: partnership.time_zone,
      yearStart: partnership.year_start,
    } as Partnership,
    agencies: (await rows('agencies.csv')).map((row) => ({
      id: row.id ?? '',
      name: row.name ?? '',
      alsoKnownAs: list(row.also_known_as),
      kind: row.kind as 'statutory',
    })),
    groups: (await rows('groups.csv')).map((row) => ({
      id: row.id ?? '',
      name: row.name ?? '',
      alsoKnownAs: list(row.also_known_as),
      kind: row.kind ?? '',
      ...(row.reports_to ? { reportsTo: row.reports_to } : {}),
    })),
    memberships: [],
    people: (await rows('people.csv')).map(
      (row): Person => ({
        id: row.id ?? '',
        displayName: row.display_name ?? '',
        ...(row.agency ? { agency: row.agency } : {}),
        roles: list(row.roles) as Role[],
        groups: list(row.groups),
        tenantId: row.tenant_id ?? '',
        objectId: row.object_id ?? '',
      }),
    ),
    priorities: (await rows('priorities.csv')).map((row) => ({
      id: row.id ?? '',
      year: row.year ?? '',
      title: row.title ?? '',
      alsoKnownAs: list(row.also_known_as),
      ...(row.lead_group ? { leadGroup: row.lead_group } : {}),
      objectives: [],
    })),
    reviewRefs: (await rows('reviews.csv')).map((row) => row.ref ?? ''),
    learnedWords: [],
  };
  const titles = (await rows('actions.csv')).map((row) => ({ ref: row.ref ?? '', title: row.title ?? '' }));
  return { directory, asOf: partnership.as_of as Day, actions: titlesOf(titles) };
}

/** Searches titles in memory. */
export function titlesOf(titles: readonly { ref: string; title: string }[]): Pick<Actions, 'titled'> {
  const index = new MiniSearch<{ ref: string; title: string }>({
    idField: 'ref',
    fields: ['title'],
    storeFields: ['title'],
    searchOptions: { fuzzy: 0.2, prefix: true },
  });
  index.addAll(titles);
  return {
    async titled(_partnership, words, most): Promise<FoundTitle[]> {
      const every = index.search(words, { combineWith: 'AND' });
      const found = (every.length > 0 ? every : index.search(words)).slice(0, most);
      return found.map(({ id, score, title }) => ({
        ref: id as string,
        title: title as string,
        score: score / (found[0]?.score ?? 1),
      }));
    },
  };
}
