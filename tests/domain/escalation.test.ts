import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/dates.ts';
import { ENGLAND_BANK_HOLIDAYS as england } from '../../src/domain/england-bank-holidays.ts';
import {
  type Escalation,
  escalationDays,
  escalationLevel,
  isAnsweredInTime,
} from '../../src/domain/escalation.ts';
import {
  answerEscalation,
  concludeEscalation,
  correctEscalation,
  holdEscalation,
  openEscalation,
  withdrawEscalation,
} from '../../src/domain/escalation-commands.ts';

const escalation = (parts: Partial<Escalation> = {}): Escalation => ({
  ...{ id: 'ESC-01', about: 'decision', matter: 'No data', fromAgency: 'SMBC', toAgency: 'WMP' },
  ...{ openedOn: day('2026-12-18'), openedBy: 'lead', seniorDays: 5, partnersDays: 5, holds: [] },
  ...parts,
});
const on = (today: string) => ({ by: 'lead', at: `${today}T09:00:00.000Z`, today: day(today) });

describe('the clock of an escalation', () => {
  it('counts working days over Christmas and New Year', () => {
    expect(escalationDays(escalation(), england)).toEqual({
      opened: '2026-12-18',
      'senior-half': '2026-12-23',
      'senior-eve': '2026-12-29',
      partners: '2026-12-30',
      'partners-half': '2027-01-04',
      'partners-eve': '2027-01-06',
      unanswered: '2027-01-07',
    });
  });

  it.each([
    ['2026-12-29', 'senior'],
    ['2026-12-30', 'partners'],
    ['2027-01-06', 'partners'],
    ['2027-01-07', 'unanswered'],
  ])('is on %s with: %s', (today, level) => {
    expect(escalationLevel(escalation(), day(today), england)).toBe(level);
  });

  it('has the days that were set when it was opened', () => {
    const days = escalationDays(escalation({ seniorDays: 1, partnersDays: 2 }), england);
    expect([days['senior-eve'], days.partners, days.unanswered]).toEqual([
      '2026-12-21',
      '2026-12-22',
      '2026-12-24',
    ]);
  });

  it('does not count the days of a hold, first and last included, and then goes on', () => {
    const held = escalation({ holds: ['2026-12-21/2027-01-08'] });
    const days = escalationDays(held, england);
    expect(days['senior-eve']).toBe('2027-01-15');
    expect(days.partners).toBe('2027-01-18');
  });
});

describe('a hold', () => {
  it('on the last day of a level leaves that day for an answer afterwards', () => {
    const held = holdEscalation(
      escalation(),
      { until: day('2027-01-08'), reason: 'They meet' },
      england,
      on('2026-12-29'),
    );
    expect(held.ok && held.value.record.holds).toEqual(['2026-12-29/2027-01-08']);
    expect(held.ok && escalationDays(held.value.record, england)['senior-eve']).toBe('2027-01-11');
  });

  it('on the day it went up takes nothing back', () => {
    const held = holdEscalation(
      escalation(),
      { until: day('2027-01-08'), reason: 'They meet' },
      england,
      on('2026-12-30'),
    );
    const after = held.ok ? held.value.record : escalation();
    expect(after.holds).toEqual(['2026-12-31/2027-01-08']);
    expect(escalationLevel(after, day('2026-12-30'), england)).toBe('partners');
  });

  it('that runs gets another end instead of a second hold beside it', () => {
    const running = escalation({ holds: ['2026-12-21/2027-01-08'] });
    const held = holdEscalation(
      running,
      { until: day('2026-12-31'), reason: 'They met early' },
      england,
      on('2026-12-29'),
    );
    expect(held.ok && held.value.record.holds).toEqual(['2026-12-21/2026-12-31']);
  });

  it.each([
    ['2026-12-18', 'Why', 'until-past'],
    ['2027-06-01', 'Why', 'until-too-far'],
    ['2026-12-24', ' ', 'reason-missing'],
    [undefined, 'Why', 'until-past'],
  ])('until %s because “%s” is refused: %s', (until, reason, refusal) => {
    const held = holdEscalation(
      escalation(),
      { until: until === undefined ? undefined : day(until), reason },
      england,
      on('2026-12-18'),
    );
    expect(held).toEqual({ ok: false, refusal });
  });
});

it('is answered in time before the day on which the last level is over', () => {
  const answered = (answeredOn: string) => escalation({ answeredOn: day(answeredOn) });
  expect(isAnsweredInTime(answered('2027-01-06'), england)).toBe(true);
  expect(isAnsweredInTime(answered('2027-01-07'), england)).toBe(false);
  expect(isAnsweredInTime(answered('2026-12-29'), england, 'partners')).toBe(true);
  expect(isAnsweredInTime(answered('2026-12-30'), england, 'partners')).toBe(false);
  expect(isAnsweredInTime(escalation(), england)).toBe(false);
});

it('refuses what makes no escalation, and what comes too early or too late', () => {
  const refused = (outcome: { ok: boolean }) => (outcome as { refusal?: string }).refusal;
  const actor = on('2026-12-21');
  const answered = escalation({ answer: 'It comes', answeredOn: day('2026-12-21') });
  expect([
    refused(openEscalation(escalation({ matter: ' ' }), actor)),
    refused(openEscalation(escalation({ toAgency: 'SMBC' }), actor)),
    refused(openEscalation(escalation({ about: 'action' }), actor)),
    refused(answerEscalation(escalation(), { answer: ' ' }, actor)),
    refused(answerEscalation(answered, { answer: 'Again' }, actor)),
    refused(concludeEscalation(escalation(), { outcome: 'resolved', changed: 'x' }, actor)),
    refused(concludeEscalation(answered, { outcome: 'resolved', changed: ' ' }, actor)),
    refused(withdrawEscalation(escalation(), ' ', actor)),
    refused(withdrawEscalation(answered, 'Settled', actor)),
    refused(correctEscalation(escalation(), { matter: '', reason: 'x' }, actor)),
    refused(correctEscalation(escalation(), { matter: 'x', reason: '' }, actor)),
  ]).toEqual([
    'matter-missing',
    'same-agency',
    'action-missing',
    'answer-missing',
    'closed',
    'not-answered',
    'change-missing',
    'reason-missing',
    'closed',
    'matter-missing',
    'reason-missing',
  ]);
});
