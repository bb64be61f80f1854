import { offeredBy } from '../../answers/describe-question.ts';
import type { Feature } from '../../contract/feature.ts';
import { calendarIntent } from './buttons.ts';
import { calendarFile, showCalendarEntry } from './calendar-entry.ts';
import {
  cancelForm,
  cancelMeeting,
  moveMeeting,
  postponeMeeting,
  proposeCancelMeeting,
  proposeChange,
} from './change-meeting.ts';
import { meetingsHelp } from './help.ts';
import { askForLink, linkChat, proposeLink } from './link-chat.ts';
import { listMeetings } from './list-meetings.ts';
import messages from './messages.json' with { type: 'json' };
import { findMeetingNeeds } from './needs.ts';
import { showNextMeeting } from './next-meeting.ts';
import {
  calendarPhrases,
  cancelMeetingPhrases,
  linkChatPhrases,
  listMeetingsPhrases,
  moveMeetingPhrases,
  nextMeetingPhrases,
  postponeMeetingPhrases,
  scheduleMeetingPhrases,
} from './phrases.ts';
import { meetingsSection } from './report-section.ts';
import { proposeSchedule, scheduleMeetings } from './schedule-meetings.ts';

/** When groups meet: asked by anybody, set up, moved, postponed and cancelled by administrators. */
export const meetings: Feature = {
  name: 'meetings',
  reportSections: [meetingsSection],
  findNeeds: findMeetingNeeds,
  help: meetingsHelp,
  messages,
  intents: [
    {
      name: 'next_meeting',
      label: 'The next meeting',
      phrases: nextMeetingPhrases,
      answer: showNextMeeting,
    },
    {
      name: 'list_meetings',
      label: 'All meetings',
      offered: offeredBy('mode', {
        cancelled: 'meetings called off',
        past: 'past meetings',
        postponed: 'postponed meetings',
      }),
      phrases: listMeetingsPhrases,
      answer: listMeetings,
    },
    {
      name: calendarIntent,
      label: 'A calendar entry',
      phrases: calendarPhrases,
      answer: showCalendarEntry,
    },
    {
      name: 'schedule_meeting',
      label: 'Set up a meeting',
      phrases: scheduleMeetingPhrases,
      answer: proposeSchedule,
    },
    {
      name: 'move_meeting',
      label: 'Move a meeting',
      phrases: moveMeetingPhrases,
      answer: proposeChange('move'),
    },
    {
      name: 'postpone_meeting',
      label: 'Postpone a meeting',
      phrases: postponeMeetingPhrases,
      answer: proposeChange('postpone'),
    },
    {
      name: 'cancel_meeting',
      label: 'Cancel a meeting',
      phrases: cancelMeetingPhrases,
      answer: proposeChange('cancel'),
    },
    {
      name: 'link_chat',
      label: 'What this chat is for',
      phrases: linkChatPhrases,
      answer: proposeLink,
    },
  ],
  files: [calendarFile],
  commands: [{ name: 'cancel', handle: proposeCancelMeeting }],
  installed: askForLink,
  actions: [scheduleMeetings, moveMeeting, postponeMeeting, cancelForm, cancelMeeting, linkChat],
};
