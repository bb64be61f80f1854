import { describe, expect, it } from 'vitest';
import { parseEvidence } from '../../src/understanding/slots/action-slots.ts';

describe('The evidence in a message that closes an action', () => {
  it.each([
    [
      'close SA-071 now please, uptake doubled and six teams are using GCP2 in their assessments',
      'uptake doubled and six teams are using GCP2 in their assessments',
    ],
    ['close SA-097 done, protocol signed off 12th', 'protocol signed off 12th'],
    ['SA-019 is done: 40 staff now use the chronology', '40 staff now use the chronology'],
    ['complete TV/2025/001. every baby is seen by six weeks', 'every baby is seen by six weeks'],
    ['finished SA-071 - referrals are clearer now', 'referrals are clearer now'],
    ['evidence is the dip sample, 9 of 10 were good', 'the dip sample, 9 of 10 were good'],
    ['SA-071 complete evidence 40 records sampled', '40 records sampled'],
    ['mark SA-071 complete, impact: fewer repeat meetings', 'fewer repeat meetings'],
    ['closing SA-071 because the new panel has met four times', 'the new panel has met four times'],
    [
      'SA-071 delivered, police copy in health visitors the same day, so please close it',
      'police copy in health visitors the same day',
    ],
  ])('“%s”', (text, evidence) => {
    expect(parseEvidence(text)).toBe(evidence);
  });

  it.each([
    'close SA-071',
    'close SA-071, please',
    'ok, close SA-071',
    'SA-071 is done, thanks very much',
    'nothing left to do on SA-071, so it can be closed',
    'SA-071 all done, evidence to follow',
    'we have done SA-071, you can close it',
    'done: SA-071',
  ])('“%s” has none', (text) => {
    expect(parseEvidence(text)).toBeUndefined();
  });
});
