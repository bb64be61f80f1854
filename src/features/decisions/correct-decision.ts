import { toDecisionRow } from '../../answers/decision-words.ts';
import { NOT_YOURS_TO_UNDO } from '../../answers/undo-words.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { isPermittedOn } from '../../domain/access.ts';
import { parseDay } from '../../domain/dates.ts';
import { type Decision, markInError } from '../../domain/decision.ts';
import { refuseUndo, UNDO_HOURS } from '../../domain/undo.ts';
import { findMeeting } from '../meetings/queries.ts';
import { correctButton, type DecisionIds, openCorrection, undoDecisionPress } from './buttons.ts';
import { decisionForm, mayNotRecord } from './record-decision.ts';
import { decisionStore, toKey } from './store.ts';

async function findDecision(
  { store }: Pick<Request, 'store'>,
  { group, on, id }: DecisionIds,
): Promise<Decision> {
  const day = parseDay(on);
  const found = day && (await store(decisionStore).get([group, day, id]));
  if (!found) throw new UnreadableInput(openCorrection.id);
  return found;
}

/** *Correct…*: the form with the words as they were recorded; confirmed, the old ones are marked as recorded in error. */
export const openCorrectionForm = action({
  ...openCorrection,
  permission: 'decisions.record',
  async handle(request: Request, ids): Promise<Answer> {
    const decision = await findDecision(request, ids);
    const { group, meetingId, what, inError } = decision;
    if (inError) return describeMarked(decision, request);
    const meeting = meetingId ? await findMeeting(request, meetingId) : undefined;
    return decisionForm(request, { group, meeting, what, corrects: decision });
  },
});

/** *Undo*: the decision is marked as recorded in error; it stays in the records. */
export const undoDecision = action({
  ...undoDecisionPress,
  permission: 'decisions.record',
  async handle(request: Request, ids): Promise<Answer> {
    const { directory, person, store } = request;
    const decision = await findDecision(request, ids);
    const { group, recordedBy: by, recordedAt: at, inError } = decision;
    if (!isPermittedOn(person, 'decisions.record', { group }))
      return mayNotRecord(directory, group);
    if (inError) return describeMarked(decision, request);
    const actor = toActor(request);
    const refusal = refuseUndo({ by, at }, actor);
    if (refusal === 'not-yours') return { text: NOT_YOURS_TO_UNDO, refused: 'access' };
    if (refusal)
      return {
        text: `Nothing was undone: it was recorded more than ${UNDO_HOURS} hours ago. Please correct it instead.`,
        buttons: [correctButton(decision)],
      };
    const reason = 'recorded by mistake';
    const marked = await store(decisionStore).change(toKey(decision), (each) =>
      markInError(each, { reason }, actor),
    );
    return describeMarked(marked.ok ? marked.value : decision, request);
  },
});

function describeMarked(decision: Decision, { directory }: Request): Answer {
  const { inError } = decision;
  return {
    text: `Undone. “${decision.what}” is marked as recorded in error; the records keep it.`,
    heading: 'Recorded in error',
    sections: [
      {
        rows: [toDecisionRow(decision, directory)],
        note: inError?.correctedBy ? 'Another was recorded in its place' : '',
      },
    ],
  };
}
