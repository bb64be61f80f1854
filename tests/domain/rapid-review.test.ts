import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/dates.ts';
import { describeLcspr, type Lcspr } from '../../src/domain/lcspr.ts';
import { delay, publish, startLcspr, withhold } from '../../src/domain/lcspr-commands.ts';
import {
  countedPositions,
  currentDecision,
  finishedOn,
  isRevealed,
  outstandingPartners,
  type PositionAnswer,
  type RapidReview,
  reviewStage,
  roundAgreement,
  type WayReceived,
} from '../../src/domain/rapid-review.ts';
import {
  awaitedAgencies,
  noteSummary,
  notify,
  openReview,
  requestSummaries,
} from '../../src/domain/rapid-review-commands.ts';
import {
  advise,
  agree,
  confirm,
  escalate,
  findProposal,
  object,
  openRound,
  reveal,
  takePosition,
} from '../../src/domain/rapid-review-decision.ts';
import { correct, respond, send } from '../../src/domain/rapid-review-panel.ts';
import { fromTableRow, toTableRow } from '../../src/domain/review-table.ts';
import {
  actor,
  after,
  confirmed,
  opened,
  PARTNERS,
  refusal,
  round,
  says,
  TODAY,
  unanimous,
  wanted,
} from './a-review.ts';

describe('a rapid review', () => {
  it('is opened with reference, category and days, and nothing else', () => {
    expect(after(undefined)).toEqual({ ...wanted, summaries: [], rounds: [] });
    expect(refusal(openReview({ ...wanted, category: 'neglect of J.' }, actor()))).toBe(
      'category-unknown',
    );
    expect(refusal(openReview({ ...wanted, awareOn: day('2021-03-16') }, actor()))).toBe(
      'day-to-come',
    );
    expect(refusal(openReview({ ...wanted, notifiedOn: day('2021-03-10') }, actor()))).toBe(
      'days-disagree',
    );
  });

  it('keeps the day of the notification, and notes another one beside it', () => {
    const once = notify(after(undefined), day('2021-03-12'), actor());
    expect(once.ok && once.value.event).toMatchObject({ type: 'notified', on: '2021-03-12' });
    const again = notify(
      once.ok ? once.value.record : after(undefined),
      day('2021-03-12'),
      actor(),
    );
    expect(again.ok && again.value.event).toBeUndefined();
  });

  it('waits for the agencies that were asked until each has answered or knows nothing', () => {
    const asked = after(undefined, (review) =>
      requestSummaries(
        review,
        { agencies: ['WMP', 'EDU', 'SCT'], dueOn: day('2021-03-19') },
        actor(),
      ),
    );
    expect(awaitedAgencies(asked)).toEqual(['WMP', 'EDU', 'SCT']);
    const some = after(
      asked,
      (review) => noteSummary(review, { agency: 'WMP', state: 'returned' }, actor('police')),
      (review) => noteSummary(review, { agency: 'EDU', state: 'nothing known' }, actor()),
      (review) => noteSummary(review, { agency: 'SCT', state: 'late' }, actor()),
    );
    expect(awaitedAgencies(some)).toEqual(['SCT']);
    expect(refusal(noteSummary(some, { agency: 'PH', state: 'returned' }, actor()))).toBe(
      'agency-not-asked',
    );
  });
});

