import { signpostConcern } from '../../answers/child-words.ts';
import { childPress, noChildPress } from '../../answers/form.ts';
import { action } from '../../contract/action.ts';
import type { RequestWith } from '../../contract/asker.ts';
import type { Confirmations } from '../../contract/ports.ts';

type ConfirmingRequest = RequestWith<{ readonly confirmations: Confirmations }>;

/** *It names no child*: the text itself was not kept, so it is sent again. */
export const confirmNoChild = action({
  ...noChildPress,
  permission: 'own',
  async handle({ directory, person, place, ports }: ConfirmingRequest, { texts }) {
    await ports.confirmations.add(directory.partnership.id, person.id, place, texts);
    return {
      text: 'Thank you. Please send it again, or press the button of its form again: for half an hour I take it as it is.',
    };
  },
});

/** *It names a child*: nothing is to be undone, and what to do instead is said. */
export const confirmChild = action({
  ...childPress,
  permission: 'anybody',
  handle: async ({ directory }: Pick<ConfirmingRequest, 'directory'>) => ({
    text: `Thank you. I’ve kept nothing of it. Please write it without the name and what would tell who they are, and use the reference of the review or action. ${signpostConcern(directory.partnership)}`,
  }),
});
