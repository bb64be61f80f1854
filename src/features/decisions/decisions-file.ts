import { describeQuorumSnapshot } from '../../answers/decision-words.ts';
import { EXCEL_TYPE, type FileKind, toFileName } from '../../contract/file.ts';
import { createWorkbook } from '../../documents/create-workbook.ts';
import { groupName } from '../../domain/directory.ts';
import { findListedDecisions } from './list-decisions.ts';

const HEADER = ['Day', 'Group', 'Decision', 'Meeting', 'Quorum', 'Authority', 'Options', 'Dissent'];

/** *Get as Excel*: all of a list of decisions; what was recorded in error is not among them. */
export const decisionsFile: FileKind = {
  name: 'decisions',
  label: 'the list of decisions',
  intent: 'decisions_log',
  format: 'Excel',
  button: 'Get as Excel',
  permission: 'meetings.read',
  async make(request, question) {
    const { directory, today } = request;
    const found = await findListedDecisions(request, question);
    if ('text' in found) return found;
    if (found.wanted.length === 0)
      return { text: 'No decision is on that list, so there is no file.' };
    const rows = found.wanted.map((decision) => [
      new Date(`${decision.decidedOn}T00:00:00Z`),
      groupName(directory, decision.group),
      decision.what,
      decision.meetingId ?? 'between meetings',
      decision.meetingId ? describeQuorumSnapshot(decision.quorumThen, directory) : undefined,
      decision.authority,
      decision.options.join('; '),
      decision.dissent,
    ]);
    return {
      fileName: toFileName('xlsx', 'decisions', today),
      contentType: EXCEL_TYPE,
      bytes: await createWorkbook([
        {
          name: 'Decisions',
          rows: [HEADER, ...rows],
          widths: [12, 30, 70, 20, 30, 24, 40, 30],
          note: `As the records stood on ${today}.`,
        },
      ]),
    };
  },
};
