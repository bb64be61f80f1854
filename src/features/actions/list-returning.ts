import { aboutAction, ask } from '../../answers/questions.ts';
import { formatCount, pluralVerb } from '../../answers/words.ts';
import type { Answer, AnswerRow, Suggestion } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { formatDay } from '../../domain/dates.ts';
import { findPriority } from '../../domain/find-priority.ts';
import { yearContaining } from '../../domain/partnership-year.ts';
import { type ReturnedTheme, returningThemes } from '../../domain/returning-themes.ts';

const MAX_ROWS = 10;

/** The rule of {@link returningThemes}, said with every answer, so that nobody has to guess why an action is named. */
const RULE =
  'An action counts as a return when it was raised after another was completed whose title shares at least two telling words and half of the shorter title, or when all earlier actions on its priority had been closed, two or more as complete.';

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
  if (!first)
    return { text: `No theme has come back after its actions were complete. ${RULE}`, suggestions };
  const count = returned.length;
  const rows = returned.slice(0, MAX_ROWS).map((each) => toReturnedRow(each, request));
  return {
    text: `${formatCount(count, 'action')} ${pluralVerb(count, 'was', 'were')} raised although ${pluralVerb(count, 'its theme', 'their themes')} had been closed. ${RULE}`,
    heading: `${formatCount(count, 'theme')} came back`,
    sentence: RULE,
    sections: [
      {
        rows,
        note: count > rows.length ? `The latest ${rows.length} of ${count}` : `All ${count} shown`,
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
