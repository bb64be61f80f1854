import { describe, expect, it, onTestFinished } from 'vitest';
import { exportFolder, readFolder } from '../support/a-folder.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import { daleFolder } from '../support/dale.ts';
import { emptyFolder } from '../support/empty-folder.ts';

const ACTIONS = `ref,title,owner_agency,due_on,status,joint_owners
DA-001,Share the return,POL,2021-03-10,open,ICB;DC
DA-002,Map the training,DC,2021-03-10,open,
`;

async function start(): Promise<Convenor> {
  const folder = await daleFolder({ 'actions.csv': ACTIONS });
  const bot = await startConvenor({ today: '2021-03-15', folder });
  onTestFinished(() => bot.stop());
  return bot;
}

describe('an action of several agencies', () => {
  it('shows who leads and who is with them, on its card and in lists', async () => {
    const bot = await start();
    const asked = await bot.hears(bot.person('manager'), 'DA-001');
    expect(asked.text).toContain('Dale Police, with Dale Integrated Care Board and Dale Council');
    const listed = await bot.hears(bot.person('manager'), 'whats overdue for the police');
    expect(listed.lines.join('\n')).toContain(
      'Dale Police, with Dale Integrated Care Board and Dale Council · was due Wed 10 March',
    );
  });

  it('is counted with the agency that leads', async () => {
    const bot = await start();
    const { text } = await bot.hears(bot.person('manager'), 'whats overdue for the council');
    expect(text).toMatch(/^The one action with Dale Council is overdue|^1 .*Dale Council/);
    expect(text).not.toContain('DA-001');
  });

  it('is updated by either, and by nobody else’s lead', async () => {
    const bot = await start();
    for (const who of ['police', 'health', 'council'])
      expect((await bot.hears(bot.person(who), 'DA-001 is in progress')).text).toMatch(
        /^Update DA-001\? Please check and confirm/,
      );
    expect((await bot.hears(bot.person('health'), 'DA-002 is in progress')).text).toMatch(
      /^Nothing was recorded: DA-002 is not yours to change\./,
    );
  });

  it('comes back from an export as it was', async () => {
    const bot = await start();
    const folder = await emptyFolder();
    await exportFolder(bot.records.partnerships, 'dale', folder);
    const { records, faults } = await readFolder(folder);
    expect(faults).toEqual([]);
    expect(records?.actions.map(({ owner }) => owner)).toEqual([
      { agency: 'POL', with: ['ICB', 'DC'] },
      { agency: 'DC' },
    ]);
  });
});
