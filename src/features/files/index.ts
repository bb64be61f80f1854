import type { Feature } from '../../contract/feature.ts';
import { createGetFile, type FileKinds } from './offer-file.ts';
import { createAnswerConsent, createLinkedFiles, type LinkedFiles } from './settle-offer.ts';
import { fileOfferRetention } from './store.ts';

/** Hands over the files that features make, to whoever asked and to nobody else. */
export function createFiles(kinds: FileKinds): {
  readonly feature: Feature;
  readonly linkedFiles: LinkedFiles;
} {
  return {
    feature: {
      name: 'files',
      actions: [createGetFile(kinds)],
      answerConsent: createAnswerConsent(kinds),
      retention: [fileOfferRetention],
    },
    linkedFiles: createLinkedFiles(kinds),
  };
}
