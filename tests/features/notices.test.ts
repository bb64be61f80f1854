import { describe, expect, it } from 'vitest';
import { type NoticeOccasion, noticeAnswer } from '../../src/answers/notice-answer.ts';
import { render } from '../../src/answers/render.ts';
import { toPlainText } from '../../src/answers/to-plain-text.ts';
import type { Answer, Button } from '../../src/contract/answer.ts';
import type { NoticeItem, NoticeSource, TellingContext } from '../../src/contract/notice.ts';
import type { Action } from '../../src/domain/action.ts';
import { type Day, day, type LocalTime } from '../../src/domain/dates.ts';
import type { Directory } from '../../src/domain/directory.ts';
import { ENGLAND_BANK_HOLIDAYS } from '../../src/domain/england-bank-holidays.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { type OwedStep, toNotice } from '../../src/domain/notices/notice.ts';
import type { RecipientReason } from '../../src/domain/notices/recipients.ts';
import { noticeSources } from '../../src/features/index.ts';
import { weekAnswer } from '../../src/features/weekly-digest/notices.ts';
import { composeMessage } from '../../src/notifications/compose.ts';
import { catalogue } from '../domain/notices/a-partnership.ts';
import { aDirectory } from '../support/a-directory.ts';

const named = (id: string, name: string) => ({
  id,
  name,
  alsoKnownAs: [],
  kind: 'sub-group' as const,
});
const directory = {
  ...aDirectory,
  agencies: [{ ...named('CAF', 'Cafcass'), kind: 'relevant' as const }],
  groups: [named('BOARD', 'the board'), named('LD', 'Learning'), named('NEG', 'Neglect')],
} as Directory;
const bankHolidays = ENGLAND_BANK_HOLIDAYS;
const MONDAY = day('2021-03-15');

const at = (today: Day) =>
  ({
    directory,
    today,
    now: new Date(`${today}T09:00Z`),
    bankHolidays,
    ports: {},
  }) as TellingContext;
const OWNER: RecipientReason = { kind: 'owner' };

interface Owed extends Partial<OwedStep> {
  readonly reason?: RecipientReason;
  readonly today?: Day;
}

/** How a notice of a rule reads. */
async function item(
  rule: string,
  subject: unknown,
  { reason = OWNER, today = MONDAY, ...step }: Owed = {},
): Promise<NoticeItem> {
  const source = noticeSources.find((each) => each.rule === rule) as NoticeSource;
  const notice = toNotice(source, { about: 'it', step: 'day-1', ...step }, { person: 'x', reason });
  const read = await source.item?.(notice, subject, at(today));
  if (!read) throw new Error(`Nothing is said of ${rule}`);
  return read;
}

const anAction = (dueOn: string, facts: Partial<Action> = {}): Action => ({
  ref: 'SA-019',
  title: 'Share the audit findings',
  source: {},
  owner: {},
  status: 'in progress',
  dueOn: day(dueOn),
  ...facts,
});
const action = (dueOn: string, facts: Partial<Action> = {}, owed: Owed = {}) =>
  item('action', anAction(dueOn, facts), { dueOn: day(dueOn), ...owed });
const limit = (rule: string, dueOn: string, facts: object = {}) =>
  item(rule, { rule, about: 'SA-019', dueOn: day(dueOn), ...facts });
const aMeeting = (group: string, on: string, title = 'Learning'): Meeting => ({
  id: `${group}-1`,
  group,
  title,
  kind: 'ordinary',
  startsAt: `${on}T10:00` as LocalTime,
  minutes: 90,
  status: 'scheduled',
});
const register = (reason: RecipientReason, meeting = aMeeting('LD', '2021-03-10')) =>
  item('register', meeting, { reason });
/** Cafcass missed the last three meetings of the board. */
const missed = {
  meeting: aMeeting('BOARD', '2021-03-10'),
  ...['2021-01-13', '2021-02-10', '2021-03-10'].reduce<{
    meetings: Meeting[];
    attendance: object[];
  }>(
    ({ meetings, attendance }, on) => ({
      meetings: [...meetings, { ...aMeeting('BOARD', on), id: on, status: 'held' }],
      attendance: [...attendance, { meetingId: on, agency: 'CAF', attended: 'absent' }],
    }),
    { meetings: [], attendance: [] },
  ),
};
const aChase = { ref: 'SA-019', on: MONDAY, by: 'Jo', at: '2021-03-15T09:00:00Z' };
const aRisk = { id: 'CH-01', title: 'No analyst', ownerGroup: 'LD', likelihood: 4, impact: 5 };
const aBriefing = {
  item: { id: 'LB-001', title: 'Hidden men', kind: 'briefing', on: MONDAY },
  reply: { item: 'LB-001', agency: 'CAF', sentOn: MONDAY, dueOn: MONDAY, state: 'waiting' },
};
const reminder = (words: string) => ({
  id: 'r-1',
  person: 'x',
  on: MONDAY,
  about: { kind: 'words', words },
  setAt: '2021-03-01T10:00:00Z',
});