describe('the positions of the statutory partners', () => {
  it('are one for each agency: a second answer replaces the first, whoever of its leads gives it', () => {
    const changed = after(
      opened(),
      says('WMP', 'not needed'),
      says('WMP', 'needed', 'police-deputy'),
    );
    expect(round(changed).positions).toMatchObject([
      { agency: 'WMP', answer: 'needed', by: 'police-deputy' },
    ]);
    expect(outstandingPartners(round(changed))).toEqual(['SMBC', 'CCG']);
  });

  it('always have a rationale, and belong to partners that decide', () => {
    const empty = { agency: 'WMP', answer: 'needed', rationale: '  ', national: false } as const;
    expect(refusal(takePosition(opened(), empty, actor()))).toBe('rationale-missing');
    expect(refusal(says('SCT')(opened()))).toBe('not-a-partner');
    expect(refusal(says('WMP')(after(undefined)))).toBe('round-not-open');
  });

  it('are hidden until all have answered, and stay revealed when one changes', () => {
    const two = after(opened(), says('SMBC'), says('WMP'));
    expect(isRevealed(round(two))).toBe(false);
    const three = after(two, says('CCG', 'not needed'));
    expect(isRevealed(round(three))).toBe(true);
    expect(isRevealed(round(after(three, says('CCG', 'needed'))))).toBe(true);
    expect(isRevealed(round(after(two, (review) => reveal(review, actor('chair')))))).toBe(true);
  });

  it.each<[who: string, agency: string | undefined, refused: string | undefined]>([
    ['a chair of no agency', undefined, undefined],
    ['a chair of an agency that does not decide', 'SCT', undefined],
    ['a chair whose agency has answered', 'WMP', undefined],
    ['a chair whose agency is still to answer', 'CCG', 'own-position-missing'],
    ['a chair whose agency objects to what was recorded for it', 'SMBC', 'own-position-missing'],
  ])('are revealed by %s: %s, %s', (_, agency, refused) => {
    const objected = after(
      opened(),
      says('WMP'),
      (review) =>
        takePosition(
          review,
          {
            agency: 'SMBC',
            answer: 'needed',
            rationale: 'by phone',
            national: false,
            onBehalf: true,
          },
          actor('manager'),
        ),
      (review) => object(review, 'SMBC', 'not so', actor('SMBC-lead')),
    );
    expect(refusal(reveal(objected, actor('chair'), agency))).toBe(refused);
  });

  it.each<[PositionAnswer[], string]>([
    [['needed', 'needed'], 'waiting'],
    [['needed', 'needed', 'needed'], 'LCSPR'],
    [['not needed', 'not needed', 'not needed'], 'no LCSPR'],
    [['needed', 'needed', 'not needed'], 'no agreement'],
    [['needed', 'needed', 'more information'], 'no agreement'],
    [['more information', 'more information', 'more information'], 'more information'],
  ])('%j is %s: there is no majority', (answers, expected) => {
    const given = answers.map((answer, at) => says(PARTNERS.partners[at] as string, answer));
    expect(roundAgreement(round(after(opened(), ...given)))).toBe(expected);
  });

  it('that an administrator recorded can be objected to, and then count no longer', () => {
    const byPhone = after(opened(), says('SMBC'), says('WMP'), (review) =>
      takePosition(
        review,
        { agency: 'CCG', answer: 'needed', rationale: 'by phone', national: true, onBehalf: true },
        actor(),
      ),
    );
    expect(roundAgreement(round(byPhone))).toBe('LCSPR');
    const objected = after(byPhone, (review) =>
      object(review, 'CCG', 'we said more information', actor('health')),
    );
    expect(outstandingPartners(round(objected))).toEqual(['CCG']);
    expect(refusal(confirm(objected, 'LCSPR', actor('chair')))).toBe('waiting-for-partners');
    expect(refusal(object(byPhone, 'WMP', 'no', actor('police')))).toBe('nothing-to-object-to');
    expect(roundAgreement(round(after(objected, says('CCG'))))).toBe('LCSPR');
  });

  it('stand apart from advice, which is never counted', () => {
    const advised = after(
      opened(),
      (review) =>
        advise(
          review,
          { agency: 'SCT', text: 'a theme returns', isScrutineer: false },
          actor('trust'),
        ),
      (review) =>
        advise(review, { text: 'hear the school', isScrutineer: true }, actor('scrutineer')),
    );
    expect(round(advised).advice.map(({ text }) => text)).toEqual([
      'a theme returns',
      'hear the school',
    ]);
    expect(outstandingPartners(round(advised))).toEqual(PARTNERS.partners);
    const police = advise(
      advised,
      { agency: 'WMP', text: 'mine too', isScrutineer: false },
      actor('police'),
    );
    expect(refusal(police)).toBe('not-an-adviser');
  });

  it('that disagree go to escalation with its own day, and can still come together', () => {
    const split = after(unanimous(), says('CCG', 'not needed'));
    expect(reviewStage(split)).toBe('no agreement');
    expect(refusal(confirm(split, 'LCSPR', actor('chair')))).toBe('no-agreement');
    expect(refusal(escalate(split, day('2021-03-22'), '', actor('chair')))).toBe('reason-missing');
    const above = after(split, (review) =>
      escalate(review, day('2021-03-22'), 'to the chief officers', actor('chair')),
    );
    expect(reviewStage(above)).toBe('escalated');
    expect(
      reviewStage(after(above, says('CCG'), (review) => confirm(review, 'LCSPR', actor('chair')))),
    ).toBe('decided');
  });
});

