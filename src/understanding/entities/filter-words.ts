import type { Filters } from '../../contract/question.ts';

/** Words that fill a filter wherever they stand. Data: the value, then the ways of saying it. */
export const FILTER_WORDS: Readonly<
  Partial<Record<keyof Filters, Readonly<Record<string, string>>>>
> = {
  status: {
    'not started':
      'not started, not been started, not yet started, unstarted, not begun, not yet begun, has not started, have not started, has not been started, have not been started, has not begun, have not begun, not got going, yet to start, yet to begin, still to start, never started, nobody has started, no one has started, untouched, waiting to start, not kicked off, not been touched, not got off the ground, on the drawing board',
    'in progress':
      'in progress, under way, underway, ongoing, on going, being worked on, in train, work in progress, wip, part done, partly done, half done, active, in flight, in hand, currently working on, on the go, have been started, has been started, mid way, midway',
    complete:
      'complete, completed, done, finished, closed, sorted, closed off, signed off, wrapped up, ticked off, completions, been closed, put to bed, marked as done, marked done, marked complete, fulfilled, close, finish, tick off, wrap up',
    blocked: 'blocked, on hold, held up, paused, parked',
    withdrawn:
      'withdrawn, dropped, cancelled actions, no longer needed, scrapped, abandoned, superseded',
    open: 'open, outstanding, still open, not complete, not completed, not done, not finished, not closed, incomplete, unfinished, live, still to do, left to do, never finished, never done, never completed, never closed, still got, still have got, have not finished, has not finished, still to be done, still to be finished, still to be completed, to be done, to be finished, to be completed, uncompleted, remaining, not yet complete, not yet done, not been done, not been completed, not been closed, has not been done, have not been done, still going, left, yet to be done, yet to be completed, still live, what remains, still remains, to do list, to do lists, still need doing, still needs doing, unresolved, need doing, needs doing, still not done, current actions, not sorted, still left, still need to do, still needs to do, still has to do, still have to do, still got to do, still need to finish, still has to finish, still working on, yet to do, yet to finish, undone, still have to finish, still owe, still owes, still has on, still have on, still knocking about, still hanging over, still sitting there, on the go still, still on the books, on the books',
  },
  dueRange: {
    overdue:
      'overdue, not done on time, not finished on time, not delivered on time, not been done on time, let slip, late, behind, slipped, past date, past due, past its date, past their date, past the deadline, past deadline, past their due date, past its due date, past their deadline, missed deadline, missed deadlines, missed any deadlines, miss any deadlines, missed a deadline, miss a deadline, missed its deadline, missed their deadline, missed their deadlines, missed the deadline, gone past, gone over, out of date, out of time, should have been done, should be done by now, should have been finished, should have been finished by now, should have been completed, running late, run over, overran, over due, over deadline, behind schedule, beyond deadline, passed its due date, passed their due date, passed the deadline, passed their deadline, in the red, gone red, showing red, turned red, flagged red, red, on red, reds, late on, lapsed, overshot, missed the date, missed its date, missed their date, date has passed, dates have passed, date has gone, been and gone, come and gone, past the due date, behind on, should already be done, should already have been done, blown the deadline, over the deadline',
    'next-30-days':
      'due soon, coming up, nearly due, coming due, about to be due, on the horizon, due shortly, coming up soon, almost due, close to due, falling due soon, soon to be due',
    today: 'due today, today',
    tomorrow: 'due tomorrow, tomorrow',
    'this-week':
      'this week, end of this week, end of the week, end of week, rest of the week, this weeks',
    'next-week': 'next week, week after this, following week, next weeks',
    'this-month': 'this month, rest of the month, this months',
    'next-month': 'next month, following month, next months, month after this',
    'half-term':
      'half term, the half term, school holidays, the school holidays, summer holidays, end of term, the end of term',
    'by:month-end':
      'end of the month, end of this month, end of month, month end, months end, before the month is out, the end of the month',
  },
  source: {
    scrutineer:
      'scrutineer, scrutineers review, scrutineer review, scrutineers report, scrutineers reflection, independent scrutiny, scrutiny report, scrutiny review, independent scrutineer, scrutiny, scrutineers cp review, scrutineer reflection, scrutineers recommendations, scrutineers findings',
    inspection:
      'ofsted, inspection, inspections, inspectors, inspector, ofsted visit, inspectorate, jtai, ilacs, joint inspection, focused visit, focussed visit, assurance visit, hmic, hmicfrs, cqc',
    'national panel': 'national panel, nat panel, panel letter, cspr panel',
    'rapid review': 'rapid review, rapid reviews, rapids',
    review:
      'practice review, practice reviews, serious case review, serious case reviews, scr, scrs, lcspr, lcsprs, case review, case reviews, cspr, reviews, review',
    board: 'board',
    'sub-group': 'subgroup, sub groups, sub group, subgroup briefing, annual briefing',
    'annual report': 'annual report, yearly report, annual reports',
    'business plan': 'business plan, strategic plan, strategic business plan, sbp',
    audit: 'audit, audits, macfa, macfas, case file audit, multi agency audit, deep dive',
    'linked boards': 'linked boards, other boards, cross board',
    'council report': 'council report, report to council',
  },
};

/** Words that divide a list, for “how many … by agency”. */
export const GROUP_BY_WORDS: Readonly<Record<string, string>> = {
  agency:
    'agency, agencies, partner, partners, organisation, organisations, owner, owners, service',
  group: 'group, groups, subgroup, sub group, committee',
  priority: 'priority, priorities, theme, themes',
  status: 'status, state, stage, rag, rag rating',
};
