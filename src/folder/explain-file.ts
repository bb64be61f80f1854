const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const SAVE_AS_XLSX = 'open it in Excel and save it again as “Excel Workbook (.xlsx)”';
const NO_TABLE = 'ask for the spreadsheet itself, or type the table into one';

/** Pictures by how they begin: PNG, JPEG, GIF, BMP, TIFF twice, WebP, and what a phone takes. */
const PICTURE =
  /^(\x89PNG|\xff\xd8\xff|GIF8|BM....\0\0\0\0|II\*\0|MM\0\*|RIFF....WEBP|....ftyp(heic|heix|mif1|avif))/s;

/**
 * What a file is that is neither CSV nor a workbook that can be read, and what to do about it;
 * nothing for what may be one.
 * @example explainFile(bytesOfAPhotograph) // 'is a picture: ask for the spreadsheet itself, or …'
 */
export function explainFile(bytes: Buffer): string | undefined {
  const start = bytes.subarray(0, 16).toString('latin1');
  if (bytes.subarray(0, OLE.length).equals(OLE))
    return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
      ? 'is protected by a password: open it in Excel, take the password off (File, Info, Protect Workbook, Encrypt with Password) and save it again'
      : `is of an older Office (.xls): ${SAVE_AS_XLSX}`;
  if (start.startsWith('%PDF')) return `is a PDF: ${NO_TABLE}`;
  if (PICTURE.test(start)) return `is a picture: ${NO_TABLE}`;
  if (!isZip(bytes)) return undefined;
  const has = (name: string) => bytes.includes(name);
  if (has('xl/vbaProject.bin')) return `holds macros, which are not read: ${SAVE_AS_XLSX}`;
  if (has('application/vnd.oasis.opendocument')) return `is of OpenDocument: ${SAVE_AS_XLSX}`;
  if (has('word/document.xml')) return 'is a Word document: copy its table into a workbook';
  if (has('xl/workbook.bin')) return `is a binary workbook (.xlsb): ${SAVE_AS_XLSX}`;
  return undefined;
}

/** Whether these bytes are a zip file, as every `.xlsx` is. */
export function isZip(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04';
}
