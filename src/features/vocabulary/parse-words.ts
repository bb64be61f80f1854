import type { Directory, LearnedWords } from '../../domain/directory.ts';
import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import { findPersonalDetail } from '../../domain/privacy-guard.ts';

/** Why words cannot be taught. */
export type WordsRefusal =
  | 'words-missing'
  | 'words-too-long'
  | 'words-too-general'
  | 'words-personal';

const MAX_CHARACTERS = 60;

/** Words with which people ask: alone they can name nothing. */
const ASKING = new Set(
  `a all am an and any are as at be before board by can did do does due done for from get got has have how i in is it last late
  list me meeting meetings month my next no not of on open our out overdue owner priorities priority review reviews show tell that
  the them these this those to today tomorrow us was we week what when where which who why with year you your action actions agency
  agencies group groups complete completed closed blocked date dates evidence help more vocabulary`.split(
    /\s+/,
  ),
);

/** Words as they are kept: lower case, single spaces, without quotation marks. */
export function parseWords(typed: string): Outcome<string, WordsRefusal> {
  const words = typed
    .normalize('NFC')
    .toLowerCase()
    .replace(/[“”"]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^['‘’ ]+|['‘’.?! ]+$/g, '');
  if (!/\p{L}{2}/u.test(words)) return refuse('words-missing');
  if (words.length > MAX_CHARACTERS) return refuse('words-too-long');
  if (findPersonalDetail(words)) return refuse('words-personal');
  const isAsking = (words.match(/\p{L}+/gu) ?? []).every((word) => ASKING.has(word));
  return isAsking ? refuse('words-too-general') : accept(words);
}

/** What these words were taught to mean. */
export function findLearnedWords(
  words: string,
  { learnedWords }: Directory,
): LearnedWords | undefined {
  return learnedWords.find((learned) => learned.words === words);
}