const alone = (read: NoticeItem, telling: Partial<NoticeOccasion> = {}) =>
  noticeAnswer([read], { today: MONDAY, ...telling });
const buttonTitles = ({ buttons = [] }: Answer) => buttons.map(({ title }) => title);
/** What each button sends, but for the name of the press, which is another each time. */
const buttonPresses = ({ buttons = [] }: Answer) =>
  buttons.map((button: Button) => {
    if ('question' in button) return button.question;
    if (!('action' in button)) return false;
    const { operation: _, ...data } = button.data as { readonly operation?: string };
    return [button.action, data];
  });

describe('the first sentence of a notice, which a phone shows', () => {
  it.each([
    ['2021-03-15', '2021-03-16', 'SA-019 is due in 1 working day.'],
    ['2021-03-19', '2021-03-22', 'SA-019 is due in 1 working day.'],
    ['2021-03-15', '2021-03-15', 'SA-019 is due today.'],
    ['2021-03-19', '2021-03-20', 'SA-019 is due on Sat 20 March.'],
    ['2021-04-01', '2021-04-06', 'SA-019 is due in 1 working day.'],
    ['2021-03-16', '2021-03-15', 'SA-019 is overdue by 1 working day.'],
    ['2021-04-06', '2021-04-01', 'SA-019 is overdue by 1 working day.'],
    ['2021-03-21', '2021-03-20', 'SA-019 is overdue since Sat 20 March.'],
  ])('on %s, for an action due on %s', async (today, dueOn, first) => {
    const read = await action(dueOn, {}, { today: day(today) });
    expect(alone(read).text).toBe(`${first} Share the audit findings. You own it.`);
  });

  it.each<[() => Promise<NoticeItem>, string]>([
    [
      () => limit('review', '2021-03-22'),
      'SA-019: send the rapid review to the Panel within 5 working days.',
    ],
    [
      () => item('chase', { action: anAction('2021-03-12'), chase: aChase }),
      'Jo asks how SA-019 stands.',
    ],
    [() => item('risk-review', aRisk), 'CH-01 is to be reviewed.'],
    [() => item('learning', aBriefing), 'A briefing waits for Cafcass to confirm it.'],
    [
      () => item('verification', anAction('2021-03-16')),
      'SA-019 is complete and waits to be verified.',
    ],
    [
      () => register(OWNER, aMeeting('BOARD', '2021-03-10')),
      'The register of the board on Wed 10 March is not closed.',
    ],
    [
      () => item('absence', missed, { step: 'CAF' }),
      'Cafcass missed the last 3 meetings of the board.',
    ],
    [
      () => item('reminder', reminder('chase the council')),
      'You asked to be reminded: chase the council.',
    ],
  ])('for what is no open action either: %#', async (read, first) => {
    expect(alone(await read()).text.startsWith(first)).toBe(true);
  });
});

it('a kind of notice that cannot be worked out is named, and what can be done about it', async () => {
  const failed = await item('failed', 'yearly report due', { reason: { kind: 'administrator' } });
  expect(failed.headline).toBe("I can't work out the notices “yearly report due”");
  expect(failed.sentence).toMatch(/^None of them is sent until this is mended; all others are\./);
});

