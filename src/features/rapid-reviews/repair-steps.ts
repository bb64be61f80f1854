import { z } from 'zod';
import { choiceField } from '../../answers/form.ts';
import { declarePress } from '../../contract/action.ts';
import type { Field } from '../../contract/answer.ts';
import { parseDay } from '../../domain/dates.ts';
import { yearContaining } from '../../domain/partnership-year.ts';
import { CATEGORIES } from '../../domain/rapid-review-commands.ts';
import {
  amend,
  canEndOutsideCriteria,
  canWithdraw,
  endOutsideCriteria,
  reinstate,
  withdraw,
} from '../../domain/rapid-review-repair.ts';
import { reviewRef } from './find-review.ts';
import { type ReviewStep, reasonField } from './step.ts';

const reason = reasonField('Reason (recorded)', true);

/** What was recorded of a review by mistake is put right with a reason; nothing of it is deleted. */
export const REPAIR_STEPS = {
  amend: {
    title: 'A day or its category is wrong',
    isPossible: () => true,
    fields({ category = '', awareOn, notifiedOn }, _, named = {}): Field[] {
      const categories = CATEGORIES.map((name) => ({ id: name, name }));
      const chosen = CATEGORIES.find((name) => name === named.category) ?? category;
      const aware = parseDay(named.on) ?? awareOn;
      const notified = parseDay(named.notifiedOn) ?? notifiedOn;
      return [
        choiceField('category', 'Category', categories, chosen),
        {
          id: 'aware',
          label: 'The council became aware',
          kind: 'day',
          ...(aware && { value: aware }),
        },
        {
          id: 'notified',
          label: 'The Panel was notified, if it was',
          kind: 'day',
          ...(notified && { value: notified }),
        },
        reason,
      ];
    },
    record(review, { category, aware, notified, reason: why = '' }, actor, { directory }) {
      const year = aware && yearContaining(aware, directory.partnership.yearStart);
      return amend(review, { category, awareOn: aware, notifiedOn: notified, year }, why, actor);
    },
  },
  withdraw: {
    title: 'It was opened by mistake',
    isPossible: canWithdraw,
    fields: () => [reason],
    record: (review, { reason: why = '' }, actor) => withdraw(review, why, actor),
  },
  criteria: {
    title: 'It does not meet the criteria after all',
    isPossible: canEndOutsideCriteria,
    fields: () => [reason],
    record: (review, { reason: why = '' }, actor) => endOutsideCriteria(review, why, actor),
  },
  reinstate: {
    title: 'It was withdrawn by mistake',
    isPossible: ({ withdrawn }) => withdrawn !== undefined,
    fields: () => [reason],
    record: (review, { reason: why = '' }, actor) => reinstate(review, why, actor),
  },
} satisfies Readonly<Record<string, ReviewStep>>;

/** *Withdraw…* and *Correct…*, on the card of a review that was just opened. */
export const openRepair = declarePress({
  id: 'reviews.repair',
  input: z.object({ review: reviewRef, repair: z.enum(['amend', 'withdraw', 'criteria']) }),
});
