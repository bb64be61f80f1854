import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/dates.ts';
import {
  currentDecision,
  currentResponse,
  finishedOn,
  isRevealed,
  isUndecided,
  outstandingPartners,
  type RapidReview,
  reviewStage,
  roundAgreement,
} from '../../src/domain/rapid-review.ts';
import {
  awaitedAgencies,
  noteSummary,
  notify,
  openReview,
  type ReviewOutcome,
  requestSummaries,
} from '../../src/domain/rapid-review-commands.ts';
import {
  advise,
  confirm,
  escalate,
  object,
  openRound,
  reveal,
  takePosition,
} from '../../src/domain/rapid-review-decision.ts';
import { correct, respond, send } from '../../src/domain/rapid-review-panel.ts';
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

/** The line that a change leaves in the history; none where nothing has changed. */
const note = (outcome: ReviewOutcome) => (outcome.ok ? outcome.value.event : outcome.refusal);
const by = (who = 'manager', today = TODAY) => ({ by: who, at: `${today}T09:00:00.000Z` });
const TOMORROW = day('2021-03-16');
const later = actor('manager', day('2021-03-20'));

describe('the history of a rapid review says by whom, when and what', () => {
  it('it was opened and the Panel notified', () => {
    expect(note(openReview(wanted, actor()))).toEqual({
      ...by(),
      type: 'opened',
      on: '2021-03-11',
      what: 'death',
    });
    expect(note(notify(after(undefined), day('2021-03-12'), actor()))).toEqual({
      ...by(),
      type: 'notified',
      on: '2021-03-12',
    });
  });

  it('summaries were asked for, and how each came back', () => {
    const asking = { agencies: ['WMP', 'EDU'], dueOn: day('2021-03-19') };
    const asked = requestSummaries(after(undefined), asking, actor());
    expect(note(asked)).toEqual({
      ...by(),
      type: 'asked for a summary',
      dueOn: '2021-03-19',
      what: 'WMP, EDU',
    });
    const review = after(undefined, () => asked);
    expect(review.summaries[0]).toEqual({
      agency: 'WMP',
      askedOn: TODAY,
      dueOn: '2021-03-19',
      state: 'asked',
    });
    const returned = noteSummary(review, { agency: 'EDU', state: 'returned' }, actor('school'));
    expect(note(returned)).toEqual({
      ...by('school'),
      type: 'noted a summary',
      agency: 'EDU',
      what: 'returned',
      on: TODAY,
    });
    expect(after(review, () => returned).summaries).toMatchObject([
      { agency: 'WMP', state: 'asked' },
      { agency: 'EDU', state: 'returned', on: TODAY },
    ]);
  });

  it('positions were asked for, given, given by phone, and objected to', () => {
    expect(note(openRound(after(undefined), PARTNERS, actor()))).toEqual({
      ...by(),
      type: 'opened the decision',
      round: 1,
    });
    const said = { agency: 'WMP', answer: 'needed', national: true } as const;
    const spoken = takePosition(opened(), { ...said, rationale: ' a pattern ' }, actor('police'));
    expect(note(spoken)).toEqual({
      ...by('police'),
      type: 'answered',
      ...said,
      reason: 'a pattern',
      round: 1,
    });
    expect(round(after(undefined, () => spoken)).positions).toEqual([
      { ...said, rationale: 'a pattern', ...by('police') },
    ]);
    const phoned = takePosition(
      opened(),
      { ...said, rationale: 'by phone', onBehalf: true },
      actor(),
    );
    expect(note(phoned)).toEqual({
      ...by(),
      type: 'answered on behalf',
      onBehalf: 'WMP',
      ...said,
      reason: 'by phone',
      round: 1,
    });
    const objected = object(
      after(undefined, () => phoned),
      'WMP',
      ' not ours ',
      actor('police'),
    );
    expect(note(objected)).toEqual({
      ...by('police'),
      type: 'objected',
      agency: 'WMP',
      reason: 'not ours',
      round: 1,
    });
  });

  it('somebody advised, the chair revealed, escalated and confirmed', () => {
    const advice = { agency: 'SCT', text: ' a theme returns ', isScrutineer: false };
    const advised = advise(opened(), advice, actor('trust'));
    const words = { agency: 'SCT', text: 'a theme returns' };
    expect(note(advised)).toEqual({
      ...by('trust'),
      type: 'advised',
      agency: 'SCT',
      reason: words.text,
      round: 1,
    });
    expect(round(after(undefined, () => advised)).advice).toEqual([{ ...words, ...by('trust') }]);
    expect(note(reveal(opened(), actor('chair')))).toEqual({
      ...by('chair'),
      type: 'revealed',
      round: 1,
    });
    const split = after(unanimous(), says('CCG', 'not needed'));
    const escalated = escalate(split, day('2021-03-22'), ' to the chiefs ', actor('chair'));
    expect(note(escalated)).toEqual({
      ...by('chair'),
      type: 'escalated',
      dueOn: '2021-03-22',
      reason: 'to the chiefs',
      round: 1,
    });
    expect(round(after(undefined, () => escalated)).escalation).toEqual({
      on: TODAY,
      dueOn: '2021-03-22',
      reason: 'to the chiefs',
    });
    const confirming = confirm(unanimous(), 'LCSPR', actor('chair'));
    expect(note(confirming)).toEqual({
      ...by('chair'),
      type: 'confirmed',
      what: 'LCSPR',
      on: TODAY,
      round: 1,
    });
    expect(round(after(undefined, () => confirming)).confirmed).toEqual({
      decision: 'LCSPR',
      on: TODAY,
      ...by('chair'),
      partners: PARTNERS.partners,
      national: [],
    });
  });

  it('it was sent, what the Panel answered, and what was corrected', () => {
    const late = { on: TODAY, why: ' two came late ', deadline: day('2021-03-12') };
    expect(note(send(confirmed(), late, actor()))).toEqual({
      ...by(),
      type: 'sent',
      on: TODAY,
      reason: 'two came late',
      round: 1,
    });
    const sending = send(confirmed(), { on: TODAY }, actor());
    expect(note(sending)).toEqual({ ...by(), type: 'sent', on: TODAY, round: 1 });
    const sent = after(undefined, () => sending);
    expect(Object.keys(round(sent).sent ?? {})).toEqual(['on']);
    const answered = respond(sent, { answer: 'agreed', on: TODAY }, actor());
    expect(note(answered)).toEqual({
      ...by(),
      type: 'noted the response',
      what: 'agreed',
      on: TODAY,
      round: 1,
    });
    const wrong = after(undefined, () => answered);
    expect(round(wrong).response).toEqual({ answer: 'agreed', on: TODAY });
    const correction = {
      decision: 'no LCSPR',
      response: 'national review',
      reason: ' misread ',
    } as const;
    const corrected = correct(wrong, correction, actor());
    expect(note(corrected)).toEqual({
      ...by(),
      type: 'corrected',
      what: 'no LCSPR, national review',
      reason: 'misread',
      round: 1,
    });
    expect(round(after(undefined, () => corrected)).corrections).toEqual([
      { decision: 'no LCSPR', response: 'national review', reason: 'misread', ...by() },
    ]);
  });
});

