import { ask } from '../../answers/questions.ts';
import type { Suggestion } from '../../contract/answer.ts';

/** Chair, members, last and next meeting of one group. */
export const aboutGroup = (group: string) => ask('group_detail', { group });

/** Who sits on a group. */
export const groupMembers = (group: string): Suggestion => ({
  title: 'Who sits on it',
  ...ask('group_detail', { group }, { field: 'members' }),
});

/** All groups of the partnership. */
export const allGroups: Suggestion = { title: 'All groups', ...ask('list_groups') };
