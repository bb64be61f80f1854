import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/dates.ts';
import { describeLcspr, lcsprsFromTable } from '../../src/domain/lcspr.ts';
import {
  delay,
  type LcsprChange,
  publish,
  startLcspr,
  withhold,
} from '../../src/domain/lcspr-commands.ts';
import { actor, refusal, TODAY } from './a-review.ts';

type Outcome = ReturnType<typeof publish>;
const start = { name: 'LCSPR-A', ref: 'RR-2021-02', on: TODAY };
const kept = (outcome: Outcome): LcsprChange => {
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value;
};
const started = () => kept(startLcspr(undefined, start, actor())).record;
const published = () => kept(publish(started(), { on: TODAY }, actor())).record;
const withheld = () => kept(withhold(started(), 'the family', actor())).record;
const line = { by: 'manager', at: '2021-03-15T09:00:00.000Z', what: 'LCSPR-A' };
const TOMORROW = day('2021-03-16');

describe('an LCSPR has in its history', () => {
  it('that it was started, and which case joined it', () => {
    expect(kept(startLcspr(undefined, start, actor()))).toEqual({
      record: { name: 'LCSPR-A', cases: ['RR-2021-02'], decidedOn: TODAY, delays: [] },
      event: { ...line, type: 'started an LCSPR', on: TODAY, ref: 'RR-2021-02' },
    });
    expect(kept(startLcspr(started(), { ...start, ref: 'RR-2020-04' }, actor())).event).toEqual({
      ...line,
      type: 'joined an LCSPR',
      on: TODAY,
      ref: 'RR-2020-04',
    });
    expect(kept(startLcspr(started(), start, actor())).event).toBeUndefined();
  });

  it('until when it was put off, and why', () => {
    const put = kept(delay(started(), TODAY, ' criminal proceedings ', actor()));
    expect(put.record.delays).toEqual([
      { until: TODAY, reason: 'criminal proceedings', by: line.by, at: line.at },
    ]);
    expect(put.event).toEqual({
      ...line,
      type: 'delayed',
      dueOn: TODAY,
      reason: 'criminal proceedings',
    });
    const again = kept(delay(put.record, day('2021-12-01'), 'the inquest', actor()));
    expect(again.record.delays.map(({ reason }) => reason)).toEqual([
      'criminal proceedings',
      'the inquest',
    ]);
  });

  it('that it was published, with the reason where there is one', () => {
    const inTime = kept(publish(started(), { on: TODAY, due: TODAY }, actor()));
    expect(inTime.event).toEqual({ ...line, type: 'published', on: TODAY });
    expect(Object.keys(inTime.record.published ?? {})).toEqual(['on']);
    const late = kept(
      publish(started(), { on: TODAY, due: day('2021-03-14'), reason: ' the trial ' }, actor()),
    );
    expect(late.event).toEqual({ ...line, type: 'published', on: TODAY, reason: 'the trial' });
  });

  it('that it was not published, and why', () => {
    const done = kept(withhold(started(), ' the family ', actor()));
    expect(done.record.withheld).toEqual({ on: TODAY, reason: 'the family' });
    expect(done.event).toEqual({ ...line, type: 'withheld', on: TODAY, reason: 'the family' });
  });
});

describe('an LCSPR', () => {
  it.each<[string, () => Outcome, string]>([
    [
      'does not start on a day to come',
      () => startLcspr(undefined, { ...start, on: TOMORROW }, actor()),
      'day-to-come',
    ],
    [
      'takes no case once it is published',
      () => startLcspr(published(), { ...start, ref: 'X' }, actor()),
      'finished-already',
    ],
    [
      'takes no case once it is withheld',
      () => startLcspr(withheld(), { ...start, ref: 'X' }, actor()),
      'finished-already',
    ],
    [
      'is not put off without a reason',
      () => delay(started(), TOMORROW, '  ', actor()),
      'reason-missing',
    ],
    [
      'is not put off to a day that has gone',
      () => delay(started(), day('2021-03-14'), 'x', actor()),
      'days-disagree',
    ],
    [
      'is not put off once it is withheld',
      () => delay(withheld(), TOMORROW, 'x', actor()),
      'finished-already',
    ],
    [
      'is not put off before it began',
      () => delay(undefined, TOMORROW, 'x', actor()),
      'not-started',
    ],
    [
      'is not published on a day to come',
      () => publish(started(), { on: TOMORROW }, actor()),
      'day-to-come',
    ],
    [
      'is not published late for a space',
      () => publish(started(), { on: TODAY, due: day('2021-03-14'), reason: ' ' }, actor()),
      'reason-missing',
    ],
    [
      'is not withheld without a reason',
      () => withhold(started(), '  ', actor()),
      'reason-missing',
    ],
    ['is not withheld before it began', () => withhold(undefined, 'x', actor()), 'not-started'],
  ])('%s', (_, refused, expected) => {
    expect(refusal(refused())).toBe(expected);
  });

  it('published in time keeps the reason of no delay', () => {
    const { record: lcspr } = kept(delay(started(), TOMORROW, 'criminal proceedings', actor()));
    expect(kept(publish(lcspr, { on: TODAY, due: TODAY }, actor())).record.published).toEqual({
      on: TODAY,
    });
  });

  it('published late keeps the last reason for which it was put off', () => {
    const once = kept(delay(started(), TOMORROW, 'criminal proceedings', actor())).record;
    const twice = kept(delay(once, TOMORROW, 'the inquest', actor())).record;
    const late = { on: TODAY, due: day('2021-03-14') };
    expect(kept(publish(twice, late, actor())).record.published?.reason).toBe('the inquest');
  });

  it('stands in a word or two', () => {
    expect([started(), withheld(), published()].map(describeLcspr)).toEqual([
      'LCSPR under way',
      'LCSPR not published',
      'LCSPR published on Mon 15 March 2021',
    ]);
  });
});

it('the LCSPRs of a table are named once each, with the cases that share them', () => {
  const rows = [
    { ref: 'RR-1', reviewName: 'A' },
    { ref: 'RR-2' },
    { ref: 'RR-3', reviewName: 'B' },
    { ref: 'RR-4', reviewName: 'A' },
  ];
  expect(lcsprsFromTable(rows)).toEqual([
    { name: 'A', cases: ['RR-1', 'RR-4'], delays: [] },
    { name: 'B', cases: ['RR-3'], delays: [] },
  ]);
});
