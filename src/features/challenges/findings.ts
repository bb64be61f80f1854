import { ask } from '../../answers/questions.ts';
import type { FindingSource } from '../../contract/finding.ts';
import { lastQuarter } from '../../domain/challenge.ts';
import { addDays, daysBetween, formatDayWithYear } from '../../domain/dates.ts';
import { formatParties } from './queries.ts';
import { aboutChallenge } from './show-challenge.ts';
import { challengeStore } from './store.ts';

/** Challenges whose last day for an answer has gone by. */
export const unansweredChallenges: FindingSource = {
  rule: 'challenge-unanswered',
  countsDays: true,
  kind: 'meetings',
  why: 'A challenge between partners has no answer after its last day, 30 days where nothing else is set.',
  async find({ store, today, directory }) {
    const late = await store(challengeStore).range(
      'byDueDay',
      ['0000-00-00'],
      [addDays(today, -1)],
    );
    return {
      findings: late.map((each) => ({
        subject: each.id,
        level: 'warn',
        figure: daysBetween(each.answerDueOn, today),
        since: each.answerDueOn,
        sentence: `${each.id}, ${formatParties(each, directory)}, has no answer; it was due ${formatDayWithYear(each.answerDueOn)}`,
        ...(each.group && { group: each.group }),
        agencies: [each.fromAgency, each.toAgency],
        rows: [each.id],
        opens: { title: `Open ${each.id}`, ...aboutChallenge(each.id) },
      })),
    };
  },
};

/** A whole quarter in which no partner asked another anything, where the log was kept before. */
export const quietQuarter: FindingSource = {
  rule: 'quarter-without-challenge',
  kind: 'meetings',
  why: 'No challenge was recorded in the last whole quarter of the calendar. A log that was never used is not measured.',
  async find({ store, today }) {
    const all = await store(challengeStore).list();
    const { from, to } = lastQuarter(today);
    if (!all.some(({ on }) => on <= to)) return { findings: [] };
    const isQuiet = !all.some(({ on, withdrawnOn }) => from <= on && on <= to && !withdrawnOn);
    return {
      findings: isQuiet
        ? [
            {
              subject: from.slice(0, 7),
              level: 'warn',
              figure: 1,
              since: addDays(to, 1),
              sentence: `No challenge between partners was recorded from ${formatDayWithYear(from)} to ${formatDayWithYear(to)}`,
              rows: [],
              opens: { title: 'Challenge log', ...ask('list_challenges') },
            },
          ]
        : [],
    };
  },
};
