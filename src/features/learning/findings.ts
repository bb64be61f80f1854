import { formatList } from '../../answers/words.ts';
import type { Finding, FindingSource } from '../../contract/finding.ts';
import { daysBetween } from '../../domain/dates.ts';
import { agencyName } from '../../domain/directory.ts';
import { DRIFT } from '../../domain/drift.ts';
import { isConfirmed, takesPlaceOf } from '../../domain/learning.ts';
import { aboutLearning } from './describe-learning.ts';
import { listLearning } from './queries.ts';

/** Briefings that an agency has not confirmed for long. */
export const unconfirmedLearning: FindingSource = {
  rule: 'learning-unconfirmed',
  kind: 'learning',
  why: `An agency has not confirmed a briefing or event ${DRIFT.unconfirmedDays} days after it was sent to it.`,
  async find(context) {
    const { directory, today } = context;
    const items = await listLearning(context);
    const findings = items
      .filter(({ item }) => !item.cancelledOn)
      .flatMap(({ item, replies }) => {
        const late = replies.filter(
          (reply) =>
            !isConfirmed(reply) && daysBetween(reply.sentOn, today) > DRIFT.unconfirmedDays,
        );
        const names = late.map(({ agency }) => agencyName(directory, agency));
        const [first] = late.map(({ sentOn }) => sentOn).sort();
        return first
          ? [
              {
                subject: item.id,
                level: 'warn' as const,
                figure: late.length,
                since: first,
                sentence: `${formatList(names)} ${late.length === 1 ? 'has' : 'have'} not confirmed “${item.title}” after ${daysBetween(first, today)} days`,
                agencies: late.map(({ agency }) => agency),
                rows: late.map(({ agency }) => `${item.id}:${agency}`),
                opens: { title: 'The briefing', ...aboutLearning(item.id) },
              },
            ]
          : [];
      });
    return { findings };
  },
};

/** Events that were called off, and nothing took their place. */
export const cancelledEvents: FindingSource = {
  rule: 'learning-cancelled',
  kind: 'learning',
  countsDays: true,
  why: `A learning event was called off more than ${DRIFT.cancelledDays} days ago, and no event of the same source or title is recorded from that day on.`,
  async find(context) {
    const { today } = context;
    const events = (await listLearning(context))
      .map(({ item }) => item)
      .filter(({ kind }) => kind === 'event');
    return {
      findings: events.flatMap((item): Finding[] => {
        const { id, title, cancelledOn } = item;
        const days = cancelledOn ? daysBetween(cancelledOn, today) : 0;
        if (!cancelledOn || days <= DRIFT.cancelledDays) return [];
        if (events.some((other) => takesPlaceOf(other, item))) return [];
        return [
          {
            subject: id,
            level: 'warn',
            figure: days,
            since: cancelledOn,
            sentence: `“${title}” was called off ${days} days ago, and there is no new one`,
            rows: [id],
            opens: { title: 'The event', ...aboutLearning(id) },
          },
        ];
      }),
    };
  },
};
