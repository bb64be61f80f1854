import { ask } from '../../answers/questions.ts';
import { describeStates, toRecommendationRow } from '../../answers/recommendation-words.ts';
import { undoButton } from '../../answers/undo-words.ts';
import { formatCount, formatNames } from '../../answers/words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import type { Undo } from '../../contract/thread.ts';
import { isPermitted } from '../../domain/access.ts';
import { isConfirmed } from '../../domain/learning.ts';
import { sourceTitle } from '../../domain/source.ts';
import { findThemes } from '../../domain/theme.ts';
import { listLearning } from '../learning/queries.ts';
import { themeButton } from './buttons.ts';
import { hasReturned, type KnownTheme, listKnownThemes } from './queries.ts';
import { toThemeRow } from './theme-row.ts';

const MAX_ROWS = 20;

/** “what did we learn about fathers, and did it work”: one theme over the years, with what came of it. */
export async function showTheme(request: Request, question: Question): Promise<Answer> {
  const words = String(question.args.theme ?? '').trim();
  const all = await listKnownThemes(request);
  const ids = findThemes(
    all.map(({ theme }) => theme),
    words,
  ).map(({ id }) => id);
  const [first, ...others] = all.filter(({ theme }) => ids.includes(theme.id));
  if (first && others.length === 0) return themeAnswer(request, first);
  const names = all.map(({ theme }) => theme.name);
  return {
    text: first
      ? `Which theme do you mean: ${formatNames([first, ...others].map(({ theme }) => theme.name))}?`
      : words
        ? `I know no theme called “${words}”. The themes are: ${names.join('; ')}.`
        : 'Which theme do you mean?',
    heading: 'Themes',
    sections: [{ rows: (first ? [first, ...others] : all).slice(0, MAX_ROWS).map(toThemeRow) }],
    thread: { question },
  };
}

/** One theme with its sources over the years, what was done, what was sent on, and whether it worked. */
export async function themeAnswer(
  request: Request,
  known: KnownTheme,
  { news, undo }: { readonly news?: string; readonly undo?: Undo | undefined } = {},
): Promise<Answer> {
  const { directory, person } = request;
  const { theme, found, sources } = known;
  const learning = (await listLearning(request)).filter(
    ({ source }) => source && sources.some(({ id }) => id === source.id),
  );
  const actions = new Map(found.flatMap((each) => each.actions).map((each) => [each.ref, each]));
  const done = [...actions.values()].filter(({ status }) => status === 'complete');
  const shown = done.filter(({ impactEvidence }) => impactEvidence);
  const met = found.filter(({ state }) => state === 'met').length;
  const tested = learning.filter(({ item }) => item.testedBy);
  const worked =
    found.length === 0
      ? 'No recommendation has it.'
      : `${met || 'None'} of ${formatCount(found.length, 'recommendation')} ${met === 1 ? 'is' : 'are'} met on verified evidence; ${shown.length} of ${formatCount(actions.size, 'action')} ${shown.length === 1 ? 'has' : 'have'} evidence of what changed; ${tested.length === 0 ? 'no audit is recorded as having tested it' : `${formatCount(tested.length, 'briefing')} tested by an audit`}.`;
  const text = `${theme.name}: ${formatCount(sources.length, 'source')}${hasReturned(known) ? ', so it has come back' : ''}. ${worked}`;
  return {
    text: news ? `${news} ${text}` : text,
    ...(news && { news }),
    about: 'theme',
    heading: theme.name,
    sentence: found.length > 0 ? `${describeStates(found)}.` : 'No recommendation has it.',
    sections: [
      ...(undo ? [{ buttons: [undoButton(undo)] }] : []),
      ...sources.map((source) => ({
        heading: sourceTitle(source),
        rows: found
          .filter((each) => each.source.id === source.id)
          .slice(0, MAX_ROWS)
          .map((each) => toRecommendationRow(each, directory, request, false)),
      })),
      {
        heading: 'What was sent on',
        items: learning.map(
          ({ item, replies }) =>
            `${item.title}: ${replies.filter(isConfirmed).length} of ${replies.length} confirmed${item.testedBy ? `, tested by ${item.testedBy}` : ''}`,
        ),
      },
      {
        heading: 'What changed',
        items: shown
          .slice(0, MAX_ROWS)
          .map(({ ref, impactEvidence }) => `${ref}: ${impactEvidence}`),
      },
    ],
    buttons: isPermitted(person, 'recommendations.add')
      ? [themeButton(theme.id, 'rename'), themeButton(theme.id, 'merge')]
      : [],
    suggestions: [{ title: 'All themes', ...ask('list_themes') }],
    thread: {
      ...ask('theme_detail', {}, { theme: theme.id }),
      ...(undo && { undo }),
    },
  };
}
