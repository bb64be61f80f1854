import { describeReason } from '../../answers/notice-words.ts';
import type { NoticeSource, StoreContext } from '../../contract/notice.ts';
import { addresseesSetting, stepsSetting } from '../../contract/notice-settings.ts';
import { agencyName } from '../../domain/directory.ts';
import { isConfirmed, type LearningItem, type LearningReply } from '../../domain/learning.ts';
import { overdueStep, stepBeforeDue } from '../../domain/notices/owed-steps.ts';
import { resolveRecipients } from '../../domain/notices/recipients.ts';
import { isInWindow } from '../../domain/notices/steps.ts';
import { listSources } from '../sources/queries.ts';
import { replyButtons } from './buttons.ts';
import { aboutLearning, describeReply, NOUNS } from './describe-learning.ts';
import { learningReplyStore, learningStore } from './store.ts';

const settings = {
  learningSteps: stepsSetting(5, 0),
  learningTo: addresseesSetting('agency-lead'),
};

/** What an agency is asked to confirm, with what it is; nothing of an item that was called off. */
interface Asked {
  readonly reply: LearningReply;
  readonly item: LearningItem;
}

const SEPARATOR = ' / ';

/** A briefing on the day on which it was sent, before its day, and weekly after it: to the agency's lead. */
export const learningToConfirm: NoticeSource<Asked, typeof settings> = {
  rule: 'learning',
  label: 'briefing to confirm',
  listedAs: 'a briefing',
  priorityClass: 'ordinary',
  whenInDoubt: 'repeat',
  seenWith: 'learning.read',
  settings,
  find: findWaiting,
  async load(about, { store }) {
    const [id = '', agency = ''] = about.split(SEPARATOR);
    const [item, reply] = await Promise.all([
      store(learningStore).get(id),
      store(learningReplyStore).get([id, agency]),
    ]);
    return item && reply && { item, reply };
  },
  owed({ item, reply }, context) {
    const { dueOn, sentOn, on } = reply;
    if (item.cancelledOn || isConfirmed(reply) || reply.state === 'asked') return [];
    const isAnswered = reply.answer !== undefined && on !== undefined;
    const sent = isInWindow(context.window, sentOn) ? 'sent' : undefined;
    const step =
      overdueStep(dueOn, context) ??
      stepBeforeDue(dueOn, context.settings.learningSteps, context) ??
      sent ??
      (isAnswered ? 'answered' : undefined);
    return step ? [{ about: [item.id, reply.agency].join(SEPARATOR), step, dueOn }] : [];
  },
  recipients: ({ reply: { agency } }, _step, context) =>
    resolveRecipients(context.settings.learningTo, { agency }, context.directory),
  async item({ reason }, { item, reply }, context) {
    const { directory } = context;
    const isHidden =
      item.source && !(await listSources(context)).some(({ id }) => id === item.source);
    if (isHidden) return undefined;
    const { words, colour } = describeReply(reply, context);
    return {
      section: 'to-look-into',
      ref: item.id,
      title: item.title,
      headline: `A ${NOUNS[item.kind]} waits for ${agencyName(directory, reply.agency)} to confirm it`,
      standing: words,
      colour,
      dueOn: reply.dueOn,
      facts: [
        ...(item.link ? [{ title: 'Where', value: item.link }] : []),
        ...(reply.answer ? [{ title: 'Answer to your question', value: reply.answer }] : []),
      ],
      reason: describeReason(reason, directory),
      opens: aboutLearning(item.id),
      buttons: replyButtons(item.id, reply.agency),
    };
  },
};

/** Those that are not confirmed, however many were: one range. */
async function findWaiting({ store }: StoreContext): Promise<Asked[]> {
  const open = await store(learningReplyStore).range(
    'unconfirmedByDueDay',
    '0000-00-00',
    '9999-99-99',
  );
  if (open.length === 0) return [];
  const items = new Map((await store(learningStore).list()).map((item) => [item.id, item]));
  return open.flatMap((reply) => {
    const item = items.get(reply.item);
    return item ? [{ reply, item }] : [];
  });
}
