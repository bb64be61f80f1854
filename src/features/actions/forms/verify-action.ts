import { z } from 'zod';
import { lineField } from '../../../answers/form.ts';
import type { Section } from '../../../contract/answer.ts';
import type { StoredAction } from '../../../contract/ports.ts';
import type { Request } from '../../../contract/request.ts';
import { sendBack, verificationRefusal, verify } from '../../../domain/action-evidence.ts';
import { actionFormButton } from '../buttons.ts';
import { refuseJudging } from '../refusals.ts';
import { createActionForm } from './create-action-form.ts';
import { reasonField } from './update-action.ts';

const quoteEvidence = ({ action }: StoredAction): Section | undefined =>
  action.impactEvidence ? { heading: 'What changed', text: action.impactEvidence } : undefined;

const toJudge = ({ action, history }: StoredAction, { person: judge }: Request) => ({
  action,
  history,
  judge,
});

/** *Verify…*: a chair or the scrutineer reads the evidence and accepts it, or goes on to *Send back…*. */
export const verifyForm = createActionForm({
  name: 'verify',
  id: 'actions.verify',
  permission: 'actions.verify',
  input: z.object({ reason: lineField.optional() }),
  refuse: refuseJudging,
  standsAgainst: verificationRefusal,
  describe: (stored) => ({
    heading: `Verify ${stored.action.ref}?`,
    quote: quoteEvidence(stored),
    fields: [{ id: 'reason', label: 'Note, if any', kind: 'lines' }],
    confirm: 'Verify',
    instead: actionFormButton('Send back…', stored.action.ref, 'send-back'),
  }),
  decide: (stored, { reason }, actor, request) => verify(toJudge(stored, request), reason, actor),
});

/** *Send back…*: the evidence does not show it yet; what is missing. */
export const sendBackForm = createActionForm({
  name: 'send-back',
  id: 'actions.send-back',
  permission: 'actions.verify',
  input: z.object({ reason: lineField }),
  refuse: refuseJudging,
  standsAgainst: verificationRefusal,
  describe: (stored, begun) => ({
    heading: `Send ${stored.action.ref} back?`,
    quote: quoteEvidence(stored),
    fields: [reasonField('What is missing', begun.reason)],
    confirm: 'Send back',
  }),
  decide: (stored, { reason }, actor, request) => sendBack(toJudge(stored, request), reason, actor),
});
