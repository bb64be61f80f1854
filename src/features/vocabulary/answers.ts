import { z } from 'zod';
import { formatAdministrators } from '../../answers/access-words.ts';
import { typedWords } from '../../answers/form.ts';
import { declarePress } from '../../contract/action.ts';
import type { Answer, Suggestion } from '../../contract/answer.ts';
import type { WordsChange } from '../../contract/ports.ts';
import {
  agencyName,
  type Directory,
  groupName,
  type RecordReference,
} from '../../domain/directory.ts';
import { findPriority } from '../../domain/find-priority.ts';
import type { WordsRefusal } from './parse-words.ts';

export const HOW_TO_TEACH =
  'To teach me, type for instance /vocabulary the dads work = fathers priority; to take it back, /vocabulary remove the dads work.';

export const meaning = z.object({
  kind: z.enum(['agency', 'group', 'priority']),
  id: z.string().min(1).max(100),
});

/** What was taught. */
export const openWords = declarePress({ id: 'vocabulary.show', input: z.object({}) });

/** Words mean again what they meant before; pressed twice, the second finds nothing to undo. */
export const undoMeaning = declarePress({
  id: 'vocabulary.undo',
  input: z.object({
    undo: z.object({ words: typedWords, from: meaning.optional(), to: meaning.optional() }),
  }),
});

/** Leads to what was taught. */
export const createWordsSuggestion = (): Suggestion => ({
  title: 'Our own words',
  ...openWords.press({}),
});

/** A record as one speaks of it: `the agency West Midlands Police`. */
export function describeMeaning({ kind, id }: RecordReference, directory: Directory): string {
  if (kind === 'agency') return `the agency ${agencyName(directory, id)}`;
  if (kind === 'group') return `the group ${groupName(directory, id)}`;
  return `the priority ${findPriority(directory, id, '')?.title ?? id}`;
}

/** What was recorded, with a button that takes it back. */
export function answerRecorded(
  { partnership }: Directory,
  heading: string,
  text: string,
  undo?: Omit<WordsChange, 'by'>,
): Answer {
  return {
    text,
    source: partnership.shortName,
    heading,
    // *Undo* puts this card in the place of the other, and no sentence stands before it there.
    ...(!undo && { sentence: text }),
    ...(undo && { buttons: [undoMeaning.button('Undo', { undo })] }),
    suggestions: [createWordsSuggestion()],
  };
}

/** A short answer that recorded nothing. */
export function answerNote(text: string): Answer {
  return { text, suggestions: [createWordsSuggestion()] };
}

/** To everybody but administrators. */
export function refuseTeaching(directory: Directory): Answer {
  const text = `Words are taught by an administrator, for they change how I understand everybody. Please ask ${formatAdministrators(directory)}.`;
  return { text, refused: 'access' };
}

/** Somebody was first. */
export const explainConflict = (words: string): string =>
  `Somebody changed what “${words}” means since then, so I left it as it is.`;

const CANNOT: Readonly<Record<WordsRefusal, string>> = {
  'words-missing': 'I need the words before the equals sign.',
  'words-too-long': 'That is too long to be a name: 60 characters at most, please.',
  'words-too-general':
    'People use those words for too much else. Please add one that tells what is meant.',
  'words-personal':
    'That looks like somebody’s personal details, so I have not kept it. Words of the partnership’s work only, please.',
};

export function explainTeachingRefusal(refusal: WordsRefusal): Answer {
  const refused = refusal === 'words-personal' ? 'privacy' : undefined;
  return { ...answerNote(`Nothing was written. ${CANNOT[refusal]}`), refused };
}
