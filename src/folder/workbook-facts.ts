/** What a workbook says of a sheet besides its cells. */
export interface SheetFacts {
  readonly isHidden: boolean;
  /** How many of its rows are hidden, by a filter or by hand. */
  readonly hiddenRows: number;
  /** Merged cells that cover several rows, counted from 0. */
  readonly merges: readonly {
    readonly column: number;
    readonly from: number;
    readonly to: number;
  }[];
}

/** Stands in a cell whose formula has no value, for such a cell would be taken as empty. */
export const NO_VALUE = '#NO VALUE!';

/** The files of a workbook by their path, as text. */
type Parts = ReadonlyMap<string, string>;

/** The facts of the sheets of a workbook, in its order. */
export function readWorkbookFacts(parts: Parts): SheetFacts[] {
  const workbook = parts.get('xl/workbook.xml') ?? '';
  const targets = new Map(
    elements(parts.get('xl/_rels/workbook.xml.rels') ?? '', 'Relationship').map((element) => [
      attribute(element, 'Id'),
      attribute(element, 'Target').replace(/^\/?(xl\/)?/, 'xl/'),
    ]),
  );
  return elements(workbook, 'sheet').map((element) => {
    const sheet = parts.get(targets.get(attribute(element, 'id')) ?? '') ?? '';
    return {
      isHidden: /hidden/i.test(attribute(element, 'state')),
      hiddenRows: elements(sheet, 'row').filter((row) => attribute(row, 'hidden') === '1').length,
      merges: elements(sheet, 'mergeCell').flatMap((merge) => toMerge(attribute(merge, 'ref'))),
    };
  });
}

/**
 * A sheet whose error cells, and formulas without a value, say so as text: a reader takes both for
 * empty.
 */
export function markMissingValues(sheet: string): string {
  const errorsAsText = sheet.replace(/<c\b[^>]*\st="e"/g, (cell) =>
    cell.replace(/t="e"$/, 't="str"'),
  );
  if (!sheet.includes('<f')) return errorsAsText;
  return errorsAsText.replace(
    /<c\b([^>]*)>\s*<f\b[^>]*?(?:\/>|>[^<]*<\/f>)\s*(<v\s*\/>|<v><\/v>)?\s*<\/c>/g,
    (cell, attributes: string, emptyValue?: string) =>
      // A text formula with an empty value has one: the empty text.
      emptyValue && attribute(attributes, 't') === 'str'
        ? cell
        : `<c${attributes.replace(/\st="[^"]*"/, '')} t="str"><v>${NO_VALUE}</v></c>`,
  );
}

function elements(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>`, 'g')) ?? [];
}

function attribute(element: string, name: string): string {
  return new RegExp(`\\s(?:\\w+:)?${name}="([^"]*)"`).exec(element)?.[1] ?? '';
}

/** @example toMerge('C2:D3') // [{ column: 2, from: 1, to: 2 }] */
function toMerge(ref: string): SheetFacts['merges'] {
  const [, letters = '', first, last] = /^([A-Z]+)(\d+):[A-Z]+(\d+)$/.exec(ref) ?? [];
  if (first === undefined || first === last) return [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return [{ column, from: Number(first) - 1, to: Number(last) - 1 }];
}
