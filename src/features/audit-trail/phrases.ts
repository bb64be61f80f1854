import type { IntentGrammar } from '../../contract/intent-grammar.ts';

/** Who did what to one record, and when. */
export const auditTrailPhrases: IntentGrammar = {
  filters: ['reviewRef'],
  slots: ['action'],
  // A reference as any register writes it, `CH-07`.
  patterns: { record: /\b([a-z]{1,4}-?\d{1,4})\b/i },
  utterances: [
    'who [changed|altered|edited|amended|touched|updated|modified] {ref} [and when|last|when|lately|since march|]',
    'who [changed|altered|edited|amended|touched|updated|modified] {review} [and when|last|when|lately|]',
    'who [has|have|has been|whos been] [changed|changing|editing|altering|touching|updating|amending|messing with] {ref}',
    'who [has|have|has been|whos been] [changed|changing|editing|altering|touching|updating|amending] {review}',
    'who [changed|altered|moved|set|put back] the [due date|date|deadline|status|owner] [of|for|on] {ref} [and when|]',
    'who [closed|completed|reopened|withdrew|raised|marked|signed off] {ref} [and when|and on what day|]',
    'who [did what|made changes|made the changes|made that change] [to|on] {ref} [and when|]',
    'who [did what|made changes|made the changes] [to|on] {review} [and when|]',
    '[audit trail|the audit trail|audit log|change log|log of changes|record of changes|list of changes|change history] [of|for|on|to] {ref}',
    '[audit trail|the audit trail|audit log|change log|log of changes|record of changes|list of changes|change history] [of|for|on|to] {review}',
    '{ref} [audit trail|audit log|change log|who changed it|who changed this|who touched it]',
    '{review} [audit trail|audit log|change log|who changed it]',
    '[show me|give me|i need|can i see|pull up] [the|an|] [audit trail|audit log|change log] [of|for|on] [{ref}|{review}]',
    '[every|all|all the|each] [change|changes|edit|edits] [made|] [to|on] [{ref}|{review}]',
    'when was {ref} changed and [by whom|who by|by who]',
    'when was {review} changed and [by whom|who by|by who]',
    'by whom was [{ref}|{review}] [changed|altered|updated|closed]',
  ],
};
