import { ask } from '../../answers/questions.ts';
import { formatCount, formatList, pluralVerb } from '../../answers/words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { isPermitted } from '../../domain/access.ts';
import { openNewTheme } from './buttons.ts';
import { hasReturned, listKnownThemes } from './queries.ts';
import { toThemeRow } from './theme-row.ts';

const MAX_ROWS = 20;
const NUMBERS: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5 };

/** “which themes come from more than two reviews”, “what came back since 2015”, “list our themes”. */
export async function showThemes(request: Request, question: Question): Promise<Answer> {
  const { args, filters } = question;
  const all = await listKnownThemes(request);
  const more = NUMBERS[String(args.more)] ?? (Number(args.more) || undefined);
  const since = /\b(20\d\d)\b/.exec(`${args.since ?? filters.year ?? ''}`)?.[1];
  const isReturn = Boolean(args.returned);
  const found = all.filter(
    (each) =>
      (more === undefined || each.sources.length > more) &&
      (!isReturn || hasReturned(each, since)) &&
      (isReturn || !since || each.sources.some(({ on = '' }) => on >= since)),
  );
  const suggestions = [
    { title: 'What came back', ...ask('list_themes', {}, { returned: 'came back' }) },
    ...(isPermitted(request.person, 'recommendations.add')
      ? [{ title: 'Add a theme', ...openNewTheme.press({}) }]
      : []),
  ];
  const thread = { question };
  if (all.length === 0)
    return { text: 'No theme is in the list yet.', suggestions: suggestions.slice(1), thread };
  const when = since ? ` since ${since}` : '';
  const scope = isReturn
    ? `${pluralVerb(found.length, 'is', 'are')} in more than one source${when}`
    : more !== undefined
      ? `${pluralVerb(found.length, 'comes', 'come')} from more than ${formatCount(more, 'source')}`
      : `${pluralVerb(found.length, 'is', 'are')} in the list${since ? `, in sources${when}` : ''}`;
  if (found.length === 0)
    return {
      text: `None of the ${formatCount(all.length, 'theme')} ${isReturn ? `is in more than one source${when}` : more !== undefined ? `comes from more than ${formatCount(more, 'source')}` : `is in sources${when}`}.`,
      suggestions,
      thread,
    };
  const names = found.slice(0, 3).map(({ theme }) => theme.name);
  return {
    text: `${formatCount(found.length, 'theme')} ${scope}: ${formatList(names)}${found.length > names.length ? ` and ${found.length - names.length} more` : ''}.`,
    heading: isReturn ? `${formatCount(found.length, 'theme')} came back` : 'Themes',
    sections: [
      {
        rows: found.slice(0, MAX_ROWS).map(toThemeRow),
        note: found.length > MAX_ROWS ? `The first ${MAX_ROWS} of ${found.length} shown` : '',
      },
    ],
    suggestions,
    thread,
  };
}
