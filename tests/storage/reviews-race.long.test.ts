import { setTimeout as after } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/domain/actor.ts';
import { day } from '../../src/domain/dates.ts';
import {
  lastRound,
  type PositionAnswer,
  type RapidReview,
  roundAgreement,
} from '../../src/domain/rapid-review.ts';
import type { ReviewEvent, ReviewOutcome } from '../../src/domain/rapid-review-commands.ts';
import {
  advise,
  confirm,
  openRound,
  takePosition,
} from '../../src/domain/rapid-review-decision.ts';
import type { Records } from '../../src/storage/records.ts';
import { readFolder } from '../support/a-folder.ts';
import { freshPrefix, freshRecords } from '../support/azurite.ts';
import { dice } from '../support/seeded.ts';

const RACES = 1000;
/** Azurite reads a whole table for a range of it, so every so many races have tables of their own. */
const RACES_IN_TABLES = 50;
const AT_ONCE = 10;
const INSTANCES = 3;
const PARTNERSHIP = 'fenmarsh';
const TODAY = day('2021-03-15');
const ANSWERS: readonly PositionAnswer[] = ['needed', 'needed', 'not needed', 'more information'];

/** One press of one person: what it wants, where it arrives, and when. */
interface Press {
  readonly id: string;
  readonly decide: (review: RapidReview) => ReviewOutcome;
  readonly instance: number;
  readonly delayMs: number;
}

const actor = (by: string, at: string): Actor => ({ by, at, today: TODAY });

/** The partners have all but agreed; then two leads of the police, a change of mind, advice and the chair meet. */
function presses(roll: (below: number) => number): Press[] {
  const wanted: [string, (review: RapidReview) => ReviewOutcome][] = [];
  const say = (id: string, agency: string) => {
    const position = {
      agency,
      answer: ANSWERS[roll(4)] ?? 'needed',
      rationale: id,
      national: roll(2) === 0,
    } as const;
    wanted.push([id, (review) => takePosition(review, position, actor(id, id))]);
  };
  say('police-lead', 'WMP');
  say('police-deputy', 'WMP');
  if (roll(2)) say('health-lead', 'CCG');
  if (roll(2))
    wanted.push([
      'scrutineer',
      (review) =>
        advise(
          review,
          { text: 'hear the school', isScrutineer: true },
          actor('scrutineer', 'scrutineer'),
        ),
    ]);
  const read = roll(5) ? 'LCSPR' : 'no LCSPR';
  wanted.push(['chair', (review) => confirm(review, read, actor('chair', 'chair'))]);
  return wanted
    .map((press) => ({ press, at: roll(1000) }))
    .sort((a, b) => a.at - b.at)
    .map(({ press: [id, decide] }) => ({
      id,
      decide,
      instance: roll(INSTANCES),
      delayMs: roll(4),
    }));
}

