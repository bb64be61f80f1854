import { describe, expect, it } from 'vitest';
import {
  composeDigest,
  composeNotice,
  type DigestView,
  type NoticeView,
} from '../../src/answers/notice-views.ts';
import { whyInWords } from '../../src/answers/notice-words.ts';
import { renderCard as render } from '../../src/answers/render.ts';
import { composeWeek } from '../../src/answers/week-view.ts';
import { createCalendar } from '../../src/contract/calendar.ts';
import type { NoticeItem } from '../../src/contract/notice-item.ts';
import type { OutgoingMessage } from '../../src/contract/ports.ts';
import { day } from '../../src/domain/dates.ts';

const { bankHolidays } = createCalendar();
const on = (today: string) => ({ source: 'SCSP', today: { today: day(today), bankHolidays } });
const monday = on('2021-03-15');

function action(dueOn: string, facts: Partial<NoticeItem> = {}): NoticeItem {
  return {
    subject: 'SA-019',
    title: 'Share the audit findings',
    matter: { kind: 'action', dueOn: day(dueOn) },
    why: { kind: 'owner' },
    ...facts,
  };
}
const viewOf = <View>({ card }: OutgoingMessage) => card?.view as View;
const pressesOf = (word: OutgoingMessage) =>
  viewOf<NoticeView>(word).presses.map(({ title }) => title);

const limit = {
  kind: 'clock',
  what: 'publish it',
  dueOn: day('2021-03-16'),
  source: 'WT',
} as const;
const register = {
  kind: 'register',
  group: 'Learning',
  heldOn: day('2021-03-10'),
  meeting: 'LD-1',
} as const;

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
  ])('on %s, for an action due on %s', (today, dueOn, first) => {
    expect(composeNotice(action(dueOn), on(today)).text).toBe(
      `${first} Share the audit findings. You own it.`,
    );
  });

  it.each<[NoticeItem['matter'], string]>([
    [
      {
        kind: 'clock',
        what: 'send the rapid review to the Panel',
        dueOn: day('2021-03-22'),
        source: 'WT',
      },
      'SA-019: send the rapid review to the Panel within 5 working days.',
    ],
    [{ kind: 'verification' }, 'SA-019 is complete and waits to be verified.'],
    [{ kind: 'evidence' }, 'SA-019 is complete, impact not yet evidenced.'],
    [
      {
        kind: 'register',
        group: 'the board',
        heldOn: day('2021-03-10'),
        meeting: 'BOARD-2021-03-10',
      },
      'The register of the board on Wed 10 March is not closed.',
    ],
    [
      { kind: 'absence', agency: 'Cafcass', group: 'the board', meetings: 3 },
      'Cafcass missed the last 3 meetings of the board.',
    ],
    [
      { kind: 'reminder', words: 'chase the council' },
      'You asked to be reminded: chase the council.',
    ],
  ])('for what is no action either: %o', (matter, first) => {
    expect(composeNotice(action('2021-03-16', { matter }), monday).text.startsWith(first)).toBe(
      true,
    );
  });
});

describe('why somebody is told, and what they can do', () => {
  it('says why, in words', () => {
    expect(
      whyInWords(
        { kind: 'escalation', group: 'Neglect', workingDaysOverdue: 10 },
        monday.today.today,
      ),
    ).toBe('You chair Neglect; it has been overdue for 10 working days.');
    expect(whyInWords({ kind: 'asked', on: day('2021-03-01') }, monday.today.today)).toBe(
      'You asked for it on Mon 1 March.',
    );
  });

  it('an owner can settle it, a chair look into it, a verifier judge it; a time limit in law is never snoozed', () => {
    expect(pressesOf(composeNotice(action('2021-03-16'), monday))).toEqual([
      'Done…',
      'Need more time…',
      'Snooze a week',
    ]);
    const escalated = action('2021-03-01', { why: { kind: 'escalation', workingDaysOverdue: 10 } });
    expect(pressesOf(composeNotice(escalated, monday))).toEqual(['Open', 'Snooze a week']);
    const verified = action('2021-03-01', {
      matter: { kind: 'verification' },
      why: { kind: 'verifier', as: 'chair' },
    });
    expect(pressesOf(composeNotice(verified, monday))).toEqual(['Verify…', 'Send back…', 'Open']);
    const clock = {
      kind: 'clock',
      what: 'notify the Panel',
      dueOn: day('2021-03-16'),
      source: 'WT',
    } as const;
    expect(pressesOf(composeNotice(action('2021-03-16', { matter: clock }), monday))).toEqual([
      'Open',
    ]);
  });

  it.each<[string, Partial<NoticeItem>, string[]]>([
    ['a time limit of a review', { subject: 'RR-1', matter: { ...limit } }, ['tell me about RR-1']],
    [
      'an LCSPR, on a review that it covers',
      { subject: 'A', matter: { ...limit, review: 'RR-2' } },
      ['tell me about RR-2'],
    ],
    [
      'a yearly report',
      { subject: '2020-21', matter: { ...limit, report: '2020-21' } },
      ['/yearly-report 2020-21'],
    ],
    ['a register, by its chair', { why: { kind: 'chair' }, matter: register }, ['/register LD-1']],
    [
      'a register, by an administrator',
      { why: { kind: 'administrator' }, matter: register },
      ['/register LD-1', '/cancel LD-1'],
    ],
  ])('leads to what settles %s', (_, facts, asks) => {
    const { presses } = viewOf<NoticeView>(composeNotice(action('2021-03-16', facts), monday));
    expect(presses.flatMap(({ ask }) => ask ?? [])).toEqual(asks);
  });

  it('opens the forms of the action, and says how to change what comes', () => {
    const word = composeNotice(action('2021-03-16'), monday);
    expect(viewOf<NoticeView>(word).presses[0]?.data).toEqual({
      verb: 'actions.form',
      ref: 'SA-019',
      form: 'done',
    });
    expect(word.card?.plain).toContain('To change what comes, say: my notice settings.');
  });

  it('in a group’s chat, for somebody who could not be reached, it can only be opened', () => {
    const word = composeNotice(action('2021-03-16'), {
      ...monday,
      instead: { of: 'Police Partner Lead' },
    });
    expect(word.text).toMatch(/For Police Partner Lead, who could not be reached\.$/);
    expect(pressesOf(word)).toEqual(['Open']);
  });
});

