import type { Answer } from '../contract/answer.ts';
import type { Inbound, MeetingEvent } from '../contract/feature.ts';
import { personalIn } from '../domain/personal-in.ts';
import { looksPersonal } from '../domain/privacy-guard.ts';
import { ASK, type Call, commandIn } from './call.ts';
import { declined, notKept, outOfDate } from './standard-answers.ts';

/**
 * Looks through everything that somebody sends before anything is done with it: even a button's data is a stranger's.
 * `undefined` when nothing in it looks personal. What is said in a message, the reader declines.
 */
export async function guardPrivacy(call: Call, inbound: Inbound): Promise<Answer | undefined> {
  switch (inbound.kind) {
    case 'submission': {
      const personal = personalIn(inbound.data);
      if (personal === 'too-much') return outOfDate();
      if (!personal) return undefined;
      if (inbound.verb === ASK && call.name !== ASK) return declined('personal details');
      const text = notKept(personal);
      return { ...((await call.refusePersonal?.(text)) ?? { text }), refused: 'privacy' };
    }
    case 'message': {
      const command = commandIn(inbound.text);
      return command && looksPersonal(command.rest) ? declined('personal details') : undefined;
    }
    case 'search':
      return looksPersonal(inbound.words) ? declined('personal details') : undefined;
    default:
      return undefined;
  }
}

/** Whoever joins without an account types a name of their own, which may say anything. */
export function withoutPersonalNames(event: MeetingEvent): MeetingEvent {
  if (!('people' in event)) return event;
  const people = event.people.map(({ name, ...rest }) => ({
    ...rest,
    name: looksPersonal(name) ? 'Somebody' : name,
  }));
  return { ...event, people };
}
