import {
  choiceCell,
  dayCell,
  idCell,
  listCell,
  textCell,
  wholeNumberCell,
} from '../../contract/cells.ts';
import { byId, camelKeys, folderFile } from '../../contract/folder-file.ts';
import {
  ESCALATION_OUTCOMES,
  ESCALATION_SUBJECTS,
  type Escalation,
} from '../../domain/escalation.ts';
import { escalationStore } from './store.ts';

/** `escalations.csv`: what one agency took further with another, and what came of it. */
export const escalationsFile = folderFile({
  name: 'escalations',
  columns: {
    id: idCell,
    about: choiceCell(...ESCALATION_SUBJECTS),
    subject: idCell.optional(),
    matter: textCell,
    from_agency: idCell,
    to_agency: idCell,
    group: idCell.optional(),
    opened_on: dayCell,
    opened_by: textCell,
    senior_days: wholeNumberCell(1, 60),
    partners_days: wholeNumberCell(1, 60),
    holds: listCell(';'),
    hold_reason: textCell.optional(),
    answer: textCell.optional(),
    answered_on: dayCell.optional(),
    answered_by: textCell.optional(),
    outcome: choiceCell(...ESCALATION_OUTCOMES).optional(),
    changed: textCell.optional(),
    withdrawn_on: dayCell.optional(),
    withdrawn_because: textCell.optional(),
    basis: textCell.optional(),
  },
  read: (cells): Escalation => camelKeys(cells),
  columnGroups: [
    ['answer', 'answered_on', 'answered_by'],
    ['withdrawn_on', 'withdrawn_because'],
  ],
  uniqueKeys: [{ ...byId, isReference: true }],
  references: ({ subject, fromAgency, toAgency, group }) => [
    ['subject', 'actions', subject, 'may be unknown'],
    ['from_agency', 'agencies', fromAgency],
    ['to_agency', 'agencies', toAgency],
    ['group', 'groups', group],
  ],
  unguardedColumns: ['opened_by', 'answered_by'],
  store: escalationStore,
});
