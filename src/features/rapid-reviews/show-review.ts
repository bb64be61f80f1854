import { listed, sentenceCase } from '../../answers/words.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { type Action, isOpen } from '../../domain/action.ts';
import { formatDay, formatDayWithYear } from '../../domain/dates.ts';
import { agencyName } from '../../domain/directory.ts';
import {
  currentDecision,
  currentResponse,
  lastRound,
  type RapidReview,
} from '../../domain/rapid-review.ts';
import { timeTaken } from '../../domain/review-figures.ts';
import { positionRows } from './position-rows.ts';
import { publicationFacts } from './publication-words.ts';
import { hearsPositions, isKeeper } from './review-access.ts';
import { timelineOf } from './review-timeline.ts';
import type { ReviewView } from './review-views.ts';
import {
  colourOf,
  deadlineFacts,
  responseInWords,
  returnsInWords,
  type Setting,
  settingOf,
  sourceOf,
  standingInWords,
  takenInWords,
  titleOf,
} from './review-words.ts';
import { stepsOf } from './steps.ts';
import { whichReview } from './which-review.ts';

/** “whats the story with rr4”: everything that is known of one review, as a timeline. */
export async function showReview(asker: Asker, question: Question, ports: Ports): Promise<Answer> {
  const which = await whichReview(asker, question, ports);
  return 'reply' in which ? which.reply : reviewReply(asker, question, which.found.review, ports);
}

/** One review as a card, with what was asked of it said first. */
export async function reviewReply(
  asker: Asker,
  question: Question,
  review: RapidReview,
  ports: Ports,
): Promise<Answer> {
  const { directory, person } = asker;
  const { id } = directory.partnership;
  const setting = await settingOf(directory, hearsPositions(asker), ports);
  const covering = setting.lcsprs.filter(({ cases }) => cases.includes(review.ref));
  const [raised, own, ...ofLcsprs] = await Promise.all([
    ports.actions.list(id, { review: review.ref }, setting.today),
    ports.reviews.history(id, review.ref),
    ...covering.map(({ name }) => ports.reviews.lcsprHistory(id, name)),
  ]);
  const notes = [...(own ?? []), ...ofLcsprs.flat()];
  const { sees } = setting;
  const rounds = review.rounds.filter(({ partners }) => sees && partners.length > 0).toReversed();
  const view: ReviewView = {
    source: sourceOf(setting),
    ref: review.ref,
    headline: titleOf(review),
    standing: sentenceCase(standingInWords(review, setting)),
    colour: colourOf(review, setting),
    facts: [...factsOf(review, setting), ...actionFacts(raised)],
    rounds: rounds.map((round) => ({
      title: review.rounds.length > 1 ? `Positions, round ${round.number}` : 'Positions',
      rows: positionRows(round, directory, { sees, agency: person.agency }),
    })),
    timeline: timelineOf(review, notes, setting),
    steps: isKeeper(asker) && asker.place.kind === 'personal' ? stepsOf(review, covering) : [],
    suggestions: [
      ...(lastRound(review)?.confirmed ? [] : [`who has not decided on ${review.ref}`]),
      `deadline for ${review.ref}`,
      `actions from ${review.ref}`,
    ],
  };
  return {
    text: summary(review, question.args.field, setting),
    card: { name: 'review', view, plain: plainOf(view) },
    suggestions: view.suggestions,
    thread: {
      question: { intent: 'rapid_review_detail', filters: { reviewRef: review.ref }, args: {} },
    },
  };
}

function summary(review: RapidReview, field: string | undefined, setting: Setting): string {
  const standing = standingInWords(review, setting);
  if (field === 'nationalPanel')
    return `${panelInWords(review, setting)} ${sentenceCase(standing)}.`;
  const category = review.category ? ` (${review.category})` : '';
  return `${review.ref}${category}: ${standing}.${field === 'history' ? ' Its story is below.' : ''}`;
}

/** “did the panel agree”: what it said to the first round, and to the last where that is another. */
function panelInWords(review: RapidReview, { today, sees }: Setting): string {
  const said = review.rounds.flatMap((round) => {
    const answer = currentResponse(round);
    const decision = sees ? currentDecision(round) : undefined;
    const on = round.response?.on ? ` on ${formatDay(round.response.on, today)}` : '';
    return answer ? [`${responseInWords(answer)}${on}${decision ? `, to “${decision}”` : ''}`] : [];
  });
  if (said.length > 0) return `${review.ref}: ${said.join('; then ')}.`;
  const sent = lastRound(review)?.sent;
  return `The Panel has not answered to ${review.ref}${sent ? `, which was sent ${formatDay(sent.on, today)}` : ''}.`;
}

function factsOf(review: RapidReview, setting: Setting): ReviewView['facts'] {
  const { directory, today, bankHolidays, sees } = setting;
  const taken = timeTaken(review, directory.partnership.clocks, bankHolidays);
  const suggesting = review.rounds.at(-1)?.confirmed?.national ?? [];
  const facts: [string, string | undefined][] = [
    ['Aware', review.awareOn ? formatDayWithYear(review.awareOn) : 'Not recorded'],
    ['Notified', review.notifiedOn ? formatDayWithYear(review.notifiedOn) : 'Not recorded'],
    ['Returns', review.summaries.length > 0 ? returnsInWords(review, directory, today) : undefined],
    ['Finished', taken && `${formatDayWithYear(taken.finishedOn)}, ${takenInWords(taken)}`],
    [
      'National',
      sees && suggesting.length > 0
        ? `suggested by ${listed(suggesting.map((each) => agencyName(directory, each)))}`
        : undefined,
    ],
    ['Outcome', sees ? review.outcome : undefined],
  ];
  const known = facts.flatMap(([title, value]) => (value ? [{ title, value }] : []));
  return [
    ...known.slice(0, 2),
    ...deadlineFacts(review, setting),
    ...known.slice(2),
    ...publicationFacts(review, setting),
  ];
}

/** How many actions and how much learning came of it; which, is one question away. */
function actionFacts(raised: readonly Action[]): ReviewView['facts'] {
  const open = raised.filter(isOpen).length;
  return raised.length > 0
    ? [{ title: 'Actions', value: `${raised.length}, ${open} of them open` }]
    : [];
}

function plainOf({ headline, standing, facts, rounds, timeline }: ReviewView): string {
  return [
    `${headline}. ${standing}.`,
    ...facts.map(({ title, value }) => `${title}: ${value}.`),
    ...rounds.flatMap(({ title, rows }) => [
      `${title}:`,
      ...rows.map((row) => `${row.agency}: ${row.answer}. ${row.detail}`),
    ]),
    ...timeline.map(({ when, what }) => `${when}: ${what}.`),
  ].join('\n');
}
