import { ask } from '../../answers/questions.ts';
import { formatCount } from '../../answers/words.ts';
import type { AnswerRow, Press, State } from '../../contract/answer.ts';
import type { Moment } from '../../contract/request.ts';
import { type Day, formatDay } from '../../domain/dates.ts';
import {
  isConfirmed,
  isLateReply,
  type LearningItem,
  type LearningKind,
  type LearningReply,
} from '../../domain/learning.ts';

/** The question that asks for one item. */
export const aboutLearning = (item: string): Press => ask('learning_detail', {}, { item });

export const NOUNS: Readonly<Record<LearningKind, string>> = {
  briefing: 'briefing',
  event: 'learning event',
};

/** `sent Mon 1 March`, `held Mon 1 March`, `called off Fri 5 March` */
export function describeWhen({ kind, on, cancelledOn }: LearningItem, today: Day): string {
  if (cancelledOn) return `called off ${formatDay(cancelledOn, today)}`;
  return `${kind === 'event' ? 'held' : 'sent'} ${formatDay(on, today)}`;
}

/** `7 of 12 confirmed` */
export function describeCount(replies: readonly LearningReply[]): string {
  return replies.length === 0
    ? 'sent to no agency'
    : `${replies.filter(isConfirmed).length} of ${replies.length} confirmed`;
}

/** How far an agency is: red where its day has gone by. */
export function describeReply(reply: LearningReply, { today }: Pick<Moment, 'today'>): State {
  const { state, on, dueOn } = reply;
  const when = on ? ` ${formatDay(on, today)}` : '';
  if (state === 'acted') return { words: `acted on it${when}`, colour: 'good' };
  if (state === 'read') return { words: `read it${when}`, colour: 'good' };
  const due = `due ${formatDay(dueOn, today)}`;
  if (state === 'asked') return { words: `asks a question, ${due}`, colour: 'warning' };
  return isLateReply(reply, today)
    ? { words: `not confirmed, was ${due}`, colour: 'attention' }
    : { words: `not confirmed yet, ${due}`, colour: 'default' };
}

/** An item in a list: pressing it opens it. */
export function toLearningRow(
  item: LearningItem,
  replies: readonly LearningReply[],
  { today }: Pick<Moment, 'today'>,
): AnswerRow {
  const late = replies.filter((reply) => isLateReply(reply, today)).length;
  const isAll = replies.length > 0 && replies.every(isConfirmed);
  return {
    ref: item.id,
    title: item.title,
    state: item.cancelledOn
      ? { words: 'called off', colour: 'default' }
      : {
          words:
            late > 0 ? `${formatCount(late, 'agency', 'agencies')} late` : describeCount(replies),
          colour: late > 0 ? 'attention' : isAll ? 'good' : 'default',
        },
    line: [
      NOUNS[item.kind],
      describeWhen(item, today),
      ...(late > 0 ? [describeCount(replies)] : []),
    ].join(' · '),
    opens: aboutLearning(item.id),
  };
}
