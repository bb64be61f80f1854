import type { Intent } from '../contract/feature.ts';
import type { Actions, Calendar, Meetings } from '../contract/ports.ts';
import type { Directory } from '../domain/directory.ts';
import { MONTHS, WEEKDAYS } from './calendar-words.ts';
import { createCorrector } from './correct-typos.ts';
import { hear } from './hear.ts';
import { FIELD_WORDS, lexicon } from './lexicon.ts';
import type { Tongue } from './listening.ts';
import { normalise } from './normalise.ts';
import { readMessage } from './read-message.ts';
import type { Hearing, Reader, Reading } from './reader.ts';
import { findRefs, type RefShape, shapesOf } from './refs.ts';
import { SHORTHAND } from './shorthand.ts';
import { createUnderstanding, type Understanding } from './understanding.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

export interface ReaderParts {
  /** What can be asked, each with how people say it. */
  readonly intents: readonly Pick<Intent, 'name' | 'phrases'>[];
  /** For finding the action that is meant by words of its title. */
  readonly actions: Pick<Actions, 'titled'>;
  readonly meetings?: Meetings;
  readonly calendar: Pick<Calendar, 'today' | 'bankHolidays'>;
  /** What the intents teach: learned from them unless it is given, which saves whoever makes many readers a second each. */
  readonly understanding?: Understanding;
}

/** A reader that learns how people ask from the intents, and what they ask about from the asker's directory. */
export function createReader({
  intents,
  actions,
  calendar,
  understanding = createUnderstanding(intents),
}: ReaderParts): Reader {
  const tongues = new Map<string, Promise<Tongue>>();
  const versions = new Map<string, number>();

  const learn = async (directory: Directory): Promise<Tongue> => {
    const vocabulary = createVocabulary(directory);
    const samples = await Promise.all(
      subjectsOf(directory).map((words) => actions.titled(directory.partnership.id, words, 5)),
    );
    const shapes = shapesOf(samples.flat().map(({ ref }) => ref));
    const domain = usualWords(understanding, vocabulary, [
      ...shapes,
      ...shapesOf(directory.reviewRefs),
    ]);
    return {
      version: directory.version,
      vocabulary,
      shapes,
      corrector: createCorrector(domain, lexicon.words),
    };
  };
  const tongueOf = (directory: Directory): Promise<Tongue> => {
    const { id } = directory.partnership;
    const known = tongues.get(id);
    if (known && versions.get(id) === directory.version) return known;
    const learned = learn(directory);
    versions.set(id, directory.version);
    tongues.set(id, learned);
    learned.catch(() => tongues.delete(id));
    return learned;
  };

  return {
    async read(hearing: Hearing): Promise<Reading> {
      const { directory } = hearing.asker;
      const tongue = await tongueOf(directory);
      const tokens = tongue.corrector.correct(normalise(hearing.text));
      const refs = findRefs(tokens, tongue.shapes, directory.reviewRefs);
      const heard = hear(tokens, tongue.vocabulary, refs);
      return readMessage({
        hearing,
        heard,
        tongue,
        understanding,
        actions,
        bankHolidays: calendar.bankHolidays,
        today: calendar.today(directory.partnership.timeZone),
      });
    },
  };
}

/** What a name is worth beside how often words stand in the phrases. */
const OF_A_NAME = 100;

/** The words that mean something here, with how usual they are. */
function usualWords(
  understanding: Understanding,
  { names }: Vocabulary,
  shapes: readonly RefShape[],
): Map<string, number> {
  const usual = new Map(understanding.words);
  const add = (word: string, worth: number) => usual.set(word, (usual.get(word) ?? 0) + worth);
  for (const word of [...FIELD_WORDS, ...WEEKDAYS, ...MONTHS.keys()]) add(word, 3);
  for (const word of SHORTHAND.keys())
    if (word.length > 3 && /n?t$|s$|mrw$/.test(word)) add(word, 20);
  for (const word of names.words) add(word, OF_A_NAME);
  for (const { letters } of shapes)
    add(/^\p{L}+/u.exec(letters)?.[0].toLowerCase() ?? '', OF_A_NAME);
  return usual;
}

/** Subjects that the titles of this partnership's actions are likely to speak of; their references show how references look. */
function subjectsOf({ priorities, groups }: Directory): string[] {
  return [
    ...priorities.slice(0, 4).map(({ title }) => title),
    ...groups.slice(0, 2).map(({ name }) => name),
    'action review children plan',
  ];
}