describe('a confirmed decision', () => {
  it('keeps who decided and who suggested a national review', () => {
    const national = after(
      unanimous(),
      (review) =>
        takePosition(
          review,
          { agency: 'WMP', answer: 'needed', rationale: 'so', national: true },
          actor('police'),
        ),
      (review) => confirm(review, 'LCSPR', actor('chair')),
    );
    expect(round(national).confirmed).toMatchObject({
      partners: PARTNERS.partners,
      national: ['WMP'],
      by: 'chair',
    });
  });

  it('takes no position, advice, objection or second confirmation any more', () => {
    const late = [
      says('WMP', 'not needed'),
      (review: RapidReview) => advise(review, { text: 'late', isScrutineer: true }, actor()),
      (review: RapidReview) => object(review, 'WMP', 'late', actor()),
      (review: RapidReview) => confirm(review, 'LCSPR', actor()),
      (review: RapidReview) => reveal(review, actor()),
    ];
    expect(late.map((change) => refusal(change(confirmed())))).toEqual(
      late.map(() => 'decided-already'),
    );
  });

  it('takes the objection of a partner for which somebody else answered, and stands until corrected', () => {
    const byPhone = { agency: 'CCG', answer: 'needed', rationale: 'so', national: false } as const;
    const decided = after(
      opened(),
      says('SMBC'),
      says('WMP'),
      (review) => takePosition(review, { ...byPhone, onBehalf: true }, actor()),
      (review) => confirm(review, 'LCSPR', actor('chair')),
    );
    const objected = after(decided, (review) => object(review, 'CCG', 'not so', actor('health')));
    expect(round(objected).positions.at(-1)?.objection?.text).toBe('not so');
    expect(currentDecision(round(objected))).toBe('LCSPR');
    expect(reviewStage(objected)).toBe('decided');
    expect(refusal(object(decided, 'CCG', ' ', actor('health')))).toBe('reason-missing');
    expect(refusal(object(decided, 'WMP', 'late', actor('police')))).toBe('decided-already');
    expect(refusal(says('CCG', 'not needed')(objected))).toBe('decided-already');
  });

  it('is not confirmed when the partners have come to another one than the chair read', () => {
    expect(refusal(confirm(unanimous('not needed'), 'LCSPR', actor('chair')))).toBe(
      'other-decision',
    );
    expect(refusal(confirm(unanimous('more information'), 'LCSPR', actor('chair')))).toBe(
      'more-information',
    );
  });

  it('is corrected by an entry that supersedes it, with a reason, and stays as it was', () => {
    const wrong = correct(confirmed(), { decision: 'no LCSPR', reason: ' ' }, actor());
    expect(refusal(wrong)).toBe('reason-missing');
    const corrected = after(confirmed(), (review) =>
      correct(review, { decision: 'no LCSPR', reason: 'misread' }, actor()),
    );
    expect(currentDecision(round(corrected))).toBe('no LCSPR');
    expect(round(corrected).confirmed?.decision).toBe('LCSPR');
  });

  it('is never followed by a change of positions, whatever is pressed in whatever order', () => {
    const press = fc.oneof(
      fc.record({
        agency: fc.constantFrom(...PARTNERS.partners),
        answer: fc.constantFrom<PositionAnswer>('needed', 'not needed'),
      }),
      fc.constantFrom('confirm', 'no LCSPR', 'reveal', 'advise'),
    );
    const agreed = [
      ...PARTNERS.partners.map((agency) => ({ agency, answer: 'needed' as const })),
      'confirm' as const,
    ];
    fc.assert(
      fc.property(
        fc.constantFrom([], agreed),
        fc.array(press, { maxLength: 30 }),
        (start, rest) => {
          let review = opened();
          for (const each of [...start, ...rest]) {
            const before = round(review);
            const outcome =
              typeof each === 'object'
                ? says(each.agency, each.answer)(review)
                : each === 'reveal'
                  ? reveal(review, actor())
                  : each === 'advise'
                    ? advise(review, { text: 'so', isScrutineer: true }, actor())
                    : confirm(review, each === 'confirm' ? 'LCSPR' : 'no LCSPR', actor());
            if (outcome.ok) review = outcome.value.record;
            if (before.confirmed) expect(round(review)).toBe(before);
            if (round(review).confirmed)
              expect(roundAgreement(round(review))).toBe(round(review).confirmed?.decision);
          }
        },
      ),
    );
  });
});

