import { toComparable } from '../domain/to-comparable.ts';
import type { SheetWords } from './ports/sheet-imports.ts';

type Words = Readonly<Record<string, string>>;
type WordsByName = Readonly<Record<string, Words>>;

/** What was said of sheets at two times, as one; where both say something, the later one counts. */
export function mergeSheetWords(earlier: SheetWords, later: SheetWords) {
  return {
    sheets: mergeWords(earlier.sheets, later.sheets),
    columns: mergeWordsByName(earlier.columns, later.columns),
    values: Object.fromEntries(
      namesIn(earlier.values, later.values).map((file) => [
        file,
        mergeWordsByName(earlier.values[file] ?? {}, later.values[file] ?? {}),
      ]),
    ),
  };
}

export function mergeWordsByName(
  earlier: WordsByName,
  later: WordsByName,
): Record<string, Record<string, string>> {
  return Object.fromEntries(
    namesIn(earlier, later).map((name) => [name, mergeWords(earlier[name], later[name])]),
  );
}

const namesIn = (earlier: object, later: object): readonly string[] => [
  ...new Set([...Object.keys(earlier), ...Object.keys(later)]),
];

/** A word that is typed in another way is the same word. */
export function mergeWords(earlier: Words = {}, later: Words = {}): Record<string, string> {
  const said = new Set(Object.keys(later).map(toComparable));
  const kept = Object.entries(earlier).filter(([word]) => !said.has(toComparable(word)));
  return { ...Object.fromEntries(kept), ...later };
}
