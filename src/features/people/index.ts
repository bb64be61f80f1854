import { offeredBy } from '../../answers/describe-question.ts';
import { ask } from '../../answers/questions.ts';
import type { Feature } from '../../contract/feature.ts';
import type { IntentGrammar } from '../../contract/intent-grammar.ts';
import { listPeople } from './list-people.ts';
import messages from './messages.json' with { type: 'json' };

const listPeoplePhrases: IntentGrammar = {
  filters: ['agency', 'group'],
  slots: ['assignee', 'several', 'asker-agency', 'post'],
  settles: ['role', 'assignee', 'lacking'],
};

/** Who is recorded for an agency or in a role, and what is recorded of somebody. */
export const people: Feature = {
  name: 'people',
  messages,
  intents: [
    {
      name: 'list_people',
      label: 'People',
      offered: offeredBy('role', {
        'partner-lead': 'partner leads',
        deputy: 'deputies',
        administrator: 'administrators',
        chair: 'chairs',
        'vice-chair': 'vice-chairs',
        'group-chair': 'chairs of groups',
        scrutineer: 'scrutineers',
      }),
      phrases: listPeoplePhrases,
      answer: listPeople,
    },
  ],
  help: [
    {
      title: 'People',
      job: 'ask',
      examples: () => [
        { title: 'who are the partner leads', ...ask('list_people', {}, { role: 'partner-lead' }) },
      ],
    },
  ],
};
