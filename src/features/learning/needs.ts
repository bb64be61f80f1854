import { ask } from '../../answers/questions.ts';
import { formatCount, pluralVerb } from '../../answers/words.ts';
import type { Need } from '../../contract/feature.ts';
import type { Request } from '../../contract/request.ts';
import { isPermitted, isPermittedOn } from '../../domain/access.ts';
import { isConfirmed } from '../../domain/learning.ts';
import { aboutLearning } from './describe-learning.ts';
import { listLearning } from './queries.ts';

/** What the asker's agency has not confirmed, and what those who send briefings are asked. */
export async function findLearningNeeds(request: Request): Promise<readonly Need[]> {
  const { agency } = request.person;
  const mayReply = agency && isPermittedOn(request.person, 'learning.reply', { agency });
  const maySend = isPermitted(request.person, 'learning.send');
  if (!mayReply && !maySend) return [];
  const open = (await listLearning(request)).filter(({ item }) => !item.cancelledOn);
  const own = open.filter(({ replies }) =>
    replies.some((reply) => reply.agency === agency && !isConfirmed(reply)),
  );
  const asking = open.filter(({ replies }) => replies.some(({ state }) => state === 'asked'));
  const [first] = own;
  const [question] = asking;
  return [
    ...(mayReply && first
      ? [
          {
            clause: `${formatCount(own.length, 'briefing')} ${pluralVerb(own.length, 'waits', 'wait')} for your agency to confirm`,
            rank: 3 as const,
            opens: {
              title: 'Briefings to confirm',
              ...(own.length === 1
                ? aboutLearning(first.item.id)
                : ask('list_learning', { agency }, { open: 'not confirmed' })),
            },
          },
        ]
      : []),
    ...(maySend && question
      ? [
          {
            clause: `${formatCount(asking.length, 'briefing')} ${pluralVerb(asking.length, 'has', 'have')} a question from an agency`,
            rank: 3 as const,
            opens: { title: 'Show the question', ...aboutLearning(question.item.id) },
          },
        ]
      : []),
  ];
}
