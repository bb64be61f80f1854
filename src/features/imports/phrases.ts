import type { IntentGrammar } from '../../contract/intent-grammar.ts';

/** It opens nothing and changes nothing, whatever is named beside it. */
export const importSheetPhrases: IntentGrammar = { takesAnyWords: true };
