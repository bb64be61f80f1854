import { choiceField, pleaseCheck } from '../../answers/form.ts';
import { formatSource } from '../../answers/recommendation-words.ts';
import { aboutRecommendation } from '../../answers/source-questions.ts';
import { action } from '../../contract/action.ts';
import type { Answer, Field } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import type { Permission } from '../../domain/access.ts';
import type { KnownRecommendation } from '../../domain/recommendation.ts';
import { RESPONSES } from '../../domain/recommendation.ts';
import { sourceTitle } from '../../domain/source.ts';
import { type FormName, openRecommendationForm } from './buttons.ts';
import { listRecommendations, requireRecommendation } from './queries.ts';
import { proposeRaising } from './raise-action.ts';
import {
  recordEvidence,
  recordLink,
  recordRepeats,
  recordResponse,
  recordSendingBack,
  recordUnlink,
} from './record-recommendation.ts';
import { mayDo, mayNot, notRecorded } from './refusals.ts';
import { findNamed, recommendationAnswer } from './show-recommendation.ts';
import { themesForm } from './tag-themes.ts';

const NEEDS: Readonly<Record<FormName, Permission>> = {
  respond: 'recommendations.change',
  evidence: 'recommendations.change',
  link: 'recommendations.change',
  unlink: 'recommendations.change',
  repeats: 'recommendations.change',
  themes: 'recommendations.change',
  'send-back': 'recommendations.verify',
  raise: 'recommendations.change',
};

/** What a message said already, with which a form begins. */
interface Begun {
  readonly response?: string;
  readonly words?: string;
  readonly action?: string;
  readonly repeats?: string;
}

/** *Respond…*, *Give evidence…*, *Link an action…* and the others: each a form of its own. */
export const openForm = action({
  ...openRecommendationForm,
  permission: { field: 'form', is: NEEDS },
  async handle(request: Request, { ref, form }): Promise<Answer> {
    return recommendationForm(request, await requireRecommendation(request, ref), form);
  },
});

/** “respond to OF15-04: accepted”, “link SA-019 to OF15-04”: the form with what was said. */
export async function proposeChange(request: Request, { args }: Question): Promise<Answer> {
  const found = await findNamed(request, args.recommendation);
  if ('answer' in found) return found.answer;
  const { ref } = found.known.recommendation;
  if (args.mode === 'verify') return proposeVerifying(request, found.known);
  const words = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const mode = String(args.mode);
  const form = MODES[mode] ?? 'respond';
  const begun: Begun = {
    response: mode === 'reject' ? 'not accepted' : 'accepted',
    ...(words(args.title) && { words: words(args.title) ?? '' }),
    ...(words(args.action) && words(args.action) !== ref && { action: words(args.action) ?? '' }),
    ...(words(args.repeats) && { repeats: words(args.repeats) ?? '' }),
  };
  return recommendationForm(request, found.known, form, begun);
}

const MODES: Readonly<Record<string, FormName>> = {
  respond: 'respond',
  reject: 'respond',
  evidence: 'evidence',
  link: 'link',
  unlink: 'unlink',
  repeats: 'repeats',
  theme: 'themes',
  'send-back': 'send-back',
  raise: 'raise',
};

async function recommendationForm(
  request: Request,
  known: KnownRecommendation,
  form: FormName,
  begun: Begun = {},
): Promise<Answer> {
  const { recommendation } = known;
  const { ref } = recommendation;
  if (!mayDo(request, NEEDS[form], recommendation)) return mayNot(NEEDS[form]);
  const line = (label: string, required: boolean): Field => ({
    id: 'words',
    label,
    kind: 'lines',
    value: begun.words ?? '',
    required,
  });
  switch (form) {
    case 'raise':
      return proposeRaising(request, known);
    case 'themes':
      return themesForm(request, known);
    case 'respond':
      return ask(`Respond to ${ref}?`, known, {
        fields: [
          {
            ...choiceField('response', 'Response', RESPONSE_CHOICES, begun.response ?? 'accepted'),
            required: true,
          },
          line('Reason (needed if not accepted)', false),
        ],
        submit: recordResponse.button('Record response', { ref }),
      });
    case 'evidence':
      return ask(`What came of ${ref}?`, known, {
        fields: [line('What changed for children or for practice', true)],
        submit: recordEvidence.button('Record evidence', { ref }),
      });
    case 'send-back':
      return ask(`Send ${ref} back?`, known, {
        fields: [line('Reason', true)],
        submit: recordSendingBack.button('Send back', { ref }),
      });
    case 'link':
      return ask(`Link an action to ${ref}?`, known, {
        fields: [
          {
            id: 'action',
            label: 'Reference of the action',
            kind: 'text',
            value: begun.action ?? '',
            required: true,
          },
        ],
        submit: recordLink.button('Link action', { ref }),
      });
    case 'unlink': {
      const actions = recommendation.actions.map((id) => ({
        id,
        name: [id, known.actions.find((each) => each.ref === id)?.title].filter(Boolean).join(' '),
      }));
      if (actions.length === 0) return notRecorded('not-linked');
      const chosen = actions.find(({ id }) => id === begun.action?.toUpperCase()) ?? actions[0];
      return ask(`Unlink an action from ${ref}?`, known, {
        fields: [choiceField('action', 'Action', actions, chosen?.id)],
        submit: recordUnlink.button('Unlink action', { ref }),
      });
    }
    case 'repeats': {
      const others = (await listRecommendations(request)).filter((each) => isEarlier(each, known));
      const choices = others.map((each) => ({
        id: each.recommendation.ref,
        name: `${each.recommendation.ref}, ${sourceTitle(each.source)}`,
      }));
      const said = choices.find(({ id }) => id.toLowerCase() === begun.repeats?.toLowerCase());
      return ask(`Which does ${ref} repeat?`, known, {
        fields: [
          choiceField(
            'repeats',
            'Earlier recommendation',
            choices,
            said?.id ?? recommendation.repeats,
            'None',
          ),
        ],
        submit: recordRepeats.button('Record', { ref }),
      });
    }
  }
}

const RESPONSE_CHOICES = RESPONSES.map((id) => ({
  id,
  name: id === 'accepted' ? 'Accepted' : 'Not accepted',
}));

/** What a recommendation may repeat: one of another source that is not later. */
const isEarlier = (each: KnownRecommendation, known: KnownRecommendation): boolean =>
  each.source.id !== known.source.id &&
  (!each.source.on || !known.source.on || each.source.on <= known.source.on);

function ask(
  heading: string,
  { recommendation, source }: KnownRecommendation,
  form: NonNullable<Answer['form']>,
): Answer {
  return {
    text: pleaseCheck(heading),
    heading,
    sentence: `${recommendation.text} (${formatSource(source)}). Please leave out names and details of children.`,
    form,
    thread: aboutRecommendation(recommendation.ref),
  };
}

/** “verify OF15-04”: the evidence, with the button that says it is met. */
async function proposeVerifying(request: Request, known: KnownRecommendation): Promise<Answer> {
  if (!mayDo(request, 'recommendations.verify', known.recommendation))
    return mayNot('recommendations.verify');
  return recommendationAnswer(request, known);
}
