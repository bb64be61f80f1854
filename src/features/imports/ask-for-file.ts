import { formatAdministrators } from '../../answers/access-words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Request } from '../../contract/request.ts';
import { isPermitted } from '../../domain/access.ts';

/** “import a spreadsheet”: how to send one. */
export async function explainImport({ person, place, directory, ports }: Request): Promise<Answer> {
  if (!isPermitted(person, 'records.import'))
    return {
      text: `Spreadsheets are imported by an administrator. Send yours to ${formatAdministrators(directory)}.`,
    };
  const where = place.kind === 'personal' ? 'here' : 'in our own chat';
  return {
    text: `Attach your workbook (.xlsx) or CSV file ${where} and send it. I’ll show how I read it, and import nothing before you say so.`,
    heading: 'Import a spreadsheet',
    sentence: `Attach it ${where} and send it. I’ll show how I read it, and import nothing before you say so.`,
    sections: [
      {
        items: [
          'Workbooks (.xlsx) and CSV files, up to 10 MB and 5,000 rows',
          'Action logs, attendance tables, contacts, meetings, risks, with your own column names',
          'No children’s names or details: I leave those rows out',
        ],
        ...(ports.calendar.isRehearsed && {
          note: 'The web chat of a rehearsal can’t attach files; Teams can.',
        }),
      },
    ],
  };
}
