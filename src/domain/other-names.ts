import type { Agency } from './partnership.ts';

/** What else an agency or a group is called, its short name first. */
export const otherNames = ({
  shortName,
  alsoKnownAs,
}: Pick<Agency, 'shortName' | 'alsoKnownAs'>): readonly string[] =>
  shortName ? [shortName, ...alsoKnownAs] : alsoKnownAs;
