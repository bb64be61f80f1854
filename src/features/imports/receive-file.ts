import { randomUUID } from 'node:crypto';
import type { Answer } from '../../contract/answer.ts';
import type { SentFile } from '../../contract/file.ts';
import type { Download } from '../../contract/ports.ts';
import type { Request } from '../../contract/request.ts';
import { answerOrTell } from './answer-or-tell.ts';
import { previewAnswer } from './show-preview.ts';
import { keepWaiting, WAITING_MINUTES } from './waiting-sheets.ts';

const MAX_MEGABYTES = 10;
const MAX_FILE_BYTES = MAX_MEGABYTES * 1024 * 1024;

const PICTURE =
  'That’s a picture, and I can’t read tables from pictures. Ask for the spreadsheet itself, or type the table into one.';

const NO_DOWNLOAD: Readonly<Record<Exclude<Download, Uint8Array>, string>> = {
  'not-of-teams':
    'I only take files that Teams keeps in your OneDrive. Attach it here and send it.',
  'too-large': `That file is larger than ${MAX_MEGABYTES} MB, the most I take. Is it the right file? If so, send it in parts, such as a year each.`,
  gone: 'I couldn’t fetch that file from your OneDrive. Send it again.',
};

/** A spreadsheet that an administrator sent: shows how it would be imported, and imports nothing. */
export const receiveFile = (request: Request, file: SentFile): Promise<Answer> =>
  answerOrTell(request, readFile(request, file), {
    meanwhile: () => 'I’m reading it, and will show you a preview here.',
    otherwise: 'I couldn’t read that file. Nothing was imported. Send it again.',
  });

async function readFile(request: Request, { name, url }: SentFile): Promise<Answer> {
  const { ports, directory, person, now } = request;
  if (url === undefined) return { text: PICTURE };
  const bytes = await ports.fileDelivery.download(url, MAX_FILE_BYTES);
  if (typeof bytes === 'string')
    return {
      text: NO_DOWNLOAD[bytes],
      ...(bytes === 'not-of-teams' && { refused: 'unreadable' as const }),
    };
  const opened = await ports.sheetImports.open(name, bytes);
  if ('reason' in opened) return { text: explainUnreadable(opened.reason) };
  const waiting = {
    content: opened.content,
    said: { sheets: {}, columns: {}, values: {} },
    namesNoChild: false,
    person: person.id,
    until: new Date(now.getTime() + WAITING_MINUTES * 60_000).toISOString(),
  };
  const token = randomUUID();
  const preview = await ports.sheetImports.preview(directory.partnership.id, waiting);
  await keepWaiting(request, token, waiting);
  return previewAnswer(request, preview, token);
}

/** @example explainUnreadable('is a PDF: ask for the spreadsheet itself') // 'That file is a PDF: ask for …' */
function explainUnreadable(reason: string): string {
  const said = reason.replace(/^the workbook cannot be read: /, '');
  const clause = /^(is|holds|has) /.test(said) ? said : `can’t be read: ${said}`;
  return `That file ${clause}. Nothing was imported.`;
}
