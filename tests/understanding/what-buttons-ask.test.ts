import { beforeAll, describe, expect, it } from 'vitest';
import {
  createFolderReader,
  type RehearsalFolder,
  readRehearsalFolder,
} from '../../scripts/rehearsal-folder.ts';
import type { Question } from '../../src/contract/question.ts';
import { reader } from '../support/understanding.ts';

describe.each(['samples/sandwell', 'samples/fenmarsh', 'tests/understanding/folders/thornbury'])(
  'what buttons ask in %s, whatever things are called there,',
  (path) => {
    let folder: RehearsalFolder;
    let readText: ReturnType<typeof createFolderReader>;
    beforeAll(async () => {
      folder = await readRehearsalFolder(path);
      readText = createFolderReader(reader, folder);
    });

    async function read(text: string): Promise<Pick<Question, 'intent' | 'filters'>> {
      const reading = await readText(text);
      return reading.kind === 'question' ? reading.question : { intent: reading.kind, filters: {} };
    }

    it.each([
      ['groups', 'agenda for', '', 'agenda', 'group'],
      ['groups', 'when does', 'meet next', 'next_meeting', 'group'],
      ['groups', 'attendance of', 'this year', 'attendance_summary', 'group'],
      ['agencies', 'attendance of', '', 'attendance_agency', 'agency'],
    ] as const)('of %s, “%s … %s”, is %s', async (list, before, after, wanted, filter) => {
      const wrong: string[] = [];
      for (const { id, name } of folder.directory[list]) {
        const { intent, filters } = await read(`${before} ${name} ${after}`.trim());
        if (intent !== wanted || filters[filter] !== id)
          wrong.push(`${name}: ${intent} ${JSON.stringify(filters)}`);
      }
      expect(wrong).toEqual([]);
    });
  },
);
