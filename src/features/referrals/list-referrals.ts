import { ask } from '../../answers/questions.ts';
import { formatCount, sentenceCase } from '../../answers/words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { formatDayWithYear } from '../../domain/dates.ts';
import { resolveYear, yearContaining } from '../../domain/partnership-year.ts';
import { reviewSight } from '../../domain/review-sight.ts';
import { referralStore } from './store.ts';

/** So many fit a phone; the others are counted. */
const MAX_ROWS = 20;

/** “how many referrals did not become reviews”: for those who see every rapid review. */
export async function listReferrals(request: Request, question: Question): Promise<Answer> {
  const { directory, today, readers, store } = request;
  const suggestions = [{ title: 'Rapid reviews', ...ask('rapid_review_list') }];
  if (!reviewSight(readers, directory).isWhole)
    return {
      text: 'I have no referral to show here. They are for those who see every rapid review, in their own chat with me.',
      suggestions,
    };
  const { yearStart } = directory.partnership;
  const { year: asked } = question.filters;
  const year = asked ? resolveYear(asked, today, yearStart) : undefined;
  const referrals = (await store(referralStore).list())
    .filter(({ on }) => !year || yearContaining(on, yearStart) === year)
    .toSorted((a, b) => b.on.localeCompare(a.on));
  const when = year ? ` in ${year}` : '';
  const count = formatCount(referrals.length, 'referral');
  return {
    text:
      referrals.length === 0
        ? `No referral that did not become a rapid review is recorded${when}.`
        : `${count}${when} did not become a rapid review.`,
    heading: sentenceCase(`${count}${when}`),
    about: 'referrals that did not become rapid reviews',
    sections: [
      {
        rows: referrals.slice(0, MAX_ROWS).map(({ id, on, from, whyNot }) => ({
          ref: id,
          title: from,
          line: formatDayWithYear(on),
          details: whyNot,
        })),
        note: referrals.length > MAX_ROWS ? `The latest ${MAX_ROWS} of ${referrals.length}` : '',
      },
    ],
    suggestions,
    thread: { question },
  };
}
