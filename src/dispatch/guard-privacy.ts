import type { Answer } from '../contract/answer.ts';
import type { Inbound, MeetingEvent } from '../contract/feature.ts';
import { asksAboutReviewedChild, asksAfterChild } from '../domain/named-child.ts';
import { findPersonalDetail, findPersonalDetailInData } from '../domain/privacy-guard.ts';
import { type Lexicon, namesReview } from '../understanding/entities/lexicon.ts';
import { ASK, type Call, parseCommand } from './call.ts';
import {
  type DeclinedReason,
  declineMessage,
  explainPersonalDetail,
  outOfDate,
} from './standard-answers.ts';

/**
 * Looks through everything that somebody sends before anything is done with it: even a button's data is a stranger's.
 * `undefined` when nothing in it looks personal. What is said in a message, {@link refusePersonal} declines before it is read.
 */
export async function guardPrivacy(call: Call, inbound: Inbound): Promise<Answer | undefined> {
  switch (inbound.kind) {
    case 'submission': {
      const personal = findPersonalDetailInData(inbound.data);
      if (personal === 'too-much') return outOfDate();
      if (!personal) return undefined;
      if (inbound.verb === ASK && call.name !== ASK) return declineMessage('personal details');
      const text = explainPersonalDetail(personal);
      return { ...((await call.refusePersonal?.(text)) ?? { text }), refused: 'privacy' };
    }
    case 'message': {
      const command = parseCommand(inbound.text);
      return command && findPersonalDetail(command.rest)
        ? declineMessage('personal details')
        : undefined;
    }
    case 'search':
      return findPersonalDetail(inbound.words) ? declineMessage('personal details') : undefined;
    default:
      return undefined;
  }
}

/** Why a message must be declined whatever it asks, by the shape of its words: it is neither read, nor looked up, nor sent on. */
export function refusePersonal(text: string, lexicon: Lexicon): DeclinedReason | undefined {
  const personal = findPersonalDetail(text);
  if (personal)
    return personal.kind === 'child’s name' ? 'named child case data' : 'personal details';
  if (asksAboutReviewedChild(text) && namesReview(text, lexicon)) return 'child identity';
  return asksAfterChild(text, (name) => lexicon.aliases.words.has(name))
    ? 'named child case data'
    : undefined;
}

/** Whoever joins without an account types a name of their own, which may say anything. */
export function withoutPersonalNames(event: MeetingEvent): MeetingEvent {
  if (!('people' in event)) return event;
  const people = event.people.map(({ name, ...rest }) => ({
    ...rest,
    name: findPersonalDetail(name) ? 'Somebody' : name,
  }));
  return { ...event, people };
}