describe('several things of one day', () => {
  const clock = {
    kind: 'clock',
    what: 'notify the Panel',
    dueOn: day('2021-03-19'),
    source: 'WT',
  } as const;
  const several = [
    action('2021-03-22', { subject: 'SA-3' }),
    action('2021-03-12', { subject: 'SA-2' }),
    action('2021-03-01', { subject: 'SA-1' }),
    action('2021-03-19', { subject: 'RR-1', matter: clock }),
  ];

  it('are one message, time limits before what is overdue before what is due', () => {
    const word = composeDigest(several, monday);
    expect(word.text).toBe(
      '4 things need you, 2 of them overdue. First: RR-1: notify the Panel within 4 working days.',
    );
    expect(
      viewOf<DigestView>(word).groups.map(({ title, rows }) => [title, rows.map(({ ref }) => ref)]),
    ).toEqual([
      ['Time limits', ['RR-1']],
      ['Overdue', ['SA-1', 'SA-2']],
      ['Due', ['SA-3']],
    ]);
  });

  it('name a meeting once that is called as its group is', () => {
    const open = (title: string) =>
      action('2021-03-10', { subject: 'Learning', title, matter: register });
    const [group] = viewOf<DigestView>(
      composeDigest([open('Learning'), open('Learning, extraordinary')], monday),
    ).groups;
    expect(group?.rows.map(({ ref, title }) => [ref, title])).toEqual([
      ['', 'Learning'],
      ['Learning', 'Learning, extraordinary'],
    ]);
  });

  it('say that they are sent again, where nobody can know whether they arrived', () => {
    const word = composeDigest(several, { ...monday, isAgain: true });
    expect(word.text).toMatch(
      /You may have had this already: Teams did not say whether it arrived\.$/,
    );
    expect(viewOf<DigestView>(word).source).toBe(
      'SCSP · as at Mon 15 March 2021 · sent again in case the first was lost',
    );
    const week = { overdue: [], drifting: ['The register is not closed.'], comingUp: [] };
    expect(composeWeek(week, { ...monday, isAgain: true }).card?.plain).toMatch(
      /You may have had this already/,
    );
  });

  it('of one thing it is the notice itself, of nothing there is none', () => {
    expect(composeDigest(several.slice(0, 1), monday).card?.name).toBe('notice');
    expect(() => composeDigest([], monday)).toThrow('nothing');
  });

  it('however many and however long, they fit on a card and can be pressed', () => {
    const many = Array.from({ length: 200 }, (_, at) =>
      action('2021-03-01', {
        subject: `SA-${at}`,
        title: 'A very long title of an action that somebody wrote. '.repeat(20),
      }),
    );
    const word = composeDigest(many, monday);
    expect(viewOf<DigestView>(word).extent).toBe('and 188 more');
    const card = JSON.stringify(word.card && render(word.card));
    expect(Buffer.byteLength(card)).toBeLessThan(25_000);
    expect(card.match(/"title":"Done…"/g)?.length).toBe(24);
  });
});

describe('the week of a chair', () => {
  const row = {
    ref: 'SA-1',
    title: 'Audit',
    line: 'Police',
    standing: 'overdue by 3 days',
    colour: 'attention',
  } as const;

  it('begins with the figures in one sentence', () => {
    const word = composeWeek(
      { group: 'Neglect', overdue: [row], drifting: ['The register is not closed.'], comingUp: [] },
      monday,
    );
    expect(word.text).toBe(
      'The week of Neglect: 1 action is overdue, 1 thing is drifting and no actions are due in the next 14 days.',
    );
    expect(word.card?.plain).toContain('Drifting:\nThe register is not closed.');
  });

  it('says so when all is well', () => {
    expect(composeWeek({ overdue: [], drifting: [], comingUp: [] }, monday).text).toBe(
      'The week of the partnership: nothing is overdue, nothing drifts and nothing is due in the next 14 days.',
    );
  });
});
