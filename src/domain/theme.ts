import type { Recommendation } from './recommendation.ts';
import { hasWords, sharedTitleWords } from './title-similarity.ts';

/** What recommendations are about, as the partnership itself calls it; people tag them with it. */
export interface Theme {
  readonly id: string;
  readonly name: string;
  readonly alsoKnownAs: readonly string[];
  readonly basis?: string;
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
