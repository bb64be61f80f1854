import { expect, it } from 'vitest';
import { importClosure } from '../../scripts/import-closure.ts';

/** An afternoon's reading. */
const MAX_LINES = 2_500;

it('marking attendance is understood from a few files, down to the rules and the ports that it uses', async () => {
  const closure = await importClosure('src/features/attendance/mark-attendance.ts');
  expect([...closure.keys()]).toEqual(
    expect.arrayContaining([
      'src/contract/action.ts',
      'src/contract/ports/registers.ts',
      'src/domain/access.ts',
      'src/domain/register-marks.ts',
      'src/features/attendance/roll-call.ts',
    ]),
  );
  expect([...closure.values()].reduce((sum, lines) => sum + lines, 0)).toBeLessThanOrEqual(
    MAX_LINES,
  );
});
