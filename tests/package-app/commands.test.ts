import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createFolderReader, readRehearsalFolder } from '../../scripts/rehearsal-folder.ts';
import { features } from '../../src/features/index.ts';
import { reader } from '../support/understanding.ts';

interface CommandList {
  readonly scopes: readonly string[];
  readonly commands: readonly { readonly title: string; readonly description: string }[];
}

const manifest = JSON.parse(readFileSync('manifest/manifest.json', 'utf8'));
const lists: readonly CommandList[] = manifest.bots[0].commandLists;

/** What is meant by each command of the menu. */
const MEANT: Readonly<Record<string, string>> = {
  'my actions': 'list_actions',
  'what is overdue': 'list_actions',
  'what is due this month': 'list_actions',
  'how many open actions by agency': 'list_actions',
  'what are our priorities': 'list_priorities',
  'when is my next meeting': 'next_meeting',
  'when is the next meeting': 'next_meeting',
  'decisions this year': 'decisions_log',
  'board attendance this year': 'attendance_summary',
  'rapid reviews this year': 'rapid_review_list',
  'raise an action': 'add_action',
  'whats on the agenda': 'agenda',
  'start attendance': 'start_attendance',
  'are we quorate': 'quorum_check',
  'record a decision': 'record_decision',
  'meeting summary': 'meeting_summary',
  help: 'help',
};

describe.each(['samples/sandwell', 'samples/fenmarsh'])(
  'the commands of the menu, in %s',
  (path) => {
    let read: ReturnType<typeof createFolderReader>;
    beforeAll(async () => {
      read = createFolderReader(reader, await readRehearsalFolder(path));
    });

    it.each([...new Set(lists.flatMap(({ commands }) => commands.map(({ title }) => title)))])(
      '“%s” is understood as it stands, whoever types it and wherever',
      async (title) => {
        const reading = await read(title);
        expect(reading).toMatchObject({ kind: 'question', question: { intent: MEANT[title] } });
        expect('confidence' in reading && reading.confidence).toBeGreaterThan(0.8);
      },
    );
  },
);

describe('the menu', () => {
  it('has one list for each scope, the same command never twice', () => {
    expect(lists.map(({ scopes }) => scopes)).toEqual([['personal'], ['groupChat'], ['team']]);
    for (const { commands } of lists)
      expect(new Set(commands.map(({ title }) => title)).size).toBe(commands.length);
  });

  it('names the dialogs and the search that the app really has', () => {
    const { commands } = manifest.composeExtensions[0] as {
      commands: { id: string; type: string }[];
    };
    const extensions = features.flatMap(({ extension }) => extension ?? []);
    const dialogs = extensions.flatMap(({ dialogs = [] }) => dialogs).map(({ command }) => command);
    expect(commands.filter(({ type }) => type === 'action').map(({ id }) => id)).toEqual(dialogs);
    expect(commands.filter(({ type }) => type === 'query')).toHaveLength(1);
  });
});