describe('nothing has changed, and nothing is noted, when', () => {
  const split = () => after(unanimous(), says('CCG', 'not needed'));
  const phoned = () =>
    after(opened(), (review) =>
      takePosition(
        review,
        { agency: 'CCG', answer: 'needed', rationale: 'so', national: false, onBehalf: true },
        actor(),
      ),
    );
  const asked = () =>
    after(undefined, (review) =>
      requestSummaries(review, { agencies: ['WMP'], dueOn: day('2021-03-19') }, actor()),
    );
  const advised = () =>
    after(opened(), (review) =>
      advise(review, { text: 'so', isScrutineer: true }, actor('scrutineer')),
    );
  const objected = () => after(phoned(), (review) => object(review, 'CCG', 'no', actor('health')));
  const sent = () => after(confirmed(), (review) => send(review, { on: TODAY }, actor()));
  const agreed = () =>
    after(sent(), (review) => respond(review, { answer: 'agreed', on: TODAY }, actor()));

  it.each<[string, () => RapidReview, (review: RapidReview) => ReviewOutcome]>([
    ['the decision is open already', opened, (review) => openRound(review, PARTNERS, actor())],
    ['the same lead answers the same again', split, says('CCG', 'not needed')],
    [
      'an objection is repeated',
      objected,
      (review) => object(review, 'CCG', 'still no', actor('health')),
    ],
    [
      'advice is repeated',
      advised,
      (review) => advise(review, { text: ' so ', isScrutineer: true }, actor('scrutineer')),
    ],
    ['it is revealed already', split, (review) => reveal(review, actor('chair'))],
    [
      'nothing was hidden',
      () =>
        after(undefined, (review) => openRound(review, { ...PARTNERS, hidden: false }, actor())),
      (review) => reveal(review, actor('chair')),
    ],
    [
      'an agency was asked for that day already',
      asked,
      (review) => requestSummaries(review, { agencies: ['WMP'], dueOn: day('2021-03-19') }, later),
    ],
    [
      'nobody is asked',
      asked,
      (review) => requestSummaries(review, { agencies: [], dueOn: day('2021-03-01') }, actor()),
    ],
    [
      'a summary is as it was noted',
      asked,
      (review) =>
        noteSummary(
          after(review, (so) => noteSummary(so, { agency: 'WMP', state: 'late' }, actor())),
          { agency: 'WMP', state: 'late' },
          actor(),
        ),
    ],
    ['it was sent on that day already', sent, (review) => send(review, { on: TODAY }, actor())],
    [
      'the Panel’s answer is known',
      agreed,
      (review) => respond(review, { answer: 'agreed', on: TODAY }, actor()),
    ],
    [
      'a correction says what stands',
      agreed,
      (review) => correct(review, { decision: 'LCSPR', response: 'agreed', reason: 'x' }, actor()),
    ],
  ])('%s', (_, given, change) => {
    const review = given();
    expect(change(review)).toEqual({
      ok: true,
      value: { record: expect.objectContaining({ ref: review.ref }) },
    });
  });
});