describe('why somebody is told, and what they can do', () => {
  it('says why, in words', async () => {
    const escalated = await item('escalation', anAction('2021-03-01'), {
      dueOn: day('2021-03-01'),
      reason: { kind: 'chair', group: 'NEG' },
    });
    expect(escalated.reason.sentence).toBe(
      'You chair Neglect; it has been overdue for 10 working days.',
    );
    const asked = await item('reminder', reminder('x'), { reason: { kind: 'asked' } });
    expect(asked.reason.sentence).toBe('You asked for it on Mon 1 March.');
  });

  it('an owner can settle it, a chair look into it, a verifier judge it; a time limit in law is never snoozed', async () => {
    expect(buttonTitles(alone(await action('2021-03-16')))).toEqual([
      'Done…',
      'Need more time…',
      'Snooze a week',
    ]);
    const escalated = await item('escalation', anAction('2021-03-01'), {
      reason: { kind: 'chair' },
    });
    expect(buttonTitles(alone(escalated))).toEqual(['Open', 'Snooze a week']);
    const chased = await item('chase', { action: anAction('2021-03-12'), chase: aChase });
    expect(buttonTitles(alone(chased))).toEqual(['Update', 'Done…', 'Need more time…']);
    const verified = await item('verification', anAction('2021-03-01'), {
      reason: { kind: 'chair' },
    });
    expect(buttonTitles(alone(verified))).toEqual(['Verify…', 'Send back…', 'Open']);
    expect(buttonTitles(alone(await limit('notify', '2021-03-16')))).toEqual(['Open']);
  });

  const review = (reviewRef: string) => ({
    intent: 'rapid_review_detail',
    filters: { reviewRef },
    args: {},
  });
  it.each<[string, () => Promise<NoticeItem>, unknown[]]>([
    [
      'a time limit of a review',
      () => limit('review', '2021-03-16', { about: 'RR-1', review: 'RR-1' }),
      [review('RR-1')],
    ],
    [
      'an LCSPR, on its own card',
      () => limit('lcspr', '2021-03-16', { about: 'A' }),
      [{ intent: 'lcspr_detail', filters: { reviewRef: 'A' }, args: {} }],
    ],
    [
      'an advance copy of an LCSPR',
      () => limit('lcspr-copy', '2021-03-16', { about: 'A' }),
      [{ intent: 'lcspr_detail', filters: { reviewRef: 'A' }, args: {} }],
    ],
    [
      'a milestone of an LCSPR',
      () => limit('lcspr-milestone', '2021-03-16', { about: 'A', what: 'first draft' }),
      [{ intent: 'lcspr_detail', filters: { reviewRef: 'A' }, args: {} }],
    ],
    [
      'a yearly report',
      () => limit('report', '2021-03-16', { about: '2020-21' }),
      [
        ['yearly-report.form', expect.objectContaining({ year: '2020-21' })],
        ['yearly-report.show', expect.objectContaining({ year: '2020-21' })],
      ],
    ],
    [
      'a risk to review',
      () => item('risk-review', aRisk),
      [
        ['risks.review-form', { risk: 'CH-01' }],
        { intent: 'risk_detail', filters: {}, args: { risk: 'CH-01' } },
      ],
    ],
    [
      'a briefing to confirm',
      () => item('learning', aBriefing),
      [
        ['learning.read', expect.objectContaining({ item: 'LB-001', agency: 'CAF' })],
        ['learning.reply-form', { item: 'LB-001', agency: 'CAF', state: 'acted' }],
        ['learning.reply-form', { item: 'LB-001', agency: 'CAF', state: 'asked' }],
      ],
    ],
    [
      'an absence',
      () => item('absence', missed, { step: 'CAF' }),
      [{ intent: 'attendance_agency', filters: { agency: 'CAF', group: 'BOARD' }, args: {} }],
    ],
    [
      'a register, by its chair',
      () => register({ kind: 'chair' }),
      [['register.open', expect.objectContaining({ meeting: 'LD-1' })]],
    ],
    [
      'a register, by an administrator',
      () => register({ kind: 'administrator' }),
      [
        ['register.open', expect.objectContaining({ meeting: 'LD-1' })],
        ['meetings.cancel-form', { meeting: 'LD-1' }],
      ],
    ],
  ])('leads to what settles %s', async (_, read, presses) => {
    expect(buttonPresses(alone(await read()))).toEqual(presses);
  });

  it('opens the forms of the action, and says how to change what comes', async () => {
    const answer = alone(await action('2021-03-16'));
    expect(buttonPresses(answer)[0]).toEqual(['actions.form', { ref: 'SA-019', form: 'done' }]);
    expect(toPlainText(answer)).toContain('To change what comes, say: my notice settings.');
  });

  it('in a group’s chat, for somebody who could not be reached, it can only be opened', async () => {
    const answer = alone(await action('2021-03-16'), { unreachedPerson: 'Police Partner Lead' });
    expect(answer.text).toMatch(/For Police Partner Lead, who could not be reached\.$/);
    expect(buttonTitles(answer)).toEqual(['Open']);
  });
});

