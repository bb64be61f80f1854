import { withRestDays } from '../answers/rest-days.ts';
import type { Answer } from '../contract/answer.ts';
import type { CardAction, Feature, Inbound } from '../contract/feature.ts';
import type { Ports } from '../contract/ports.ts';
import type { Request } from '../contract/request.ts';
import { withoutUnseenRefs } from '../contract/seen-by.ts';
import { authorise } from './authorise.ts';
import type { Call } from './call.ts';
import { createExtension } from './extension.ts';
import { guardPrivacy, withoutPersonalNames } from './guard-privacy.ts';
import { createIdentifier, type Rehearsal } from './identify.ts';
import { introduce } from './introduce.ts';
import { createParser } from './parse.ts';
import type { MessageReader } from './read-message.ts';
import { findWithheld, limitToReaders, sendRestPrivately, toPrivateRequest } from './readers.ts';
import { createMemory } from './remember.ts';

export type { Rehearsal } from './identify.ts';

/** Answers what comes in from Teams. */
export interface Dispatcher {
  /** `undefined` when nothing is to be said. Throws only for defects and outages. */
  handle(inbound: Inbound): Promise<Answer | undefined>;
}

/** What the dispatcher is given; it knows no feature by name. */
export interface Rooms {
  readonly features: readonly Feature[];
  readonly actions: readonly CardAction[];
  readonly readMessage: MessageReader;
  /** Reads messages that were not written to Convenor, without a language model; the same, where that uses none. */
  readonly readDraft?: MessageReader;
  readonly ports: Ports;
  readonly rehearsal?: Rehearsal;
  /** What Convenor says when it is added to a chat, and what can be asked when it did not understand. */
  readonly welcome: (request: Request) => Promise<Answer>;
  readonly starters: NonNullable<(request: Request) => Answer['suggestions']>;
}

/** The way of a request: identify, guard privacy, parse, authorise, handle, remember. Its rate is limited before. */
export function createDispatcher(rooms: Rooms): Dispatcher {
  const { features } = rooms;
  const identify = createIdentifier(rooms);
  const extension = createExtension({ features, readDraft: rooms.readDraft ?? rooms.readMessage });
  const parse = createParser({ ...rooms, extension });
  const { remember, auditStranger } = createMemory(rooms);

  /** The first feature that has something to say about what Teams reports of a meeting. */
  async function handleMeeting(
    eventContext: Parameters<NonNullable<Feature['meetingEvents']>[number]>[0],
    inbound: Extract<Inbound, { kind: 'meeting' }>,
  ): Promise<Answer | undefined> {
    const event = withoutPersonalNames(inbound.event);
    for (const handle of features.flatMap(({ meetingEvents = [] }) => meetingEvents)) {
      const answer = await handle(eventContext, event);
      if (answer) return answer;
    }
    return undefined;
  }

  return {
    async handle(inbound) {
      const identified = await identify(inbound);
      if (!identified || inbound.kind === 'removed') return undefined;
      if (inbound.kind === 'meeting')
        return 'eventContext' in identified
          ? handleMeeting(identified.eventContext, inbound)
          : undefined;
      if ('answer' in identified) {
        if (identified.isStranger) await auditStranger(inbound, identified.partnership);
        return identified.answer;
      }
      if (!('request' in identified)) return undefined;
      const { request: whole, loadThread, isFirst } = identified;
      const { request, listUnseen, note } = limitToReaders(whole);
      const call = await parse({ request, loadThread }, inbound);
      const typed = inbound.kind === 'message' ? inbound.text : '';
      const said = await answerCall(call, inbound);
      const made = isFirst && inbound.kind === 'message' ? introduce(said, call) : said;
      const answer = withoutUnseenRefs(made, whole.readers, whole.directory, typed);
      if (answer !== made) note('parts');
      const unseen = findWithheld(answer, { inbound, whole, request, unseen: listUnseen() });
      if (!unseen) return remember(call, answer);
      const own = await parse({ request: toPrivateRequest(whole), loadThread }, inbound);
      const toAsker = await answerCall(own, inbound);
      return remember(
        call,
        await sendRestPrivately(whole, { shared: answer, own: toAsker, unseen }),
      );
    },
  };

  async function answerCall(call: Call, inbound: Inbound): Promise<Answer> {
    const refused = authorise(call) ?? (await guardPrivacy(call, inbound));
    return refused ?? withRestDays(await call.handle(), call.request);
  }
}
