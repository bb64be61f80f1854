import { beforeAll, describe, expect, it } from 'vitest';
import { composeNotice, type NoticeView } from '../../src/answers/notice-views.ts';
import { composeWeek, type WeekView } from '../../src/answers/week-view.ts';
import {
  createFolderReader,
  type RehearsalFolder,
  readRehearsalFolder,
} from '../../src/cli/rehearsal-folder.ts';
import { createCalendar } from '../../src/contract/calendar.ts';
import type { NoticeItem } from '../../src/contract/notice-item.ts';
import type { Question } from '../../src/contract/question.ts';
import { day } from '../../src/domain/dates.ts';
import { reader } from '../support/understanding.ts';

const { bankHolidays } = createCalendar();
const occasion = { source: 'DSCP', today: { today: day('2021-03-15'), bankHolidays } };
const asksOf = (view: unknown) =>
  (view as NoticeView | WeekView).presses.flatMap(({ ask }) => ask ?? []);

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

    it('is, on an absence, the attendance of that agency at that group', async () => {
      const wrong: string[] = [];
      for (const agency of folder.directory.agencies)
        for (const group of folder.directory.groups) {
          const matter = {
            kind: 'absence',
            agency: agency.name,
            group: group.name,
            meetings: 2,
          } as const;
          const item: NoticeItem = {
            subject: agency.name,
            title: group.name,
            matter,
            why: { kind: 'administrator' },
          };
          for (const ask of asksOf(composeNotice(item, occasion).card?.view)) {
            const { intent, filters } = await read(ask);
            if (
              intent !== 'attendance_agency' ||
              filters.agency !== agency.id ||
              filters.group !== group.id
            )
              wrong.push(`${ask}: ${intent} ${JSON.stringify(filters)}`);
          }
        }
      expect(wrong).toEqual([]);
    });

    it('is, on a chair’s week, the actions of that group', async () => {
      const wrong: string[] = [];
      for (const { id, name } of folder.directory.groups) {
        const row = { ref: 'A-1', title: 'An action' } as never;
        const word = composeWeek(
          { group: name, overdue: [row], drifting: [], comingUp: [] },
          occasion,
        );
        for (const ask of asksOf(word.card?.view)) {
          const { intent, filters } = await read(ask);
          if (intent !== 'list_actions' || filters.group !== id || !filters.dueRange)
            wrong.push(`${ask}: ${intent} ${JSON.stringify(filters)}`);
        }
      }
      expect(wrong).toEqual([]);
    });

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
