import { z } from 'zod';
import { dayField, lineField, readForm, toActor } from '../../answers/form.ts';
import { listed } from '../../answers/words.ts';
import { type Answer, type Asker, UnreadableInput } from '../../contract/feature.ts';
import { operationSchema } from '../../contract/operation.ts';
import type { Ports } from '../../contract/ports.ts';
import { isPermittedOn } from '../../domain/access.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { RapidReview } from '../../domain/rapid-review.ts';
import {
  delay,
  type Lcspr,
  type LcsprChange,
  type LcsprRefusal,
  onceForLcspr,
  publish,
  startLcspr,
  withhold,
} from '../../domain/rapid-review-lcspr.ts';
import { type Changed, noteSummary, notify, once, scope } from '../../domain/rapid-review-life.ts';
import { correct, respond, send } from '../../domain/rapid-review-panel.ts';
import { publishBy } from './publication-words.ts';
import { notDone } from './refusals.ts';
import { isKeeper, mayNot } from './review-access.ts';
import { deadlinesIn, type Setting, settingOf } from './review-words.ts';
import { reviewReply } from './show-review.ts';
import { STEPS, type Step } from './steps.ts';
import { tellOfScope } from './tell-partners.ts';
import { DECISION } from './which-review.ts';

const form = z.object({
  review: z.string().min(1).max(60),
  step: z.enum(Object.keys(STEPS) as [Step, ...Step[]]),
  operation: operationSchema,
  on: dayField.optional(),
  due: dayField.optional(),
  reason: lineField.optional(),
  agencies: z.string().max(4000).optional(),
  agency: z.string().max(200).optional(),
  state: z.enum(['returned', 'nothing known', 'late']).optional(),
  response: z.enum(['agreed', 'asked to reconsider', 'national review']).optional(),
  decision: z.enum(['LCSPR', 'no LCSPR']).optional(),
  name: z.string().trim().max(60).optional(),
  join: z.string().max(60).optional(),
});
type Form = z.output<typeof form>;

/** *Confirm* of a step: an administrator writes what happened. Pressed again, it shows what the first press came to. */
export async function recordStep(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const filled = readForm('reviews.record', form, data);
  if (!isKeeper(asker)) return mayNot(asker.directory, 'that is recorded by an administrator');
  const lcspr = LCSPR_STEPS[filled.step];
  return lcspr ? changeLcspr(asker, filled, lcspr, ports) : changeReview(asker, filled, ports);
}

async function changeReview(asker: Asker, filled: Form, ports: Ports): Promise<Answer> {
  const { directory } = asker;
  const { id } = directory.partnership;
  const actor = toActor(asker, ports);
  const setting = await settingOf(directory, true, ports);
  const outcome = await ports.reviews.change(id, filled.review, (review) =>
    once(review, filled.operation, (current) => decide(current, filled, actor, setting)),
  );
  if (!outcome.ok) return notDone(outcome.refusal);
  const { review, before } = outcome.value;
  ports.liveCards.changed({ partnership: id, kind: DECISION, id: review.ref });
  const asked =
    review === before
      ? []
      : review.summaries.filter(
          (each) => !before.summaries.includes(each) && each.state === 'asked',
        );
  const [first] = asked;
  const unreached = first
    ? await tellOfScope(
        asker,
        { ref: review.ref, agencies: asked.map(({ agency }) => agency), dueOn: first.dueOn },
        ports,
      )
    : [];
  const left =
    unreached.length > 0
      ? ` Nobody of ${listed(unreached, 'or')} could be reached in a chat of their own; please ask them yourself.`
      : '';
  return shown(asker, review, ports, left);
}

