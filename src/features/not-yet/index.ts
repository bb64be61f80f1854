import { ask } from '../../answers/questions.ts';
import type { Feature, Intent } from '../../contract/feature.ts';
import type { IntentGrammar } from '../../contract/intent-grammar.ts';
import { listByLastMet } from '../groups/queries.ts';
import messages from './messages.json' with { type: 'json' };
import { driftReportPhrases } from './phrases.ts';

/** What people ask for that Convenor understands but cannot do yet. It says so rather than answering something else. */
export const plannedAnswers: Feature = {
  name: 'not-yet',
  messages,
  intents: [createLater('drift_report', 'What is drifting', driftReportPhrases)],
};

function createLater(name: string, label: string, phrases: IntentGrammar): Intent {
  const text = `I understood that as: ${label.toLowerCase()}. I cannot do that yet, and nothing has been changed.`;
  const suggestions = [{ title: 'What can I ask you?', ...ask('help') }];
  return {
    name,
    label,
    phrases,
    // Which groups do not meet as they should is known already.
    answer: async (request, { args, filters }) =>
      args.kind === 'meetings' && !filters.group ? listByLastMet(request) : { text, suggestions },
  };
}
