import { z } from 'zod';
import { confirmation, dayField, readForm, toActor } from '../../answers/form.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import { newOperation, operationSchema } from '../../contract/operation.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { parseDay } from '../../domain/dates.ts';
import { yearContaining } from '../../domain/partnership-year.ts';
import { CATEGORIES, once, openReview } from '../../domain/rapid-review-life.ts';
import { notDone } from './refusals.ts';
import { isKeeper, mayNot } from './review-access.ts';
import { reviewReply } from './show-review.ts';

/** “new rapid review, aware on the 11th”: reference, category and two days, to be confirmed. Nothing else is asked for. */
export async function proposeReview(
  asker: Asker,
  { args }: Question,
  ports: Ports,
): Promise<Answer> {
  if (!isKeeper(asker))
    return mayNot(asker.directory, 'a rapid review is opened by an administrator');
  const today = ports.calendar.today(asker.directory.partnership.timeZone);
  const aware = typeof args.on === 'string' && args.on <= today ? parseDay(args.on) : undefined;
  return confirmation(asker, ports, {
    headline: 'Open a rapid review?',
    sentence:
      'Its clocks run from the day on which the council became aware. No name, age or story of a child, anywhere.',
    fields: [
      {
        id: 'ref',
        label: 'Reference',
        kind: 'text',
        value: nextRef(asker.directory.reviewRefs, today),
        required: true,
      },
      {
        id: 'category',
        label: 'Category',
        kind: 'choice',
        value: 'serious harm',
        choices: CATEGORIES.map((value) => ({ title: value, value })),
      },
      { id: 'aware', label: 'The council became aware', kind: 'day', value: aware ?? today },
      { id: 'notified', label: 'The Panel was notified, if it was', kind: 'day' },
    ],
    confirm: 'Open it',
    verb: 'reviews.open',
    data: { operation: newOperation() },
  });
}

const form = z.object({
  operation: operationSchema,
  ref: z.string().trim().max(60),
  category: z.string().max(40),
  aware: dayField,
  notified: dayField.optional(),
});

/** References are letters, digits and hyphens with a number in them: no words of a case. */
const REF = /^(?=.*\d)[A-Za-z]{1,6}(?:-[A-Za-z\d]{1,8}){1,3}$/;

/** *Open it*. Pressed again, it shows the review that the first press opened. */
export async function openNewReview(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const { ref: typed, operation, category, aware, notified } = readForm('reviews.open', form, data);
  const { directory } = asker;
  const { id, yearStart } = directory.partnership;
  if (!isKeeper(asker)) return mayNot(directory, 'a rapid review is opened by an administrator');
  const ref = typed.toUpperCase();
  if (!REF.test(ref))
    return {
      text: 'Nothing was recorded: a reference is letters and numbers such as RR-2021-02, no words of the case.',
    };
  if (!aware)
    return {
      text: 'Nothing was recorded: please say when the council became aware; the clocks run from that day.',
    };
  const actor = toActor(asker, ports);
  const wanted = {
    ref,
    year: yearContaining(aware, yearStart),
    category,
    awareOn: aware,
    ...(notified && { notifiedOn: notified }),
  };
  const opened = once({ ref, summaries: [], rounds: [], presses: [] }, operation, () =>
    openReview(wanted, actor),
  );
  if (!opened.ok) return notDone(opened.refusal);
  const review = { ...opened.value.review, presses: [operation] };
  if ((await ports.reviews.open(id, { ...opened.value, review })) === 'taken')
    return {
      text: `Nothing was recorded: there is a rapid review ${ref} already. Please choose another reference.`,
    };
  const stored = await ports.reviews.find(id, ref);
  const detail = { intent: 'rapid_review_detail', filters: { reviewRef: ref }, args: {} };
  const reply = await reviewReply(asker, detail, stored?.review ?? review, ports);
  return { ...reply, text: `Opened. ${reply.text}` };
}

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
