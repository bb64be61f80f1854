import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Access } from '../../src/contract/feature.ts';
import { grantsFor, ROLE_KINDS, type RoleKind } from '../../src/domain/access.ts';
import { cardActions } from '../../src/features/index.ts';
import type { Whose } from '../support/access-records.ts';
import { createPresses, SAMPLES } from '../support/access-samples.ts';
import {
  type AccessScene,
  changedRows,
  everythingKept,
  FOREIGN,
  HOME,
  startAccessScene,
} from '../support/access-scene.ts';
import type { Speaker } from '../support/teams-client.ts';

/** Every button with what it takes; one whose field says what it does stands for each of that. */
const BUTTONS: readonly { readonly key: string; readonly verb: string; readonly access: Access }[] =
  cardActions.flatMap(({ id: verb, permission: access }) =>
    typeof access === 'string'
      ? [{ key: verb, verb, access }]
      : Object.entries(access.is).map(([value, each]) => ({
          key: `${verb}:${value}`,
          verb,
          access: each,
        })),
  );

interface Cell {
  readonly key: string;
  readonly whose: Whose;
  readonly state: string;
  readonly takes: Access;
}

const listCells = (key: string, access: Access): Cell[] => {
  const { states = ['as it is'], whose = ['own', 'other'], stricter = {} } = SAMPLES[key] ?? {};
  return states.flatMap((state) =>
    whose.map((each) => ({ key, state, whose: each, takes: stricter[state] ?? access })),
  );
};

/** Nobody of the matrix who is no more than this sits in the group that handles reviews, or was asked for a summary: leads are. */
const SEES_NO_REVIEW: readonly RoleKind[] = ['member', 'observer'];
const isUnseen = (kind: RoleKind, { key }: Cell): boolean =>
  key.startsWith('reviews.') && SEES_NO_REVIEW.includes(kind);

/**
 * What the table says, read anew: a role on any record, or on its own alone; and nobody judges what their own agency did.
 * Every review is the group’s that handles them, and to be read by each lead and deputy of the partners that decide.
 */
function isAllowed(kind: RoleKind, cell: Cell): boolean {
  const { takes, whose } = cell;
  if (takes === 'anybody') return true;
  if (takes === 'own') return whose === 'own';
  if (takes === 'actions.verify' && whose === 'own') return false;
  if (isUnseen(kind, cell)) return false;
  const isOfReviews = takes === 'reviews.read' || takes === 'reviews.confirm';
  const isTheirs =
    whose === 'own' || isOfReviews || (whose === 'of the group' && kind === 'group-chair');
  return grantsFor(takes).includes(kind) || (isTheirs && grantsFor(takes).includes(`own:${kind}`));
}

/** How it is refused: a review that somebody does not see is to them one that does not exist. */
function refusalOf(kind: RoleKind, cell: Cell): 'access' | 'unreadable' {
  const { takes, whose } = cell;
  if (takes === 'anybody' || takes === 'own' || !isUnseen(kind, cell)) return 'access';
  if (takes === 'reviews.send-summary' && whose === 'other') return 'access';
  const grants = grantsFor(takes);
  const isEver = [kind, `own:${kind}`, `sitting:${kind}`].some((grant) =>
    grants.some((each) => each === grant),
  );
  return isEver ? 'unreadable' : 'access';
}

let scene: AccessScene;
let sent: Awaited<ReturnType<typeof createPresses>>;
beforeAll(async () => {
  scene = await startAccessScene(TODAY);
  sent = await createPresses(scene);
});
afterAll(() => scene.stop());

/** Presses as from a card that the person never saw; answers what they were told in words, if it was words. */
async function press(by: Speaker, verb: string, data: object): Promise<string> {
  const { client } = scene.bot;
  const action = { type: 'Action.Execute', verb, data };
  const value = { action, trigger: 'manual' };
  const invoke = client.activity(by, 'personal', {
    type: 'invoke',
    name: 'adaptiveCard/action',
    value,
  });
  const { status, body } = await client.post(invoke);
  expect(status).toBe(200);
  const told = (body as { value?: unknown } | undefined)?.value;
  return typeof told === 'string' ? told : '';
}

const findRefusals = async (partnership: string | undefined, verb: string, on: string) =>
  (await scene.bot.records.refusals.list(partnership)).filter(
    (line) => line.verb === verb && line.at.startsWith(on),
  );

it('has a sample of every button, and of nothing else', () => {
  expect(Object.keys(SAMPLES).sort(), 'those of tests/support/access-samples.ts').toEqual(
    BUTTONS.map(({ key }) => key).sort(),
  );
});

