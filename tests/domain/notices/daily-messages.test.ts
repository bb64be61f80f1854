import { describe, expect, it } from 'vitest';
import { settingValues } from '../../../src/contract/notice-settings.ts';
import { type Day, day } from '../../../src/domain/dates.ts';
import { dailyMessages } from '../../../src/domain/notices/daily-messages.ts';
import type { Delivery } from '../../../src/domain/notices/delivery.ts';
import {
  type Notice,
  noticeId,
  parseNoticeId,
  toNotice,
} from '../../../src/domain/notices/notice.ts';
import { ADDRESSEES } from '../../../src/domain/notices/recipients.ts';
import { noticeSettings } from '../../../src/features/index.ts';
import { findRule, findSource } from './a-partnership.ts';

const MONDAY = day('2021-03-15');
const AT = new Date('2021-03-15T09:00:00Z');
const owes = (rule: string, about: string, dueOn?: Day, to = 'police-lead'): Notice =>
  toNotice(
    findSource(rule),
    { about, step: 'day-1', dueOn },
    { person: to, reason: { kind: 'owner' } },
  );
const sent = (notices: readonly Notice[], facts: Partial<Delivery> = {}): Delivery => ({
  day: MONDAY,
  person: 'police-lead',
  number: 1,
  notices: notices.map(({ id }) => id),
  state: 'sent',
  attempts: 1,
  at: AT.toISOString(),
  ...facts,
});
const messages = (notices: readonly Notice[], earlier: readonly Delivery[] = [], from?: Day) =>
  dailyMessages(notices, earlier, {
    window: { today: MONDAY, ...(from && { from }) },
    at: AT,
    findRule,
  });

const action = owes('action', 'SA-019', day('2021-03-31'));
const other = owes('action', 'SA-020', day('2021-03-20'));
const law = owes('review', 'RR-2021-01', day('2021-04-01'));

describe('the message of a day', () => {
  it('is one to each person with all that is owed to them, by the alphabet of the people', () => {
    const chair = owes('weekly', '2021-03-15', undefined, 'chair');
    expect(messages([action, chair], [], day('2021-03-12'))).toEqual([
      {
        day: MONDAY,
        person: 'chair',
        number: 1,
        from: '2021-03-12',
        state: 'claimed',
        attempts: 0,
        at: AT.toISOString(),
        notices: [chair.id],
      },
      {
        day: MONDAY,
        person: 'police-lead',
        number: 1,
        from: '2021-03-12',
        state: 'claimed',
        attempts: 0,
        at: AT.toISOString(),
        notices: [action.id],
      },
    ]);
    const people = messages([
      owes('weekly', 'w', undefined, 'a'),
      owes('weekly', 'w', undefined, 'c'),
      owes('weekly', 'w', undefined, 'b'),
    ]);
    expect(people.map(({ person }) => person)).toEqual(['a', 'b', 'c']);
  });

  it('begins with limits in law and reminders of one’s own, then by the due day, then by name', () => {
    const own = owes('reminder', 'r-1', day('2021-03-15'));
    const undated = owes('verification', 'SA-027');
    const twin = owes('action', 'SA-018', day('2021-03-20'));
    expect(messages([undated, action, other, law, own, twin])[0]?.notices).toEqual(
      [own, law, twin, other, action, undated].map(({ id }) => id),
    );
  });

  it('holds at most two hundred; what is left over comes the next day', () => {
    const many = Array.from({ length: 205 }, (_, at) =>
      owes('action', `SA-${1000 + at}`, day('2021-03-31')),
    );
    const [first] = messages(many);
    expect(first?.notices).toHaveLength(200);
    const [next] = dailyMessages(many, [sent(many.slice(0, 200))], {
      window: { today: day('2021-03-16') },
      at: AT,
      findRule,
    });
    expect(next?.notices).toEqual(many.slice(200).map(({ id }) => id));
  });

  it('says nothing that was told already, and nothing at all where nothing is left', () => {
    expect(messages([action], [sent([action], { day: day('2021-03-12') })])).toEqual([]);
    expect(messages([])).toEqual([]);
  });

  it('has no second one, unless a limit in law has something new', () => {
    expect(messages([other], [sent([action])])).toEqual([]);
    const [second] = messages([other, law], [sent([action])]);
    expect(second).toMatchObject({ number: 2, notices: [law.id] });
    const [third] = messages([law], [sent([action], { number: 4 }), sent([other], { number: 2 })]);
    expect(third?.number).toBe(5);
  });

  it('is still to come after limits in law alone, after one that was suppressed, after others’, and on the next day', () => {
    expect(messages([action], [sent([law])])[0]).toMatchObject({ number: 2, notices: [action.id] });
    expect(messages([action], [sent([law, other])])).toEqual([]);
    expect(messages([action], [sent([other], { state: 'suppressed' })])[0]).toMatchObject({
      number: 2,
      notices: [action.id],
    });
    expect(messages([action], [sent([other], { person: 'chair' })])[0]).toMatchObject({
      number: 1,
    });
    expect(messages([action], [sent([other], { day: day('2021-03-12') })])[0]).toMatchObject({
      number: 1,
    });
  });
});

describe('a notice', () => {
  it.each<[string, string, string]>([
    ['action', 'ordinary', 'repeat'],
    ['overdue', 'ordinary', 'repeat'],
    ['escalation', 'ordinary', 'repeat'],
    ['notify', 'statutory', 'repeat'],
    ['review', 'statutory', 'repeat'],
    ['lcspr', 'statutory', 'repeat'],
    ['report', 'statutory', 'repeat'],
    ['register', 'ordinary', 'repeat'],
    ['absence', 'ordinary', 'repeat'],
    ['verification', 'ordinary', 'ask-a-person'],
    ['weekly', 'ordinary', 'repeat'],
    ['reminder', 'own', 'repeat'],
  ])('of %s is %s, and in doubt %s', (rule, priorityClass, whenInDoubt) => {
    expect(findSource(rule)).toMatchObject({ priorityClass, whenInDoubt });
  });

  it('tells by its id alone what it is about', () => {
    const id = noticeId({ rule: 'action', about: 'SA/19 ä', step: 'day-1', to: 'police-lead' });
    expect(id).toBe('action/SA%2F19%20%C3%A4/-/day-1/police-lead');
    expect(parseNoticeId(id)).toEqual({ rule: 'action', about: 'SA/19 ä' });
    expect(parseNoticeId('')).toEqual({ rule: '', about: '' });
  });
});

describe('who hears of what when', () => {
  it('is what a partnership sets, and usual in all else', () => {
    expect(settingValues(noticeSettings, { registerAfter: 3 })).toEqual({
      ...settingValues(noticeSettings),
      registerAfter: 3,
    });
  });

  it('can be said of these', () => {
    expect(ADDRESSEES.join(' ')).toBe(
      'owner agency-lead group-chair chair scrutineer statutory-leads administrators',
    );
  });
});
