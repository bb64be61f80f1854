import { z } from 'zod';
import { choiceField, dayField, pleaseCheck } from '../../answers/form.ts';
import { aboutReview } from '../../answers/questions.ts';
import { action } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { requireOperation } from '../../contract/require-operation.ts';
import type { Undo } from '../../contract/thread.ts';
import { type Day, formatDay, parseDay } from '../../domain/dates.ts';
import { yearContaining } from '../../domain/partnership-year.ts';
import { CATEGORIES, openReview } from '../../domain/rapid-review-commands.ts';
import { toRefusal } from './change-review.ts';
import { openRepair } from './repair-steps.ts';
import { canAdministerReviews, notPermitted, showsEveryReview } from './review-access.ts';
import { reviewAnswer } from './show-review.ts';

/** “new rapid review, aware on the 11th”: reference, category and two days, to be confirmed. Nothing else is asked for. */
export async function proposeReview(request: Request, { args }: Question): Promise<Answer> {
  const { directory, today } = request;
  if (!canAdministerReviews(request))
    return notPermitted(directory, 'a rapid review is opened by an administrator');
  if (!showsEveryReview(request)) return { text: ELSEWHERE };
  const aware = pastDay(args.on, today);
  const notified = pastDay(args.notifiedOn, today);
  const heading = 'Open a rapid review?';
  const category = CATEGORIES.find((name) => name === args.category) ?? 'serious harm';
  return {
    text: [pleaseCheck(heading), describeUnread(args, today), describeRead(aware, notified, today)]
      .filter(Boolean)
      .join(' '),
    heading,
    sentence:
      'Its clocks run from the day on which the council became aware. No name, age or story of a child, anywhere.',
    form: {
      fields: [
        {
          id: 'ref',
          label: 'Reference',
          kind: 'text',
          value: nextRef(directory.reviewRefs, today),
          required: true,
        },
        choiceField(
          'category',
          'Category',
          CATEGORIES.map((name) => ({ id: name, name })),
          category,
        ),
        {
          id: 'aware',
          label: 'The council became aware',
          kind: 'day',
          ...(aware && { value: aware }),
          required: true,
        },
        {
          id: 'notified',
          label: 'The Panel was notified, if it was',
          kind: 'day',
          ...(notified && { value: notified }),
        },
      ],
      submit: openNewReview.button('Open it', {}),
    },
  };
}

const ELSEWHERE =
  'Nothing was recorded: not everybody in this chat may see rapid reviews. Please open it in your own chat with me.';

function pastDay(typed: unknown, today: Day): Day | undefined {
  return typeof typed === 'string' && typed <= today ? parseDay(typed) : undefined;
}

/** The days that were read, so that a wrong one is seen. */
function describeRead(aware: Day | undefined, notified: Day | undefined, today: Day): string {
  const days = [
    aware && `aware on ${formatDay(aware, today)}`,
    notified && `notified on ${formatDay(notified, today)}`,
  ].filter(Boolean);
  return days.length > 0 ? `I read: ${days.join(', ')}.` : '';
}

/** A day that was named and cannot be read is asked for; today never stands in for it. */
function describeUnread({ on, date, unreadDay }: Question['args'], today: Day): string {
  if (typeof on === 'string' && on > today)
    return `“${date ?? on}” is still to come: please choose the day on which the council became aware.`;
  return typeof unreadDay === 'string'
    ? `I can’t tell which day “${unreadDay}” is: please choose it.`
    : '';
}

/** References are letters, digits and hyphens with a number in them: no words of a case. */
const REF = /^(?=.*\d)[A-Za-z]{1,6}(?:-[A-Za-z\d]{1,8}){1,3}$/;

/** *Open it*. Pressed again, it shows the review that the first press opened. */
export const openNewReview = action({
  id: 'reviews.open',
  permission: 'reviews.administer',
  input: z.object({
    ref: z.string().trim().max(60).toUpperCase(),
    category: z.string().max(40),
    aware: dayField,
    notified: dayField.optional(),
  }),
  async handle(request: Request, { ref, category, aware, notified }) {
    const { directory, ports } = request;
    const { id, yearStart } = directory.partnership;
    if (!showsEveryReview(request)) return { text: ELSEWHERE };
    if (!REF.test(ref))
      return {
        text: 'Nothing was recorded: a reference is letters and numbers such as RR-2021-02, no words of the case.',
      };
    if (!aware)
      return {
        text: 'Nothing was recorded: please say when the council became aware; the clocks run from that day.',
      };
    const press = requireOperation(request, 'reviews.open');
    const year = yearContaining(aware, yearStart);
    const wanted = {
      ref,
      year,
      category,
      awareOn: aware,
      ...(notified && { notifiedOn: notified }),
    };
    const opened = openReview(wanted, toActor(request));
    if (!opened.ok) return toRefusal(opened.refusal, directory);
    if ((await ports.reviews.open(id, opened.value, press)) === 'taken')
      return {
        text: `Nothing was recorded: there is a rapid review ${ref} already. Please choose another reference.`,
      };
    const stored = await ports.reviews.find(id, ref);
    const answer = await reviewAnswer(request, stored?.review ?? opened.value.record);
    const undo = undoOpening(ref);
    return {
      ...answer,
      text: `Opened. ${answer.text}`,
      buttons: [
        openRepair.button('Withdraw…', { review: ref, repair: 'withdraw' }),
        openRepair.button('Correct…', { review: ref, repair: 'amend' }),
      ],
      thread: { ...aboutReview(ref), undo },
    };
  },
});

/** “undo”: the form that withdraws what was just opened. */
const undoOpening = (ref: string): Undo => ({
  what: `${ref} was opened`,
  press: openRepair.press({ review: ref, repair: 'withdraw' }),
});

/**
 * The reference after the last one of the year, in the partnership’s own pattern.
 * @example nextRef(['RR-2020-08', 'RR-2021-01'], day('2021-03-15')) // 'RR-2021-02'
 */
function nextRef(refs: readonly string[], today: string): string {
  const shape = /^(.*?)(\d{4})-(\d+)$/;
  const [, prefix = 'RR-'] = shape.exec(refs.at(-1) ?? '') ?? [];
  const year = today.slice(0, 4);
  const numbers = refs.flatMap((ref) => {
    const [, , ofYear, number] = shape.exec(ref) ?? [];
    return ofYear === year ? [Number(number)] : [];
  });
  return `${prefix}${year}-${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`;
}
