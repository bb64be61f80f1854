import { aboutAction, ask } from '../../answers/questions.ts';
import { formatCount, formatNames, pluralVerb } from '../../answers/words.ts';
import type { Answer, AnswerRow, Suggestion } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { formatDay } from '../../domain/dates.ts';
import { findPriority } from '../../domain/find-priority.ts';
import { yearContaining } from '../../domain/partnership-year.ts';
import { type ReturnedTheme, returningThemes } from '../../domain/returning-themes.ts';
import { hasReturned, listKnownThemes, toThemeRow } from '../themes/queries.ts';

const MAX_ROWS = 10;

/** “themes that came back”: what was raised although its theme had been closed. */
export async function listReturning(request: Request, { filters }: Question): Promise<Answer> {
  const { directory, today, ports } = request;
  const actions = await ports.actions.list(directory.partnership.id, {}, today);
  const returned = returningThemes(actions).filter(
    ({ action }) =>
      (!filters.priority || action.priority === filters.priority) &&
      (!filters.agency || action.owner.agency === filters.agency),
  );
  const [first] = returned;
  const suggestions: Suggestion[] = [
    ...(first ? [{ title: `Open ${first.action.ref}`, ...aboutAction(first.action.ref) }] : []),
    {
      title: 'Complete, no evidence',
      ...ask('list_actions', { status: 'complete' }, { hasEvidence: false }),
    },
    { title: 'What needs verifying', ...ask('awaiting_verification') },
  ];
  const isWhole = !filters.priority && !filters.agency;
  const themes = isWhole
    ? (await listKnownThemes(request)).filter((each) => hasReturned(each))
    : [];
  const count = returned.length;
  const raised =
    count === 0
      ? 'No action was raised after a similar one had been completed.'
      : `${formatCount(count, 'action')} ${pluralVerb(count, 'was', 'were')} raised after a similar one, or all on the priority, had been completed.`;
  const tagged =
    themes.length > 0
      ? `${formatCount(themes.length, 'theme')} ${pluralVerb(themes.length, 'comes', 'come')} from more than one source: ${formatNames(themes.map(({ theme }) => theme.name))}. `
      : '';
  if (count === 0 && themes.length === 0) return { text: raised, suggestions };
  const rows = returned.slice(0, MAX_ROWS).map((each) => toReturnedRow(each, request));
  return {
    text: `${tagged}${raised}`,
    heading: 'What came back',
    sections: [
      { heading: 'Themes in more than one source', rows: themes.map(toThemeRow) },
      {
        heading: 'Actions raised again',
        rows,
        note: count > rows.length ? `The latest ${rows.length} of ${count}` : '',
      },
    ],
    suggestions,
  };
}

function toReturnedRow(
  { action, earlier, sharedWords }: ReturnedTheme,
  { directory, today }: Request,
): AnswerRow {
  const year = yearContaining(today, directory.partnership.yearStart);
  const priority =
    action.priority && (findPriority(directory, action.priority, year)?.title ?? action.priority);
  const raised = action.raisedOn ? `raised ${formatDay(action.raisedOn, today)}` : '';
  const closed = earlier.completedOn ? formatDay(earlier.completedOn, today) : '';
  return {
    ref: action.ref,
    title: action.title,
    state: {
      words: `${raised} after ${earlier.ref} was completed, ${closed}`,
      colour: 'warning',
    },
    line:
      sharedWords.length > 0
        ? `“${earlier.title}” shares ${sharedWords.map((word) => `“${word}”`).join(', ')}`
        : `every earlier action on ${priority} was closed`,
    opens: aboutAction(action.ref),
  };
}
