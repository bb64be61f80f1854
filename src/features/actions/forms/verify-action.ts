import { z } from 'zod';
import { lineField } from '../../../answers/form.ts';
import type { Asker } from '../../../contract/feature.ts';
import type { StoredAction } from '../../../contract/ports.ts';
import { sendBack, verificationRefusal, verify } from '../../../domain/action-evidence.ts';
import { refuseJudging } from '../refusals.ts';
import { createActionForm } from './create-action-form.ts';
import { reasonField } from './update-action.ts';

const quoteOf = ({ action }: StoredAction) =>
  action.impactEvidence ? { heading: 'What changed', text: action.impactEvidence } : undefined;

const judged = ({ action, history }: StoredAction, { person: judge }: Asker) => ({
  action,
  history,
  judge,
});

/** *Verify…*: a chair or the scrutineer reads the evidence and accepts it, or goes on to *Send back…*. */
export const verifyForm = createActionForm({
  name: 'verify',
  verb: 'actions.verify',
  access: 'actions.verify',
  schema: z.object({ reason: lineField.optional() }),
  refuse: refuseJudging,
  standsAgainst: verificationRefusal,
  draw: (stored) => ({
    headline: `Verify ${stored.action.ref}?`,
    quote: quoteOf(stored),
    fields: [{ id: 'reason', label: 'Note, if any', kind: 'lines' }],
    confirm: 'Verify',
    instead: {
      label: 'Send back…',
      verb: 'actions.form',
      data: { verb: 'actions.form', ref: stored.action.ref, form: 'send-back' },
    },
  }),
  decide: (stored, { reason }, actor, asker) => verify(judged(stored, asker), reason, actor),
});

/** *Send back…*: the evidence does not show it yet; what is missing. */
export const sendBackForm = createActionForm({
  name: 'send-back',
  verb: 'actions.send-back',
  access: 'actions.verify',
  schema: z.object({ reason: lineField }),
  refuse: refuseJudging,
  standsAgainst: verificationRefusal,
  draw: (stored, begun) => ({
    headline: `Send ${stored.action.ref} back?`,
    quote: quoteOf(stored),
    fields: [reasonField('What is missing', begun.reason)],
    confirm: 'Send back',
  }),
  decide: (stored, { reason }, actor, asker) => sendBack(judged(stored, asker), reason, actor),
});
