import { ask } from '../../answers/questions.ts';
import type { HelpTopic } from '../../contract/feature.ts';

const MINE = { assignee: 'me' } as const;

/** What people ask about actions, each role's own first. */
export const actionsHelp: readonly HelpTopic[] = [
  {
    title: 'Mine',
    job: 'act',
    roles: ['partner-lead', 'deputy', 'member'],
    examples: () => [
      { title: 'what have i got', ...ask('list_actions', { status: 'open' }, MINE) },
      {
        title: 'anything of mine due this week',
        ...ask('list_actions', { status: 'open', dueRange: 'this-week' }, MINE),
      },
    ],
  },
  {
    title: 'Raising one',
    job: 'act',
    examples: () => [{ title: 'add an action', ...ask('add_action') }],
  },
  {
    title: 'Oversight',
    job: 'ask',
    roles: ['administrator', 'chair', 'scrutineer'],
    examples: () => [
      { title: 'what is overdue', ...ask('list_actions', { dueRange: 'overdue' }) },
      {
        title: 'how many open actions by agency',
        ...ask('list_actions', { status: 'open' }, { groupBy: 'agency', count: true }),
      },
    ],
  },
  {
    title: 'Evidence of impact',
    job: 'review',
    roles: ['scrutineer', 'chair'],
    examples: () => [
      { title: 'what needs verifying', ...ask('awaiting_verification') },
      {
        title: 'complete without evidence',
        ...ask('list_actions', { status: 'complete' }, { hasEvidence: false }),
      },
      { title: 'which themes came back', ...ask('returning_themes') },
    ],
  },
  {
    title: 'Tidying the records',
    job: 'set up',
    roles: ['administrator'],
    examples: () => [
      { title: 'actions with no owner', ...ask('list_actions', {}, { hasOwner: false }) },
      { title: 'anything without a due date', ...ask('list_actions', {}, { hasDue: false }) },
    ],
  },
  {
    title: 'Actions',
    job: 'ask',
    examples: ({ directory }) => {
      const agency = directory.agencies.find(({ kind }) => kind === 'statutory');
      return [
        {
          title: `whats overdue for ${agency?.name ?? 'the council'}`,
          ...ask('list_actions', { dueRange: 'overdue', ...(agency && { agency: agency.id }) }),
        },
        { title: 'due next month', ...ask('list_actions', { dueRange: 'next-month' }) },
      ];
    },
  },
];
