import type { Share } from '../../answers/card-parts.ts';
import { formatCount, formatList, pluralVerb, sentenceCase } from '../../answers/words.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { type Action, actionState } from '../../domain/action.ts';
import type { ActionQuery } from '../../domain/action-query.ts';
import { formatDayWithYear } from '../../domain/dates.ts';
import { agencyName, type Directory, findPriority, groupName } from '../../domain/directory.ts';
import { yearContaining } from '../../domain/partnership-year.ts';
import type { ActionCountsView } from './action-list-view.ts';
import { findActions } from './find-actions.ts';
import { queryOf } from './query-of.ts';
import { conditionInWords, scopeInWords } from './query-words.ts';
import { cannotAnswer } from './refusals.ts';

type GroupBy = 'agency' | 'group' | 'priority' | 'status';

/** Answers how many actions there are by agency, group, priority or status, the largest first. */
export async function countActions(
  asker: Asker,
  question: Question,
  ports: Ports,
): Promise<Answer> {
  const query = await queryOf(asker, question, ports);
  if (!query.ok) return cannotAnswer(query.refusal, question);
  const { directory } = asker;
  const today = ports.calendar.today(directory.partnership.timeZone);
  const by = question.args.groupBy ?? 'agency';
  const counts = await countBy(by, asker, question, query.value, ports);
  const shares = [...counts]
    .map(([value, count]) => ({
      label: labelOf(by, value, directory, yearContaining(today, directory.partnership.yearStart)),
      count,
      colour: 'categoricalBlue',
    }))
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label));
  const total = shares.reduce((sum, { count }) => sum + count, 0);
  const what = [formatCount(total, 'action'), scopeInWords(query.value, directory, today)]
    .filter(Boolean)
    .join(' ');
  const condition = conditionInWords(query.value, question, today);
  const text = answerInWords(by, what, condition, shares, total);
  const view: ActionCountsView = {
    source: `${directory.partnership.shortName} · as at ${formatDayWithYear(today)}`,
    headline: sentenceCase([what, condition].filter(Boolean).join(' ')),
    caption: `By ${by}`,
    shares,
    suggestions: [
      'what is overdue',
      'actions with no owner',
      ...(by === 'agency' ? ['how many by priority'] : ['how many by agency']),
    ],
  };
  const lines = shares.map(({ label, count }) => `${label}: ${count}.`);
  return {
    text,
    card:
      total > 0 ? { name: 'action-counts', view, plain: [text, ...lines].join('\n') } : undefined,
    suggestions: view.suggestions,
    thread: { question },
  };
}

/** Counted from the tallies where they know the answer; only a filter that they do not keep reads actions. */
async function countBy(
  by: GroupBy,
  asker: Asker,
  question: Question,
  query: ActionQuery,
  ports: Ports,
): Promise<Map<string, number>> {
  const others = Object.entries(query).some(
    ([part, value]) => part !== 'status' && value !== undefined,
  );
  const simple =
    !others &&
    !question.args.assignee &&
    (query.status === undefined || query.status === 'not complete');
  if (by !== 'status' && simple) {
    const tallies = (await ports.actions.tallies(asker.directory.partnership.id)).by(by);
    const counts = [...tallies].map(
      ([value, { open, closed }]) => [value, query.status ? open : open + closed] as const,
    );
    return new Map(counts.filter(([, count]) => count > 0));
  }
  const today = ports.calendar.today(asker.directory.partnership.timeZone);
  const { actions } = await findActions(asker, question, query, today, ports);
  const counts = new Map<string, number>();
  for (const action of actions) {
    const value = dividerOf(by, action, actionState(action, today) === 'unevidenced') ?? 'none';
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function dividerOf(
  by: GroupBy,
  { owner, priority, status }: Action,
  unevidenced: boolean,
): string | undefined {
  if (by === 'agency') return owner.agency;
  if (by === 'group') return owner.group;
  if (by === 'priority') return priority;
  return unevidenced ? 'complete, impact not yet evidenced' : status;
}

function labelOf(by: GroupBy, value: string, directory: Directory, year: string): string {
  if (by === 'status') return sentenceCase(value);
  if (value === 'none') return by === 'priority' ? 'No priority recorded' : `No ${by} recorded`;
  if (by === 'agency') return agencyName(directory, value);
  if (by === 'group') return groupName(directory, value);
  return findPriority(directory, value, year)?.title ?? value;
}

function answerInWords(
  by: GroupBy,
  what: string,
  condition: string,
  shares: readonly Share[],
  total: number,
): string {
  if (total === 0)
    return sentenceCase(
      `${what} ${condition ? `is ${condition}` : 'is recorded'}.`.replace(
        /^no actions/,
        'no action',
      ),
    );
  const [largest] = shares.filter(({ label }) => !label.startsWith('No '));
  const most = largest ? `; ${largest.label} has the most, ${largest.count}` : '';
  const owners =
    by === 'agency'
      ? 'agencies'
      : by === 'priority'
        ? 'priorities'
        : by === 'status'
          ? 'states'
          : 'groups';
  const named = shares.filter(({ label }) => !label.startsWith('No ')).length;
  const without = shares.find(({ label }) => label.startsWith('No '));
  const whole = [
    `${formatCount(named, owners.replace(/ies$/, 'y').replace(/s$/, ''), owners)}`,
    without && `${without.count} with no ${by} recorded`,
  ];
  return sentenceCase(
    `${what} ${pluralVerb(total, 'is', 'are')} ${condition || 'recorded'}, across ${formatList(whole.filter((part) => part !== undefined))}${most}.`,
  );
}
