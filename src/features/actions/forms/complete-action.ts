import { z } from 'zod';
import { lineField } from '../../../answers/form.ts';
import { isOpen } from '../../../domain/action.ts';
import { complete, completionRefusal, rejectedEvidence } from '../../../domain/action-evidence.ts';
import { doubtEvidence } from '../../../domain/evidence-doubt.ts';
import { refuseChange } from '../refusals.ts';
import { createActionForm } from './create-action-form.ts';

/** *Done…*: what changed for children or for practice; the same form adds the evidence to what was closed without it. */
export const doneForm = createActionForm({
  name: 'done',
  id: 'actions.complete',
  permission: 'actions.change',
  input: z.object({ evidence: lineField.optional() }),
  refuse: refuseChange,
  standsAgainst: completionRefusal,
  describe: ({ action, history }, begun) => {
    const before = rejectedEvidence(history);
    return {
      heading: isOpen(action) ? `Complete ${action.ref}?` : `Add evidence to ${action.ref}?`,
      ...(before?.why && { sentence: `Its evidence was taken back: ${before.why}` }),
      fields: [
        {
          id: 'evidence',
          label: 'What changed for children or for practice',
          kind: 'lines',
          value: begun.evidence ?? action.impactEvidence ?? before?.evidence,
          hint: 'Without it the action shows as complete, impact not yet evidenced',
        },
      ],
      confirm: 'Confirm',
    };
  },
  decide: ({ action }, { evidence }, actor) => complete(action, { evidence }, actor),
  doubt({ evidence }) {
    const doubt = doubtEvidence(evidence);
    return (
      doubt &&
      `What is written ${doubt}. What changed for children or for practice? Leave it blank if that is not known yet.`
    );
  },
});
