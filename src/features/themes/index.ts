import type { Feature } from '../../contract/feature.ts';
import { themesFile } from './folder.ts';

/** What recommendations are about, in the partnership's own words, and what comes back. */
export const themes: Feature = {
  name: 'themes',
  folder: [themesFile],
};
