import type { Activity } from 'botbuilder';
import { z } from 'zod';

/**
 * Ids of Teams have some 100 to 300 characters, all printable ASCII; they go into keys of the
 * storage (1,024 at most) and headers.
 */
const id = z.string().regex(/^[ -~]{0,400}$/);
const words = z.string().nullish();
const account = z.looseObject({
  id: id.min(1),
  aadObjectId: id.nullish(),
  name: words,
  role: words,
});

/**
 * The least that every activity of Teams has: what it is, where it was said, by whom, to whom, and
 * where answers go.
 */
const activitySchema = z.looseObject({
  type: id.min(1),
  id: id.nullish(),
  name: id.nullish(),
  replyToId: id.nullish(),
  channelId: id.min(1),
  serviceUrl: z.url({ protocol: /^https?$/ }).max(1_000),
  conversation: z.looseObject({
    id: id.min(1),
    tenantId: id.nullish(),
    conversationType: id.nullish(),
    isGroup: z.boolean().nullish(),
    name: words,
    role: words,
    aadObjectId: words,
  }),
  locale: words,
  channelData: z.looseObject({ tenant: z.looseObject({ id: id.nullish() }).nullish() }).nullish(),
  membersAdded: z.array(account).nullish(),
  membersRemoved: z.array(account).nullish(),
  from: account,
  recipient: account,
  text: z.string().nullish(),
  entities: z.array(z.looseObject({ type: z.string().nullish() })).nullish(),
});

/** Whether a request's body is an activity of Teams, as far as Convenor reads one. */
export function isActivity(body: unknown): body is Activity {
  return activitySchema.safeParse(body).success;
}

/** What may be logged of an activity: ids, never what was said nor who said it by name. */
export function activityIds({
  id,
  type,
  name,
  conversation,
  from,
}: Activity): Record<string, string | undefined> {
  const invoked = type === 'invoke' ? name : undefined;
  return { activity: id, type, invoked, conversation: conversation.id, from: from.aadObjectId };
}
