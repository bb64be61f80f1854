import { describe, expect, it } from 'vitest';
import {
  answerChallenge,
  type Challenge,
  correctChallenge,
  isChallengeLate,
  lastQuarter,
  noteDifference,
  recordChallenge,
  withdrawChallenge,
} from '../../src/domain/challenge.ts';
import { day } from '../../src/domain/dates.ts';
import { northmoor, owedOn, type Subject } from './notices/a-partnership.ts';

const challenge = (parts: Partial<Challenge> = {}): Challenge => ({
  ...{ id: 'CHG-01', on: day('2021-03-01'), fromAgency: 'NCC', toAgency: 'NPOL' },
  ...{ question: 'Why?', answerDueOn: day('2021-03-31'), recordedBy: 'chair' },
  ...parts,
});
const actor = { by: 'chair', at: '2021-03-15T09:00:00.000Z', today: day('2021-03-15') };
const refused = (outcome: { ok: boolean }) => (outcome as { refusal?: string }).refusal;

it.each([
  ['2021-03-30', false],
  ['2021-03-31', false],
  ['2021-04-01', true],
])('an answer due on 31 March is late on %s: %s', (today, isLate) => {
  expect(isChallengeLate(challenge(), day(today))).toBe(isLate);
});

it.each([
  ['2021-03-15', '2020-10-01', '2020-12-31'],
  ['2021-03-31', '2020-10-01', '2020-12-31'],
  ['2021-04-01', '2021-01-01', '2021-03-31'],
  ['2020-12-31', '2020-07-01', '2020-09-30'],
])('the last whole quarter before %s is from %s to %s', (today, from, to) => {
  expect(lastQuarter(day(today))).toEqual({ from, to });
});

it('refuses what makes no challenge, and what comes too early or too late', () => {
  const answered = challenge({ answer: 'Soon', answeredOn: day('2021-03-10') });
  expect([
    refused(recordChallenge(challenge({ question: ' ' }), actor)),
    refused(recordChallenge(challenge({ toAgency: 'NCC' }), actor)),
    refused(recordChallenge(challenge({ on: day('2021-03-16') }), actor)),
    refused(recordChallenge(challenge({ answerDueOn: day('2021-02-28') }), actor)),
    refused(answerChallenge(challenge(), ' ', actor)),
    refused(answerChallenge(answered, 'Again', actor)),
    refused(noteDifference(challenge(), 'Much', actor)),
    refused(noteDifference(answered, ' ', actor)),
    refused(withdrawChallenge(challenge(), ' ', actor)),
    refused(withdrawChallenge(answered, 'Settled', actor)),
    refused(correctChallenge(challenge(), { question: '', reason: 'x' }, actor)),
    refused(correctChallenge(challenge(), { question: 'x', reason: '' }, actor)),
  ]).toEqual([
    'question-missing',
    'same-agency',
    'day-to-come',
    'due-before-asked',
    'answer-missing',
    'closed',
    'not-answered',
    'difference-missing',
    'reason-missing',
    'closed',
    'question-missing',
    'reason-missing',
  ]);
});

describe('a challenge that waits for an answer', () => {
  const owes = (today: string, parts: Partial<Challenge> = {}) => {
    const subject: Subject = { kind: 'record', rule: 'challenge', record: challenge(parts) };
    return owedOn(day(today), subject, northmoor).map((id) => id.split('/').slice(3).join(' '));
  };

  it.each([
    ['2021-03-18', []],
    ['2021-03-19', ['reminder police-lead']], // the 20th day is Sunday 21 March
    ['2021-03-22', []],
    ['2021-03-24', []],
    ['2021-03-31', expect.arrayContaining(['due police-lead'])],
    ['2021-04-06', []],
  ])('owes on %s: %j', (today, expected) => {
    expect(owes(today)).toEqual(expected);
  });

  it('owes nothing once it is answered or withdrawn', () => {
    expect(owes('2021-03-31', { answeredOn: day('2021-03-30') })).toEqual([]);
    expect(owes('2021-03-31', { withdrawnOn: day('2021-03-30') })).toEqual([]);
  });
});
