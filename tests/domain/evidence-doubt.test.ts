import { describe, expect, it } from 'vitest';
import { doubtEvidence, doubtOf } from '../../src/domain/evidence-doubt.ts';

describe('a text that stands as evidence', () => {
  it.each([
    'none yet',
    'None yet; predecessor said the same',
    'running since February 2020; effect on practice not shown',
    'n/a',
    '-',
    'Too early to say.',
    'no evidence of this yet',
    'Impact is still to be measured',
    'TBC',
  ])('says that there is none: %s', (text) => {
    expect(doubtEvidence(text)).toBe('says there is none');
  });

  it.each([
    'met the deadline',
    'Done',
    'completed on time.',
    'The action was completed',
    'ratified',
    'Published on 4 May',
    'has been circulated',
  ])('says only that it was done: %s', (text) => {
    expect(doubtEvidence(text)).toBe('says only that it was done');
  });

  it.each([
    '',
    undefined,
    'Repeat referrals fell by a fifth in the year after',
    'Published, and 40 of 52 schools changed their induction',
    'No child waits longer than a week now',
    'Nothing about us without us: children now open each meeting and 12 changes followed',
    '169 surveys, mostly positive',
    'said to work well',
    'over 300 trained; virtual since September 2020',
    'done differently: visits are now joint',
    'agreed thresholds are used in 9 of 10 audits',
  ])('is left alone: %s', (text) => {
    expect(doubtEvidence(text)).toBeUndefined();
  });

  it('is doubted until a person verifies it', () => {
    const action = { status: 'complete', impactEvidence: 'done' } as const;
    expect(doubtOf(action)).toBe('says only that it was done');
    expect(doubtOf({ ...action, verifiedBy: 'chair' })).toBeUndefined();
    expect(doubtOf({ ...action, status: 'open' })).toBeUndefined();
  });
});