describe('a rapid review refuses', () => {
  const sent = (on = TODAY) => after(confirmed(), (review) => send(review, { on }, later));
  const position = { agency: 'WMP', answer: 'needed', rationale: 'so', national: false } as const;

  it.each<[string, () => ReviewOutcome, string]>([
    [
      'to be sent before anything is asked',
      () => send(after(undefined), { on: TODAY }, actor()),
      'not-confirmed',
    ],
    [
      'an answer before anything is asked',
      () => respond(after(undefined), { answer: 'agreed', on: TODAY }, actor()),
      'not-confirmed',
    ],
    [
      'a correction before anything is asked',
      () => correct(after(undefined), { decision: 'LCSPR', reason: 'x' }, actor()),
      'not-confirmed',
    ],
    [
      'a notification on a day to come',
      () => notify(after(undefined), TOMORROW, actor()),
      'day-to-come',
    ],
    [
      'a notification before anybody was aware',
      () => notify(after(undefined), day('2021-03-10'), actor()),
      'days-disagree',
    ],
    [
      'to open with a notification on a day to come',
      () => openReview({ ...wanted, notifiedOn: TOMORROW }, actor()),
      'day-to-come',
    ],
    [
      'to ask for summaries by a day that has gone',
      () =>
        requestSummaries(
          after(undefined),
          { agencies: ['WMP'], dueOn: day('2021-03-14') },
          actor(),
        ),
      'days-disagree',
    ],
    [
      'to escalate before all have answered',
      () => escalate(opened(), TODAY, 'x', actor()),
      'waiting-for-partners',
    ],
    [
      'to escalate what all agree on',
      () => escalate(unanimous(), TODAY, 'x', actor()),
      'agreement',
    ],
    [
      'to escalate to a day that has gone',
      () =>
        escalate(after(unanimous(), says('CCG', 'not needed')), day('2021-03-14'), 'x', actor()),
      'days-disagree',
    ],
    [
      'to escalate without saying why',
      () => escalate(after(unanimous(), says('CCG', 'not needed')), TODAY, '  ', actor()),
      'reason-missing',
    ],
    [
      'an objection without a reason',
      () =>
        object(
          after(opened(), (review) =>
            takePosition(review, { ...position, onBehalf: true }, actor()),
          ),
          'WMP',
          ' ',
          actor(),
        ),
      'reason-missing',
    ],
    [
      'an objection where nothing was said',
      () => object(opened(), 'WMP', 'x', actor()),
      'nothing-to-object-to',
    ],
    [
      'advice without words',
      () => advise(opened(), { text: '  ', isScrutineer: true }, actor()),
      'rationale-missing',
    ],
    [
      'advice of somebody without an agency',
      () => advise(opened(), { text: 'x', isScrutineer: false }, actor()),
      'not-an-adviser',
    ],
    [
      'to reveal before anything is asked',
      () => reveal(after(undefined), actor()),
      'round-not-open',
    ],
    ['to be decided again', () => openRound(confirmed(), PARTNERS, actor()), 'decided-already'],
    [
      'to be sent on a day to come',
      () => send(confirmed(), { on: TOMORROW }, actor()),
      'day-to-come',
    ],
    [
      'to be sent before it was confirmed',
      () => send(confirmed(), { on: day('2021-03-14') }, actor()),
      'days-disagree',
    ],
    [
      'to be sent late with only a space for a reason',
      () =>
        send(confirmed(), { on: day('2021-03-20'), deadline: day('2021-03-19'), why: ' ' }, later),
      'reason-missing',
    ],
    [
      'an answer to what was not decided',
      () => respond(unanimous(), { answer: 'agreed', on: TODAY }, actor()),
      'not-confirmed',
    ],
    [
      'an answer on a day to come',
      () => respond(sent(), { answer: 'agreed', on: TOMORROW }, actor()),
      'day-to-come',
    ],
    [
      'an answer from before it was sent',
      () => respond(sent(day('2021-03-18')), { answer: 'agreed', on: day('2021-03-17') }, later),
      'days-disagree',
    ],
    [
      'to correct what was not decided',
      () => correct(unanimous(), { decision: 'no LCSPR', reason: 'x' }, actor()),
      'not-confirmed',
    ],
    [
      'to correct an answer that never came',
      () => correct(sent(), { response: 'agreed', reason: 'x' }, actor()),
      'not-sent',
    ],
  ])('%s', (_, refused, expected) => {
    expect(refusal(refused())).toBe(expected);
  });
});

