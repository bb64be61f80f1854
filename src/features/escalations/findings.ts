import type { FindingSource } from '../../contract/finding.ts';
import { daysBetween } from '../../domain/dates.ts';
import { escalationDays, escalationLevel, isEscalationOpen } from '../../domain/escalation.ts';
import { aboutEscalation, formatParties, LEVEL_NAMES } from './describe-escalation.ts';
import { escalationStore } from './store.ts';

const NEVER_CLOSED = '9999-12-31';

/** Escalations that nobody answered at any level. */
export const unansweredEscalations: FindingSource = {
  rule: 'escalation-unanswered',
  countsDays: true,
  kind: 'actions',
  why: 'An escalation has used the days of its last level, and nobody has answered it. A held clock does not count.',
  async find({ store, today, bankHolidays, directory }) {
    const open = await store(escalationStore).range('byClosedDay', NEVER_CLOSED, NEVER_CLOSED);
    const past = open.filter(
      (each) =>
        isEscalationOpen(each) && escalationLevel(each, today, bankHolidays) === 'unanswered',
    );
    return {
      findings: past.map((each) => {
        const since = escalationDays(each, bankHolidays).unanswered;
        return {
          subject: each.id,
          level: 'alert',
          figure: daysBetween(since, today),
          since,
          sentence: `${each.id}, ${formatParties(each, directory)}, is unanswered and with the ${LEVEL_NAMES.unanswered}`,
          ...(each.group && { group: each.group }),
          agencies: [each.fromAgency, each.toAgency],
          rows: [each.id],
          opens: { title: `Open ${each.id}`, ...aboutEscalation(each.id) },
        };
      }),
    };
  },
};
