import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/dates.ts';
import { type NewDecision, type QuorumSnapshot, takeDecision } from '../../src/domain/decision.ts';

const chair = { by: 'chair', at: '2021-05-12T14:30:00Z', today: day('2021-05-12') };
const wanted: NewDecision = {
  id: 'd1',
  group: 'BOARD',
  meetingId: 'BOARD-2021-05-12',
  decidedOn: day('2021-05-12'),
  what: 'The strategy is adopted',
  options: ['Adopt', 'Wait'],
  authority: 'Terms of reference',
};
const inquorate: QuorumSnapshot = {
  quorum: { quorate: false, missing: ['WMP'], short: [] },
  attending: ['SMBC'],
};
const refusal = (outcome: { ok: boolean; refusal?: string }) => outcome.refusal;

describe('a decision', () => {
  it('keeps who recorded it, when, and the quorum of that moment', () => {
    const quorate: QuorumSnapshot = {
      quorum: { quorate: true, missing: [], short: [] },
      attending: ['SMBC', 'WMP'],
    };
    expect(takeDecision(wanted, quorate, chair)).toEqual({
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
    expect(takeDecision(spaced, undefined, chair)).toMatchObject({
      value: { what: 'Adopted', authority: 'Terms', dissent: 'Health: too soon' },
    });
    const unanimous = takeDecision({ ...wanted, dissent: '  ' }, undefined, chair);
    expect(unanimous.ok && Object.keys(unanimous.value)).not.toContain('dissent');
  });

  it('is not taken without a quorum, unless the chair went on with a reason', () => {
    expect(refusal(takeDecision(wanted, inquorate, chair))).toBe('inquorate');
    const proceeding = { ...inquorate, proceeding: 'It cannot wait' };
    expect(takeDecision(wanted, proceeding, chair)).toMatchObject({
      value: { quorumThen: { proceeding: 'It cannot wait' } },
    });
  });

  it('can be taken between meetings, and where no quorum is set', () => {
    expect(takeDecision({ ...wanted, meetingId: undefined }, undefined, chair).ok).toBe(true);
    expect(takeDecision(wanted, { attending: [] }, chair).ok).toBe(true);
  });

  it('says what was decided and by what authority, and nothing of a child', () => {
    expect(refusal(takeDecision({ ...wanted, what: '  ' }, undefined, chair))).toBe(
      'decision-missing',
    );
    expect(refusal(takeDecision({ ...wanted, authority: '  ' }, undefined, chair))).toBe(
      'authority-missing',
    );
    expect(
      refusal(takeDecision({ ...wanted, what: 'NHS no 943 476 5919' }, undefined, chair)),
    ).toBe('personal');
    expect(
      refusal(takeDecision({ ...wanted, authority: 'NHS no 943 476 5919' }, undefined, chair)),
    ).toBe('personal');
    expect(refusal(takeDecision({ ...wanted, dissent: 'dob 3/4/2015' }, undefined, chair))).toBe(
      'personal',
    );
    expect(
      refusal(takeDecision({ ...wanted, options: ['NHS no 943 476 5919'] }, undefined, chair)),
    ).toBe('personal');
  });

  it('is not recorded before its day', () => {
    expect(
      refusal(takeDecision({ ...wanted, decidedOn: day('2021-05-13') }, undefined, chair)),
    ).toBe('not-yet');
  });
});