describe('several things of one day', () => {
  const several = () =>
    Promise.all([
      action('2021-03-22', { ref: 'SA-3' }),
      action('2021-03-12', { ref: 'SA-2' }),
      action('2021-03-01', { ref: 'SA-1' }),
      limit('notify', '2021-03-19', { about: 'RR-1' }),
    ]);
  const sectionRefs = ({ sections = [] }: Answer) =>
    sections.flatMap(({ heading, rows = [] }) =>
      rows.length > 0 ? [[heading, rows.map(({ ref }) => ref)]] : [],
    );

  it('are one message, time limits before what is overdue before what is due', async () => {
    const answer = noticeAnswer(await several(), { today: MONDAY });
    expect(answer.text).toBe(
      '4 things need you, 2 of them overdue. First: RR-1: notify the Panel within 4 working days.',
    );
    expect(sectionRefs(answer)).toEqual([
      ['Time limits · 1', ['RR-1']],
      ['Overdue · 2', ['SA-1', 'SA-2']],
      ['Due · 1', ['SA-3']],
    ]);
  });

  it('name a meeting once that is called as its group is', async () => {
    const open = (title: string) => register(OWNER, aMeeting('LD', '2021-03-10', title));
    const read = [await open('Learning'), await open('Learning, extraordinary')];
    const { sections = [] } = noticeAnswer(read, { today: MONDAY });
    const rows = sections.flatMap((section) => section.rows ?? []);
    expect(rows.map(({ ref, title }) => [ref, title])).toEqual([
      [undefined, 'Learning'],
      ['Learning', 'Learning, extraordinary'],
    ]);
  });

  it('say that they are sent again, where nobody can know whether they arrived', async () => {
    const source = noticeSources.find(({ rule }) => rule === 'action') as NoticeSource;
    const subject = anAction('2021-03-16');
    const step = { about: 'SA-019', step: 'day-1', dueOn: day('2021-03-16') };
    const notice = toNotice(source, step, { person: 'x', reason: OWNER });
    const calendar = {
      now: () => new Date('2021-03-15T09:00Z'),
      today: () => MONDAY,
      bankHolidays,
    };
    const repeat = { repeats: 1 } as never;
    const again = await composeMessage(repeat, [{ notice, source, subject }], directory, {
      ports: { calendar, stores: () => undefined } as never,
      catalogue,
    });
    expect(again?.text).toMatch(
      /You may have had this already: Teams did not say whether it arrived\.$/,
    );
    expect(again?.source).toMatch(
      / · as at Mon 15 March 2021 · sent again in case the first was lost$/,
    );
  });

  it('of one thing it is the notice itself, of nothing there is none', async () => {
    const [one] = await several();
    expect(alone(one as NoticeItem).heading).toBe('SA-3 is due in 5 working days');
    expect(() => noticeAnswer([], { today: MONDAY })).toThrow('nothing');
  });

  it('however many and however long, they fit on a card and can be pressed', async () => {
    const title = 'A very long title of an action that somebody wrote. '.repeat(20);
    const many = await Promise.all(
      Array.from({ length: 200 }, (_, at) => action('2021-03-01', { ref: `SA-${at}`, title })),
    );
    const answer = noticeAnswer(many, { today: MONDAY });
    expect(answer.sections?.at(-1)?.note).toBe('and 188 more');
    const card = JSON.stringify(render(answer).card);
    expect(Buffer.byteLength(card)).toBeLessThan(25_000);
    expect(card.match(/"title":"Done…"/g)?.length).toBe(12);
  });
});

describe('the week of a chair', () => {
  const row = { ref: 'SA-1', title: 'Audit' };
  const ofNeglect = { ids: ['NEG'], names: 'Neglect' };
  const newOrWorse = ['The register is not closed.'];

  it('begins with the figures in one sentence', () => {
    const answer = weekAnswer(
      { groups: ofNeglect, overdue: [row], newOrWorse, drifting: 3, comingUp: [] },
      [],
      at(MONDAY),
    );
    expect(answer.text).toBe(
      'The week of Neglect: 3 things are drifting, 1 of them new or worse; 1 action is overdue and no actions are due in the next 14 days.',
    );
    expect(toPlainText(answer)).toContain('New or worse:\nThe register is not closed.');
  });

  it('says so when all is well', () => {
    expect(
      weekAnswer({ overdue: [], newOrWorse: [], drifting: 0, comingUp: [] }, [], at(MONDAY)).text,
    ).toBe(
      'The week of the partnership: nothing is overdue, nothing drifts and nothing is due in the next 14 days.',
    );
  });

  it('asks for the actions of the group, or of all where somebody chairs several', () => {
    const asked = (groups?: { ids: string[]; names: string }) =>
      buttonPresses(
        weekAnswer(
          {
            ...(groups && { groups }),
            overdue: [row],
            newOrWorse: [],
            drifting: 0,
            comingUp: [],
          },
          [],
          at(MONDAY),
        ),
      );
    const list = (dueRange: string, group = {}) => ({
      intent: 'list_actions',
      filters: { dueRange, ...group },
      args: {},
    });
    expect(asked(ofNeglect)).toEqual([
      list('overdue', { group: 'NEG' }),
      list('next-14-days', { group: 'NEG' }),
    ]);
    expect(asked({ ids: ['NEG', 'LD'], names: 'Neglect and Learning' })).toEqual([
      list('overdue'),
      list('next-14-days'),
    ]);
  });
});
