import { ask } from '../../answers/questions.ts';
import type { Feature } from '../../contract/feature.ts';
import {
  openSource,
  proposeSource,
  recordSource,
  recordSourceChange,
  undoSource,
} from './change-source.ts';
import { sourcesFile } from './folder.ts';
import { listSources } from './list-sources.ts';
import messages from './messages.json' with { type: 'json' };
import { changeSourcePhrases, listSourcesPhrases, sourceDetailPhrases } from './phrases.ts';
import { showSource, sourceHistory } from './show-source.ts';

/** Where recommendations and actions come from: reviews, audits, inspections, scrutinies, surveys. */
export const sources: Feature = {
  name: 'sources',
  messages,
  intents: [
    {
      name: 'list_sources',
      label: 'Reviews and audits',
      phrases: listSourcesPhrases,
      answer: listSources,
    },
    {
      name: 'source_detail',
      label: 'One review or audit',
      phrases: sourceDetailPhrases,
      answer: showSource,
    },
    {
      name: 'change_source',
      label: 'Change a source',
      phrases: changeSourcePhrases,
      answer: proposeSource,
    },
  ],
  actions: [openSource, recordSource, recordSourceChange, undoSource],
  history: sourceHistory,
  folder: [sourcesFile],
  help: [
    {
      title: 'Inspections and audits',
      job: 'review',
      examples: () => [
        {
          title: 'which inspections have we had',
          ...ask('list_sources', {}, { kind: 'inspections' }),
        },
      ],
    },
  ],
};
