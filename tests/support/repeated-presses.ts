import { randomUUID } from 'node:crypto';
import type { Action } from '../../src/domain/action.ts';
import type { Records } from '../../src/storage/records.ts';
import { newWords } from './new-words.ts';
import type { Speaker, TeamsClient } from './teams-client.ts';

/** One press of one person, which has one effect however often it is delivered. */
export interface Press {
  readonly by: Speaker;
  readonly operation: string;
  readonly data: Readonly<Record<string, unknown>> & { readonly verb: string };
}

/** What presses need of the partnership that they are made in. */
export interface Stage {
  readonly administrator: Speaker;
  readonly chair: Speaker;
  /** Open actions at version 1, each to be updated once. */
  readonly open: readonly Action[];
  readonly group: string;
  /** A meeting that is still to come. */
  readonly meeting: string;
}

/** So many different presses: actions raised, updated and completed, decisions recorded, items put on an agenda. */
export function differentPresses(
  count: number,
  { administrator, chair, open, group, meeting }: Stage,
): Press[] {
  const changes = open.slice(0, Math.floor(count / 5));
  return Array.from({ length: count }, (_, at): Press => {
    const operation = randomUUID();
    const action = changes[at];
    if (action) {
      const form = { ref: action.ref, version: 1, operation };
      const data =
        at % 2 === 0
          ? { verb: 'actions.update', form, status: 'blocked', reason: `Waiting for step ${at}` }
          : { verb: 'actions.complete', form, evidence: `Fewer repeat referrals in step ${at}` };
      return { by: administrator, operation, data };
    }
    if (at % 3 === 0) {
      const form = { meeting, operation };
      return {
        by: administrator,
        operation,
        data: { verb: 'agendas.add', form, title: `Item ${at}`, when: 'once' },
      };
    }
    if (at % 3 === 1) {
      const form = { group, operation };
      const said = {
        meeting: 'between',
        what: `To go on with step ${at}`,
        authority: 'terms of reference',
      };
      return { by: chair, operation, data: { verb: 'decisions.record', form, ...said } };
    }
    const form = { ref: 'SA-200', operation };
    // No two alike: an action like another is asked about before it is raised.
    return {
      by: administrator,
      operation,
      data: { verb: 'actions.raise', form, title: newWords(), group },
    };
  });
}

/** Delivers each press one to four times, under the same and under new activity ids, in any order and many at once. */
export async function deliverRepeatedly(
  presses: readonly Press[],
  clients: readonly TeamsClient[],
  { atOnce, roll }: { readonly atOnce: number; readonly roll: (below: number) => number },
): Promise<{ deliveries: number; statuses: ReadonlyMap<number, number> }> {
  const deliveries = presses
    .flatMap((press) => {
      const id = randomUUID();
      return Array.from({ length: 1 + roll(4) }, () => ({
        press,
        id: roll(2) ? id : randomUUID(),
        at: roll(1_000_000),
      }));
    })
    .sort((a, b) => a.at - b.at);
  const statuses = new Map<number, number>();
  const left = deliveries.entries();
  const worker = async () => {
    for (const [number, { press, id }] of left) {
      const client = clients[number % clients.length] as TeamsClient;
      const { verb, ...data } = press.data;
      const action = { type: 'Action.Execute', verb, data };
      const invoke = {
        id,
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action, trigger: 'manual' },
      };
      for (let tries = 1; ; tries += 1) {
        const { status, body } = await client.post(client.activity(press.by, 'personal', invoke));
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (tries === MAX_TRIES || !isAskedAgain(body)) break;
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { deliveries: deliveries.length, statuses };
}

const MAX_TRIES = 5;

/** On a busy machine storage can take longer than a person waits; they are told so, and press again. */
export function isAskedAgain(answer: unknown): boolean {
  return /Nothing was changed\. Please try again|tell whether that was saved/.test(
    JSON.stringify(answer),
  );
}

/** How often each operation had an effect, by what the audit logs say. */
export async function collectEffects(
  records: Records,
  presses: readonly Press[],
): Promise<ReadonlyMap<string, number>> {
  const wanted = new Set(presses.map(({ operation }) => operation));
  const effects = new Map(presses.map(({ operation }) => [operation, 0]));
  for await (const { operation: press } of records.auditLog.events())
    if (press && wanted.has(press)) effects.set(press, (effects.get(press) ?? 0) + 1);
  return effects;
}
