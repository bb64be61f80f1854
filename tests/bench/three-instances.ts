/**
 * Three instances of Convenor over one storage share 1,000 notices of one sweep, at the pace that Teams allows an app: how long, and
 * whether each was told once. Run: npm run bench -- instances
 */
import { startAzurite } from '../../src/rehearsal/azurite.ts';
import { CALLS_PER_SECOND } from '../../src/teams/rate-controller.ts';
import { startThreeInstances } from '../support/three-instances.ts';

const OWED = Number(process.argv[2] ?? 1_000);

const azurite = await startAzurite();
const { connectionString } = azurite;
const three = await startThreeInstances({ connectionString, tablePrefix: 'Three', owed: OWED });
const began = performance.now();
three.speakUp();
const deliveries = await three.whenTold();
const seconds = (performance.now() - began) / 1000;
const notices = deliveries.flatMap((delivery) => delivery.notices);
const ofCrowd = deliveries.filter(({ person }) => person.startsWith('member-'));
const received = three.crowd.map(({ objectId }) => three.teams.messages(`a:${objectId}`).length);
const byInstance = Map.groupBy(ofCrowd, ({ by }) => by);
console.table({
  'people owed a notice': OWED,
  'told once': received.filter((count) => count === 1).length,
  'told not at all': received.filter((count) => count === 0).length,
  'told twice': received.filter((count) => count > 1).length,
  'notices claimed twice': notices.length - new Set(notices).size,
  'deliveries by instance': [...byInstance.values()].map((all) => all.length).join(', '),
  seconds: seconds.toFixed(1),
  'least seconds under the limit': (OWED / CALLS_PER_SECOND).toFixed(1),
});
await three.stop();
await azurite.stop();
