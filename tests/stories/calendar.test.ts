import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import type { Heard } from '../support/teams-client.ts';

/** A calendar's file as a calendar reads it. */
function readCalendar(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const [component, ...others] = calendar.getAllSubcomponents('vevent');
  expect(others).toEqual([]);
  if (!component) throw new Error('The calendar has no event');
  const zones = calendar.getAllSubcomponents('vtimezone').map((zone) => new ICAL.Timezone(zone));
  const event = new ICAL.Event(component);
  const [zone] = zones;
  const at = (time: ICAL.Time) => {
    if (zone) time.zone = zone;
    return time.toJSDate().toISOString();
  };
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event.uid,
    sequence: event.sequence,
    status: component.getFirstPropertyValue('status'),
    summary: event.summary,
    location: event.location,
    zones: zones.map(({ tzid }) => tzid),
    startsAt: at(event.startDate),
    endsAt: at(event.endDate),
    stamp: String(component.getFirstPropertyValue('dtstamp')),
  };
}

describe('a meeting in a calendar', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());
  const manager = () => bot.person('business-manager');
  const member = () => bot.person('lay-member');

  async function download({ card }: Pick<Heard, 'card'>) {
    const url = /"url":"([^"]+)"/.exec(JSON.stringify(card))?.[1] ?? '';
    const file = await fetch(url, { method: 'POST' });
    expect(file.headers.get('content-type')).toMatch(/^text\/calendar/);
    return { name: file.headers.get('content-disposition'), text: await file.text() };
  }

  it('is had by asking for it, at its local time', async () => {
    const { name, text } = await download(
      await bot.hears(member(), 'put the next board in my calendar'),
    );
    expect(name).toBe('attachment; filename="meeting-BOARD-2021-05-12.ics"');
    expect(readCalendar(text)).toEqual({
      method: 'PUBLISH',
      uid: 'sandwell%2FBOARD-2021-05-12@convenor',
      sequence: 0,
      status: 'CONFIRMED',
      summary: "Sandwell Children's Safeguarding Partnership",
      location: null,
      zones: ['Europe/London'],
      // British Summer Time
      startsAt: '2021-05-12T13:00:00.000Z',
      endsAt: '2021-05-12T15:00:00.000Z',
      stamp: '2021-03-15T09:00:00Z',
    });
    expect(text).toContain('DTSTART;TZID=Europe/London:20210512T140000\r\n');
    expect(text).not.toMatch(/ATTENDEE|ORGANIZER|mailto/i);
  });

  it.each([
    ['calendar file for the march board', 'BOARD-2021-03-10'],
    ['send me a calendar invite for the may board', 'BOARD-2021-05-12'],
    ['add the neglect group on 13 may to my diary', 'STNS-2021-05-13'],
  ])('is the one that is meant by “%s”', async (words, meeting) => {
    const { name } = await download(await bot.hears(member(), words));
    expect(name).toBe(`attachment; filename="meeting-${meeting}.ics"`);
  });

  it('is had by the button on its card, and by what was just spoken of', async () => {
    const shown = await bot.hears(member(), 'when does the neglect group meet next');
    const { name, text } = await download(await shown.press('Add to my calendar'));
    expect(name).toMatch(/"meeting-STNS-/);
    await bot.hears(member(), 'when does the neglect group meet next');
    const again = await download(await bot.hears(member(), 'put that in my calendar'));
    expect(readCalendar(again.text).uid).toBe(readCalendar(text).uid);
  });

  it('stays the same event when it is moved and called off', async () => {
    const move = await bot.hears(manager(), 'move the may board to 19 may 2021');
    const moved = await move.press('Move it', {
      on: '2021-05-19',
      time: '10:00',
      place: 'Council House',
      reason: 'Room',
    });
    const first = await download(await moved.press('Update my calendar'));
    expect(first.name).toBe('attachment; filename="meeting-BOARD-2021-05-19.ics"');
    expect(readCalendar(first.text)).toMatchObject({
      method: 'PUBLISH',
      uid: 'sandwell%2FBOARD-2021-05-12@convenor',
      sequence: 1,
      location: 'Council House',
      startsAt: '2021-05-19T09:00:00.000Z',
    });
    const cancel = await bot.hears(manager(), 'cancel the may board');
    await cancel.press('Cancel the meeting', { reason: 'No business' });
    const last = await download(await bot.hears(member(), 'calendar file for the may board'));
    expect(readCalendar(last.text)).toMatchObject({
      method: 'CANCEL',
      status: 'CANCELLED',
      uid: 'sandwell%2FBOARD-2021-05-12@convenor',
      sequence: 2,
      summary: "Cancelled: Sandwell Children's Safeguarding Partnership",
    });
  });

  it('goes to the asker’s own chat when it is asked for among others', async () => {
    await bot.hears(member(), 'hello');
    const among = await bot.hears(member(), 'put the next board in my calendar', { in: 'group' });
    expect(among.text).toBe('The file is in your own chat with me.');
  });

  it('is none where no meeting is meant', async () => {
    const reply = await bot.hears(member(), 'put the CEB in my calendar');
    expect(reply.text).toBe('No such meeting of Child Exploitation Board is in the records.');
  });
});
