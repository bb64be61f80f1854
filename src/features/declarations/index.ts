import { ask } from '../../answers/questions.ts';
import type { Feature } from '../../contract/feature.ts';
import {
  openDeclaringForm,
  proposeDeclaration,
  recordDeclaration,
  undoDeclaration,
  withdrawInterest,
} from './declare.ts';
import { listDeclarations } from './list-declarations.ts';
import messages from './messages.json' with { type: 'json' };
import { declareInterestPhrases, listDeclarationsPhrases } from './phrases.ts';
import { declarationRetention, declarationsFile } from './store.ts';

/** Interests that people declare at a meeting: they bind the person, and not the agency. */
export const declarations: Feature = {
  name: 'declarations',
  messages,
  intents: [
    {
      name: 'list_declarations',
      label: 'Interests declared',
      phrases: listDeclarationsPhrases,
      answer: listDeclarations,
    },
    {
      name: 'declare_interest',
      label: 'Declare an interest',
      phrases: declareInterestPhrases,
      answer: proposeDeclaration,
    },
  ],
  actions: [openDeclaringForm, recordDeclaration, undoDeclaration, withdrawInterest],
  folder: [declarationsFile],
  retention: [declarationRetention],
  help: [
    {
      title: 'Declarations of interest',
      job: 'meet',
      examples: () => [
        { title: 'I declare an interest', ...ask('declare_interest') },
        {
          title: 'who declared an interest this year',
          ...ask('list_declarations', { year: 'current' }),
        },
      ],
    },
  ],
};
