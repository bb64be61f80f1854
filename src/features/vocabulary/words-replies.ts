import { listed } from '../../answers/words.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import type { WordsChange } from '../../contract/ports.ts';
import {
  agencyName,
  type Directory,
  findPriority,
  groupName,
  type RecordReference,
} from '../../domain/directory.ts';
import type { WordsRefusal } from './taught-words.ts';
import type { VocabularyView } from './vocabulary-view.ts';

export const HOW_TO_TEACH =
  'To teach me, type for instance /vocabulary the dads work = fathers priority; to take it back, /vocabulary remove the dads work.';

/** A record as one speaks of it: `the agency West Midlands Police`. */
export function inWords({ kind, id }: RecordReference, directory: Directory): string {
  if (kind === 'agency') return `the agency ${agencyName(directory, id)}`;
  if (kind === 'group') return `the group ${groupName(directory, id)}`;
  return `the priority ${findPriority(directory, id, '')?.title ?? id}`;
}

/** What was written, with a button that takes it back. */
export function written(
  asker: Asker,
  headline: string,
  text: string,
  undo: Omit<WordsChange, 'by'>,
): Answer {
  return vocabularyCard(asker, text, { headline, rows: [], undo, suggestions: ['/vocabulary'] });
}

/** A short answer that wrote nothing. */
export function note(text: string): Answer {
  return { text, suggestions: ['/vocabulary'] };
}

/** Takes the place of the card whose *Undo* was pressed. */
export function inPlace(asker: Asker, headline: string, sentence: string): Answer {
  return vocabularyCard(asker, sentence, {
    headline,
    sentence,
    rows: [],
    suggestions: ['/vocabulary'],
  });
}

export function vocabularyCard(
  { directory }: Asker,
  text: string,
  parts: Omit<VocabularyView, 'source'>,
): Answer {
  const view: VocabularyView = { source: directory.partnership.shortName, ...parts };
  const plain = [text, ...view.rows.map(({ title, line }) => `${title}: ${line}.`)].join('\n');
  return { text, card: { name: 'vocabulary', view, plain }, suggestions: view.suggestions };
}

/** To everybody but administrators. */
export function mayNotTeach({ people }: Directory): Answer {
  const administrators = people
    .filter(({ roles }) => roles.includes('administrator'))
    .map(({ displayName }) => displayName);
  const whom = administrators.length > 0 ? listed(administrators, 'or') : 'the business manager';
  const text = `Words are taught by an administrator, for they change how I understand everybody. Please ask ${whom}.`;
  return { text, refused: 'access' };
}

/** Somebody was first. */
export const changedMeanwhile = (words: string): string =>
  `Somebody changed what “${words}” means since then, so I left it as it is.`;

const CANNOT: Readonly<Record<WordsRefusal, string>> = {
  'words-missing': 'I need the words before the equals sign.',
  'words-too-long': 'That is too long to be a name: 60 characters at most, please.',
  'words-too-general':
    'People use those words for too much else. Please add one that tells what is meant.',
  'words-personal':
    'That looks like somebody’s personal details, so I have not kept it. Words of the partnership’s work only, please.',
};

export function cannotTeach(refusal: WordsRefusal): Answer {
  const refused = refusal === 'words-personal' ? 'privacy' : undefined;
  return { ...note(`Nothing was written. ${CANNOT[refusal]}`), refused };
}
