import { z } from 'zod';
import type { Field } from '../../answers/confirm-view.ts';
import { choiceField, confirmation } from '../../answers/form.ts';
import { type Answer, type Asker, UnreadableInput } from '../../contract/feature.ts';
import { newOperation } from '../../contract/operation.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { agencyName, type Directory } from '../../domain/directory.ts';
import {
  currentDecision,
  currentResponse,
  lastRound,
  type RapidReview,
} from '../../domain/rapid-review.ts';
import { awaited } from '../../domain/rapid-review-life.ts';
import { addWorkingDays } from '../../domain/working-days.ts';
import { proposeReviewAction } from './raise-action.ts';
import { isKeeper, mayNot } from './review-access.ts';
import { type Setting, settingOf, titleOf } from './review-words.ts';
import { STEPS, type Step, stepsOf } from './steps.ts';
import { whichReview } from './which-review.ts';

const chosen = z.object({
  review: z.string().min(1).max(60),
  step: z.enum(Object.keys(STEPS) as [Step, ...Step[]]),
});

/** *Record it* on a review’s card: the form for what happened. */
export async function proposeStep(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const parsed = chosen.safeParse(data);
  if (!parsed.success) throw new UnreadableInput('reviews.step');
  const found = await ports.reviews.find(asker.directory.partnership.id, parsed.data.review);
  if (!found) throw new UnreadableInput('reviews.step');
  return stepForm(asker, found.review, parsed.data.step, ports);
}

/** “panel have asked us to look again at rr 4, log it”: the Panel’s answer, to be confirmed. */
export async function proposeResponse(
  asker: Asker,
  question: Question,
  ports: Ports,
): Promise<Answer> {
  const which = await whichReview(asker, question, ports);
  if ('reply' in which) return which.reply;
  const { review } = which.found;
  const round = lastRound(review);
  if (!round?.confirmed)
    return {
      text: `${review.ref} has not been decided, so the Panel cannot have answered to it. Nothing was recorded.`,
    };
  const known = currentResponse(round);
  const steps = stepsOf(review, []).map(({ id }) => id);
  if (!known && !steps.includes('respond'))
    return {
      text: `${review.ref} has not been sent to the Panel yet, by the records. Record that first; nothing was recorded now.`,
      suggestions: [`tell me about ${review.ref}`],
    };
  return stepForm(asker, review, known ? 'correct' : 'respond', ports, question.args.response);
}

async function stepForm(
  asker: Asker,
  review: RapidReview,
  step: Step,
  ports: Ports,
  response?: string,
): Promise<Answer> {
  if (!isKeeper(asker)) return mayNot(asker.directory, 'that is recorded by an administrator');
  if (step === 'correct' && asker.place.kind !== 'personal')
    return {
      text: 'That is recorded already. To correct it, please ask me in your personal chat, for the form names the decision.',
    };
  if (step === 'action') return proposeReviewAction(asker, review, ports);
  const setting = await settingOf(asker.directory, true, ports);
  return confirmation(asker, ports, {
    headline: `${STEPS[step]}: ${titleOf(review)}?`,
    sentence: 'Nothing is recorded until you confirm. No name, age or story of a child, please.',
    fields: fieldsOf(step, review, setting, response),
    confirm: 'Confirm',
    verb: 'reviews.record',
    data: { review: review.ref, step, operation: newOperation() },
  });
}

/** Summaries are asked for within a working week, unless another day is chosen. */
const SUMMARY_DAYS = 5;

const RESPONSES = [
  { title: 'It agrees', value: 'agreed' },
  { title: 'It asks to reconsider', value: 'asked to reconsider' },
  { title: 'It does its own national review', value: 'national review' },
];
const DECISIONS = ['LCSPR', 'no LCSPR'].map((value) => ({ title: value, value }));

function fieldsOf(
  step: Exclude<Step, 'action'>,
  review: RapidReview,
  { today, directory, lcsprs, bankHolidays }: Setting,
  response?: string,
): Field[] {
  const on: Field = { id: 'on', label: 'Day', kind: 'day', value: today };
  const reason = (label: string, required = false): Field => ({
    id: 'reason',
    label,
    kind: 'lines',
    required,
  });
  const covering = lcsprs.filter(({ cases }) => cases.includes(review.ref));
  const open = (covering.length > 0 ? covering : lcsprs).filter(
    ({ published, withheld }) => !published && !withheld,
  );
  const name = choiceField(
    'name',
    'LCSPR',
    open.map((lcspr) => ({ id: lcspr.name, name: lcspr.name })),
    open[0]?.name,
  );
  switch (step) {
    case 'notify':
      return [on];
    case 'scope': {
      const due = addWorkingDays(today, SUMMARY_DAYS, bankHolidays);
      return [
        {
          id: 'agencies',
          label: 'Agencies that were involved',
          kind: 'choices',
          choices: agenciesOf(directory),
        },
        { id: 'due', label: 'Summaries due', kind: 'day', value: due.ok ? due.value : today },
      ];
    }
    case 'summary': {
      const left = awaited(review).map((id) => ({ id, name: agencyName(directory, id) }));
      const states = ['returned', 'nothing known', 'late'].map((id) => ({ id, name: id }));
      return [
        choiceField('agency', 'Agency', left, left[0]?.id),
        choiceField('state', 'Its summary', states, 'returned'),
      ];
    }
    case 'send':
      return [on, reason('If it is after the deadline: why')];
    case 'respond':
      return [
        {
          id: 'response',
          label: 'What the Panel said',
          kind: 'choice',
          value: response ?? 'agreed',
          choices: RESPONSES,
        },
        on,
      ];
    case 'lcspr': {
      const known = lcsprs.filter(
        ({ cases, published, withheld }) => !cases.includes(review.ref) && !published && !withheld,
      );
      const join = choiceField(
        'join',
        'Join one that is under way',
        known.map((lcspr) => ({ id: lcspr.name, name: lcspr.name })),
        '',
        'No, a new one',
      );
      return [{ id: 'name', label: 'Name of a new one', kind: 'text' }, join, on];
    }
    case 'publish':
      return [name, on, reason('If it is late: why')];
    case 'delay':
      return [
        name,
        { id: 'due', label: 'Until', kind: 'day' },
        reason('Why, such as criminal proceedings or the family', true),
      ];
    case 'withhold':
      return [name, reason('Why', true)];
    case 'correct': {
      const round = lastRound(review);
      const said = round && currentResponse(round);
      return [
        {
          id: 'decision',
          label: 'It should say',
          kind: 'choice',
          value: (round && currentDecision(round)) ?? 'LCSPR',
          choices: DECISIONS,
        },
        ...(said
          ? [
              {
                id: 'response',
                label: 'What the Panel said',
                kind: 'choice' as const,
                value: response ?? said,
                choices: RESPONSES,
              },
            ]
          : []),
        reason('Why; what it says now is kept', true),
      ];
    }
  }
}

function agenciesOf({ agencies }: Directory) {
  return agencies.map(({ id, name }) => ({ title: name, value: id }));
}