function decide(review: RapidReview, filled: Form, actor: Actor, setting: Setting): Changed {
  const {
    step,
    on = actor.today,
    due = actor.today,
    reason = '',
    agency = '',
    state,
    response,
    decision,
  } = filled;
  switch (step) {
    case 'notify':
      return notify(review, on, actor);
    case 'scope': {
      const known = new Set(setting.directory.agencies.map(({ id }) => id));
      const agencies = (filled.agencies ?? '').split(',').filter((each) => known.has(each));
      return scope(review, { agencies, dueOn: due }, actor);
    }
    case 'summary':
      return noteSummary(review, { agency, state: state ?? 'returned' }, actor);
    case 'send':
      return send(
        review,
        { on, why: reason, deadline: deadlinesIn(review, setting)?.due?.on },
        actor,
      );
    case 'respond':
      return respond(review, { answer: response ?? 'agreed', on }, actor);
    default:
      return correct(review, { decision, response, reason }, actor);
  }
}

type LcsprStep = (
  lcspr: Lcspr | undefined,
  filled: Form,
  actor: Actor,
  setting: Setting,
) => Outcome<LcsprChange, LcsprRefusal>;

const LCSPR_STEPS: Partial<Readonly<Record<Step, LcsprStep>>> = {
  lcspr: (lcspr, { review: ref, on, name = '', join }, actor) =>
    startLcspr(lcspr, { name: join || name, ref, on: on ?? actor.today }, actor),
  publish: (lcspr, { on, reason }, actor, { directory, bankHolidays }) => {
    const due = lcspr && publishBy(lcspr, directory.partnership, bankHolidays);
    return publish(lcspr, { on: on ?? actor.today, reason, due }, actor);
  },
  delay: (lcspr, { due, reason = '' }, actor) => delay(lcspr, due ?? actor.today, reason, actor),
  withhold: (lcspr, { reason = '' }, actor) => withhold(lcspr, reason, actor),
};

async function changeLcspr(
  asker: Asker,
  filled: Form,
  step: LcsprStep,
  ports: Ports,
): Promise<Answer> {
  const { directory } = asker;
  const { id } = directory.partnership;
  const name = filled.join || filled.name;
  if (!name)
    return {
      text: 'Nothing was recorded: please name the LCSPR, such as LCSPR-A; no name of a child.',
    };
  const stored = await ports.reviews.find(id, filled.review);
  if (!stored) throw new UnreadableInput('reviews.record');
  const [actor, setting] = [toActor(asker, ports), await settingOf(directory, true, ports)];
  const outcome = await ports.reviews.changeLcspr(id, name, (lcspr) =>
    onceForLcspr(lcspr, filled.operation, (current) => step(current, filled, actor, setting)),
  );
  if (!outcome.ok) return notDone(outcome.refusal);
  return shown(asker, stored.review, ports, '');
}

async function shown(
  asker: Asker,
  review: RapidReview,
  ports: Ports,
  more: string,
): Promise<Answer> {
  const detail = { intent: 'rapid_review_detail', filters: { reviewRef: review.ref }, args: {} };
  const reply = await reviewReply(asker, detail, review, ports);
  return { ...reply, text: `Recorded. ${reply.text}${more}` };
}

const returned = z.object({
  review: z.string().min(1).max(60),
  agency: z.string().min(1).max(200),
  operation: operationSchema,
  state: z.enum(['returned', 'nothing known']),
});

/** *Say so*: somebody of an agency says that its summary has been sent, or that it knows nothing. */
export async function returnSummary(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const { review: ref, agency, operation, state } = readForm('reviews.return', returned, data);
  const { directory, person } = asker;
  if (!isPermittedOn(person, 'reviews.return', { agency }))
    return mayNot(directory, 'a summary is noted by the agency that was asked or an administrator');
  const actor = toActor(asker, ports);
  const outcome = await ports.reviews.change(directory.partnership.id, ref, (review) =>
    once(review, operation, (current) => noteSummary(current, { agency, state }, actor)),
  );
  if (!outcome.ok) return notDone(outcome.refusal);
  ports.liveCards.changed({ partnership: directory.partnership.id, kind: DECISION, id: ref });
  return {
    text: `Recorded, thank you: ${state === 'returned' ? 'your summary has been sent' : 'your agency knows nothing of the case'}, for ${ref}.`,
  };
}
