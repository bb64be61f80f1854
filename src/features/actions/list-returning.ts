import { actionRow, type Moment } from '../../answers/action-words.ts';
import type { ActionRow } from '../../answers/card-parts.ts';
import { formatCount, pluralVerb } from '../../answers/words.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { formatDay, formatDayWithYear } from '../../domain/dates.ts';
import { findPriority } from '../../domain/directory.ts';
import { yearContaining } from '../../domain/partnership-year.ts';
import { type ReturnedTheme, returningThemes } from '../../domain/returning-themes.ts';
import type { ActionListView } from './action-list-view.ts';

const MAX_ROWS = 10;

/** The rule of {@link returningThemes}, said with every answer, so that nobody has to guess why an action is named. */
const RULE =
  'An action counts as a return when it was raised after another was completed whose title shares at least two telling words and half of the shorter title, or when all earlier actions on its priority had been closed, two or more as complete.';

/** “themes that came back”: what was raised although its theme had been closed. */
export async function listReturning(
  asker: Asker,
  { filters }: Question,
  ports: Ports,
): Promise<Answer> {
  const { directory } = asker;
  const { id, shortName, timeZone } = directory.partnership;
  const today: Moment = {
    today: ports.calendar.today(timeZone),
    bankHolidays: ports.calendar.bankHolidays,
  };
  const returned = returningThemes(await ports.actions.list(id, {}, today.today)).filter(
    ({ action }) =>
      (!filters.priority || action.priority === filters.priority) &&
      (!filters.agency || action.owner.agency === filters.agency),
  );
  const [first] = returned;
  const suggestions = [
    ...(first ? [`tell me about ${first.action.ref}`] : []),
    'complete without evidence',
    'what needs verifying',
  ];
  if (!first)
    return { text: `No theme has come back after its actions were complete. ${RULE}`, suggestions };
  const count = returned.length;
  const text = `${formatCount(count, 'action')} ${pluralVerb(count, 'was', 'were')} raised although ${pluralVerb(count, 'its theme', 'their themes')} had been closed. ${RULE}`;
  const rows = returned.slice(0, MAX_ROWS).map((each) => rowOf(each, asker, today));
  const view: ActionListView = {
    source: `${shortName} · as at ${formatDayWithYear(today.today)}`,
    headline: `${formatCount(count, 'theme')} came back`,
    sentence: RULE,
    rows,
    extent: count > rows.length ? `The latest ${rows.length} of ${count}` : `All ${count} shown`,
    suggestions,
  };
  const lines = rows.map(
    ({ ref, title, standing, line }) => `${ref}: ${title}. ${standing}. ${line}.`,
  );
  return {
    text,
    card: { name: 'action-list', view, plain: [text, ...lines].join('\n') },
    suggestions,
  };
}

function rowOf(
  { action, earlier, sharedWords }: ReturnedTheme,
  { directory }: Asker,
  today: Moment,
): ActionRow {
  const year = yearContaining(today.today, directory.partnership.yearStart);
  const priority =
    action.priority && (findPriority(directory, action.priority, year)?.title ?? action.priority);
  const raised = action.raisedOn ? `raised ${formatDay(action.raisedOn, today.today)}` : '';
  const closed = earlier.completedOn ? formatDay(earlier.completedOn, today.today) : '';
  return {
    ...actionRow(action, directory, today),
    standing: `${raised} after ${earlier.ref} was completed, ${closed}`,
    line:
      sharedWords.length > 0
        ? `“${earlier.title}” shares ${sharedWords.map((word) => `“${word}”`).join(', ')}`
        : `every earlier action on ${priority} was closed`,
    colour: 'warning',
  };
}
