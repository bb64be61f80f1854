import type { Permission } from '../domain/access.ts';
import type { Answer } from './answer.ts';
import type { MadeFile } from './ports/file-delivery.ts';
import type { Question } from './question.ts';
import type { Request } from './request.ts';

export type { MadeFile };

/** A kind of file that a feature makes: of a typed question, the one whose answer shows the same. */
export interface FileKind {
  /** `attendance`; cards and the audit log call it so. */
  readonly name: string;
  /** What it is, in a sentence: `the attendance table`. */
  readonly label: string;
  /** The question whose answer shows the same, and whose card has the button. */
  readonly intent: string;
  readonly format: 'Word' | 'Excel' | 'calendars';
  /** What its button says: `Get as Excel`. */
  readonly button: string;
  readonly permission: Permission;
  /** Whoever asks that question wants the file, and no card first. */
  readonly isAllThatIsAsked?: true;
  /** It is about rapid reviews: Teams alone hands it over, never a link. */
  readonly isOfReviews?: true;
  /** The file; or what is said instead, where the question cannot be made one. */
  make(request: Request, question: Question): Promise<MadeFile | Answer>;
}

/** A file that somebody sent. */
export interface SentFile {
  /** As it is called where it comes from; it may say anything. */
  readonly name: string;
  /** Where it can be had for some minutes; a picture in the message itself has no such place. */
  readonly url?: string;
}

const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const CALENDAR_TYPE = 'text/calendar; charset=utf-8';
const EXCEL_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const isMadeFile = (made: MadeFile | Answer): made is MadeFile => 'bytes' in made;

/**
 * A name that every system takes: letters, digits and dashes.
 * @example toFileName('xlsx', 'attendance', 'BOARD', '2020-21') // attendance-BOARD-2020-21.xlsx
 */
export function toFileName(ending: 'docx' | 'xlsx' | 'ics', ...parts: readonly string[]): string {
  const name = parts
    .filter(Boolean)
    .join('-')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return `${name.slice(0, 80)}.${ending}`;
}

/** A document as it is handed over, with these parts as its name. */
export const toWordFile = (bytes: Uint8Array, ...parts: readonly string[]): MadeFile => ({
  fileName: toFileName('docx', ...parts),
  contentType: WORD_TYPE,
  bytes,
});

/** A workbook as it is handed over, with these parts as its name. */
export const toExcelFile = (bytes: Uint8Array, ...parts: readonly string[]): MadeFile => ({
  fileName: toFileName('xlsx', ...parts),
  contentType: EXCEL_TYPE,
  bytes,
});

/** A calendar's event as it is handed over, with these parts as its name. */
export const toCalendarFile = (bytes: Uint8Array, ...parts: readonly string[]): MadeFile => ({
  fileName: toFileName('ics', ...parts),
  contentType: CALENDAR_TYPE,
  bytes,
});
