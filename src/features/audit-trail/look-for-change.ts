import { lookPress } from '../../answers/form.ts';
import { action } from '../../contract/action.ts';
import type { Answer, Suggestion } from '../../contract/answer.ts';
import type { Request } from '../../contract/request.ts';
import type { FindHistory } from './show-history.ts';

/** More records than that are found by asking for them. */
const MAX_RECORDS = 3;

/**
 * *Check if it was saved*: after a failure in which storage did not say what it had taken. Whoever
 * made the change is told; to others it is nothing that they could look for.
 */
export const createLookForChange = (histories: () => readonly FindHistory[]) =>
  action({
    ...lookPress,
    permission: 'own',
    async handle(request: Request, { changes }): Promise<Answer> {
      const { person, directory, ports } = request;
      const found = await Promise.all(
        changes.map((mark) => ports.changes.find(directory.partnership.id, mark)),
      );
      const saved = found.filter((each) => each.state === 'saved');
      const events = saved.flatMap((each) => each.events);
      if (events.some(({ by }) => by !== person.id))
        return { text: 'Only whoever made that change can check it here.' };
      if (found.some(({ state }) => state === 'changed-since'))
        return {
          text: 'It was changed again since, so I can’t tell. Ask me for it to see how it stands.',
        };
      if (saved.length === 0)
        return { text: 'That was not saved, and nothing was changed. You can try again now.' };
      const text =
        saved.length === found.length
          ? 'That was saved.'
          : `${saved.length} of ${found.length} changes were saved. You can do the others again now.`;
      const refs = [...new Set(events.map(({ id }) => id))].slice(0, MAX_RECORDS);
      return { text, suggestions: await findRecords(request, refs, histories()) };
    },
  });

/** Leads to the changed records that people know by a reference. */
async function findRecords(
  request: Request,
  refs: readonly string[],
  histories: readonly FindHistory[],
): Promise<Suggestion[]> {
  const found = await Promise.all(
    refs.flatMap((ref) => histories.map((find) => find(request, ref))),
  );
  return found.flatMap((history) => history?.record ?? []);
}
