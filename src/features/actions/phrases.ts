import type { IntentGrammar } from '../../contract/intent-grammar.ts';

/** Lists and counts of actions. */
export const listActionsPhrases: IntentGrammar = {
  infers: [
    'status=complete hasEvidence=false',
    'hasOwner=false',
    'hasDue=false',
    'hasEvidence=false',
    'dueRange=overdue',
    'status="not started"',
    'status="in progress"',
    'status=blocked',
    'status=withdrawn',
    'status=complete',
    'status=open',
  ],
  filters: ['agency', 'group', 'priority', 'status', 'dueRange', 'source', 'reviewRef', 'year'],
  slots: [
    'assignee',
    'asker-agency',
    'presence-filters',
    'grouping',
    'rank',
    'order',
    'topic',
    'source-name',
    'raised',
    'timeliness',
    'as-at',
    'except',
  ],
};

/** “Close everything that is done”, “push all of mine back a week”: several at once, by what they are. */
export const changeSeveralPhrases: IntentGrammar = {
  filters: ['agency', 'group', 'priority', 'status', 'dueRange', 'source', 'reviewRef', 'year'],
  slots: ['assignee', 'asker-agency', 'presence-filters', 'topic', 'source-name', 'due-change'],
  requires: 'order',
};

/** “Chase the owners of what is overdue”, “chase SA-019”: whom of which actions. */
export const chaseOwnersPhrases: IntentGrammar = {
  filters: ['agency', 'group', 'priority', 'status', 'dueRange', 'source', 'reviewRef', 'year'],
  slots: ['action', 'presence-filters', 'topic', 'source-name', 'except'],
  mutates: true,
};

/** One action. What is asked of it the choice of reading settles; where it is open, the words do. */
export const actionDetailPhrases: IntentGrammar = {
  settles: ['field'],
  filters: [],
  slots: ['action', 'field'],
  requires: 'action',
};

/** The rest of a list that was too long to show at once. */
export const showMorePhrases: IntentGrammar = {
  filters: [],
  slots: [],
};
