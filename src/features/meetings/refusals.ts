import { formatList } from '../../answers/words.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import { groupName } from '../../domain/directory.ts';
import type { MeetingRefusal } from '../../domain/meeting-commands.ts';

const NOT_CHANGED: Readonly<Record<MeetingRefusal, string>> = {
  'in-the-past': 'That day has passed.',
  'not-a-working-day': 'That day is at the weekend or a bank holiday.',
  'already-scheduled': 'The group meets at that very time already.',
  'reason-missing': 'Please give a reason: it is kept with the meeting.',
  'nothing-to-change': 'That is when it takes place already.',
  'already-held': 'That meeting has been held.',
  'already-cancelled': 'That meeting is cancelled already. To hold it after all, move it to a day.',
  'already-postponed': 'That meeting is postponed already. To hold it, move it to a day.',
};

/** Why a meeting cannot be changed so, and what would be needed. */
export const whyNot = (refusal: MeetingRefusal): string => NOT_CHANGED[refusal];

/** The meeting was not changed: why, and what would be needed. */
export function meetingNotChanged(refusal: MeetingRefusal): Answer {
  return { text: `Nothing was recorded. ${NOT_CHANGED[refusal]}` };
}

/** Only administrators set meetings up: who they are. */
export function mayNotChangeMeetings({ directory }: Asker): Answer {
  const administrators = directory.people.filter(({ roles }) => roles.includes('administrator'));
  const whom = formatList(
    administrators.map(({ displayName }) => displayName),
    'or',
  );
  return {
    text: `Nothing was recorded: meetings are set up and moved by administrators. Please ask ${whom || 'your business manager'}.`,
    refused: 'access',
  };
}

export function noSuchMeeting({ directory }: Asker, group: string | undefined): Answer {
  return group
    ? {
        text: `No such meeting of ${groupName(directory, group)} is in the records.`,
        suggestions: ['all meetings'],
      }
    : {
        text: 'Which meeting do you mean? Say the group, and the month or the day.',
        suggestions: ['all meetings'],
      };
}
