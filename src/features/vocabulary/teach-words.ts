import { z } from 'zod';
import { teachPress, typedWords } from '../../answers/form.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import type { WordsChange } from '../../contract/ports.ts';
import type { Request } from '../../contract/request.ts';
import { isPermitted } from '../../domain/access.ts';
import type { RecordReference } from '../../domain/directory.ts';
import {
  answerNote,
  answerRecorded,
  describeMeaning,
  explainConflict,
  explainTeachingRefusal,
  meaning,
  refuseTeaching,
  undoMeaning,
} from './answers.ts';
import { findRecord, findRecords, type RecordMatch } from './find-record.ts';
import { findLearnedWords, parseWords } from './parse-words.ts';

/** “/vocabulary the dads work = fathers theme”: from the next message on, everybody here is understood so. */
export async function teachWords(request: Request, typed: string, name: string): Promise<Answer> {
  const parsed = parseWords(typed);
  if (!parsed.ok) return explainTeachingRefusal(parsed.refusal);
  const { found, near } = findRecords(name, request.directory);
  const [meant, another] = found;
  if (!meant) return askWhich(parsed.value, near, 'none');
  return another ? askWhich(parsed.value, found, 'several') : teach(request, parsed.value, meant);
}

async function teach(request: Request, words: string, meant: RecordReference): Promise<Answer> {
  const { directory } = request;
  const from = findLearnedWords(words, directory);
  const to = { kind: meant.kind, id: meant.id };
  const outcome = await change(request, { words, from, to });
  if (outcome === 'stale') return answerNote(explainConflict(words));
  const described = describeMeaning(meant, directory);
  if (outcome === 'unchanged') return answerNote(`“${words}” means ${described} already.`);
  const before = from ? ` Until now it meant ${describeMeaning(from, directory)}.` : '';
  const text = `“${words}” now means ${described}, for everybody in ${directory.partnership.shortName}.${before}`;
  return answerRecorded(directory, `“${words}” saved`, text, { words, from: to, to: from });
}

const change = ({ directory, person, ports }: Request, words: Omit<WordsChange, 'by'>) =>
  ports.vocabulary.change(directory.partnership.id, { ...words, by: person.id });

function askWhich(words: string, records: readonly RecordMatch[], how: 'several' | 'none'): Answer {
  const heading = `What does “${words}” mean?`;
  const text =
    how === 'several'
      ? `That could be ${records.length} records, so nothing was written. Which does “${words}” mean?`
      : `I know no agency, group or priority by that name, so nothing was written. Does “${words}” mean one of these?`;
  const rows = records.map(({ kind, id, name }) => ({
    title: name,
    line: kind,
    opens: teachMeaning.press({ words, meaning: { kind, id } }),
  }));
  return { text, heading, sections: [{ rows }] };
}

/** *Teach me the word*, under a name that no record bears: which of the records does it mean? */
export const askMeaning = action({
  ...teachPress,
  permission: 'vocabulary.change',
  async handle({ directory }: Request, { words }) {
    const parsed = parseWords(words);
    if (!parsed.ok) return explainTeachingRefusal(parsed.refusal);
    const { found, near } = findRecords(parsed.value, directory);
    return askWhich(parsed.value, found.length > 0 ? found : near, 'none');
  },
});

/** One of the records that a name could mean, chosen. */
export const teachMeaning = action({
  id: 'vocabulary.teach',
  permission: 'vocabulary.change',
  input: z.object({ words: typedWords, meaning }),
  async handle(request: Request, { words, meaning: meant }) {
    const parsed = parseWords(words);
    if (!parsed.ok) return explainTeachingRefusal(parsed.refusal);
    if (!findRecord(meant, request.directory)) throw new UnreadableInput('vocabulary.teach');
    return teach(request, parsed.value, meant);
  },
});

/** “/vocabulary remove the dads work” */
export async function forgetWords(request: Request, typed: string): Promise<Answer> {
  const { directory } = request;
  const parsed = parseWords(typed);
  if (!parsed.ok) return explainTeachingRefusal(parsed.refusal);
  const words = parsed.value;
  const from = findLearnedWords(words, directory);
  if (!from) return answerNote(`“${words}” was never taught, so there is nothing to remove.`);
  const outcome = await change(request, { words, from });
  if (outcome === 'stale') return answerNote(explainConflict(words));
  const text = `“${words}” no longer means ${describeMeaning(from, directory)}.`;
  const to = { kind: from.kind, id: from.id };
  return answerRecorded(directory, `“${words}” is removed`, text, { words, to });
}

/** *Undo*: the words mean again what they meant before; pressed twice, the second changes nothing. */
export const undoWords = action({
  ...undoMeaning,
  permission: 'vocabulary.change',
  async handle(request: Request, { undo }) {
    const { directory, person } = request;
    const parsed = parseWords(undo.words);
    if (!parsed.ok || (undo.to && !findRecord(undo.to, directory)))
      throw new UnreadableInput(undoMeaning.id);
    if (!isPermitted(person, 'vocabulary.change')) return refuseTeaching(directory);
    const words = parsed.value;
    const { from, to } = undo;
    const outcome = await change(request, { words, from, to });
    if (outcome === 'stale') return answerRecorded(directory, 'Not undone', explainConflict(words));
    const now = to
      ? `means ${describeMeaning(to, directory)} again`
      : 'means nothing in particular again';
    return answerRecorded(directory, 'Undone', `Undone: “${words}” ${now}.`);
  },
});
