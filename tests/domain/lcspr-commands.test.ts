import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/dates.ts';
import { ENGLAND_BANK_HOLIDAYS } from '../../src/domain/england-bank-holidays.ts';
import type { Lcspr } from '../../src/domain/lcspr.ts';
import { mergeLcsprs, publicPart } from '../../src/domain/lcspr.ts';
import {
  advanceCopyDue,
  availableUntil,
  lcsprState,
  nextMilestone,
  publicationDue,
} from '../../src/domain/lcspr-clocks.ts';
import {
  amendLcspr,
  completeMilestone,
  type LcsprChange,
  publish,
  reinstateLcspr,
  reopenLcspr,
  setMilestone,
  tellPanelOfDelay,
  withdrawLcspr,
  withhold,
} from '../../src/domain/lcspr-commands.ts';
import { actor, refusal, TODAY } from './a-review.ts';

const TOMORROW = day('2021-03-16');
const lcspr: Lcspr = { name: 'LCSPR-A', cases: ['RR-1'], decidedOn: day('2020-10-05'), delays: [] };
const kept = (outcome: ReturnType<typeof amendLcspr>): LcsprChange => {
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value;
};
const calendar = {
  bankHolidays: ENGLAND_BANK_HOLIDAYS,
  partnership: {
    clocks: [
      {
        id: 'lcspr-publish',
        fromEvent: 'lcspr_started_on',
        months: 6,
        validFrom: day('2018-06-29'),
        source: 'the guidance',
      },
    ],
  },
};

describe('what is recorded of an LCSPR', () => {
  it('is noted without a reason, and corrected with one; the history has both', () => {
    const noted = kept(amendLcspr(lcspr, { reviewer: 'an independent reviewer' }, '', actor()));
    expect(noted.record.reviewer).toBe('an independent reviewer');
    expect(noted.event).toMatchObject({
      type: 'noted of an LCSPR',
      changes: { reviewer: { to: 'an independent reviewer' } },
    });
    const other = { reviewer: 'the regional pool' };
    expect(refusal(amendLcspr(noted.record, other, ' ', actor()))).toBe('reason-missing');
    const corrected = kept(amendLcspr(noted.record, other, 'The first one withdrew', actor()));
    expect(corrected.event).toMatchObject({
      type: 'amended an LCSPR',
      reason: 'The first one withdrew',
      changes: { reviewer: { from: 'an independent reviewer', to: 'the regional pool' } },
    });
    expect(
      kept(amendLcspr(noted.record, { reviewer: 'an independent reviewer' }, '', actor())).event,
    ).toBeUndefined();
  });

  it('has no day that is still to come, and none before the decision', () => {
    const decidedOn = TOMORROW;
    expect(refusal(amendLcspr(lcspr, { decidedOn }, 'x', actor()))).toBe('day-to-come');
    expect(refusal(amendLcspr(lcspr, { familyOfferedOn: TOMORROW }, '', actor()))).toBe(
      'day-to-come',
    );
    expect(refusal(amendLcspr(lcspr, { draftDueOn: day('2020-10-04') }, '', actor()))).toBe(
      'days-disagree',
    );
  });

  it('says where it can be read once it is published, or its improvements where it is not', () => {
    const published = kept(publish(lcspr, { on: TODAY, where: ' the website ' }, actor())).record;
    expect(published.published).toEqual({ on: TODAY, where: 'the website' });
    const moved = kept(amendLcspr(published, { where: 'the archive' }, 'New site', actor()));
    expect(moved.record.published?.where).toBe('the archive');
    const kept_ = kept(withhold(lcspr, 'the family', actor(), 'the briefing page')).record;
    expect(kept_.withheld?.improvementsAt).toBe('the briefing page');
    const until = day('2021-03-14');
    expect(refusal(publish(lcspr, { on: TODAY, until }, actor()))).toBe('days-disagree');
  });

  it('has milestones that are set once and reached', () => {
    const draft = { what: 'first draft', dueOn: day('2021-03-01') };
    const set = kept(setMilestone(lcspr, draft, actor())).record;
    expect(refusal(setMilestone(set, { ...draft, what: 'First draft' }, actor()))).toBe(
      'milestone-known',
    );
    expect(refusal(setMilestone(set, { ...draft, what: ' ' }, actor()))).toBe('milestone-missing');
    const done = kept(completeMilestone(set, { what: 'first draft', doneOn: TODAY }, actor()));
    expect(done.record.milestones).toEqual([{ ...draft, doneOn: TODAY }]);
    const other = { what: 'panel meeting', doneOn: day('2021-02-01') };
    expect(kept(completeMilestone(done.record, other, actor())).record.milestones).toEqual([
      { what: 'panel meeting', dueOn: day('2021-02-01'), doneOn: day('2021-02-01') },
      { ...draft, doneOn: TODAY },
    ]);
    const late = { what: 'first draft', doneOn: TOMORROW };
    expect(refusal(completeMilestone(set, late, actor()))).toBe('day-to-come');
  });

  it('says when the Panel was told of the last delay, where there is one', () => {
    expect(refusal(tellPanelOfDelay(lcspr, TODAY, actor()))).toBe('not-delayed');
    const delays = [
      { until: day('2021-05-01'), reason: 'the trial' },
      { until: day('2021-09-01'), reason: 'the inquest' },
    ];
    const told = kept(tellPanelOfDelay({ ...lcspr, delays }, TODAY, actor())).record.delays;
    expect(told.map(({ panelToldOn }) => panelToldOn)).toEqual([undefined, TODAY]);
  });

  it('is taken back with a reason, and stands as it stood', () => {
    expect(refusal(reopenLcspr(lcspr, 'x', actor()))).toBe('not-finished');
    const published = kept(publish(lcspr, { on: TODAY }, actor())).record;
    expect(refusal(reopenLcspr(published, ' ', actor()))).toBe('reason-missing');
    expect(kept(reopenLcspr(published, 'The wrong one', actor())).record).toEqual(lcspr);
    expect(refusal(withdrawLcspr(published, 'x', actor()))).toBe('finished-already');
    const withdrawn = kept(withdrawLcspr(lcspr, 'Opened twice', actor())).record;
    expect(refusal(publish(withdrawn, { on: TODAY }, actor()))).toBe('lcspr-withdrawn');
    expect(refusal(amendLcspr(withdrawn, { scope: 'x' }, '', actor()))).toBe('lcspr-withdrawn');
    expect(kept(reinstateLcspr(withdrawn, 'It was not', actor())).record).toEqual(lcspr);
  });
});

