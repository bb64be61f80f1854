import type { Activity } from 'botbuilder';
import { z } from 'zod';

const account = z.looseObject({ id: z.string().min(1) });

/** The least that every activity of Teams has: what it is, where it was said, by whom, to whom, and where answers go. */
const activitySchema = z.looseObject({
  type: z.string().min(1),
  id: z.string().optional(),
  channelId: z.string().min(1),
  serviceUrl: z.url(),
  conversation: z.looseObject({ id: z.string().min(1) }),
  from: account,
  recipient: account,
  text: z.string().nullish(),
  entities: z.array(z.looseObject({ type: z.string().nullish() })).nullish(),
});

/** The activity in a request's body, or `undefined` when it is something else. */
export function parseActivity(body: unknown): Activity | undefined {
  const parsed = activitySchema.safeParse(body);
  return parsed.success ? (parsed.data as unknown as Activity) : undefined;
}

/** What may be logged of an activity: ids, never what was said nor who said it by name. */
export function idsOf({ id, type, name, conversation, from }: Activity): Record<string, string | undefined> {
  const invoked = type === 'invoke' ? name : undefined;
  return { activity: id, type, invoked, conversation: conversation.id, from: from.aadObjectId };
}
