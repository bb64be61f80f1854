import { z } from 'zod';
import { lineField } from '../../../answers/form.ts';
import type { Section } from '../../../contract/answer.ts';
import type { StoredAction } from '../../../contract/ports.ts';
import type { Request } from '../../../contract/request.ts';
import { mostUrgentFirst } from '../../../domain/action.ts';
import { sendBack, verificationRefusal, verify } from '../../../domain/action-evidence.ts';
import { isBoundOnAction } from '../../declarations/queries.ts';
import { verificationObstacle } from '../action-access.ts';
import { actionFormButton } from '../buttons.ts';
import { refuseJudging } from '../refusals.ts';
import { createActionForm } from './create-action-form.ts';
import { reasonField } from './update-action.ts';

const quoteEvidence = ({ action }: StoredAction): Section | undefined =>
  action.impactEvidence ? { heading: 'What changed', text: action.impactEvidence } : undefined;

const toJudge = (
  { action, history }: StoredAction,
  { person: judge }: Request,
  hasDeclaredInterest = false,
) => ({ action, history, judge, hasDeclaredInterest });

const loadInterest = (request: Request, { action }: StoredAction): Promise<boolean> =>
  isBoundOnAction(request, request.person.id, action);

/**
 * The next whose evidence this person may judge, in the order of *What needs verifying*, in their own
 * chat: after the last of them, nothing.
 */
async function findNextToVerify(request: Request, { action: { ref: done } }: StoredAction) {
  const { person, directory, today, place, ports } = request;
  if (place.kind !== 'personal') return undefined;
  const waiting = await ports.actions.awaitingVerification(directory.partnership.id);
  const candidates = mostUrgentFirst(waiting, today).filter(
    (each) => each.ref !== done && !verificationObstacle(person, { action: each, history: [] }),
  );
  const stored = await Promise.all(
    candidates.map(({ ref }) => ports.actions.find(directory.partnership.id, ref)),
  );
  const own = stored.filter((each) => each && !verificationObstacle(person, each));
  const [next] = own;
  if (!next) return { note: 'None is left for you to verify' };
  const { ref } = next.action;
  return {
    button: actionFormButton(`Verify next: ${ref}`, ref, 'verify'),
    note: `${own.length} left for you to verify`,
  };
}

/** *Verify…*: a chair or the scrutineer reads the evidence and accepts it, or goes on to *Send back…*. */
export const verifyForm = createActionForm({
  name: 'verify',
  id: 'actions.verify',
  permission: 'actions.verify',
  input: z.object({ reason: lineField.optional() }),
  refuse: refuseJudging,
  standsAgainst: verificationRefusal,
  load: loadInterest,
  describe: (stored) => ({
    heading: `Verify ${stored.action.ref}?`,
    quote: quoteEvidence(stored),
    fields: [{ id: 'reason', label: 'Note, if any', kind: 'lines' }],
    confirm: 'Verify',
    instead: actionFormButton('Send back…', stored.action.ref, 'send-back'),
  }),
  decide: (stored, { reason }, actor, request, isBound) =>
    verify(toJudge(stored, request, isBound), reason, actor),
  next: findNextToVerify,
});

/** *Send back…*: the evidence does not show it yet; what is missing. */
export const sendBackForm = createActionForm({
  name: 'send-back',
  id: 'actions.send-back',
  permission: 'actions.verify',
  input: z.object({ reason: lineField }),
  refuse: refuseJudging,
  standsAgainst: verificationRefusal,
  load: loadInterest,
  describe: (stored, begun) => ({
    heading: `Send ${stored.action.ref} back?`,
    quote: quoteEvidence(stored),
    fields: [reasonField('What is missing', begun.reason)],
    confirm: 'Send back',
  }),
  decide: (stored, { reason }, actor, request, isBound) =>
    sendBack(toJudge(stored, request, isBound), reason, actor),
  next: findNextToVerify,
});
