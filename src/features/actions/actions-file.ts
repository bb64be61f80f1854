import { describeActionState, formatOwner, formatSource } from '../../answers/action-words.ts';
import { type FileKind, toExcelFile } from '../../contract/file.ts';
import { createListWorkbook, type ListColumn } from '../../documents/list-workbook.ts';
import type { Action } from '../../domain/action.ts';
import { type Day, toDate } from '../../domain/dates.ts';
import type { Directory } from '../../domain/directory.ts';
import { toActionQuery } from './action-query.ts';
import { withAskerAgency } from './asker-agency.ts';
import { findActions } from './find-actions.ts';
import { orderActions, withOrder } from './order-actions.ts';
import { askWhether, cannotAnswer } from './refusals.ts';

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
    const note = `As the records stood on ${today}.`;
    return toExcelFile(
      await createListWorkbook('Actions', columnsFor(directory, today), actions, note),
      'actions',
      today,
    );
  },
};

const columnsFor = (directory: Directory, today: Day): readonly ListColumn<Action>[] => [
  ['Reference', 12, ({ ref }) => ref],
  ['Action', 60, ({ title }) => title],
  ['Owner', 40, (action) => formatOwner(action, directory)],
  ['Raised', 12, ({ raisedOn }) => raisedOn && toDate(raisedOn)],
  ['Due', 12, ({ dueOn }) => dueOn && toDate(dueOn)],
  ['Status', 14, ({ status }) => status],
  ['Where it stands', 36, (action) => describeActionState(action, { today })],
  ['Completed', 12, ({ completedOn }) => completedOn],
  ['Evidence of impact', 40, ({ impactEvidence }) => impactEvidence],
  ['Source', 30, ({ source }) => formatSource(source)],
];
