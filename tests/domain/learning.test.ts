import { describe, expect, it, test } from 'vitest';
import type { Actor } from '../../src/domain/actor.ts';
import { day } from '../../src/domain/dates.ts';
import { ENGLAND_BANK_HOLIDAYS } from '../../src/domain/england-bank-holidays.ts';
import {
  answerQuestion,
  cancelItem,
  isConfirmed,
  isLateReply,
  type LearningItem,
  type LearningReply,
  reply,
  replyDueOn,
  send,
  takeBackReply,
} from '../../src/domain/learning.ts';

const actor: Actor = { by: 'lead', at: '2021-03-15T09:00:00.000Z', today: day('2021-03-15') };
const item: LearningItem = {
  id: 'LB-001',
  title: 'Hidden men',
  kind: 'briefing',
  on: day('2021-03-15'),
};
const waiting: LearningReply = {
  item: 'LB-001',
  agency: 'WMP',
  sentOn: day('2021-03-15'),
  dueOn: day('2021-04-14'),
  state: 'waiting',
};

test.each([
  ['2021-03-01', '2021-03-29'],
  // Good Friday and Easter Monday are no working days.
  ['2021-03-15', '2021-04-14'],
])('what is sent on %s is to be confirmed by %s', (sent, due) => {
  expect(replyDueOn(day(sent), ENGLAND_BANK_HOLIDAYS)).toBe(due);
});

describe('an item', () => {
  test.each([
    ['without a name', { ...item, title: ' ' }, ['WMP'], 'title-missing'],
    ['to nobody', item, [], 'agencies-missing'],
    ['on a day to come', { ...item, on: day('2021-03-16') }, ['WMP'], 'day-to-come'],
  ])('is not sent %s', (_, wanted, agencies, refusal) => {
    expect(send(wanted, agencies, actor)).toEqual({ ok: false, refusal });
  });

  it('is called off once, with a reason', () => {
    expect(cancelItem(item, ' ', actor)).toEqual({ ok: false, refusal: 'reason-missing' });
    const off = cancelItem(item, 'Sent twice', actor);
    expect(off).toMatchObject({
      value: { record: { cancelledOn: '2021-03-15', cancelledBecause: 'Sent twice' } },
    });
    if (off.ok)
      expect(cancelItem(off.value.record, 'Again', actor)).toMatchObject({ refusal: 'cancelled' });
  });
});

describe('an agency', () => {
  it('confirms by reading it, or by saying what it did', () => {
    const read = reply(waiting, { state: 'read' }, actor);
    expect(read.ok && isConfirmed(read.value.record)).toBe(true);
    expect(reply(waiting, { state: 'acted' }, actor)).toMatchObject({ refusal: 'text-missing' });
  });

  it('that asks has not confirmed, and its question is answered once', () => {
    const asked = reply(waiting, { state: 'asked', text: 'For governors too?' }, actor);
    if (!asked.ok) throw new Error('not asked');
    expect(isConfirmed(asked.value.record)).toBe(false);
    const answered = answerQuestion(asked.value.record, 'Yes', actor);
    expect(answered).toMatchObject({ value: { record: { state: 'waiting', answer: 'Yes' } } });
    expect(answerQuestion(waiting, 'Yes', actor)).toMatchObject({ refusal: 'nothing-asked' });
  });

  it('takes back what it said, and is waited for again', () => {
    const acted = reply(waiting, { state: 'acted', text: 'Changed the form' }, actor);
    expect(acted.ok && takeBackReply(acted.value.record, actor)).toMatchObject({
      value: { record: waiting, event: { type: 'taken back' } },
    });
    expect(takeBackReply(waiting, actor)).toMatchObject({ refusal: 'nothing-to-take-back' });
  });

  test.each([
    ['2021-04-14', false],
    ['2021-04-15', true],
  ])('is late on %s: %s', (today, late) => {
    expect(isLateReply(waiting, day(today))).toBe(late);
  });
});
