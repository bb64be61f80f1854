import { z } from 'zod';
import { lineField } from '../../answers/form.ts';
import { action } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Request } from '../../contract/request.ts';
import {
  giveEvidence,
  linkAction,
  RESPONSES,
  respond,
  sendBack,
  setRepeats,
  unlinkAction,
  verify,
} from '../../domain/recommendation.ts';
import { recommendationRef, verifyPress } from './buttons.ts';
import { listRecommendations, requireRecommendation } from './queries.ts';
import { noSuchRecommendation } from './refusals.ts';
import { changeRecommendation } from './save-recommendation.ts';

const ofOne = { ref: recommendationRef };
const words = lineField.optional().default('');

export const recordResponse = action({
  id: 'recommendations.respond',
  permission: 'recommendations.change',
  input: z.object({ ...ofOne, response: z.enum(RESPONSES), words }),
  handle: (request: Request, { ref, response, words: reason }) =>
    changeRecommendation(request, ref, 'recommendations.change', (each, actor) =>
      respond(each, { response, reason }, actor),
    ),
});

export const recordEvidence = action({
  id: 'recommendations.evidence',
  permission: 'recommendations.change',
  input: z.object({ ...ofOne, words }),
  handle: (request: Request, { ref, words: evidence }) =>
    changeRecommendation(request, ref, 'recommendations.change', (each, actor) =>
      giveEvidence(each, evidence, actor),
    ),
});

/** *Verify*: by a chair or the scrutineer, never by whoever wrote the evidence. */
export const recordVerifying = action({
  ...verifyPress,
  permission: 'recommendations.verify',
  handle: (request: Request, { ref }) =>
    changeRecommendation(request, ref, 'recommendations.verify', verify, 'Verified: it is met.'),
});

export const recordSendingBack = action({
  id: 'recommendations.send-back',
  permission: 'recommendations.verify',
  input: z.object({ ...ofOne, words }),
  handle: (request: Request, { ref, words: reason }) =>
    changeRecommendation(
      request,
      ref,
      'recommendations.verify',
      (each, actor) => sendBack(each, reason, actor),
      'Sent back.',
    ),
});

export const recordLink = action({
  id: 'recommendations.link',
  permission: 'recommendations.change',
  input: z.object({ ...ofOne, action: z.string().trim().max(60) }),
  async handle(request: Request, { ref, action: wanted }): Promise<Answer> {
    const { directory, ports } = request;
    await requireRecommendation(request, ref);
    const found = await ports.actions.findCurrent(directory.partnership.id, wanted.toUpperCase());
    if (!found)
      return {
        text: `Nothing was recorded: no action has the reference ${wanted || 'that was given'}.`,
      };
    return changeRecommendation(
      request,
      ref,
      'recommendations.change',
      (each, actor) => linkAction(each, found.ref, actor),
      `${found.ref} is linked.`,
    );
  },
});

export const recordUnlink = action({
  id: 'recommendations.unlink',
  permission: 'recommendations.change',
  input: z.object({ ...ofOne, action: z.string().max(60) }),
  handle: (request: Request, { ref, action: linked }) =>
    changeRecommendation(
      request,
      ref,
      'recommendations.change',
      (each, actor) => unlinkAction(each, linked, actor),
      `${linked} is no longer linked.`,
    ),
});

export const recordRepeats = action({
  id: 'recommendations.repeats',
  permission: 'recommendations.change',
  input: z.object({ ...ofOne, repeats: z.string().max(100).optional().default('') }),
  async handle(request: Request, { ref, repeats }): Promise<Answer> {
    await requireRecommendation(request, ref);
    const all = await listRecommendations(request);
    const earlier = all.find(({ recommendation }) => recommendation.ref === repeats);
    if (repeats && !earlier) return noSuchRecommendation(repeats);
    const others = all.map(({ recommendation }) => recommendation);
    return changeRecommendation(request, ref, 'recommendations.change', (each, actor) =>
      setRepeats(each, repeats || undefined, others, actor),
    );
  },
});
