import { beforeAll, describe, expect, it } from 'vitest';
import { type RehearsalFolder, readRehearsalFolder } from '../../src/cli/rehearsal-folder.ts';
import { ENGLAND_BANK_HOLIDAYS } from '../../src/domain/england-bank-holidays.ts';
import type { Person } from '../../src/domain/partnership.ts';
import { createReader } from '../../src/understanding/create-reader.ts';
import { quietHoursIn } from '../../src/understanding/quiet-hours-in-text.ts';
import type { Reader } from '../../src/understanding/reader.ts';
import { intents, understanding } from '../support/understanding.ts';

/** Monday 15 March 2021, in Sandwell. */
describe('when and of what somebody wants to hear', () => {
  let folder: RehearsalFolder;
  let reader: Reader;
  beforeAll(async () => {
    folder = await readRehearsalFolder('samples/sandwell');
    reader = createReader({
      intents,
      understanding,
      actions: folder.actions,
      calendar: { today: () => folder.asOf, bankHolidays: ENGLAND_BANK_HOLIDAYS },
    });
  });

  it.each([
    ['remind me about SA-019 on monday', { mode: 'remind', actionRef: 'SA-019', on: '2021-03-22' }],
    [
      'remind me to chase the council on friday',
      { mode: 'remind', on: '2021-03-19', words: 'chase the council' },
    ],
    ['remind me a week before the board', { mode: 'remind', leadDays: 7, meetingOf: 'BOARD' }],
    [
      'remind me about SA-019 a week before it is due',
      { mode: 'remind', leadDays: 7, beforeDue: true },
    ],
    [
      'remind me about RR-2021-01 on thursday',
      { mode: 'remind', on: '2021-03-18', reviewOf: 'RR-2021-01' },
    ],
    ['snooze SA-019 for two weeks', { mode: 'snooze', actionRef: 'SA-019', on: '2021-03-29' }],
    ['snooze SA-019 till after easter', { mode: 'snooze', on: '2021-04-05', after: true }],
    ['stop pinging me till next week', { mode: 'snooze', on: '2021-03-22' }],
    ['im on leave until 14 april', { mode: 'snooze', on: '2021-04-14' }],
    [
      'im on annual leave from tomorrow until 29 march',
      { mode: 'snooze', startsOn: '2021-03-16', on: '2021-03-29' },
    ],
    ['dont message me at weekends', { mode: 'quiet', quietDays: '6,7' }],
    ['no messages on my days off, wednesday and friday', { mode: 'quiet', quietDays: '3,5' }],
    ['only message me monday to thursday', { mode: 'quiet', quietDays: '1,2,3,4', only: true }],
    ['can i have reminders at weekends again', { mode: 'quiet', quietDays: '6,7', again: true }],
    ['no messages after 6pm please', { mode: 'quiet', quietFrom: '18:00', quietTo: '08:00' }],
    ['cancel the reminder about SA-019', { mode: 'cancel', actionRef: 'SA-019' }],
    ['im back from leave', { mode: 'resume' }],
  ])('“%s”', async (text, args) => {
    const person = folder.directory.people[0] as Person;
    const place = { kind: 'personal', conversationId: 'x' } as const;
    const reading = await reader.read({
      text,
      asker: { person, directory: folder.directory, place },
    });
    expect(reading).toMatchObject({
      kind: 'question',
      question: { intent: 'notify_settings', args },
    });
  });

  it.each([
    ['after 6', { quietFrom: '18:00', quietTo: '08:00' }],
    ['before 9.30', { quietFrom: '18:00', quietTo: '09:30' }],
    ['before noon', { quietFrom: '18:00', quietTo: '12:00' }],
    ['only between 9 and 5', { quietFrom: '17:00', quietTo: '09:00' }],
    ['from 6pm to 8am', { quietFrom: '18:00', quietTo: '08:00' }],
    ['in the evenings', { quietFrom: '18:00', quietTo: '08:00' }],
    ['until 14 april', {}],
    ['after the 14th', {}],
    ['after 26', { quietFrom: undefined, quietTo: '08:00' }],
  ])('hours: “%s”', (text, hours) => {
    expect(quietHoursIn(text)).toEqual(hours);
  });
});
