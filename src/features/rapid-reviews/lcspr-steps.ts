import { choiceField } from '../../answers/form.ts';
import type { Field } from '../../contract/answer.ts';
import { isUnderWay, type Lcspr } from '../../domain/lcspr.ts';
import { delay, publish, startLcspr, withhold } from '../../domain/lcspr-commands.ts';
import {
  currentDecision,
  currentResponse,
  isClosed,
  lastRound,
  type RapidReview,
} from '../../domain/rapid-review.ts';
import { lcsprsCovering, publicationDeadline } from '../lcsprs/queries.ts';
import type { ReviewContext } from './find-review.ts';
import { type LcsprStep, onField, reasonField } from './step.ts';

const isAnyUnderWay = (_: RapidReview, covering: readonly Lcspr[]) => covering.some(isUnderWay);

/** The steps of the LCSPR to which a review leads. */
export const LCSPR_STEPS = {
  lcspr: {
    title: 'An LCSPR was started or joined',
    isPossible(review) {
      const round = lastRound(review);
      return (
        round !== undefined &&
        isClosed(round) &&
        (currentDecision(round) === 'LCSPR' || currentResponse(round) !== 'agreed')
      );
    },
    fields({ ref }, { lcsprs, today }) {
      const others = lcsprs.filter((lcspr) => !lcspr.cases.includes(ref) && isUnderWay(lcspr));
      return [
        { id: 'name', label: 'Name of a new one', kind: 'text' },
        choiceField('join', 'Join one that is under way', named(others), '', 'No, a new one'),
        onField(today),
      ];
    },
    recordOnLcspr: (lcspr, { review: ref, on, name = '', join }, actor) =>
      startLcspr(lcspr, { name: join || name, ref, on: on ?? actor.today }, actor),
  },
  publish: {
    title: 'The LCSPR was published',
    isPossible: isAnyUnderWay,
    fields: ({ ref }, context) => [
      lcsprField(ref, context),
      onField(context.today),
      reasonField('If it is late: why'),
    ],
    recordOnLcspr: (lcspr, { on, reason }, actor, context) =>
      publish(
        lcspr,
        { on: on ?? actor.today, reason, due: lcspr && publicationDeadline(lcspr, context) },
        actor,
      ),
  },
  delay: {
    title: 'Publication is delayed',
    isPossible: isAnyUnderWay,
    fields: ({ ref }, context) => [
      lcsprField(ref, context),
      { id: 'due', label: 'Until', kind: 'day' },
      reasonField('Why, such as criminal proceedings or the family', true),
    ],
    recordOnLcspr: (lcspr, { due, reason = '' }, actor) =>
      delay(lcspr, due ?? actor.today, reason, actor),
  },
  withhold: {
    title: 'The LCSPR will not be published',
    isPossible: isAnyUnderWay,
    fields: ({ ref }, context) => [lcsprField(ref, context), reasonField('Why', true)],
    recordOnLcspr: (lcspr, { reason = '' }, actor) => withhold(lcspr, reason, actor),
  },
} satisfies Readonly<Record<string, LcsprStep>>;

/** Which LCSPR: one that covers the case, or any where none does. */
function lcsprField(ref: string, context: ReviewContext): Field {
  const covering = lcsprsCovering(ref, context);
  const open = (covering.length > 0 ? covering : context.lcsprs).filter(isUnderWay);
  return choiceField('name', 'LCSPR', named(open), open[0]?.name);
}

const named = (lcsprs: readonly Lcspr[]) => lcsprs.map(({ name }) => ({ id: name, name }));
