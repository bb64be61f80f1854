import { describeActionState, formatOwner, formatSource } from '../../answers/action-words.ts';
import { EXCEL_TYPE, type FileKind, toFileName } from '../../contract/file.ts';
import { createWorkbook } from '../../documents/create-workbook.ts';
import { toActionQuery } from './action-query.ts';
import { withAskerAgency } from './asker-agency.ts';
import { findActions } from './find-actions.ts';
import { orderActions, withOrder } from './order-actions.ts';
import { askWhether, cannotAnswer } from './refusals.ts';

const HEADER = [
  'Reference',
  'Action',
  'Owner',
  'Raised',
  'Due',
  'Status',
  'Where it stands',
  'Completed',
  'Evidence of impact',
  'Source',
];

/** *Get as Excel*: all of a list of actions, in the order in which it is shown. */
export const actionsFile: FileKind = {
  name: 'actions',
  label: 'the list of actions',
  intent: 'list_actions',
  format: 'Excel',
  button: 'Get as Excel',
  permission: 'actions.read',
  async make(request, asked) {
    const whose = withAskerAgency(request, asked);
    if ('answer' in whose) return whose.answer;
    const { question } = whose;
    if (question.args.unsure) return askWhether(question, question.args.unsure);
    const query = await toActionQuery(request, question);
    if (!query.ok) return cannotAnswer(query.refusal, question);
    const { directory, today } = request;
    const found = await findActions(request, question, withOrder(query.value, question, request));
    const { actions } = orderActions(found.actions, question, request);
    if (actions.length === 0) return { text: 'No action is on that list, so there is no file.' };
    const rows = actions.map((action) => [
      action.ref,
      action.title,
      formatOwner(action, directory),
      toDate(action.raisedOn),
      toDate(action.dueOn),
      action.status,
      describeActionState(action, { today }),
      action.completedOn,
      action.impactEvidence,
      formatSource(action.source),
    ]);
    return {
      fileName: toFileName('xlsx', 'actions', today),
      contentType: EXCEL_TYPE,
      bytes: await createWorkbook([
        {
          name: 'Actions',
          rows: [HEADER, ...rows],
          widths: [12, 60, 40, 12, 12, 14, 36, 12, 40, 30],
          note: `As the records stood on ${today}.`,
        },
      ]),
    };
  },
};

/** A day as a spreadsheet calculates with it. */
const toDate = (day: string | undefined): Date | undefined =>
  day ? new Date(`${day}T00:00:00Z`) : undefined;
