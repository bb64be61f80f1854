import { describeWhoMay } from '../../../answers/access-words.ts';
import type { Answer } from '../../../contract/answer.ts';
import type { Question } from '../../../contract/question.ts';
import type { Request } from '../../../contract/request.ts';
import { isPermitted } from '../../../domain/access.ts';
import { listActions } from '../list-actions.ts';

/** “close everything that is done”: which these are, and how several are changed; nothing is. */
export async function listForChange(
  request: Request,
  { filters, args }: Question,
): Promise<Answer> {
  const { dueNew: _, dueLater: __, dueOn: ___, ...rest } = args;
  const list = await listActions(request, { intent: 'list_actions', filters, args: rest });
  const may = isPermitted(request.person, 'actions.change-several');
  const how = may
    ? 'Nothing was changed. I change one action at a time by message; press Change several… below a list to change more.'
    : `Nothing was changed. I change one action at a time by message; several at once are for ${describeWhoMay('actions.change-several')}.`;
  const note = [{ note: how }];
  return {
    ...list,
    text: `${how} ${list.text}`,
    ...(list.heading && { sections: [...note, ...(list.sections ?? [])] }),
  };
}
