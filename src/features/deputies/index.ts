import { ask } from '../../answers/questions.ts';
import type { Feature } from '../../contract/feature.ts';
import { deputiesFile } from './folder.ts';
import messages from './messages.json' with { type: 'json' };
import { endNaming, openNamingForm, proposeDeputy, recordDeputy } from './name-deputy.ts';
import { nameDeputyPhrases } from './phrases.ts';
import { deputyRetention } from './store.ts';

/** Who takes the seat of another agency, named beforehand by its lead or an administrator. */
export const deputies: Feature = {
  name: 'deputies',
  messages,
  intents: [
    {
      name: 'name_deputy',
      label: 'Name a deputy',
      phrases: nameDeputyPhrases,
      answer: proposeDeputy,
    },
  ],
  actions: [openNamingForm, recordDeputy, endNaming],
  folder: [deputiesFile],
  retention: [deputyRetention],
  help: [
    {
      title: 'Deputies',
      job: 'meet',
      roles: ['administrator', 'partner-lead'],
      examples: () => [
        { title: 'name a deputy', ...ask('name_deputy') },
        { title: 'who are the deputies', ...ask('list_people', {}, { role: 'deputy' }) },
      ],
    },
  ],
};
