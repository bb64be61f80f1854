import { beforeAll, describe, expect, it } from 'vitest';
import { createFolderReader, readRehearsalFolder } from '../../scripts/rehearsal-folder.ts';
import { parseQuietHours } from '../../src/understanding/slots/quiet-hours.ts';
import { reader } from '../support/understanding.ts';

/** Monday 15 March 2021, in Sandwell. */
describe('when and of what somebody wants to hear', () => {
  let read: ReturnType<typeof createFolderReader>;
  beforeAll(async () => {
    read = createFolderReader(reader, await readRehearsalFolder('samples/sandwell'));
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
  ])('“%s” says of what and when', async (text, args) => {
    const reading = await read(text);
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
  ])('“%s” says between which hours', (text, hours) => {
    expect(parseQuietHours(text)).toEqual(hours);
  });
});
