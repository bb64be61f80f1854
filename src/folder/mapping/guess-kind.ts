import type { FolderFile } from '../../contract/folder-file.ts';
import type { Grid } from '../sheet.ts';
import { findHeader } from './find-header.ts';
import { namesMeeting } from './find-meeting.ts';
import type { NamedRecords } from './find-named.ts';
import { lookUp, type Mapping } from './mapping.ts';
import { nameHeading } from './propose-columns.ts';
import { toFileColumn } from './sheet-columns.ts';

/** Words in the name of a sheet or a file that say what it holds. */
const KINDS: readonly (readonly [kind: string, words: RegExp])[] = [
  ['attendance', /attend|register(?!.*risk)|apolog/i],
  ['risks', /risk/i],
  ['actions', /action|task|tracker/i],
  ['people', /contact|people|member|distribution/i],
  ['meetings', /meeting|forward plan|calendar/i],
];

/** As many headings must be known before a sheet is taken for anything. */
const MIN_HEADINGS = 3;
/** What the name of a sheet says counts as two headings. */
const NAME_WEIGHT = 2;

/**
 * Which file a sheet is, by what a person said, by its headings and its name; `undefined` where that
 * cannot be told, and empty where a person said that it is none.
 */
export function guessKind(
  name: string,
  grid: Grid,
  files: readonly FolderFile[],
  { mapping, records }: { readonly mapping: Mapping; readonly records: NamedRecords },
): string | undefined {
  const said = lookUp(mapping.sheets, name);
  if (said !== undefined) return said;
  const named = KINDS.find(([, words]) => words.test(name))?.[0];
  const scores = files.map((file) => {
    if (file.isOfExports) return 0;
    const namesColumn = (heading: string) =>
      nameHeading(file, heading, mapping)?.column ??
      (file.name === 'attendance' && namesMeeting(heading, records) ? heading : undefined);
    const header = findHeader(grid, (heading) => namesColumn(heading) !== undefined);
    const known = new Set(header?.columns.flatMap((heading) => namesColumn(heading) ?? []));
    const read = new Set([...known].map((column) => toFileColumn(file.name, column)));
    const isWhole = (NEEDED[file.name] ?? []).every((column) => read.has(column));
    return isWhole ? known.size + (file.name === named && known.size > 1 ? NAME_WEIGHT : 0) : 0;
  });
  const best = Math.max(...scores);
  return best >= MIN_HEADINGS ? files[scores.indexOf(best)]?.name : undefined;
}

/** Without these headings a sheet is not of that kind, however many others it has. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  actions: ['title'],
  attendance: ['agency'],
  people: ['display_name'],
};
