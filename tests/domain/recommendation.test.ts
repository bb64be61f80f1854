import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/domain/action.ts';
import type { Actor } from '../../src/domain/actor.ts';
import type { ChangeEvent } from '../../src/domain/change-event.ts';
import { day } from '../../src/domain/dates.ts';
import { ENGLAND_BANK_HOLIDAYS } from '../../src/domain/england-bank-holidays.ts';
import {
  addRecommendation,
  earlierOnes,
  giveEvidence,
  isSettled,
  linkAction,
  type Recommendation,
  type RecommendationState,
  recommendationOwner,
  recommendationState,
  respond,
  responseDueOn,
  sendBack,
  setRepeats,
  setThemes,
  unlinkAction,
  verify,
} from '../../src/domain/recommendation.ts';
import { undoFields } from '../../src/domain/record-change.ts';

const by = (person: string): Actor => ({
  by: person,
  at: '2026-03-02T10:00:00Z',
  today: day('2026-03-02'),
});
const recommendation = (facts: Partial<Recommendation> = {}): Recommendation => ({
  ref: 'OF15-04',
  source: 'OFSTED-2015',
  text: 'Report to the board what children say',
  addressedTo: ['SMBC'],
  themes: [],
  actions: [],
  ...facts,
});
const accepted = { response: 'accepted', respondedOn: day('2026-02-01') } as const;
const evidenced = { ...accepted, evidence: 'Nine of ten files', evidenceBy: 'lead' };

describe('the state of a recommendation', () => {
  const status = (ref: string, of: Action['status']) => ({ ref, status: of });
  it.each<[string, Partial<Recommendation>, ReturnType<typeof status>[], RecommendationState]>([
    ['nobody answered', {}, [], 'awaiting a response'],
    [
      'its actions are done, and nobody answered',
      { actions: ['A'] },
      [status('A', 'complete')],
      'awaiting a response',
    ],
    ['it was turned down', { response: 'not accepted' }, [], 'not accepted'],
    [
      'turned down, whatever its actions',
      { response: 'not accepted', actions: ['A'] },
      [status('A', 'complete')],
      'not accepted',
    ],
    ['it has no action', accepted, [], 'accepted'],
    [
      'one of its actions is open',
      { ...accepted, actions: ['A', 'B'] },
      [status('A', 'complete'), status('B', 'in progress')],
      'accepted',
    ],
    [
      'an action is not in the records',
      { ...accepted, actions: ['A', 'B'] },
      [status('A', 'complete')],
      'accepted',
    ],
    [
      'all of its actions are complete',
      { ...accepted, actions: ['A'] },
      [status('A', 'complete')],
      'actions complete',
    ],
    [
      'a withdrawn action does not count',
      { ...accepted, actions: ['A', 'B'] },
      [status('A', 'complete'), status('B', 'withdrawn')],
      'actions complete',
    ],
    [
      'all of its actions are withdrawn',
      { ...accepted, actions: ['A'] },
      [status('A', 'withdrawn')],
      'accepted',
    ],
    ['evidence waits', evidenced, [], 'evidence to verify'],
    [
      'evidence waits, though an action is open',
      { ...evidenced, actions: ['A'] },
      [status('A', 'in progress')],
      'evidence to verify',
    ],
    ['evidence is verified', { ...evidenced, verifiedBy: 'scrutineer' }, [], 'met'],
    [
      'verified without evidence, which shows nothing',
      { ...accepted, verifiedBy: 'scrutineer' },
      [],
      'accepted',
    ],
  ])('where %s', (_, facts, actions, state) => {
    expect(recommendationState(recommendation(facts), actions)).toBe(state);
  });

  it('is settled when it is met or was not accepted, and in no other', () => {
    const states = ['awaiting a response', 'not accepted', 'accepted', 'actions complete'] as const;
    expect(
      [...states, 'evidence to verify', 'met'].filter((each) =>
        isSettled(each as RecommendationState),
      ),
    ).toEqual(['not accepted', 'met']);
  });
});

describe('the last day for a response', () => {
  const on = day('2026-03-20');
  it.each([
    ['is 20 working days after the source', {}, { on }, '2026-04-21'],
    ['is the one that is recorded', { responseDueOn: day('2026-05-01') }, { on }, '2026-05-01'],
    ['is not known where the source has no day', {}, {}, undefined],
    ['is not known of a source that is not known', {}, undefined, undefined],
  ])('%s', (_, facts, source, due) => {
    expect(responseDueOn(recommendation(facts), source, ENGLAND_BANK_HOLIDAYS)).toBe(due);
  });
});

it.each([
  [[], {}],
  [['NPOL'], { agency: 'NPOL' }],
  [['NPOL', 'ICB'], { agency: 'NPOL', with: ['ICB'] }],
])('one that is addressed to %j is owned by %j', (addressedTo, owner) => {
  expect(recommendationOwner({ addressedTo })).toEqual(owner);
});

