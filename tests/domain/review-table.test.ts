import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/dates.ts';
import type { PanelResponse } from '../../src/domain/rapid-review.ts';
import { correct, respond, send } from '../../src/domain/rapid-review-panel.ts';
import { fromTableRow, parsePanelResponse, toTableRow } from '../../src/domain/review-table.ts';
import { actor, after, confirmed, opened } from './a-review.ts';

describe('the Panel’s answer in the words of a table', () => {
  it.each<[string, PanelResponse]>([
    ['agreed', 'agreed'],
    ['Accepted on 5 May', 'agreed'],
    ['AGREE', 'agreed'],
    ['disagreed', 'asked to reconsider'],
    ['did not agree', 'asked to reconsider'],
    ['asked to reconsider', 'asked to reconsider'],
    ['National review', 'national review'],
    ['agreed to a national review', 'national review'],
  ])('“%s” is: %s', (text, answer) => {
    expect(parsePanelResponse(text)).toBe(answer);
  });
});

describe('a row of the table', () => {
  const row = { ref: 'RR-1', decidedOn: day('2020-07-22'), localDecision: 'No LCSPR' };

  it('is a round of which only the result is known', () => {
    expect(fromTableRow({ ...row, panelResponse: 'agreed' })).toEqual({
      ref: 'RR-1',
      summaries: [],
      rounds: [
        {
          number: 1,
          partners: [],
          advisers: [],
          hidden: false,
          positions: [],
          advice: [],
          confirmed: { decision: 'no LCSPR', on: '2020-07-22', partners: [], national: [] },
          response: { answer: 'agreed' },
          corrections: [],
        },
      ],
    });
    expect(Object.keys(fromTableRow(row).rounds[0] ?? {})).not.toContain('response');
  });

  it.each([
    ['no LCSPR', 'no LCSPR'],
    ['not needed', 'no LCSPR'],
    ['LCSPR', 'LCSPR'],
    ['a LCSPR, and no other', 'LCSPR'],
  ])('that says “%s” means: %s', (localDecision, decision) => {
    expect(fromTableRow({ ...row, localDecision }).rounds[0]?.confirmed?.decision).toBe(decision);
  });

  it('without a day or without a decision has no result', () => {
    expect(fromTableRow({ ref: 'RR-1', localDecision: 'LCSPR' }).rounds).toEqual([]);
    expect(fromTableRow({ ref: 'RR-1', decidedOn: day('2020-07-22') }).rounds).toEqual([]);
  });

  it('that is none Convenor knows stays in its words, and counts as none', () => {
    const read = fromTableRow({ ...row, localDecision: 'table top review' });
    expect(read).toMatchObject({ outcome: 'table top review', rounds: [] });
    expect(
      fromTableRow({ ...row, localDecision: 'other', outcome: 'learning event' }),
    ).toMatchObject({
      outcome: 'learning event',
      rounds: [],
    });
  });
});

describe('a review as a row of the table', () => {
  const TODAY = day('2021-03-15');
  const agreed = () =>
    after(
      confirmed(),
      (review) => send(review, { on: TODAY }, actor()),
      (review) => respond(review, { answer: 'agreed', on: TODAY }, actor()),
    );

  it('has the first local decision, what the Panel answered, and what became of it', () => {
    expect(toTableRow(agreed())).toEqual({
      ref: 'RR-2021-02',
      year: '2020-21',
      category: 'death',
      awareOn: '2021-03-11',
      decidedOn: TODAY,
      localDecision: 'LCSPR',
      panelResponse: 'agreed',
      panelRespondedOn: TODAY,
      outcome: 'LCSPR',
    });
  });

  it('keeps why a review was withdrawn in the place of its outcome, and reads it again', () => {
    const withdrawn = { reason: 'A duplicate' };
    const row = toTableRow({ ref: 'RR-2021-02', summaries: [], rounds: [], withdrawn });
    expect(row.outcome).toBe('withdrawn: A duplicate');
    expect(fromTableRow(row)).toMatchObject({ withdrawn, rounds: [] });
  });

  it('has no outcome before the Panel agreed, and none of what is not known', () => {
    expect(Object.keys(toTableRow(opened()))).toEqual(['ref', 'year', 'category', 'awareOn']);
    const asked = after(
      confirmed(),
      (review) => send(review, { on: TODAY }, actor()),
      (review) => respond(review, { answer: 'asked to reconsider', on: TODAY }, actor()),
    );
    expect(toTableRow(asked).outcome).toBeUndefined();
    expect(toTableRow(after(undefined)).localDecision).toBeUndefined();
  });

  it('names the LCSPR and how far it is, unless the table said otherwise', () => {
    const lcspr = { name: 'LCSPR-A', standing: 'LCSPR under way' };
    expect(toTableRow(agreed(), lcspr)).toMatchObject({
      outcome: 'LCSPR under way',
      reviewName: 'LCSPR-A',
    });
    const said = { ...agreed(), outcome: 'joint review' };
    expect(toTableRow(said, lcspr)).toMatchObject({
      outcome: 'joint review',
      reviewName: 'LCSPR-A',
    });
  });

  it('says what stands after a correction', () => {
    const corrected = after(agreed(), (review) =>
      correct(review, { decision: 'no LCSPR', reason: 'misread' }, actor()),
    );
    expect(toTableRow(corrected)).toMatchObject({ localDecision: 'no LCSPR', outcome: 'no LCSPR' });
  });
});
