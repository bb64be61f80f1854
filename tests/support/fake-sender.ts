import type { Answer } from '../../src/contract/answer.ts';
import type {
  ConversationReference,
  Sender,
  SendOptions,
  SendOutcome,
} from '../../src/contract/ports.ts';

export interface FakeSender extends Sender {
  /** What is there, by conversation: also what is in doubt to whoever sent it. */
  readonly said: readonly Said[];
  /** How the next tries go; `arrives` says whether one in doubt is there after all. */
  goes(...ways: readonly Way[]): void;
  /** How all tries go of which nothing else is said, from now on; without a way, everything arrives. */
  goesOn(way?: Way): void;
  /** What happens while a message is on its way. */
  meanwhile(what: (address: ConversationReference) => Promise<void>): void;
}

interface Said {
  readonly conversation: string;
  readonly text: string;
  /** The directory id of whoever sees it alone. */
  readonly onlyTo?: string;
}

export type Way = SendOutcome & { readonly arrives?: boolean };

/** Plays the sender of Teams: everything arrives, unless it is told otherwise. */
export function createFakeSender(): FakeSender {
  const said: Said[] = [];
  const ways: Way[] = [];
  let usual: Way | undefined;
  let meanwhile: (address: ConversationReference) => Promise<void> = async () => {};
  return {
    said,
    goes: (...next) => void ways.push(...next),
    goesOn: (way) => {
      usual = way;
    },
    meanwhile: (what) => {
      meanwhile = what;
    },
    async send(
      { conversationId, ...address }: ConversationReference,
      { text }: Answer,
      { begin, onlyTo }: SendOptions = {},
    ) {
      if (begin && !(await begin())) return { outcome: 'not-begun' };
      await meanwhile({ conversationId, ...address });
      const arrived = { outcome: 'sent', activityId: `m-${said.length}` } as const;
      const { arrives = true, ...way }: Way = ways.shift() ?? usual ?? arrived;
      const isThere = way.outcome === 'sent' || (way.outcome === 'unknown' && arrives);
      if (isThere)
        said.push({
          conversation: conversationId,
          text,
          ...(onlyTo && { onlyTo: onlyTo.objectId }),
        });
      return way;
    },
  };
}
