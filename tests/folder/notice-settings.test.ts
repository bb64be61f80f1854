import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importFolder } from '../../src/folder/import-folder.ts';
import { exportFolder, readFolder, SMALL, smallWith } from '../support/a-folder.ts';
import { freshRecords } from '../support/azurite.ts';
import { emptyFolder } from '../support/empty-folder.ts';

const withNotices = (notices: unknown) =>
  smallWith({
    'partnership.json': JSON.stringify({ ...JSON.parse(SMALL['partnership.json'] ?? ''), notices }),
  });

describe('what a partnership sets about its notices', () => {
  const notices = {
    action_steps: [10, 3, 0],
    action_to: ['owner', 'group-chair'],
    escalations: [{ after: 5, to: ['chair'] }],
    weekly_to: [],
    quiet_hours: { from: '17:00', to: '09:00' },
  };

  it('is stored, and comes out again as it went in', async () => {
    const read = await readFolder(await withNotices(notices));
    expect(read.faults).toEqual([]);
    const { partnerships, directories } = await freshRecords();
    await importFolder(read, partnerships);
    expect((await directories.find('dale'))?.partnership.notices).toEqual({
      actionSteps: [10, 3, 0],
      actionTo: ['owner', 'group-chair'],
      escalations: [{ after: 5, to: ['chair'] }],
      weeklyTo: [],
      quietHours: { from: '17:00', to: '09:00' },
    });
    const folder = await emptyFolder();
    await exportFolder(partnerships, 'dale', folder);
    expect(JSON.parse(await readFile(join(folder, 'partnership.json'), 'utf8')).notices).toEqual(
      notices,
    );
  });

  it.each([
    ['a key that is not known', { action_step: [1] }, 'has an unknown key'],
    ['somebody who is nobody', { action_to: ['boss'] }, 'is not one of: owner, agency-lead'],
    ['a time that is none', { statutory_from: '25:00' }, 'is not a time of day'],
    ['half a day', { action_steps: [1.5] }, 'is not a whole number of working days'],
    ['no step at all', { clock_steps: [] }, 'has no day'],
  ])('with %s is refused', async (_, wrong, reason) => {
    const { faults } = await readFolder(await withNotices(wrong));
    expect(faults).toMatchObject([
      { file: 'partnership.json', reason: expect.stringContaining(reason) },
    ]);
  });
});
