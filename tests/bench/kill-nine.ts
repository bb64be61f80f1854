/** Kills the bot with SIGKILL at fifty random moments under load. Run: npm run bench:kill-nine */
import { startAzurite } from '../../src/local/azurite.ts';
import { killBots } from '../support/killed-bots.ts';

const KILLS = 50;

const azurite = await startAzurite();
const { faults, ...report } = await killBots(KILLS, azurite.connectionString, 'Killed');
console.table({ ...report, 'faults of the trails': faults.length });
for (const fault of faults) console.log(fault);
await azurite.stop();
process.exitCode = report.lost + report.doubled + faults.length > 0 ? 1 : 0;