describe('presses of several people at several instances at the same moment', () => {
  let instances: Records[] = [];

  /** Fresh tables with reviews that nobody has decided, and several instances over them. */
  async function reviewsAt(refs: readonly string[]): Promise<void> {
    const tablePrefix = freshPrefix();
    instances = await Promise.all(
      Array.from({ length: INSTANCES }, () => freshRecords({ tablePrefix })),
    );
    const { records } = await readFolder('samples/fenmarsh');
    if (!records) throw new Error('samples/fenmarsh cannot be read');
    const nothing = { priorities: [], actions: [], meetings: [], attendance: [] };
    const reviews = refs.map((ref) => ({ ref, category: 'death', awareOn: TODAY }));
    await instances[0]?.partnerships.save({ ...records, ...nothing, reviews }, 'test');
  }

  /** Opens the decision with answers of all three, so that the chair could confirm at once. */
  async function openDecision(ref: string): Promise<RapidReview> {
    const opened = await instanceReviews(0).change(PARTNERSHIP, ref, (review) => {
      const round = openRound(
        review,
        { partners: ['SMBC', 'WMP', 'CCG'], advisers: [], hidden: true },
        actor('manager', 'first'),
      );
      const answered = ['SMBC', 'WMP', 'CCG'].reduce((so: ReviewOutcome, agency) => {
        const position = { agency, answer: 'needed', rationale: 'first', national: false } as const;
        return so.ok ? takePosition(so.value.record, position, actor('first', 'first')) : so;
      }, round);
      return answered;
    });
    if (!opened.ok) throw new Error(opened.refusal);
    return opened.value.review;
  }

  const instanceReviews = (instance: number) => (instances[instance] as Records).reviews;

  async function race(ref: string, seed: number): Promise<string[]> {
    const first = await openDecision(ref);
    const pressed = presses(dice(seed));
    const outcomes = await Promise.all(
      pressed.map(async ({ id, decide, instance, delayMs }) => {
        await after(delayMs);
        return instanceReviews(instance).change(PARTNERSHIP, ref, decide, id);
      }),
    );
    const [stored, [, ...history]] = await Promise.all([
      instanceReviews(0).find(PARTNERSHIP, ref),
      instanceReviews(1).history(PARTNERSHIP, ref),
    ]);
    return findFaults(first, stored?.review as RapidReview, history, pressed, outcomes);
  }

  it('come to one outcome that some order of them explains, none lost, and none after the confirmation', async () => {
    const faults: string[] = [];
    let confirmed = 0;
    for (let from = 0; from < RACES; from += RACES_IN_TABLES) {
      const refs = Array.from({ length: RACES_IN_TABLES }, (_, at) => `RR-${from + at}`);
      await reviewsAt(refs);
      for (let at = 0; at < refs.length; at += AT_ONCE) {
        const some = refs.slice(at, at + AT_ONCE);
        const found = await Promise.all(some.map((ref, nth) => race(ref, from + at + nth)));
        faults.push(...found.flatMap((each, nth) => each.map((fault) => `${some[nth]}: ${fault}`)));
      }
      confirmed += (await instanceReviews(2).all(PARTNERSHIP)).filter(
        ({ rounds }) => rounds[0]?.confirmed,
      ).length;
    }
    expect(faults).toEqual([]);
    // Both ends were reached often: the chair was first, and the partners were.
    expect(confirmed).toBeGreaterThan(RACES / 10);
    expect(confirmed).toBeLessThan((RACES * 9) / 10);
  });
});

type Told = Awaited<ReturnType<Records['reviews']['change']>>;

/** What a race left behind that no order of its presses explains. */
function findFaults(
  first: RapidReview,
  stored: RapidReview,
  history: readonly ReviewEvent[],
  pressed: readonly Press[],
  outcomes: readonly Told[],
): string[] {
  const faults: string[] = [];
  const states = [first];
  for (const { operation: _, ...note } of history) {
    const press = pressed.find(({ id }) => id === note.by);
    const before = states.at(-1) as RapidReview;
    const again = press?.decide(before);
    if (!again?.ok || !again.value.event) faults.push(`${note.by} cannot have come then`);
    else {
      if (JSON.stringify(again.value.event) !== JSON.stringify({ ...again.value.event, ...note }))
        faults.push(`${note.by} is told otherwise`);
      states.push(again.value.record);
    }
    if (lastRound(before)?.confirmed) faults.push(`${note.by} came after the confirmation`);
  }
  if (canonical(states.at(-1) as RapidReview) !== canonical(stored))
    faults.push('the record is not what its history makes');
  const round = lastRound(stored);
  if (round?.confirmed && roundAgreement(round) !== round.confirmed.decision)
    faults.push('a position changed under the decision');
  pressed.forEach(({ id, decide }, at) => {
    const outcome = outcomes[at] as Told;
    const lines = history.filter(({ by }) => by === id).length;
    if (lines !== (outcome.ok ? 1 : 0))
      faults.push(`${id} was told ${outcome.ok ? 'yes' : 'no'} and stands there ${lines} times`);
    if (outcome.ok) return;
    const explains = (state: RapidReview) => {
      const then = decide(state);
      return !then.ok && then.refusal === outcome.refusal;
    };
    if (!states.some(explains)) faults.push(`${id} was refused (${outcome.refusal}) for no reason`);
  });
  return faults;
}

/** The same review in the same words: the order of positions and of keys means nothing. */
function canonical(review: RapidReview): string {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value))
      return value.map(sorted).sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).filter(([, part]) => part !== undefined);
    return Object.fromEntries(
      entries.sort(([a], [b]) => a.localeCompare(b)).map(([key, part]) => [key, sorted(part)]),
    );
  };
  return JSON.stringify(sorted(review));
}
