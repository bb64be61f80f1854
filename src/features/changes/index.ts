import { ask } from '../../answers/questions.ts';
import type { Feature } from '../../contract/feature.ts';
import type { FindRecordedChanges } from '../../contract/recorded-change.ts';
import { createListChanges } from './list-changes.ts';
import messages from './messages.json' with { type: 'json' };
import { listChangesPhrases } from './phrases.ts';

/** What changed in a time or since a meeting: of every feature that says what became of its records. */
export function createRecentChanges(sources: () => readonly FindRecordedChanges[]): Feature {
  return {
    name: 'changes',
    messages,
    intents: [
      {
        name: 'list_changes',
        label: 'What changed',
        phrases: listChangesPhrases,
        answer: createListChanges(sources),
      },
    ],
    help: [
      {
        title: 'What changed',
        job: 'ask',
        examples: () => [
          { title: 'what changed this week', ...ask('list_changes', {}, { range: 'this-week' }) },
          {
            title: 'what changed since the last board',
            ...ask('list_changes', { meeting: 'last' }),
          },
        ],
      },
    ],
  };
}
