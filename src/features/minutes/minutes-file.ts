import { type FileKind, type MadeFile, toWordFile } from '../../contract/file.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { compileFullMinutes } from './full-minutes.ts';
import type { ReadingMinutes } from './minutes.ts';
import { createMinutesDocument } from './minutes-document.ts';
import { askWhichMeeting, findMeant } from './show-summary.ts';
import { loadTemplate } from './template-store.ts';

/** A meeting's minutes as a file: the same for the chat and for the command line. */
export async function makeMinutes(context: ReadingMinutes, meeting: Meeting): Promise<MadeFile> {
  const [minutes, template] = await Promise.all([
    compileFullMinutes(context, meeting),
    loadTemplate(context.store),
  ]);
  return toWordFile(await createMinutesDocument(minutes, template), 'minutes', meeting.id);
}

/** *Get minutes*: of the meeting that its summary is of. */
export const minutesFile: FileKind = {
  name: 'minutes',
  label: 'the minutes',
  intent: 'meeting_summary',
  format: 'Word',
  button: 'Get minutes',
  permission: 'meetings.read',
  async make(request, question) {
    const meeting = await findMeant(request, question);
    return meeting ? makeMinutes(request, meeting) : askWhichMeeting(request, question);
  },
};
