import { z } from 'zod';
import { dayCell, idCell, textCell } from '../../contract/cells.ts';
import { dayColumn, textColumn } from '../../contract/columns.ts';
import { byId, camelKeys, folderFile } from '../../contract/folder-file.ts';
import { declareRetention } from '../../contract/retention.ts';
import { store } from '../../contract/store.ts';
import { type Challenge, challengeClosedOn, isChallengeOpen } from '../../domain/challenge.ts';
import { OWN_SCHEDULE, VALID_FROM } from '../../domain/retention.ts';

export const challengeStore = store<Challenge>({
  kind: 'challenge',
  key: ({ id }) => id,
  indexes: {
    /** Those that wait for an answer, by its last day. */
    byDueDay: (challenge) => isChallengeOpen(challenge) && [challenge.answerDueOn, challenge.id],
    byMeeting: ({ meetingId, id }) => meetingId && [meetingId, id],
  },
  audited: [
    'meetingId',
    'group',
    'on',
    'fromAgency',
    'toAgency',
    'answerDueOn',
    'recordedBy',
    'answeredOn',
    'answeredBy',
    'withdrawnOn',
  ],
  history: true,
  columns: z.object({
    id: textColumn,
    meetingId: textColumn.optional(),
    group: textColumn.optional(),
    on: dayColumn,
    fromAgency: textColumn,
    toAgency: textColumn,
    question: textColumn,
    answerDueOn: dayColumn,
    recordedBy: textColumn,
    answer: textColumn.optional(),
    answeredOn: dayColumn.optional(),
    answeredBy: textColumn.optional(),
    difference: textColumn.optional(),
    withdrawnOn: dayColumn.optional(),
    withdrawnBecause: textColumn.optional(),
    basis: textColumn.optional(),
  }),
});

/** Ten years after it was answered or withdrawn, like an action. */
export const challengeRetention = declareRetention({
  store: challengeStore,
  rule: {
    kind: 'challenge',
    from: 'closed',
    months: 120,
    outcome: 'deleted, with its history',
    validFrom: VALID_FROM,
    source: OWN_SCHEDULE,
  },
  since: challengeClosedOn,
});

/** `challenges.csv`: who asked whom what, the answer, and the difference that it made. */
export const challengesFile = folderFile({
  name: 'challenges',
  columns: {
    id: idCell,
    meeting_id: idCell.optional(),
    group: idCell.optional(),
    on: dayCell,
    from_agency: idCell,
    to_agency: idCell,
    question: textCell,
    answer_due_on: dayCell,
    recorded_by: textCell,
    answer: textCell.optional(),
    answered_on: dayCell.optional(),
    answered_by: textCell.optional(),
    difference: textCell.optional(),
    withdrawn_on: dayCell.optional(),
    withdrawn_because: textCell.optional(),
    basis: textCell.optional(),
  },
  read: (cells): Challenge => camelKeys(cells),
  columnGroups: [
    ['answer', 'answered_on', 'answered_by'],
    ['withdrawn_on', 'withdrawn_because'],
  ],
  uniqueKeys: [{ ...byId, isReference: true }],
  references: ({ meetingId, group, fromAgency, toAgency }) => [
    ['meeting_id', 'meetings', meetingId, 'may be unknown'],
    ['group', 'groups', group],
    ['from_agency', 'agencies', fromAgency],
    ['to_agency', 'agencies', toAgency],
  ],
  unguardedColumns: ['recorded_by', 'answered_by'],
  store: challengeStore,
});
