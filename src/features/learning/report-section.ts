import { countFigure, shareFigure } from '../../answers/report-figures.ts';
import { formatCount } from '../../answers/words.ts';
import type { ReportSection } from '../../contract/report-section.ts';
import { formatDayWithYear } from '../../domain/dates.ts';
import { isWithin } from '../../domain/is-within.ts';
import { isConfirmed, type LearningReply } from '../../domain/learning.ts';
import { sourceTitle } from '../../domain/source.ts';
import { describeCount } from './describe-learning.ts';
import { type KnownItem, listLearning } from './queries.ts';

/** The briefings and events of the year, and how many agencies said that they took them up. */
export const learningSection: ReportSection = {
  id: 'learning',
  title: 'Learning',
  position: 70,
  async compile(context, { year, ...period }) {
    const found = (await listLearning(context)).filter(({ item }) => isWithin(item.on, period));
    const sent = found.filter(({ item }) => !item.cancelledOn);
    const replies = sent.flatMap((each) => each.replies);
    const untested = sent.filter(({ item }) => !item.testedBy);
    return {
      basis: `Briefings and learning events of ${year}, as they stood on ${formatDayWithYear(context.today)}; those called off are listed, not counted.`,
      figures: [
        countFigure('Briefings', ids(sent.filter(({ item }) => item.kind === 'briefing'))),
        countFigure('Learning events', ids(sent.filter(({ item }) => item.kind === 'event'))),
        shareFigure('Confirmed by agencies', pairs(replies.filter(isConfirmed)), replies.length),
      ],
      tables: [
        {
          title: 'Learning',
          columns: ['Reference', 'Title', 'Kind', 'Day', 'Source', 'Agencies', 'Tested by'],
          rows: found.map(({ item, source, replies: own }) => [
            item.id,
            item.title,
            item.cancelledOn ? `${item.kind}, called off` : item.kind,
            formatDayWithYear(item.on),
            source && sourceTitle(source),
            describeCount(own),
            item.testedBy,
          ]),
        },
      ],
      gaps: [
        ...(found.length === 0 ? [`No briefing or learning event is recorded in ${year}.`] : []),
        ...(untested.length > 0
          ? [
              `Whether an audit tested ${formatCount(untested.length, 'briefing or event', 'briefings or events')}: ${ids(untested).join(', ')}.`,
            ]
          : []),
      ],
    };
  },
};

const ids = (of: readonly KnownItem[]): string[] => of.map(({ item }) => item.id);
const pairs = (of: readonly LearningReply[]): string[] =>
  of.map(({ item, agency }) => `${item} ${agency}`);
