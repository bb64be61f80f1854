/** Kills the bot with SIGKILL at fifty random moments under load. Run: npm run bench -- kill-nine */
import { startAzurite } from '../../src/rehearsal/azurite.ts';
import { killBots } from '../support/killed-bots.ts';

const KILLS = 50;

const azurite = await startAzurite();
const { faults, lost, ...report } = await killBots(KILLS, azurite.connectionString, 'Killed');
console.table({ ...report, lost: lost.length, 'faults of the audit logs': faults.length });
for (const each of [...lost, ...faults]) console.log(each);
await azurite.stop();
process.exitCode = lost.length + report.doubled + faults.length > 0 ? 1 : 0;