describe('the Panel', () => {
  const sent = () =>
    after(confirmed(), (review) =>
      send(review, { on: TODAY, deadline: day('2021-04-01') }, actor()),
    );

  it('is sent what was confirmed, after the deadline with a reason', () => {
    expect(refusal(send(unanimous(), { on: TODAY }, actor()))).toBe('not-confirmed');
    const late = { on: TODAY, deadline: day('2021-03-12') };
    expect(refusal(send(confirmed(), late, actor()))).toBe('reason-missing');
    const why = after(confirmed(), (review) =>
      send(review, { ...late, why: 'two summaries came late' }, actor()),
    );
    expect(finishedOn(confirmed())).toBeUndefined();
    expect(finishedOn(why)).toBe(TODAY);
    expect(round(why).sent).toEqual({ on: TODAY, why: 'two summaries came late' });
    expect(refusal(send(sent(), { on: day('2021-03-14') }, actor()))).toBe('sent-already');
  });

  it('asks to reconsider: a second round begins and the first stays as it was', () => {
    expect(refusal(respond(confirmed(), { answer: 'agreed', on: TODAY }, actor()))).toBe(
      'not-sent',
    );
    const asked = after(sent(), (review) =>
      respond(review, { answer: 'asked to reconsider', on: TODAY }, actor()),
    );
    expect(reviewStage(asked)).toBe('asked to reconsider');
    const again = after(asked, (review) => openRound(review, PARTNERS, actor()));
    expect(again.rounds).toHaveLength(2);
    expect(again.rounds[0]).toBe(round(asked));
    expect(reviewStage(again)).toBe('deciding');
  });

  it('agrees, and then nothing is decided again', () => {
    const agreed = after(sent(), (review) =>
      respond(review, { answer: 'agreed', on: TODAY }, actor()),
    );
    expect(refusal(openRound(agreed, PARTNERS, actor()))).toBe('decided-already');
    expect(refusal(respond(agreed, { answer: 'asked to reconsider', on: TODAY }, actor()))).toBe(
      'answered-already',
    );
    const corrected = after(agreed, (review) =>
      correct(review, { response: 'asked to reconsider', reason: 'misread' }, actor()),
    );
    expect(reviewStage(corrected)).toBe('asked to reconsider');
  });
});

