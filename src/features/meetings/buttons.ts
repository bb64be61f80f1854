import { z } from 'zod';
import { getFilePress } from '../../answers/form.ts';
import { ask } from '../../answers/questions.ts';
import { declarePress } from '../../contract/action.ts';
import type { Button, Suggestion } from '../../contract/answer.ts';

export const allMeetings: Suggestion = { title: 'All meetings', ...ask('list_meetings') };

/** When the asker meets next, over all groups they sit in. */
export const myNextMeeting: Suggestion = {
  title: 'My next meeting',
  ...ask('next_meeting', {}, { assignee: 'me' }),
};

/** When a group meets next. */
export const nextMeetingButton = (group: string): Suggestion => ({
  title: 'Next meeting',
  ...ask('next_meeting', { group }),
});

export const calendarIntent = 'meeting_calendar';
export const CALENDAR_FILE = 'meeting-calendar';

/** The date of one meeting as a file that calendars open; the same meeting again is put right by it. */
export const calendarButton = (meetingId: string, title = 'Add to my calendar'): Button =>
  getFilePress.button(
    title,
    {
      file: CALENDAR_FILE,
      question: { intent: calendarIntent, filters: {}, args: { meetingId } },
    },
    { inNewMessage: true },
  );

/** The form that cancels a meeting. */
export const openCancelForm = declarePress({
  id: 'meetings.cancel-form',
  input: z.object({ meeting: z.string().min(1).max(200) }),
});

/** Opens the form that cancels a meeting, on the notice that its register is not closed. */
export const notHeldButton = (meeting: string): Button =>
  openCancelForm.button('It was not held…', { meeting }, { inNewMessage: true });
