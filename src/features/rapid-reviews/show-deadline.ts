import { howFarOff } from '../../answers/meeting-words.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { formatDay } from '../../domain/dates.ts';
import type { RapidReview } from '../../domain/rapid-review.ts';
import { timeTaken } from '../../domain/review-figures.ts';
import { publishBy } from './publication-words.ts';
import { deadlinesIn, type Setting, settingOf, takenInWords } from './review-words.ts';
import { whichReview } from './which-review.ts';

/** “when is the 15 days up on the new one”: both ways of counting, of which the earlier is the deadline. */
export async function showDeadline(
  asker: Asker,
  question: Question,
  ports: Ports,
): Promise<Answer> {
  const which = await whichReview(asker, question, ports);
  if ('reply' in which) return which.reply;
  const { review } = which.found;
  const setting = await settingOf(asker.directory, false, ports);
  return {
    text: [
      timeInWords(review, setting),
      notifyInWords(review, setting),
      publicationInWords(review, setting),
    ]
      .filter(Boolean)
      .join(' '),
    suggestions: [`tell me about ${review.ref}`, `who has not decided on ${review.ref}`],
    thread: { question: { ...question, filters: { ...question.filters, reviewRef: review.ref } } },
  };
}

function timeInWords(review: RapidReview, setting: Setting): string {
  const { today, directory, bankHolidays } = setting;
  const deadlines = deadlinesIn(review, setting);
  const due = deadlines?.due;
  if (!deadlines)
    return `I cannot calculate the deadline of ${review.ref}: its years are beyond the bank holidays that I know.`;
  if (!due)
    return `The records do not say when the council became aware of ${review.ref}, so I cannot tell its deadline.`;
  const other = deadlines.candidates.find((each) => each !== due);
  const from = (way: typeof due) =>
    way.from === 'aware' ? 'from becoming aware' : 'from the notification';
  const began = due.from === 'aware' ? review.awareOn : review.notifiedOn;
  const counted = `${due.length} working days ${from(due)}${began ? ` on ${formatDay(began, today)}` : ''}`;
  const also = other
    ? ` Counted ${from(other)}${other.supposed ? ', if that is on its last day,' : ''} it would be ${formatDay(other.on, today)}; the earlier day is the deadline.`
    : '';
  const taken = timeTaken(review, directory.partnership.clocks, bankHolidays);
  const on = formatDay(due.on, today);
  if (taken) {
    return `${review.ref} was due ${on}, ${counted}, and was finished ${formatDay(taken.finishedOn, today)}: ${takenInWords(taken)}.${also}`;
  }
  const late = due.on < today;
  return `${review.ref} ${late ? 'was' : 'is'} due to the Panel by ${on}, ${howFarOff(due.on, today, bankHolidays)}: ${counted}.${also}`;
}

function notifyInWords(review: RapidReview, setting: Setting): string {
  const by = deadlinesIn(review, setting)?.notifyBy;
  if (review.notifiedOn || !by) return '';
  const { today, bankHolidays } = setting;
  return `The Panel is to be notified by ${formatDay(by, today)}, ${howFarOff(by, today, bankHolidays)}.`;
}

function publicationInWords(
  { ref }: RapidReview,
  { lcsprs, directory, bankHolidays, today }: Setting,
): string {
  const open = lcsprs.filter(
    ({ cases, published, withheld }) => cases.includes(ref) && !published && !withheld,
  );
  return open
    .flatMap((lcspr) => {
      const due = publishBy(lcspr, directory.partnership, bankHolidays);
      return due ? [`${lcspr.name} is to be published by ${formatDay(due, today)}.`] : [];
    })
    .join(' ');
}
