import { countFigure } from '../../answers/report-figures.ts';
import { formatCount } from '../../answers/words.ts';
import type { ReportSection } from '../../contract/report-section.ts';
import { formatDayWithYear } from '../../domain/dates.ts';
import type { KnownRecommendation, RecommendationState } from '../../domain/recommendation.ts';
import { type Source, sourceTitle } from '../../domain/source.ts';
import { listThemes } from '../themes/queries.ts';
import { listRecommendations } from './queries.ts';

const refs = (of: readonly KnownRecommendation[]): string[] =>
  of.map(({ recommendation }) => recommendation.ref);

/** What sources up to the year's end recommended, and how far each of it is. */
export const recommendationsSection: ReportSection = {
  id: 'recommendations',
  title: 'Recommendations and recurrent themes',
  position: 60,
  async compile(context, { to }) {
    const every = await listRecommendations(context);
    const known = every.filter(({ source }) => (source.on ?? '') <= to);
    const by = (...states: RecommendationState[]) =>
      known.filter(({ state }) => states.includes(state));
    const sources = [...new Map(known.map(({ source }) => [source.id, source])).values()];
    const themes = (await listThemes(context))
      .map((theme) => ({
        theme,
        found: known.filter(({ recommendation }) => recommendation.themes.includes(theme.id)),
      }))
      .filter(({ found }) => found.length > 0);
    const returned = themes.filter(({ found }) => sourcesOf(found).length > 1);
    const untagged = known.filter(({ recommendation }) => recommendation.themes.length === 0);
    const awaiting = by('awaiting a response');
    return {
      basis: `Recommendations of sources up to ${formatDayWithYear(to)}, as they stood on ${formatDayWithYear(context.today)}. One is met only on evidence that somebody else has verified.`,
      figures: [
        countFigure('Recommendations', refs(known)),
        countFigure('Met', refs(by('met'))),
        countFigure('Evidence to verify', refs(by('evidence to verify'))),
        countFigure('Actions complete, no evidence', refs(by('actions complete'))),
        countFigure('Accepted, under way', refs(by('accepted'))),
        countFigure('Not accepted', refs(by('not accepted'))),
        countFigure('Without a response', refs(awaiting)),
        {
          label: 'Themes in more than one source',
          value: String(returned.length),
          rows: returned.map(({ theme }) => theme.name),
        },
      ],
      tables: [
        {
          title: 'Recommendations by source',
          columns: ['Source', 'Recommendations', 'Met', 'Not met', 'Not accepted'],
          rows: sources.map((source) => {
            const of = known.filter((each) => each.source.id === source.id);
            const many = (state: RecommendationState) =>
              of.filter((each) => each.state === state).length;
            const [met, refused] = [many('met'), many('not accepted')];
            return [sourceTitle(source), of.length, met, of.length - met - refused, refused];
          }),
        },
        {
          title: 'Themes',
          columns: ['Theme', 'Recommendations', 'Met', 'Sources'],
          rows: themes.map(({ theme, found }) => [
            theme.name,
            found.length,
            found.filter(({ state }) => state === 'met').length,
            sourcesOf(found).map(sourceTitle).join('; '),
          ]),
        },
      ],
      gaps: [
        ...(known.length === 0 ? ['No recommendation is recorded.'] : []),
        ...sayCount(awaiting, 'without a response'),
        ...sayCount(untagged, 'without a theme'),
      ],
    };
  },
};

const sourcesOf = (of: readonly KnownRecommendation[]): Source[] => [
  ...new Map(of.map(({ source }) => [source.id, source])).values(),
];

const sayCount = (of: readonly KnownRecommendation[], how: string): string[] =>
  of.length > 0
    ? [`${formatCount(of.length, 'recommendation')} ${how}: ${refs(of).join(', ')}.`]
    : [];
