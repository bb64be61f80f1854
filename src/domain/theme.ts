import type { Actor } from './actor.ts';
import { acceptChange, type Change } from './change-event.ts';
import { type Outcome, refuse } from './outcome.ts';
import type { Recommendation } from './recommendation.ts';
import { changeFields } from './record-change.ts';
import { toReferenceKey } from './reference-key.ts';
import { hasWords, sharedTitleWords } from './title-similarity.ts';

/** What recommendations are about, as the partnership itself calls it; people tag them with it. */
export interface Theme {
  readonly id: string;
  readonly name: string;
  readonly alsoKnownAs: readonly string[];
  /** The theme that it was merged into: it stays for the history, and is offered no more. */
  readonly mergedInto?: string;
  readonly basis?: string;
}

export type ThemeRefusal = 'name-missing' | 'name-taken' | 'merged-with-itself';

type Names = Pick<Theme, 'name' | 'alsoKnownAs'>;

/** Adds a theme to the list; no two go by one name. */
export function addTheme(
  theme: Theme,
  all: readonly Theme[],
  actor: Actor,
): Outcome<Change<Theme>, ThemeRefusal> {
  return refuseNames(theme, theme.id, all) ?? acceptChange(theme, { type: 'added' }, actor);
}

/** Gives a theme other names; its id stays. */
export function renameTheme(
  theme: Theme,
  names: Names,
  all: readonly Theme[],
  actor: Actor,
): Outcome<Change<Theme>, ThemeRefusal> {
  return (
    refuseNames(names, theme.id, all) ??
    changeFields<Theme>(theme, names, { type: 'renamed' }, actor)
  );
}

/** Ends a theme that is now part of another. */
export function endByMerging(
  theme: Theme,
  into: Theme,
  actor: Actor,
): Outcome<Change<Theme>, ThemeRefusal> {
  if (theme.id === into.id) return refuse('merged-with-itself');
  return changeFields<Theme>(theme, { mergedInto: into.id }, { type: 'merged' }, actor);
}

function refuseNames({ name, alsoKnownAs }: Names, id: string, all: readonly Theme[]) {
  if (!name.trim()) return refuse('name-missing');
  const taken = new Set(
    all
      .filter((each) => each.id !== id)
      .flatMap((each) => [each.name, ...each.alsoKnownAs].map(toReferenceKey)),
  );
  return [name, ...alsoKnownAs].some((each) => taken.has(toReferenceKey(each)))
    ? refuse('name-taken')
    : undefined;
}

/** The themes that somebody's words name: by id or name, else those that have all of the words. */
export function findThemes(themes: readonly Theme[], words: string): Theme[] {
  const key = toReferenceKey(words);
  const namesOf = ({ id, name, alsoKnownAs }: Theme) => [id, name, ...alsoKnownAs];
  const named = themes.filter((theme) =>
    namesOf(theme).some((each) => toReferenceKey(each) === key),
  );
  if (named.length > 0 || !words) return named;
  return themes.filter((theme) => namesOf(theme).some((each) => hasWords(each, words)));
}

/**
 * The id of a new theme: its name in capitals, as far as it is free.
 * @example nextThemeId('Hidden men', []) // 'HIDDEN-MEN'
 */
export function nextThemeId(name: string, ids: readonly string[]): string {
  const words = name
    .normalize('NFKD')
    .toUpperCase()
    .match(/[A-Z0-9]+/g) ?? ['THEME'];
  const base = words.slice(0, 4).join('-');
  let free = base;
  for (let count = 2; ids.includes(free); count += 1) free = `${base}-${count}`;
  return free;
}

/**
 * The themes that a recommendation may have by its words, for a person to choose from: it has all
 * words of a theme's name, or is clearly like one that has the theme.
 * @example proposeThemes({ text: 'Improve supervision of front-line staff', … }, [supervision], []) // ['supervision']
 */
export function proposeThemes(
  { ref, text, themes: own }: Pick<Recommendation, 'ref' | 'text' | 'themes'>,
  themes: readonly Theme[],
  all: readonly Pick<Recommendation, 'ref' | 'text' | 'themes'>[],
): string[] {
  const alike = all
    .filter((other) => other.ref !== ref && sharedTitleWords(text, other.text).length > 0)
    .flatMap((other) => other.themes);
  return themes
    .filter(
      ({ id, name, alsoKnownAs }) =>
        !own.includes(id) &&
        (alike.includes(id) || [name, ...alsoKnownAs].some((each) => hasWords(text, each))),
    )
    .map(({ id }) => id);
}