describe('an LCSPR', () => {
  const started = (): Lcspr =>
    lcsprAfter(undefined, { name: 'LCSPR-A', ref: 'RR-2021-02', on: TODAY });
  function lcsprAfter(
    lcspr: Lcspr | undefined,
    start: { name: string; ref: string; on: typeof TODAY },
  ): Lcspr {
    const outcome = startLcspr(lcspr, start, actor());
    if (!outcome.ok) throw new Error(outcome.refusal);
    return outcome.value.record;
  }

  it('covers several cases, and a case can be covered by several', () => {
    const joint = lcsprAfter(started(), { name: 'LCSPR-A', ref: 'RR-2020-04', on: TODAY });
    expect(joint.cases).toEqual(['RR-2021-02', 'RR-2020-04']);
    expect(lcsprAfter(undefined, { name: 'LCSPR-B', ref: 'RR-2020-04', on: TODAY }).cases).toEqual([
      'RR-2020-04',
    ]);
  });

  it('is published late only with a reason, which a recorded delay gives too', () => {
    const later = actor('manager', day('2021-12-01'));
    const late = { on: day('2021-12-01'), due: day('2021-09-15') };
    expect(refusal(publish(started(), late, later))).toBe('reason-missing');
    const put = delay(started(), day('2021-11-30'), 'criminal proceedings', actor());
    const published = publish(put.ok ? put.value.record : started(), late, later);
    expect(published.ok && published.value.record.published).toEqual({
      on: '2021-12-01',
      reason: 'criminal proceedings',
    });
    expect(published.ok && describeLcspr(published.value.record)).toBe(
      'LCSPR published on Wed 1 December 2021',
    );
  });

  it('is not published only with a reason, and then it is finished', () => {
    expect(refusal(withhold(started(), '', actor()))).toBe('reason-missing');
    const kept = withhold(started(), 'impact on the family', actor());
    expect(kept.ok && refusal(publish(kept.value.record, { on: TODAY }, actor()))).toBe(
      'finished-already',
    );
    expect(refusal(publish(undefined, { on: TODAY }, actor()))).toBe('not-started');
  });
});

describe('a row of the table', () => {
  const row = {
    ref: 'RR-2020-04',
    year: '2020-21',
    category: 'serious harm',
    awareOn: day('2020-06-29'),
    notifiedOn: day('2020-07-02'),
    decidedOn: day('2020-07-22'),
    localDecision: 'no LCSPR',
    panelResponse: 'asked to reconsider',
    panelRespondedOn: day('2020-08-07'),
    outcome: 'joint CSPR under way',
    reviewName: 'Joint LCSPR-C',
    basis: 'published',
  };

  it('is a review of which the positions are not known, and is written again as it was', () => {
    const review = fromTableRow(row);
    expect(reviewStage(review)).toBe('asked to reconsider');
    expect(toTableRow(review, { name: 'Joint LCSPR-C', standing: 'LCSPR under way' })).toEqual(row);
  });

  it('can go on from there: asked to reconsider, the partners are asked', () => {
    expect(
      after(fromTableRow(row), (review) => openRound(review, PARTNERS, actor())).rounds,
    ).toHaveLength(2);
  });
});

const recorded =
  (agency: string, answer: PositionAnswer, received: WayReceived = 'by phone') =>
  (review: RapidReview) =>
    takePosition(
      review,
      { agency, answer, rationale: 'as was said', national: false, onBehalf: true, received },
      actor('manager'),
    );
const answerOf = (review: RapidReview, agency: string) =>
  countedPositions(round(review)).find((each) => each.agency === agency)?.answer;

