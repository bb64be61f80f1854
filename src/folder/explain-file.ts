const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const SAVE_AS_XLSX = 'open it in Excel and save it again as “Excel Workbook (.xlsx)”';
const NO_TABLE = 'ask for the spreadsheet itself, or type the table into one';
const COPY_TABLE = 'copy its table into a workbook';

/** Pictures by how they begin: PNG, JPEG, GIF, BMP, TIFF twice, WebP, and what a phone takes. */
const PICTURE =
  /^(\x89PNG|\xff\xd8\xff|GIF8|BM....\0\0\0\0|II\*\0|MM\0\*|RIFF....WEBP|....ftyp(hei[cfsx]|hev[cx]|mif1|msf1|avi[fs]))/s;

/** What begins as no CSV file does. */
const OTHER_TEXTS: readonly (readonly [RegExp, string])[] = [
  [/^%PDF/, `is a PDF: ${NO_TABLE}`],
  [/^\{\\rtf/, `is a text document (.rtf): ${COPY_TABLE}`],
  [
    /^<\?xml[^>]*>\s*<\?mso-application|^<\?xml[^>]*>\s*<(\w+:)?Workbook/i,
    `is an XML file: ${SAVE_AS_XLSX}`,
  ],
  [
    /^<(!doctype html|html|table|meta|head|body)\b/i,
    `is a web page, as some systems export them under the name of a workbook: ${SAVE_AS_XLSX}`,
  ],
];

/** Other files that are zip files, by a name that stands in them. */
const OTHER_ZIPS: readonly (readonly [string, string])[] = [
  ['xl/vbaProject.bin', `holds macros, which are not read: ${SAVE_AS_XLSX}`],
  ['application/vnd.oasis.opendocument', `is of OpenDocument: ${SAVE_AS_XLSX}`],
  ['word/document.xml', `is a Word document: ${COPY_TABLE}`],
  ['ppt/presentation.xml', `is a presentation: ${COPY_TABLE}`],
  ['xl/workbook.bin', `is a binary workbook (.xlsb): ${SAVE_AS_XLSX}`],
  ['Index/Document.iwa', 'is of Apple Numbers: export it as an Excel workbook (.xlsx)'],
];

/**
 * What a file is that is neither CSV nor a workbook that can be read, and what to do about it;
 * nothing for what may be one.
 * @example explainFile(bytesOfAPhotograph) // 'is a picture: ask for the spreadsheet itself, or …'
 */
export function explainFile(bytes: Buffer): string | undefined {
  const has = (name: string | Buffer) => bytes.includes(name);
  if (bytes.subarray(0, OLE.length).equals(OLE)) {
    if (has(Buffer.from('EncryptedPackage', 'utf16le')))
      return 'is protected by a password: open it in Excel, take the password off (File, Info, Protect Workbook, Encrypt with Password) and save it again';
    return has(Buffer.from('WordDocument', 'utf16le'))
      ? `is a document of an older Word (.doc): ${COPY_TABLE}`
      : `is of an older Office (.xls): ${SAVE_AS_XLSX}`;
  }
  const start = bytes.subarray(0, 300).toString('latin1');
  if (PICTURE.test(start)) return `is a picture: ${NO_TABLE}`;
  const text = start.replace(/^(\xef\xbb\xbf)?\s+|^\xef\xbb\xbf/, '');
  const other = OTHER_TEXTS.find(([form]) => form.test(text));
  if (other || !isZip(bytes)) return other?.[1];
  const zip = OTHER_ZIPS.find(([name]) => has(name));
  if (zip) return zip[1];
  // A damaged workbook may have lost its list of files, but not the names of all its parts.
  const isWorkbook = bytes.length < MIN_ZIP_BYTES || ['xl/', '[Content_Types]', '_rels'].some(has);
  return isWorkbook ? undefined : 'is a zip folder: take the spreadsheet out of it';
}

const MIN_ZIP_BYTES = 100;

/** Whether these bytes are a zip file, as every `.xlsx` is. */
export function isZip(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04';
}
