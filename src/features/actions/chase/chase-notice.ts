import { formatDueIn } from '../../../answers/notice-words.ts';
import { aboutAction } from '../../../answers/questions.ts';
import type { NoticeSource, StoreContext } from '../../../contract/notice.ts';
import { type Action, isOpen } from '../../../domain/action.ts';
import type { Chase } from '../../../domain/chase.ts';
import { type Directory, personName } from '../../../domain/directory.ts';
import { type Recipient, resolveRecipients } from '../../../domain/notices/recipients.ts';
import { isInWindow } from '../../../domain/notices/steps.ts';
import { actionFormButton } from '../buttons.ts';
import { actionFacts, dueSettings, groupFollowing, loadAction } from '../notices.ts';
import { chaseStore } from './store.ts';

/** The rule by which owners are asked how an action stands; its notices are known in the ledger by it. */
export const CHASE_RULE = 'chase';

interface Chased {
  readonly chase: Chase;
  readonly action: Action;
}

/** An open action of which somebody asked how it stands: to its owners, once, beside what else is owed that day. */
export const actionChased: NoticeSource<Chased, typeof dueSettings> = {
  rule: CHASE_RULE,
  label: 'action chased',
  priorityClass: 'ordinary',
  isAskedFor: true,
  whenInDoubt: 'repeat',
  settings: dueSettings,
  find: findChased,
  load: async (about, context) =>
    (await findChased(context)).findLast(({ action }) => action.ref === about),
  owed: ({ chase, action }, { window, directory }) =>
    isOpen(action) && isInWindow(window, chase.on)
      ? [
          {
            about: action.ref,
            dueOn: action.dueOn,
            step: `asked-${chase.on}`,
            group: groupFollowing(action, directory),
          },
        ]
      : [],
  recipients: ({ chase, action }, _step, { settings, directory }) =>
    chasedPeople(action, chase.by, settings.actionTo, directory),
  item(_notice, { chase, action }, { directory, today, bankHolidays }) {
    const { ref, title, status, dueOn } = action;
    const by = personName(directory, chase.by);
    const isLate = dueOn !== undefined && dueOn < today;
    const asks = `${by} asks how it stands${chase.words ? `: “${chase.words}”` : ''}`;
    return {
      topic: `action ${ref}`,
      section: isLate ? 'overdue' : 'due',
      ref,
      title,
      headline: `${by} asks how ${ref} stands`,
      status,
      standing: dueOn ? formatDueIn(dueOn, { today, bankHolidays }) : 'no due date',
      colour: isLate ? 'attention' : 'warning',
      dueOn,
      facts: actionFacts(action, directory),
      reason: {
        sentence: chase.words ? `“${chase.words}”` : `${by} asked you today.`,
        short: asks,
      },
      opens: aboutAction(ref),
      buttons: [
        actionFormButton('Update', ref, 'update'),
        actionFormButton('Done…', ref, 'done'),
        actionFormButton('Need more time…', ref, 'more-time'),
      ],
    };
  },
};

/** Who is asked: whoever hears that it is overdue, but for the one who asks. */
export function chasedPeople(
  action: Action,
  by: string,
  to: Parameters<typeof resolveRecipients>[0],
  directory: Directory,
): Recipient[] {
  const group = groupFollowing(action, directory);
  return resolveRecipients(to, { owner: action.owner, group }, directory).filter(
    ({ person }) => person !== by,
  );
}

/** What was chased since the last day that was swept, and the actions as they stand now. */
async function findChased(context: StoreContext): Promise<Chased[]> {
  const { from, today } = context.window;
  const chases = await context.store(chaseStore).range('key', from ?? today, today);
  const found = await Promise.all(
    chases.map(async (chase) => ({ chase, action: await loadAction(chase.ref, context) })),
  );
  return found.flatMap(({ chase, action }) => (action ? [{ chase, action }] : []));
}
