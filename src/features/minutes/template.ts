import { z } from 'zod';
import { getFilePress } from '../../answers/form.ts';
import { formatList } from '../../answers/words.ts';
import { action } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import { type FileKind, type SentFile, toWordFile } from '../../contract/file.ts';
import type { Download } from '../../contract/ports.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { createWordDocument, wordHeading, wordLine } from '../../documents/word-document.ts';
import { readTemplate } from '../../documents/word-template.ts';
import { isPermitted } from '../../domain/access.ts';
import { formatDayWithYear } from '../../domain/dates.ts';
import { personName } from '../../domain/directory.ts';
import { PLACEHOLDERS, REQUIRED_PLACEHOLDERS } from './minutes-document.ts';
import { findTemplate, loadTemplate, saveTemplate } from './template-store.ts';

/** Its name as a file, and behind a slash. */
export const TEMPLATE_FILE = 'minutes-template';
const MAX_BYTES = 10 * 1024 * 1024;
const MAX_QUOTED = 5;
const DEFAULT_AGAIN = 'Use the usual one again';

/** A Word document as a template of minutes; or why it can be none, as the end of “That file …”. */
export async function checkTemplate(
  bytes: Uint8Array,
): Promise<{ readonly template: Uint8Array } | { readonly reason: string }> {
  const read = await readTemplate(bytes);
  if ('reason' in read) return read;
  const { placeholders, template } = read;
  const unknown = placeholders.filter((name) => !PLACEHOLDERS.includes(name));
  const missing = REQUIRED_PLACEHOLDERS.filter((name) => !placeholders.includes(name));
  if (placeholders.length === 0)
    return {
      reason: `has no placeholders such as ${quote('attendance')}, so it is no template for minutes; to import a table, copy it into a workbook`,
    };
  if (unknown.length > 0)
    return {
      reason: `has placeholders that I don’t know: ${quoteAll(unknown)}. I know ${quoteAll(PLACEHOLDERS)}`,
    };
  return missing.length > 0
    ? { reason: `lacks ${quoteAll(missing)}, and minutes without would leave something out` }
    : { template };
}

const quote = (name: string): string => `{{${name.slice(0, 40)}}}`;

function quoteAll(names: readonly string[]): string {
  const most = names === PLACEHOLDERS ? names.length : MAX_QUOTED;
  const more = names.length > most ? [`${names.length - most} more`] : [];
  return formatList([...names.slice(0, most).map(quote), ...more]);
}

const NO_DOWNLOAD: Readonly<Record<Exclude<Download, Uint8Array>, string>> = {
  'not-of-teams':
    'I only take files that Teams keeps in your OneDrive. Attach it here and send it.',
  'too-large': 'That file is larger than 10 MB, the most I take.',
  gone: 'I couldn’t fetch that file from your OneDrive. Send it again.',
};

/** A Word document that an administrator sent: from now on minutes are made with it, if they can be. */
export async function receiveTemplate(request: Request, { url }: SentFile): Promise<Answer> {
  const { ports, store } = request;
  const bytes = url ? await ports.fileDelivery.download(url, MAX_BYTES) : 'gone';
  if (typeof bytes === 'string')
    return {
      text: NO_DOWNLOAD[bytes],
      ...(bytes === 'not-of-teams' && { refused: 'unreadable' as const }),
    };
  const checked = await checkTemplate(bytes);
  if ('reason' in checked)
    return { text: `That file ${checked.reason}. The template of the minutes is as it was.` };
  await saveTemplate(store, checked.template, toActor(request));
  return showTemplate(request, 'Minutes are made with your template from now on.');
}

/** `/minutes-template`: which is used, what it may hold, and how it is changed. */
export async function showTemplate(request: Request, news?: string): Promise<Answer> {
  const { store, directory, person } = request;
  const found = await findTemplate(store);
  const isOwn = found !== undefined && found.document.length > 0;
  const who =
    found && (found.changedBy === 'import' ? 'an import' : personName(directory, found.changedBy));
  const sentence = isOwn
    ? `Minutes are made with the partnership’s own template, set by ${who} on ${formatDayWithYear(found.changedOn)}.`
    : 'Minutes are made with the template that I bring.';
  const press = { file: TEMPLATE_FILE, question: { intent: TEMPLATE_FILE, filters: {}, args: {} } };
  const mayChange = isPermitted(person, 'records.import');
  return {
    text: news ?? sentence,
    ...(news && { news }),
    heading: 'Template of the minutes',
    sentence,
    sections: [
      {
        buttons: [
          getFilePress.button(templateFile.button, press, { inNewMessage: true }),
          ...(isOwn && mayChange ? [useDefault.button(DEFAULT_AGAIN, {})] : []),
        ],
      },
      ...(mayChange
        ? [
            {
              note: `To change it, send me a Word document with ${quoteAll(PLACEHOLDERS)}.`,
            },
          ]
        : []),
    ],
  };
}

/** *Use the usual one again*. */
export const useDefault = action({
  id: 'minutes.default-template',
  permission: 'records.import',
  input: z.object({}),
  async handle(request: Request) {
    await saveTemplate(request.store, undefined, toActor(request));
    return showTemplate(request, 'Minutes are made with the usual template again.');
  },
});

/** *Get the template*: the partnership's own, else one to start from. */
export const templateFile: FileKind = {
  name: TEMPLATE_FILE,
  label: 'the template of the minutes',
  intent: TEMPLATE_FILE,
  format: 'Word',
  button: 'Get the template',
  permission: 'meetings.read',
  make: async ({ store }) =>
    toWordFile((await loadTemplate(store)) ?? (await createFirstTemplate()), 'minutes', 'template'),
};

/** The usual order with a placeholder for each part. */
export const createFirstTemplate = (): Promise<Uint8Array> =>
  createWordDocument({ title: 'Minutes', creator: 'Convenor' }, [
    wordLine('{{partnership}}'),
    wordHeading('{{group}}'),
    wordLine('{{meeting}}'),
    wordLine('Date: {{date}}'),
    wordLine('Place: {{place}}'),
    wordLine('Chair: {{chair}}'),
    wordLine('{{note}}'),
    ...(
      [
        ['Attendance', 'attendance'],
        ['Quorum', 'quorum'],
        ['Actions from earlier meetings', 'earlier_actions'],
        ['Agenda', 'agenda'],
        ['Decisions', 'decisions'],
        ['Actions', 'actions'],
        ['Next meeting', 'next_meeting'],
        ['What the records do not say', 'not_recorded'],
      ] as const
    ).flatMap(([heading, name]) => [wordHeading(heading), wordLine(`{{${name}}}`)]),
  ]);