describe('the days of a rapid review', () => {
  it('may be the day itself: aware, notified, sent, answered and escalated today', () => {
    const today = after(undefined, () =>
      openReview({ ...wanted, awareOn: TODAY, notifiedOn: TODAY }, actor()),
    );
    expect(today.notifiedOn).toBe(TODAY);
    expect(after(undefined, (review) => notify(review, TODAY, actor())).notifiedOn).toBe(TODAY);
    expect(
      after(undefined, (review) => notify(review, day('2021-03-11'), actor())).notifiedOn,
    ).toBe('2021-03-11');
    const { awareOn: _, ...unknown } = after(undefined);
    expect(after(unknown, (review) => notify(review, day('2021-03-01'), actor())).notifiedOn).toBe(
      '2021-03-01',
    );
    expect(
      after(undefined, (review) =>
        requestSummaries(review, { agencies: ['WMP'], dueOn: TODAY }, actor()),
      ).summaries,
    ).toHaveLength(1);
    const split = after(unanimous(), says('CCG', 'not needed'));
    expect(refusal(escalate(split, TODAY, 'x', actor()))).toBeUndefined();
  });

  it('want no reason on the deadline, and none after it in a second round', () => {
    expect(refusal(send(confirmed(), { on: TODAY, deadline: TODAY }, actor()))).toBeUndefined();
    const again = after(
      confirmed(),
      (review) => send(review, { on: TODAY }, actor()),
      (review) => respond(review, { answer: 'asked to reconsider', on: TODAY }, actor()),
      (review) => openRound(review, PARTNERS, actor()),
      says('SMBC'),
      says('WMP'),
      says('CCG'),
      (review) => confirm(review, 'LCSPR', actor('chair')),
    );
    expect(
      refusal(send(again, { on: day('2021-03-20'), deadline: day('2021-03-16') }, later)),
    ).toBeUndefined();
    expect(again.rounds.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('of the answer are not before the sending; of an imported result not before its decision', () => {
    const imported = after(confirmed());
    const rounds = imported.rounds.map(({ openedAt: _, ...rest }) => rest);
    const result = { ...imported, rounds };
    expect(refusal(respond(result, { answer: 'agreed', on: TODAY }, actor()))).toBeUndefined();
    expect(refusal(respond(result, { answer: 'agreed', on: day('2021-03-14') }, actor()))).toBe(
      'days-disagree',
    );
    expect(finishedOn(result)).toBe(TODAY);
    expect(finishedOn(confirmed())).toBeUndefined();
    expect(finishedOn(after(undefined))).toBeUndefined();
  });

  it('once the Panel has answered, nothing is sent any more', () => {
    const rounds = confirmed().rounds.map((each) => ({
      ...each,
      response: { answer: 'agreed' as const },
    }));
    expect(refusal(send({ ...confirmed(), rounds }, { on: TODAY }, actor()))).toBe('sent-already');
  });
});

it('the notification on a day that is noted already changes nothing', () => {
  const notified = after(undefined, (review) => notify(review, day('2021-03-12'), actor()));
  expect(notify(notified, day('2021-03-12'), later)).toEqual({
    ok: true,
    value: { record: notified },
  });
});

describe('summaries', () => {
  const asked = () =>
    after(undefined, (review) =>
      requestSummaries(
        review,
        { agencies: ['WMP', 'EDU', 'SCT'], dueOn: day('2021-03-19') },
        actor(),
      ),
    );

  it('that have not come are asked for again by another day; those that came, or are late, are not', () => {
    const some = after(
      asked(),
      (review) => noteSummary(review, { agency: 'EDU', state: 'returned' }, actor()),
      (review) => noteSummary(review, { agency: 'SCT', state: 'late' }, actor()),
      (review) =>
        requestSummaries(
          review,
          { agencies: ['WMP', 'EDU', 'SCT', 'PH'], dueOn: day('2021-03-24') },
          later,
        ),
    );
    expect(some.summaries.map(({ agency, dueOn, state }) => [agency, dueOn, state])).toEqual([
      ['EDU', '2021-03-19', 'returned'],
      ['SCT', '2021-03-19', 'late'],
      ['WMP', '2021-03-24', 'asked'],
      ['PH', '2021-03-24', 'asked'],
    ]);
    expect(awaitedAgencies(some)).toEqual(['SCT', 'WMP', 'PH']);
  });
});

describe('positions', () => {
  it.each<[string, (review: RapidReview) => ReviewOutcome]>([
    ['another answer', says('WMP', 'not needed')],
    ['another voice of the agency', says('WMP', 'needed', 'police-deputy')],
    [
      'another rationale',
      (review) =>
        takePosition(
          review,
          { agency: 'WMP', answer: 'needed', rationale: 'another', national: false },
          actor('WMP-lead'),
        ),
    ],
    [
      'a national review as well',
      (review) =>
        takePosition(
          review,
          { agency: 'WMP', answer: 'needed', rationale: 'as WMP sees it', national: true },
          actor('WMP-lead'),
        ),
    ],
  ])('change by %s', (_, change) => {
    const outcome = change(after(opened(), says('SMBC'), says('WMP')));
    expect(note(outcome)).toMatchObject({ type: 'answered', agency: 'WMP' });
    expect(round(after(undefined, () => outcome)).positions.map(({ agency }) => agency)).toEqual([
      'SMBC',
      'WMP',
    ]);
  });

  it('are given again by the same words after an objection', () => {
    const byPhone = {
      agency: 'WMP',
      answer: 'needed',
      rationale: 'so',
      national: false,
      onBehalf: true,
    } as const;
    const objected = after(
      opened(),
      (review) => takePosition(review, byPhone, actor()),
      (review) => object(review, 'WMP', 'not ours', actor('police')),
    );
    const again = after(objected, (review) => takePosition(review, byPhone, actor()));
    expect(outstandingPartners(round(objected))).toContain('WMP');
    expect(outstandingPartners(round(again))).not.toContain('WMP');
  });

  it('are revealed when the last has answered, and not before; the moment stays that of the first time', () => {
    const two = after(opened(), says('SMBC'), says('WMP'));
    expect(Object.keys(round(two))).not.toContain('revealedAt');
    const three = after(two, says('CCG'));
    expect(round(three).revealedAt).toBe(actor().at);
    const changedLater = after(three, (review) =>
      takePosition(
        review,
        { agency: 'CCG', answer: 'not needed', rationale: 'so', national: false },
        later,
      ),
    );
    expect(round(changedLater).revealedAt).toBe(actor().at);
  });

  it('are seen at once where the partnership shows them, and after the decision everywhere', () => {
    const shown = after(undefined, (review) =>
      openRound(review, { ...PARTNERS, hidden: false }, actor()),
    );
    expect(isRevealed(round(shown))).toBe(true);
    const { revealedAt: _, ...rest } = round(confirmed());
    expect(isRevealed({ ...rest, hidden: true })).toBe(true);
  });

  it('of nobody decide nothing', () => {
    const empty = after(undefined, (review) =>
      openRound(review, { ...PARTNERS, partners: [] }, actor()),
    );
    expect(roundAgreement(round(empty))).toBe('waiting');
  });

  it('suggest a national review by those alone who count', () => {
    const national = after(
      opened(),
      (review) =>
        takePosition(
          review,
          { agency: 'SMBC', answer: 'needed', rationale: 'so', national: true },
          actor(),
        ),
      says('WMP'),
      says('CCG'),
      (review) => confirm(review, 'LCSPR', actor('chair')),
    );
    expect(round(national).confirmed?.national).toEqual(['SMBC']);
  });

  it('advice of one person replaces theirs alone, and a scrutineer without an agency has none', () => {
    const advised = after(
      opened(),
      (review) =>
        advise(review, { agency: 'SCT', text: 'one', isScrutineer: false }, actor('trust')),
      (review) => advise(review, { text: 'two', isScrutineer: true }, actor('scrutineer')),
      (review) =>
        advise(review, { agency: 'SCT', text: 'three', isScrutineer: false }, actor('trust')),
    );
    expect(round(advised).advice).toEqual([
      { text: 'two', ...by('scrutineer') },
      { text: 'three', agency: 'SCT', ...by('trust') },
    ]);
  });
});

describe('where a review stands', () => {
  it('is told step by step', () => {
    const sent = after(confirmed(), (review) => send(review, { on: TODAY }, actor()));
    const national = after(sent, (review) =>
      respond(review, { answer: 'national review', on: TODAY }, actor()),
    );
    expect(
      [after(undefined), opened(), unanimous(), confirmed(), sent, national].map(reviewStage),
    ).toEqual(['open', 'deciding', 'deciding', 'decided', 'with the Panel', 'national review']);
    expect([after(undefined), unanimous(), confirmed()].map(isUndecided)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('is told by its last correction, each part by its own', () => {
    const corrected = after(
      confirmed(),
      (review) => send(review, { on: TODAY }, actor()),
      (review) => respond(review, { answer: 'agreed', on: TODAY }, actor()),
      (review) => correct(review, { decision: 'no LCSPR', reason: 'misread' }, actor()),
      (review) => correct(review, { response: 'asked to reconsider', reason: 'misread' }, actor()),
    );
    expect([currentDecision(round(corrected)), currentResponse(round(corrected))]).toEqual([
      'no LCSPR',
      'asked to reconsider',
    ]);
    const back = after(corrected, (review) =>
      correct(review, { decision: 'LCSPR', reason: 'right after all' }, actor()),
    );
    expect(currentDecision(round(back))).toBe('LCSPR');
  });

  it('is no longer what a table once said, when the partners are asked again', () => {
    const imported = { ...after(undefined), outcome: 'joint review under way' };
    expect(
      Object.keys(after(imported, (review) => openRound(review, PARTNERS, actor()))),
    ).not.toContain('outcome');
    const said = { ...opened(), outcome: 'joint review under way' };
    expect(Object.keys(after(said, says('WMP')))).not.toContain('outcome');
  });
});