describe('the days of an LCSPR', () => {
  it('end six months after the decision, with the advance copy seven working days before', () => {
    const due = publicationDue(lcspr, calendar);
    expect(due).toBe('2021-04-05');
    expect(advanceCopyDue(lcspr, due, calendar)).toBe('2021-03-24');
    expect(advanceCopyDue({ advanceCopyOn: TODAY }, due, calendar)).toBeUndefined();
    expect(availableUntil(day('2021-03-01'), calendar)).toBe('2022-03-01');
  });

  it('have a milestone at least every six weeks, counted from the last one', () => {
    expect(nextMilestone(lcspr, calendar)).toMatchObject({ dueOn: '2020-11-16', isSet: false });
    const set = [
      { what: 'draft', dueOn: day('2021-02-01') },
      { what: 'panel', dueOn: day('2020-11-02'), doneOn: day('2020-11-03') },
    ];
    expect(nextMilestone({ ...lcspr, milestones: set }, calendar)).toMatchObject({
      what: 'draft',
      isSet: true,
    });
    expect(nextMilestone({ ...lcspr, milestones: set.slice(1) }, calendar)).toMatchObject({
      dueOn: '2020-12-15',
      isSet: false,
    });
    expect(nextMilestone({}, calendar)).toBeUndefined();
  });

  it('are over whatever the reason, and of one that is withdrawn never', () => {
    const today = day('2021-04-06');
    const delays = [{ until: day('2021-09-01'), reason: 'the trial' }];
    const at = (facts: Partial<Lcspr>) => lcsprState({ ...lcspr, ...facts }, today, calendar);
    expect(lcsprState(lcspr, day('2021-04-05'), calendar)).toBe('under way');
    expect(at({ delays })).toBe('late');
    expect(at({ published: { on: today } })).toBe('published');
    expect(at({ withheld: { on: today, reason: 'x' } })).toBe('not published');
    expect(at({ withdrawn: { on: today, reason: 'x' } })).toBe('withdrawn');
  });
});

describe('an LCSPR that came with a folder', () => {
  it('has the cases of the table of reviews where its own row names none', () => {
    const inTable = { ...lcspr, cases: ['RR-1', 'RR-2'] };
    expect(mergeLcsprs([inTable], [{ ...lcspr, cases: [] }])).toEqual([inTable]);
    expect(mergeLcsprs([inTable], [lcspr])).toEqual([lcspr]);
  });

  it('is, for whoever sees none of its cases, what is published of it', () => {
    const whole = { ...lcspr, scope: 'x', published: { on: TODAY, where: 'the website' } };
    expect(publicPart(whole)).toEqual({
      name: 'LCSPR-A',
      cases: [],
      delays: [],
      published: { on: TODAY, where: 'the website' },
    });
  });
});
