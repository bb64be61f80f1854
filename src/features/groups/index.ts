import { offeredBy } from '../../answers/describe-question.ts';
import type { Feature } from '../../contract/feature.ts';
import type { Question } from '../../contract/question.ts';
import { silentGroups } from './findings.ts';
import { groupsHelp } from './help.ts';
import { listGroups } from './list-groups.ts';
import messages from './messages.json' with { type: 'json' };
import { groupDetailPhrases, listGroupsPhrases } from './phrases.ts';
import { listByLastMet } from './queries.ts';
import { showGroup } from './show-group.ts';

/** “is the lay member on the board”: one group is meant, with an agency or somebody. */
const asksOfOneGroup = ({ filters, args }: Question): boolean =>
  filters.group !== undefined && (filters.agency !== undefined || args.assignee !== undefined);

const withField = (question: Question, field: string): Question => ({
  ...question,
  args: { ...question.args, field },
});

/** The board and its groups: what each is for, who sits on it and chairs it, and when it met. */
export const groups: Feature = {
  name: 'groups',
  findings: [silentGroups],
  messages,
  intents: [
    {
      name: 'group_detail',
      label: 'About a group',
      offered: offeredBy('field', {
        chair: 'who chairs it',
        members: 'who sits on it',
        lastMet: 'when it last met',
        purpose: 'what it is for',
      }),
      phrases: groupDetailPhrases,
      answer: showGroup,
    },
    {
      name: 'list_groups',
      label: 'All groups',
      offered: ({ filters, args }) =>
        args.chairless
          ? 'groups without a chair'
          : args.order
            ? 'how long ago each group met'
            : filters.agency
              ? 'the groups it sits on'
              : undefined,
      phrases: listGroupsPhrases,
      answer: (request, question) =>
        asksOfOneGroup(question)
          ? showGroup(request, withField(question, 'members'))
          : question.args.order
            ? question.filters.group
              ? showGroup(request, withField(question, 'lastMet'))
              : listByLastMet(request)
            : listGroups(request, question),
    },
  ],
  help: groupsHelp,
};
