import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/dates.ts';
import { decide, type QuorumNow, type WantedDecision } from '../../src/domain/decision.ts';

const chair = { by: 'chair', at: '2021-05-12T14:30:00Z', today: day('2021-05-12') };
const wanted: WantedDecision = {
  id: 'd1',
  group: 'BOARD',
  meetingId: 'BOARD-2021-05-12',
  decidedOn: day('2021-05-12'),
  what: 'The strategy is adopted',
  options: ['Adopt', 'Wait'],
  authority: 'Terms of reference',
};
const inquorate: QuorumNow = {
  quorum: { quorate: false, missing: ['WMP'], short: [] },
  attending: ['SMBC'],
};
const refusal = (outcome: { ok: boolean; refusal?: string }) => outcome.refusal;

describe('a decision', () => {
  it('keeps who recorded it, when, and the quorum of that moment', () => {
    const quorate: QuorumNow = {
      quorum: { quorate: true, missing: [], short: [] },
      attending: ['SMBC', 'WMP'],
    };
    expect(decide(wanted, quorate, chair)).toEqual({
      ok: true,
      value: { ...wanted, quorumThen: quorate, recordedBy: 'chair', recordedAt: chair.at },
    });
  });

  it('keeps its words without the spaces around them, and no dissent where none was said', () => {
    const spaced = {
      ...wanted,
      what: ' Adopted ',
      authority: ' Terms ',
      dissent: ' Health: too soon ',
    };
    expect(decide(spaced, undefined, chair)).toMatchObject({
      value: { what: 'Adopted', authority: 'Terms', dissent: 'Health: too soon' },
    });
    const unanimous = decide({ ...wanted, dissent: '  ' }, undefined, chair);
    expect(unanimous.ok && Object.keys(unanimous.value)).not.toContain('dissent');
  });

  it('is not taken without a quorum, unless the chair went on with a reason', () => {
    expect(refusal(decide(wanted, inquorate, chair))).toBe('inquorate');
    const proceeding = { ...inquorate, proceeding: 'It cannot wait' };
    expect(decide(wanted, proceeding, chair)).toMatchObject({
      value: { quorumThen: { proceeding: 'It cannot wait' } },
    });
  });

  it('can be taken between meetings, and where no quorum is set', () => {
    expect(decide({ ...wanted, meetingId: undefined }, undefined, chair).ok).toBe(true);
    expect(decide(wanted, { attending: [] }, chair).ok).toBe(true);
  });

  it('says what was decided and by what authority, and nothing of a child', () => {
    expect(refusal(decide({ ...wanted, what: '  ' }, undefined, chair))).toBe('decision-missing');
    expect(refusal(decide({ ...wanted, authority: '  ' }, undefined, chair))).toBe(
      'authority-missing',
    );
    expect(refusal(decide({ ...wanted, what: 'NHS no 943 476 5919' }, undefined, chair))).toBe(
      'personal',
    );
    expect(refusal(decide({ ...wanted, authority: 'NHS no 943 476 5919' }, undefined, chair))).toBe(
      'personal',
    );
    expect(refusal(decide({ ...wanted, dissent: 'dob 3/4/2015' }, undefined, chair))).toBe(
      'personal',
    );
    expect(refusal(decide({ ...wanted, options: ['NHS no 943 476 5919'] }, undefined, chair))).toBe(
      'personal',
    );
  });

  it('is not recorded before its day', () => {
    expect(refusal(decide({ ...wanted, decidedOn: day('2021-05-13') }, undefined, chair))).toBe(
      'not-yet',
    );
  });
});
