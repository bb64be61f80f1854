import type { FolderFile } from '../contract/folder-file.ts';
import { CORE_FILES } from './core-files.ts';
import { keptFiles } from './kept-files.ts';

/** Every file of a partnership folder, each behind those whose records it names. */
export const allFiles = (featureFiles: readonly FolderFile[]): readonly FolderFile[] => [
  ...CORE_FILES,
  ...featureFiles,
  ...keptFiles(featureFiles),
];
