import { openButton } from '../../answers/notice-answer.ts';
import { describeReason, formatLimit } from '../../answers/notice-words.ts';
import { aboutRecommendation } from '../../answers/source-questions.ts';
import { truncate } from '../../answers/truncate.ts';
import type { NoticeSource, StoreContext } from '../../contract/notice.ts';
import { addresseesSetting, stepsSetting } from '../../contract/notice-settings.ts';
import type { Day } from '../../domain/dates.ts';
import type { Directory } from '../../domain/directory.ts';
import { overdueStep, stepBeforeDue } from '../../domain/notices/owed-steps.ts';
import { type Recipient, resolveRecipients } from '../../domain/notices/recipients.ts';
import { type Recommendation, responseDueOn } from '../../domain/recommendation.ts';
import { reviewSight, visibleLcsprs } from '../../domain/review-sight.ts';
import { type Source, sourceTitle } from '../../domain/source.ts';
import { listEverySource } from '../sources/queries.ts';
import { formButton } from './buttons.ts';
import { recommendationStore } from './store.ts';

/** A recommendation that nobody has answered, with the last day for it. */
export interface AwaitedResponse {
  readonly recommendation: Recommendation;
  readonly source: Source;
  readonly dueOn: Day;
}

const settings = {
  responseSteps: stepsSetting(10, 5, 1, 0),
  responseTo: addresseesSetting('agency-lead'),
};

const MAX_TITLE = 160;

/**
 * A response that is due: so many working days before, on the day, and weekly once it is late; to
 * who speaks for each agency that it is addressed to.
 */
export const recommendationResponseDue: NoticeSource<AwaitedResponse, typeof settings> = {
  rule: 'response',
  label: 'response to a recommendation due',
  priorityClass: 'ordinary',
  whenInDoubt: 'repeat',
  settings,
  async find(context) {
    const [waiting, sources] = await Promise.all([
      context.store(recommendationStore).range('waiting', 'response', 'response'),
      listEverySource(context),
    ]);
    return waiting.flatMap((each) => toAwaited(each, sources, context));
  },
  async load(ref, context) {
    const recommendation = await context.store(recommendationStore).get(ref);
    if (!recommendation) return undefined;
    return toAwaited(recommendation, await listEverySource(context), context)[0];
  },
  owed({ recommendation: { ref: about }, dueOn }, context) {
    const step =
      overdueStep(dueOn, context) ?? stepBeforeDue(dueOn, context.settings.responseSteps, context);
    return step ? [{ about, step, dueOn }] : [];
  },
  recipients({ recommendation, source }, _step, { settings: { responseTo }, directory }) {
    const { addressedTo } = recommendation;
    const agencies = addressedTo.length > 0 ? addressedTo : [undefined];
    const all = agencies.flatMap((agency) =>
      resolveRecipients(responseTo, { ...(agency && { agency }) }, directory),
    );
    const once = new Map(all.map((each) => [each.person, each]));
    const seeing = [...once.values()].filter((each) => mayKnow(each, source, directory));
    // Where none of them may see the review that asks for it, the administrators answer.
    return seeing.length > 0 || all.length === 0
      ? seeing
      : resolveRecipients(['administrators'], {}, directory);
  },
  item({ reason }, { recommendation, source, dueOn }, { directory, today, bankHolidays }) {
    const { ref, text } = recommendation;
    const when = formatLimit(dueOn, { today, bankHolidays });
    const opens = aboutRecommendation(ref);
    return {
      section: dueOn < today ? 'overdue' : 'due',
      ref,
      title: truncate(text, MAX_TITLE),
      headline: `${ref}: respond ${when}`,
      standing: `respond ${when}`,
      colour: dueOn < today ? 'attention' : 'warning',
      dueOn,
      facts: [{ title: 'Source', value: sourceTitle(source) }],
      reason: describeReason(reason, directory),
      opens,
      buttons: [formButton('Respond…', ref, 'respond'), openButton(opens)],
    };
  },
};

function toAwaited(
  recommendation: Recommendation,
  sources: readonly Source[],
  { bankHolidays }: Pick<StoreContext, 'bankHolidays'>,
): AwaitedResponse[] {
  const source = sources.find(({ id }) => id === recommendation.source);
  if (recommendation.response || !source) return [];
  const dueOn = responseDueOn(recommendation, source, bankHolidays);
  return dueOn ? [{ recommendation, source, dueOn }] : [];
}

/** Whether somebody may know of a source: of one that is a review, whoever may see that review. */
function mayKnow({ person: id }: Recipient, { review }: Source, directory: Directory): boolean {
  if (review === undefined) return true;
  const sight = reviewSight(
    directory.people.filter((person) => person.id === id),
    directory,
  );
  return (
    (directory.reviewRefs.includes(review) && sight.sees(review)) ||
    visibleLcsprs(directory.lcsprs, sight).some(({ name }) => name === review)
  );
}
