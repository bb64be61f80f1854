import { ask } from '../../answers/questions.ts';
import type { Suggestion } from '../../contract/answer.ts';

/** The agenda of a group's next meeting; without a group, of the meeting that is spoken of. */
export const nextAgenda = (group?: string): Suggestion => ({
  title: group ? 'Next agenda' : 'Agenda',
  ...ask('agenda', { ...(group && { group }), meeting: 'next' }),
});
