/** What a workbook says of a sheet besides its cells. */
export interface SheetFacts {
  readonly isHidden: boolean;
  /** How many of its rows are hidden, by a filter or by hand. */
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  /** Empty cells that have a colour of a traffic light, counted from 0. */
  readonly colours: readonly CellColour[];
  /** How many of its cells have a comment. */
  readonly comments: number;
  /** Merged cells that cover several rows, counted from 0. */
  readonly merges: readonly {
    readonly column: number;
    readonly from: number;
    readonly to: number;
  }[];
}

export interface CellColour {
  readonly row: number;
  readonly column: number;
  readonly word: 'Red' | 'Amber' | 'Green' | 'Blue';
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
  const styles = readColouredStyles(parts.get('xl/styles.xml') ?? '');
  return elements(workbook, 'sheet').map((element) => {
    const path = targets.get(attribute(element, 'id')) ?? '';
    const sheet = parts.get(path) ?? '';
    const hidden = elements(sheet, 'col').filter((col) => attribute(col, 'hidden') === '1');
    return {
      hiddenColumns: hidden.filter((col) => Number(attribute(col, 'max')) < MAX_COLUMNS).length,
      comments: countComments(parts, path),
      colours: findColours(sheet, styles),
      isHidden: /hidden/i.test(attribute(element, 'state')),
      hiddenRows: elements(sheet, 'row').filter((row) => attribute(row, 'hidden') === '1').length,
      merges: elements(sheet, 'mergeCell').flatMap((merge) => toMerge(attribute(merge, 'ref'))),
    };
  });
}

/** Beyond the last column of a table all the others may be hidden at once. */
const MAX_COLUMNS = 1000;

/** Comments, and the threads that they have become. */
function countComments(parts: Parts, path: string): number {
  const rels = parts.get(path.replace(/([^/]+)$/, '_rels/$1.rels')) ?? '';
  return elements(rels, 'Relationship')
    .map((element) => attribute(element, 'Target'))
    .filter((target) => /comments?\d*\.xml$/i.test(target) && !/threaded/i.test(target))
    .map((target) => parts.get(`xl/${target.replace(/^(\/xl\/|\.\.\/)/, '')}`) ?? '')
    .reduce((sum, comments) => sum + elements(comments, 'comment').length, 0);
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

/** The styles of cells that are filled with a colour of a traffic light, by their number. */
function readColouredStyles(styles: string): ReadonlyMap<string, CellColour['word']> {
  const fills = styles.match(/<fill>.*?<\/fill>|<fill\/>/gs) ?? [];
  const words = fills.map((fill) =>
    toColourWord(/patternType="solid".*?<fgColor[^>]*\brgb="(?:\w\w)?(\w{6})"/s.exec(fill)?.[1]),
  );
  const formats = /<cellXfs\b.*?<\/cellXfs>/s.exec(styles)?.[0] ?? '';
  return new Map(
    elements(formats, 'xf').flatMap((format, at) => {
      const word = words[Number(attribute(format, 'fillId'))];
      return word ? [[String(at), word] as const] : [];
    }),
  );
}

/** The name of a colour by its hue; pale ones and greys have none. */
function toColourWord(rgb = ''): CellColour['word'] | undefined {
  const [red = 0, green = 0, blue = 0] =
    rgb.match(/../g)?.map((part) => Number.parseInt(part, 16)) ?? [];
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  if (most - least < MIN_COLOUR) return undefined;
  if (most === blue) return 'Blue';
  if (most === green && green > red) return 'Green';
  return green > blue && (green - least) / (most - least) > MIN_GREEN_OF_AMBER ? 'Amber' : 'Red';
}

const MIN_COLOUR = 60;
/** Red with this share of green is amber: FFC000 is, FF4500 is red. */
const MIN_GREEN_OF_AMBER = 0.4;

function findColours(
  sheet: string,
  styles: ReadonlyMap<string, CellColour['word']>,
): readonly CellColour[] {
  if (styles.size === 0) return [];
  return [...sheet.matchAll(/<c\b[^>]*\/>|<c\b[^>]*><\/c>/g)].flatMap(([cell]) => {
    const word = styles.get(attribute(cell, 's'));
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(attribute(cell, 'r')) ?? [];
    return word && row ? [{ row: Number(row) - 1, column: toColumn(letters), word }] : [];
  });
}

/** @example toColumn('AA') // 26 */
const toColumn = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** @example toMerge('C2:D3') // [{ column: 2, from: 1, to: 2 }] */
function toMerge(ref: string): SheetFacts['merges'] {
  const [, letters = '', first, last] = /^([A-Z]+)(\d+):[A-Z]+(\d+)$/.exec(ref) ?? [];
  if (first === undefined || first === last) return [];
  return [{ column: toColumn(letters), from: Number(first) - 1, to: Number(last) - 1 }];
}
