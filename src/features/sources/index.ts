import type { Feature } from '../../contract/feature.ts';
import { sourcesFile } from './folder.ts';

/** Where recommendations and actions come from: reviews, audits, inspections, scrutinies, surveys. */
export const sources: Feature = {
  name: 'sources',
  folder: [sourcesFile],
};
