import { toDecisionRow } from '../../answers/decision-words.ts';
import { ask } from '../../answers/questions.ts';
import type { FindRecordedChanges } from '../../contract/recorded-change.ts';
import { findDecisions } from './queries.ts';

const DECIDED = { one: 'decision', many: 'decisions' };

/** What was decided in a time, by any group; what was recorded in error is none. */
export const findDecisionChanges: FindRecordedChanges = async (request, period) =>
  (await findDecisions(request, period)).map((decision) => ({
    kind: DECIDED,
    on: decision.decidedOn,
    row: {
      ...toDecisionRow(decision, request.directory),
      opens: ask('decisions_log', {}, { decision: decision.id }),
    },
    owner: { group: decision.group },
    priority: decision.priority,
  }));
