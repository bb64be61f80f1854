import type { Feature } from '../../contract/feature.ts';
import { openCorrectionForm, undoDecision } from './correct-decision.ts';
import { decisionsFile } from './decisions-file.ts';
import { decisionsFolderFile } from './folder.ts';
import { listDecisions } from './list-decisions.ts';
import messages from './messages.json' with { type: 'json' };
import { decisionsLogPhrases, recordDecisionPhrases } from './phrases.ts';
import {
  decisionOnItem,
  proposeDecision,
  proposeDecisionAt,
  recordDecision,
} from './record-decision.ts';
import { findDecisionChanges } from './recorded-changes.ts';
import { searchDecisions } from './search-decisions.ts';

/** What was decided, at meetings and between them: asked by anybody, recorded by chairs and administrators. */
export const decisions: Feature = {
  name: 'decisions',
  messages,
  recordedChanges: findDecisionChanges,
  files: [decisionsFile],
  folder: [decisionsFolderFile],
  intents: [
    {
      name: 'decisions_log',
      label: 'What was decided',
      phrases: decisionsLogPhrases,
      answer: listDecisions,
    },
    {
      name: 'record_decision',
      label: 'Record a decision',
      phrases: recordDecisionPhrases,
      answer: proposeDecision,
    },
  ],
  actions: [decisionOnItem, recordDecision, openCorrectionForm, undoDecision],
  commands: [{ name: 'decision', handle: proposeDecisionAt }],
  extension: { search: searchDecisions },
};