describe('a position that an administrator records for a partner', () => {
  it('counts at once where the partner gave none, marked with how it was received', () => {
    const review = after(opened(), recorded('WMP', 'needed', 'by email'));
    expect(answerOf(review, 'WMP')).toBe('needed');
    expect(round(review).positions).toMatchObject([{ onBehalf: true, received: 'by email' }]);
    expect(answerOf(after(review, recorded('WMP', 'not needed')), 'WMP')).toBe('not needed');
  });

  it('does not count where the partner gave one itself, before somebody who speaks for it agrees', () => {
    const given = after(opened(), says('WMP', 'needed'), recorded('WMP', 'not needed'));
    expect(answerOf(given, 'WMP')).toBe('needed');
    expect(findProposal(round(given), 'WMP')).toMatchObject({ answer: 'not needed' });
    const agreed = after(given, (review) => agree(review, 'WMP', actor('WMP-lead')));
    expect(answerOf(agreed, 'WMP')).toBe('not needed');
    expect(findProposal(round(agreed), 'WMP')).toBeUndefined();
    expect(refusal(agree(agreed, 'WMP', actor('WMP-lead')))).toBe('nothing-to-agree-to');
  });

  it('does not count either where the partner agreed to an earlier one: then that is its own', () => {
    const agreed = after(
      opened(),
      says('WMP', 'needed'),
      recorded('WMP', 'not needed'),
      (review) => agree(review, 'WMP', actor('WMP-lead')),
      recorded('WMP', 'more information'),
    );
    expect(answerOf(agreed, 'WMP')).toBe('not needed');
  });

  it('is gone when its lead objects, or answers again; what the partner said stands', () => {
    const given = after(opened(), says('WMP', 'needed'), recorded('WMP', 'not needed'));
    const objected = after(given, (review) => object(review, 'WMP', 'not so', actor('WMP-lead')));
    expect(answerOf(objected, 'WMP')).toBe('needed');
    expect(findProposal(round(objected), 'WMP')).toBeUndefined();
    const again = after(given, says('WMP', 'needed'));
    expect(findProposal(round(again), 'WMP')).toBeUndefined();
    const firstOnes = after(opened(), recorded('WMP', 'needed'), (review) =>
      object(review, 'WMP', 'not so', actor('WMP-lead')),
    );
    expect(outstandingPartners(round(firstOnes))).toContain('WMP');
  });

  it('neither reveals nor decides while it waits', () => {
    const waiting = after(
      opened(),
      says('SMBC', 'needed'),
      says('WMP', 'needed'),
      recorded('WMP', 'not needed'),
    );
    expect(isRevealed(round(waiting))).toBe(false);
    const all = after(waiting, says('CCG', 'needed'));
    expect(roundAgreement(round(all))).toBe('LCSPR');
    expect(
      refusal(
        agree(
          after(all, (r) => confirm(r, 'LCSPR', actor('chair'))),
          'WMP',
          actor(),
        ),
      ),
    ).toBe('decided-already');
  });

  it('repeated by the same administrator in the same words leaves one line', () => {
    const given = after(opened(), says('WMP', 'needed'), recorded('WMP', 'not needed'));
    const repeated = recorded('WMP', 'not needed')(given);
    expect(repeated.ok && repeated.value.record).toBe(given);
  });
});

describe('a review that is sent to the Panel with no agreement', () => {
  const sendOpen =
    (on = TODAY) =>
    (review: RapidReview) =>
      send(review, { on, withoutAgreement: PARTNERS }, actor());

  it.each<[string, () => RapidReview]>([
    ['before the decision was opened', () => after(undefined)],
    ['before anybody has answered', opened],
    ['while one is to answer', () => after(opened(), says('SMBC'), says('WMP'))],
    [
      'when they do not agree',
      () => after(opened(), says('SMBC'), says('WMP'), says('CCG', 'not needed')),
    ],
    ['when the chair has not confirmed', unanimous],
  ])('is sent %s, and its time limit has ended', (_, before) => {
    const sent = after(before(), sendOpen());
    expect(round(sent).sent).toMatchObject({ on: TODAY, withoutAgreement: true });
    expect(finishedOn(sent)).toBe(TODAY);
    expect(reviewStage(sent)).toBe('with the Panel');
    expect(refusal(sendOpen()(after(sent, sendOpen())))).toBeUndefined();
  });

  it('can still be decided; the Panel’s answer ends the round, and opens another', () => {
    const sent = after(opened(), sendOpen());
    const decided = after(sent, says('SMBC'), says('WMP'), says('CCG'), (review) =>
      confirm(review, 'LCSPR', actor('chair')),
    );
    expect(round(decided).confirmed?.decision).toBe('LCSPR');
    const answered = after(sent, (review) =>
      respond(review, { answer: 'asked to reconsider', on: TODAY }, actor()),
    );
    expect(refusal(says('SMBC')(answered))).toBe('answered-already');
    expect(round(after(answered, (review) => openRound(review, PARTNERS, actor()))).number).toBe(2);
  });

  it('stands so in the table, and comes back from it so', () => {
    const row = toTableRow(after(opened(), sendOpen()));
    expect(row).toMatchObject({ localDecision: 'no agreement', decidedOn: TODAY });
    const back = fromTableRow(row);
    expect(round(back).confirmed).toBeUndefined();
    expect(toTableRow(back)).toEqual(row);
  });
});