describe('whoever may not', () => {
  const made = new Map<string, object>();
  let before: ReadonlyMap<string, string>;
  const cellName = (key: string, { state, whose }: Cell) => `${key} ${state} ${whose}`;

  beforeAll(async () => {
    for (const { key, access } of BUTTONS)
      for (const cell of listCells(key, access)) {
        const data = await sent(key, {
          whose: cell.whose,
          state: cell.state,
          person: 'lay-member',
        });
        if (data) made.set(cellName(key, cell), data);
      }
    before = await everythingKept(scene.bot);
  });

  it.each(BUTTONS)('is refused $key, and leaves one line of it', async ({ key, verb, access }) => {
    for (const [at, cell] of listCells(key, access).entries()) {
      const on = cellDay(key, at);
      const data = made.get(cellName(key, cell)) as object;
      const denied = ROLE_KINDS.filter((kind) => !isAllowed(kind, cell));
      const told = await Promise.all(
        denied.map(async (kind) => ({
          refusal: refusalOf(kind, cell),
          text: await press(scene.people[kind], verb, data),
        })),
      );
      const lines = (await findRefusals(HOME, verb, on)).map(
        ({ person, refusal }) => `${person} ${refusal}`,
      );
      const label = `${cell.state}, ${cell.whose}`;
      expect(lines.sort(), `refusals of ${key}, ${label}`).toEqual(
        denied.map((kind) => `matrix-${kind} ${refusalOf(kind, cell)}`).sort(),
      );
      for (const { refusal, text } of told)
        expect(text, `${key}, ${label}, answers whom it refuses`).toMatch(
          refusal === 'access'
            ? /^Nothing was|administrators?[,.]|an administrator/
            : /out of date|^Nothing was recorded. No rapid review has that reference.$/,
        );
    }
  });

  it.each(BUTTONS)(
    '$key, pressed by strangers and by another partnership',
    async ({ key, verb, access }) => {
      const [cell] = listCells(key, access) as [Cell];
      const on = cellDay(key, MAX_CELLS);
      const data = made.get(cellName(key, cell)) as object;
      for (const stranger of [scene.bot.stranger(), scene.nobody])
        expect(await press(stranger, verb, data)).toMatch(
          /^I do not know (you yet|which partnership)/,
        );
      expect(await findRefusals(HOME, verb, on)).toMatchObject([{ refusal: 'stranger' }]);
      expect(await findRefusals(undefined, verb, on)).toMatchObject([{ refusal: 'stranger' }]);
      for (const { displayName: name, ...foreigner } of scene.foreigners)
        await press({ name, ...foreigner }, verb, data);
      if (SAMPLES[key]?.isAtHomeAnywhere) return;
      const lines = await findRefusals(FOREIGN, verb, on);
      expect(lines.map(({ person }) => person).sort()).toEqual(
        scene.foreigners.map(({ id }) => id).sort(),
      );
      for (const { refusal } of lines) expect(['access', 'unreadable']).toContain(refusal);
    },
  );

  it('has changed nothing', async () => {
    expect(changedRows(before, await everythingKept(scene.bot))).toEqual([]);
  });
});

describe('whoever may', () => {
  const first = new Map<string, { readonly data: object; readonly told: string }>();
  let changes: string[];

  const allowedBy = (key: string, access: Access) =>
    listCells(key, access).flatMap((cell) =>
      ROLE_KINDS.filter((kind) => isAllowed(kind, cell)).map((kind) => ({
        kind,
        cell,
        person: `matrix-${kind}`,
      })),
    );

  beforeAll(async () => {
    scene.bot.turnTo(TODAY);
    for (const { key, access } of BUTTONS) {
      const [{ cell, person } = { cell: undefined, person: '' }] = allowedBy(key, access);
      const data = cell && (await sent(key, { ...cell, person }));
      if (data) first.set(key, { data, told: '' });
    }
    const before = await everythingKept(scene.bot);
    for (const { key, verb, access } of BUTTONS) {
      const [{ kind } = { kind: undefined }] = allowedBy(key, access);
      const data = first.get(key)?.data;
      if (kind && data) first.set(key, { data, told: await press(scene.people[kind], verb, data) });
    }
    changes = changedRows(before, await everythingKept(scene.bot));
  });

  it.each(BUTTONS)('$key has its effect', ({ key }) => {
    const { data, told = '' } = first.get(key) ?? {};
    const pressed = `${key} with ${JSON.stringify(data)}, as its sample in tests/support/access-samples.ts makes it, was told “${told}”`;
    expect(told, pressed).not.toMatch(/^Nothing was|out of date/);
    if (SAMPLES[key]?.shows) return;
    if (SAMPLES[key]?.isSetting) return expect(changes, pressed).not.toEqual([]);
    const names = namesIn(data);
    expect(
      changes.filter((row) => names.some((name) => row.includes(name))),
      `${pressed}, and no row has changed that names one of ${names.join(', ')}`,
    ).not.toEqual([]);
  });

  it.each(BUTTONS)(
    '$key is not refused, whoever it is and however the record stands',
    async ({ key, verb, access }) => {
      scene.bot.turnTo(TODAY);
      for (const { kind, cell, person } of allowedBy(key, access)) {
        const told = await press(
          scene.people[kind],
          verb,
          (await sent(key, { ...cell, person })) as object,
        );
        expect(told, `${key} by ${kind}: ${cell.state}, ${cell.whose}`).not.toMatch(/out of date/);
      }
      expect(await findRefusals(HOME, verb, TODAY)).toEqual([]);
    },
  );
});

/** The ids by which a press names its records, as keys have them; where it names none, what it says of itself. */
function namesIn(data: object | undefined): string[] {
  const ids = /"(?:ref|review|meeting|operation|item|words|subject|person|id|to|year)":"([^"]+)"/g;
  return [...JSON.stringify(data ?? {}).matchAll(ids)]
    .map(([, id = '']) => id.replace(/[/|]\d+$/, '').replaceAll('/', '|'))
    .filter((id) => id !== 'SA-300');
}

const TODAY = '2021-03-15';
const MAX_CELLS = 9;

/** A refusal leaves one line a day: each round is played on a day of its own, long before, so that its lines are its own. */
function cellDay(key: string, at: number): string {
  const button = BUTTONS.findIndex((each) => each.key === key);
  const on = new Date(Date.UTC(2021, 2, 14 - button * (MAX_CELLS + 1) - at))
    .toISOString()
    .slice(0, 10);
  scene.bot.turnTo(on);
  return on;
}
