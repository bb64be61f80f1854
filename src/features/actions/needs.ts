import { ask } from '../../answers/questions.ts';
import { shortName } from '../../answers/short-name.ts';
import { formatCount, pluralVerb } from '../../answers/words.ts';
import type { Need } from '../../contract/feature.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { isPermitted } from '../../domain/access.ts';
import type { Action } from '../../domain/action.ts';
import { agencyName } from '../../domain/directory.ts';
import { isEverPermitted } from '../../domain/ever-permitted.ts';
import { verificationObstacle } from './action-access.ts';
import { toActionQuery } from './action-query.ts';
import { findActions } from './find-actions.ts';

/** What is overdue of the asker’s, their agency’s, or, for those who look after all actions, of the partnership’s; and what waits for them to verify. */
export async function findActionNeeds(request: Request): Promise<readonly Need[]> {
  const needs = await Promise.all([findOverdue(request), findUnverified(request)]);
  return needs.filter((need) => need !== undefined);
}

async function findOverdue(request: Request): Promise<Need | undefined> {
  const { person, directory } = request;
  const looksAfterAll =
    isPermitted(person, 'actions.change') || isPermitted(person, 'actions.verify');
  const { question } = ask(
    'list_actions',
    { dueRange: 'overdue' },
    looksAfterAll ? {} : { assignee: 'me' },
  );
  const actions = await listAsked(request, question);
  if (actions.length === 0) return undefined;
  const own = looksAfterAll ? [] : actions.filter(({ owner }) => owner.person === person.id);
  const count = own.length || actions.length;
  return {
    clause: `${describeWhose(count)} ${pluralVerb(count, 'is', 'are')} overdue`,
    rank: 2,
    opens: { title: 'What is overdue', question },
  };

  function describeWhose(count: number): string {
    if (own.length > 0) return `${count} of your actions`;
    const all = formatCount(count, 'action');
    if (looksAfterAll) return all;
    return `${all} with ${shortName(agencyName(directory, person.agency ?? ''), directory.agencies)}`;
  }
}

async function listAsked(request: Request, question: Question): Promise<readonly Action[]> {
  const query = await toActionQuery(request, question);
  return query.ok ? (await findActions(request, question, query.value)).actions : [];
}

async function findUnverified({ person, directory, ports }: Request): Promise<Need | undefined> {
  if (!isEverPermitted(person, 'actions.verify')) return undefined;
  const waiting = await ports.actions.awaitingVerification(directory.partnership.id);
  const own = waiting.filter((action) => !verificationObstacle(person, { action, history: [] }));
  if (own.length === 0) return undefined;
  return {
    clause: `${formatCount(own.length, 'action')} ${pluralVerb(own.length, 'waits', 'wait')} for you to verify`,
    rank: 3,
    opens: { title: 'What to verify', ...ask('awaiting_verification') },
  };
}
