import { describeQuorumSnapshot } from '../../answers/decision-words.ts';
import { type FileKind, toExcelFile } from '../../contract/file.ts';
import { createListWorkbook, type ListColumn } from '../../documents/list-workbook.ts';
import { toDate } from '../../domain/dates.ts';
import type { Decision } from '../../domain/decision.ts';
import { type Directory, groupName } from '../../domain/directory.ts';
import { findListedDecisions } from './list-decisions.ts';

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
    const note = `As the records stood on ${today}.`;
    return toExcelFile(
      await createListWorkbook('Decisions', columnsFor(directory), found.wanted, note),
      'decisions',
      today,
    );
  },
};

const columnsFor = (directory: Directory): readonly ListColumn<Decision>[] => [
  ['Day', 12, ({ decidedOn }) => toDate(decidedOn)],
  ['Group', 30, ({ group }) => groupName(directory, group)],
  ['Decision', 70, ({ what }) => what],
  ['Meeting', 20, ({ meetingId }) => meetingId ?? 'between meetings'],
  [
    'Quorum',
    30,
    ({ meetingId, quorumThen }) =>
      meetingId ? describeQuorumSnapshot(quorumThen, directory) : undefined,
  ],
  ['Authority', 24, ({ authority }) => authority],
  ['Options', 40, ({ options }) => options.join('; ')],
  ['Dissent', 30, ({ dissent }) => dissent],
];