describe('what is done with a recommendation', () => {
  const verified = { ...evidenced, verifiedBy: 'scrutineer', verifiedOn: day('2026-02-20') };
  it.each([
    [
      'adding one without words',
      () => addRecommendation(recommendation({ text: ' ' }), by('a')),
      'text-missing',
    ],
    [
      'turning it down without a reason',
      () => respond(recommendation(), { response: 'not accepted', reason: ' ' }, by('a')),
      'reason-missing',
    ],
    [
      'answering when it is met',
      () => respond(recommendation(verified), { response: 'accepted' }, by('a')),
      'already-met',
    ],
    [
      'linking twice',
      () => linkAction(recommendation({ actions: ['A'] }), 'A', by('a')),
      'linked-already',
    ],
    [
      'unlinking what is not linked',
      () => unlinkAction(recommendation(), 'A', by('a')),
      'not-linked',
    ],
    [
      'evidence before it is accepted',
      () => giveEvidence(recommendation(), 'x', by('a')),
      'not-accepted-yet',
    ],
    [
      'evidence of what was turned down',
      () => giveEvidence(recommendation({ response: 'not accepted' }), 'x', by('a')),
      'not-accepted-yet',
    ],
    [
      'evidence without words',
      () => giveEvidence(recommendation(accepted), '  ', by('a')),
      'evidence-missing',
    ],
    [
      'evidence when it is met',
      () => giveEvidence(recommendation(verified), 'x', by('a')),
      'already-met',
    ],
    ['verifying nothing', () => verify(recommendation(accepted), by('a')), 'no-evidence'],
    ['verifying one’s own', () => verify(recommendation(evidenced), by('lead')), 'own-evidence'],
    ['verifying twice', () => verify(recommendation(verified), by('chair')), 'already-met'],
    [
      'sending nothing back',
      () => sendBack(recommendation(accepted), 'thin', by('a')),
      'no-evidence',
    ],
    [
      'sending back without a reason',
      () => sendBack(recommendation(evidenced), ' ', by('a')),
      'reason-missing',
    ],
  ])('refuses %s', (_, decide, refusal) => {
    expect(decide()).toEqual({ ok: false, refusal });
  });

  it('takes met back with a reason, and keeps what was said in the history', () => {
    const back = sendBack(recommendation(verified), 'Families noticed nothing', by('chair'));
    expect(back.ok && back.value.record).toEqual(recommendation(accepted));
    expect(back.ok && back.value.event).toMatchObject({
      type: 'sent back',
      reason: 'Families noticed nothing',
      changes: { evidence: { from: 'Nine of ten files' }, verifiedBy: { from: 'scrutineer' } },
    });
  });

  it('drops the reason of a refusal once it is accepted after all', () => {
    const refused = recommendation({ response: 'not accepted', responseReason: 'No money' });
    const after = respond(refused, { response: 'accepted' }, by('lead'));
    expect(after.ok && after.value.record.responseReason).toBeUndefined();
  });
});

const refs = ['R1', 'R2', 'R3', 'R4'] as const;

it('no recommendation ever repeats itself, however many are said to repeat another', () => {
  const step = fc.record({ of: fc.constantFrom(...refs), earlier: fc.constantFrom(...refs) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      let all = refs.map((ref) => recommendation({ ref }));
      for (const { of, earlier } of steps) {
        const current = all.find(({ ref }) => ref === of) as Recommendation;
        const decided = setRepeats(current, earlier, all, by('a'));
        if (decided.ok) all = all.map((each) => (each.ref === of ? decided.value.record : each));
      }
      for (const { ref, repeats } of all)
        expect(repeats === undefined || !earlierOnes(repeats, all).includes(ref)).toBe(true);
    }),
  );
});

/** What people may press, in any order; what is refused changes nothing. */
const press = fc.oneof(
  fc
    .constantFrom('accepted' as const, 'not accepted' as const)
    .map(
      (response) => (each: Recommendation, actor: Actor) =>
        respond(each, { response, reason: 'why' }, actor),
    ),
  fc
    .constantFrom('A', 'B')
    .map((ref) => (each: Recommendation, actor: Actor) => linkAction(each, ref, actor)),
  fc
    .constantFrom('A', 'B')
    .map((ref) => (each: Recommendation, actor: Actor) => unlinkAction(each, ref, actor)),
  fc.constant((each: Recommendation, actor: Actor) => giveEvidence(each, 'Fewer wait', actor)),
  fc.constant(verify),
  fc.constant((each: Recommendation, actor: Actor) => sendBack(each, 'thin', actor)),
  fc
    .subarray(['FATHERS', 'NEGLECT'])
    .map((themes) => (each: Recommendation, actor: Actor) => setThemes(each, themes, actor)),
);
const presses = fc.array(fc.tuple(press, fc.constantFrom('lead', 'chair')), { maxLength: 12 });

it('is met by somebody who did not write the evidence, and only once it was accepted, whatever is pressed', () => {
  fc.assert(
    fc.property(presses, (all) => {
      let record = recommendation();
      expect(recommendationState(record, [])).toBe('awaiting a response');
      for (const [decide, person] of all) {
        const decided = decide(record, by(person));
        if (decided.ok) record = decided.value.record;
        const { response, evidence, evidenceBy, verifiedBy } = record;
        const isProven = response === 'accepted' && evidence && verifiedBy;
        const isMet = recommendationState(record, []) === 'met';
        expect(isMet).toBe(Boolean(isProven && verifiedBy !== evidenceBy));
      }
    }),
  );
});

it('each press is undone to what was there before it', () => {
  fc.assert(
    fc.property(presses, (all) => {
      expect(all.length).toBeLessThan(13);
      let record = recommendation();
      const history: ChangeEvent[] = [];
      for (const [at, [decide, person]] of all.entries()) {
        const actor = by(person);
        const decided = decide(record, actor);
        if (!decided.ok) continue;
        const operation = `press-${at}`;
        const event = { ...decided.value.event, operation };
        const undone = undoFields(
          { record: decided.value.record, history: [...history, event], operation },
          actor,
        );
        expect(undone.ok && undone.value.record).toEqual(record);
        record = decided.value.record;
        history.push(event);
      }
    }),
  );
});
