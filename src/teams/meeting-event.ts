import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { MeetingEvent } from '../contract/feature.ts';

const participants = z.object({
  members: z.array(
    z.object({
      user: z.looseObject({
        id: z.string().optional(),
        name: z.string().nullish(),
        aadObjectId: z.string().nullish(),
        tenantId: z.string().nullish(),
      }),
    }),
  ),
});

const EVENT_PREFIX = 'application/vnd.microsoft.meeting';

/** Reads what Teams reports of a meeting in its chat; `undefined` for all other events. */
export function parseMeetingEvent({
  name,
  value,
  conversation,
}: Activity): MeetingEvent | undefined {
  switch (name) {
    case `${EVENT_PREFIX}Start`:
      return { what: 'started' };
    case `${EVENT_PREFIX}End`:
      return { what: 'ended' };
    case `${EVENT_PREFIX}ParticipantJoin`:
    case `${EVENT_PREFIX}ParticipantLeave`: {
      const parsed = participants.safeParse(value);
      if (!parsed.success) return undefined;
      const people = parsed.data.members.map(({ user }) => ({
        identity: {
          tenantId: (user.tenantId ?? conversation.tenantId ?? '').toLowerCase(),
          objectId: user.aadObjectId?.toLowerCase() || `not-in-directory:${user.id ?? 'unknown'}`,
        },
        name: user.name || 'Somebody without a name',
      }));
      return { what: name.endsWith('Join') ? 'joined' : 'left', people };
    }
    default:
      return undefined;
  }
}
