import type { Directory } from '../../domain/directory.ts';
import type { PhraseIndex } from '../text/phrase-index.ts';
import { tokenise } from '../text/tokenise.ts';
import { createAliases, findBoard } from './aliases.ts';
import type { AbsentKind, Alias } from './annotated-message.ts';
import type { TitleSearch } from './find-title.ts';
import { findReferences, inferRefFormats, type RefFormat } from './references.ts';

/** All that is known of one partnership's words. */
export interface Lexicon {
  readonly directory: Directory;
  readonly aliases: PhraseIndex<Alias>;
  /** Words of the field for an agency that this partnership does not have: “probation”. */
  readonly absent: PhraseIndex<AbsentKind>;
  /** How references to its actions look. */
  readonly refFormats: readonly RefFormat[];
  /** The group that “the board” means. */
  readonly board: string | undefined;
  /** The years of its plans: `2020-21`, `2022-24`. */
  readonly planYears: ReadonlySet<string>;
}

/** How many titles of each subject are looked at to learn how references look. */
const MAX_SAMPLES = 5;

/** Learns names from a directory, and how references look from actions on likely subjects. */
export async function createLexicon(
  directory: Directory,
  searchTitles: TitleSearch,
): Promise<Lexicon> {
  const subjects = [
    ...directory.priorities.slice(0, 4).map(({ title }) => title),
    ...directory.groups.slice(0, 2).map(({ name }) => name),
    'action review children plan',
  ];
  const samples = await Promise.all(subjects.map((words) => searchTitles(words, MAX_SAMPLES)));
  return {
    directory,
    ...createAliases(directory),
    refFormats: inferRefFormats(samples.flat().map(({ ref }) => ref)),
    board: findBoard(directory),
    planYears: new Set(directory.priorities.map(({ year }) => year)),
  };
}

/** Whether a text names a review, one that the asker sees or one by its number. */
export function namesReview(text: string, lexicon: Lexicon): boolean {
  return (
    /\b(?:rr|rapid reviews?)[\s-]?\d/i.test(text) ||
    findReferences(tokenise(text), lexicon).reviewRefs.length > 0
  );
}
