import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Access } from '../../src/contract/feature.ts';
import { type Grant, grantsFor, ROLE_KINDS, type RoleKind } from '../../src/domain/access.ts';
import { cardActions } from '../../src/features/index.ts';
import { createPresses, SAMPLES } from '../support/access-samples.ts';
import {
  type AccessScene,
  changedRows,
  everythingKept,
  startAccessScene,
} from '../support/access-scene.ts';
import { type Breakdown, breakingDown } from '../support/storage-faults.ts';

/** Every button that writes, and who may press it on a record of their own. */
const BUTTONS = cardActions
  .flatMap(({ id: verb, permission: access }) =>
    typeof access === 'string'
      ? [{ key: verb, verb, access }]
      : Object.entries(access.is).map(([value, each]) => ({
          key: `${verb}:${value}`,
          verb,
          access: each,
        })),
  )
  .filter(({ key }) => !SAMPLES[key]?.shows);

function presserOf(access: Access): RoleKind {
  if (typeof access !== 'string' || access === 'anybody' || access === 'own') return 'chair';
  const grants: readonly Grant[] = grantsFor(access);
  const may = (kind: RoleKind) => grants.includes(kind) || grants.includes(`own:${kind}`);
  return ROLE_KINDS.find(may) ?? 'administrator';
}

const HOW: readonly Breakdown[] = ['after it', 'before its reply', 'on its way'];
/** What is written by being heard at all, beside what was asked for. */
const BESIDE = /^(threads|liveCards|misses)\b/;
const NOTHING = /Nothing was (changed|recorded)|was not saved/;
const SAVED = /That was saved|Recorded/;

/** What storage does the moment that anything is written. */
const storage = breakingDown();
let scene: AccessScene;
let sent: Awaited<ReturnType<typeof createPresses>>;
beforeAll(async () => {
  scene = await startAccessScene('2021-03-15T10:00', { policies: [storage] });
  sent = await createPresses(scene);
});
afterAll(() => scene.stop());

describe('whatever breaks down while a button saves, the answer says of it no more than is so:', () => {
  it.each(BUTTONS)('$key', async ({ key, verb, access }) => {
    const { client } = scene.bot;
    const kind = presserOf(access);
    const [state = 'as it is'] = SAMPLES[key]?.states ?? [];
    for (const how of HOW) {
      const data = await sent(key, { whose: 'own', state, person: `matrix-${kind}` });
      if (!data) return;
      const before = await everythingKept(scene.bot);
      storage.breaks(how, '.');
      const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
      const { body } = await client.post(
        client.activity(scene.people[kind], 'personal', {
          type: 'invoke',
          name: 'adaptiveCard/action',
          value,
        }),
      );
      storage.mend();
      const changed = changedRows(before, await everythingKept(scene.bot)).filter(
        (row) => !BESIDE.test(row),
      );
      const said = JSON.stringify(body);
      expect(said, `${how}: ${changed.join('\n')}`).not.toMatch(
        changed.length > 0 ? NOTHING : SAVED,
      );
    }
  });
});
