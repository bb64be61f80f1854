import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/domain/actor.ts';
import { day } from '../../src/domain/dates.ts';
import type { Lcspr } from '../../src/domain/lcspr.ts';
import {
  amendLcspr,
  completeMilestone,
  delay,
  publish,
  reopenLcspr,
  setMilestone,
  tellPanelOfDelay,
  withdrawLcspr,
  withhold,
} from '../../src/domain/lcspr-commands.ts';
import { rememberBefore, undoLcspr } from '../../src/domain/undo-lcspr.ts';
import { actor } from './a-review.ts';

const open: Lcspr = {
  name: 'LCSPR-A',
  cases: ['RR-1'],
  decidedOn: day('2020-10-05'),
  milestones: [{ what: 'draft', dueOn: day('2021-02-01') }],
  delays: [{ until: day('2021-06-30'), reason: 'criminal proceedings' }],
};
const done: Lcspr = { ...open, published: { on: day('2021-03-01'), where: 'example.org' } };
const on = day('2021-03-12');

type Decide = (lcspr: Lcspr, actor: Actor) => ReturnType<typeof delay>;
const pressed = (lcspr: Lcspr, decide: Decide) => {
  const kept = rememberBefore(lcspr, decide(lcspr, actor()));
  if (!kept.ok || !kept.value.event) throw new Error('refused');
  return { record: kept.value.record, history: [{ ...kept.value.event, operation: 'press' }] };
};

describe('what was recorded of an LCSPR by mistake is set back by one press', () => {
  it.each<[string, Lcspr, Decide]>([
    ['a delay', open, (each, by) => delay(each, day('2021-07-01'), 'an inquest', by)],
    ['that the Panel was told', open, (each, by) => tellPanelOfDelay(each, on, by)],
    ['its publication', open, (each, by) => publish(each, { on, reason: 'late' }, by)],
    ['that it will not be published', open, (each, by) => withhold(each, 'the family', by)],
    ['facts', open, (each, by) => amendLcspr(each, { reviewer: 'a reviewer' }, '', by)],
    [
      'a correction',
      open,
      (each, by) => amendLcspr(each, { decidedOn: day('2020-10-06') }, 'x', by),
    ],
    ['a milestone', open, (each, by) => setMilestone(each, { what: 'event', dueOn: on }, by)],
    [
      'a milestone reached',
      open,
      (each, by) => completeMilestone(each, { what: 'draft', doneOn: on }, by),
    ],
    ['a publication taken back', done, (each, by) => reopenLcspr(each, 'wrong one', by)],
    ['a withdrawal', open, (each, by) => withdrawLcspr(each, 'a mistake', by)],
  ])('%s', (_, before, decide) => {
    const { record, history } = pressed(before, decide);
    expect(record).not.toEqual(before);
    const undone = undoLcspr(record, { history, operation: 'press' }, actor());
    expect(undone.ok && undone.value.record).toEqual(before);
  });

  it('but the cases that it covers by now stay', () => {
    const { record, history } = pressed(open, (each, by) => withhold(each, 'the family', by));
    const joined = { ...record, cases: ['RR-1', 'RR-2'] };
    const undone = undoLcspr(joined, { history, operation: 'press' }, actor());
    expect(undone.ok && undone.value.record).toEqual({ ...open, cases: ['RR-1', 'RR-2'] });
  });

  const { record, history } = pressed(open, (each, by) => withhold(each, 'the family', by));
  const [event] = history as [(typeof history)[0]];
  const later = (hours: number): Actor => ({
    ...actor(),
    at: new Date(Date.parse(event.at) + hours * 3_600_000).toISOString(),
  });
  it.each([
    ['another press', history, 'other', actor(), 'nothing-to-undo'],
    [
      'a change that remembers nothing',
      [{ ...event, before: undefined as never }],
      'press',
      actor(),
      'nothing-to-undo',
    ],
    [
      'what something followed',
      [event, { ...event, operation: 'next' }],
      'press',
      actor(),
      'changed-since',
    ],
    ['what somebody else recorded', history, 'press', { ...actor(), by: 'somebody' }, 'not-yours'],
    ['what is older than a day', history, 'press', later(24.1), 'too-long-ago'],
  ])('refuses %s', (_, events, operation, by, refusal) => {
    expect(undoLcspr(record, { history: events, operation }, by)).toEqual({ ok: false, refusal });
  });

  it('once: pressed again it changes nothing', () => {
    const undone = undoLcspr(record, { history, operation: 'press' }, actor());
    if (!undone.ok || !undone.value.event) throw new Error('refused');
    const all = [event, undone.value.event];
    const again = undoLcspr(undone.value.record, { history: all, operation: 'press' }, actor());
    expect(again).toEqual({ ok: true, value: { record: open } });
  });
});
