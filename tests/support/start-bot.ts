import pino from 'pino';
import type { Rendered } from '../../src/answers/render.ts';
import type { Answer } from '../../src/contract/answer.ts';
import { createServer } from '../../src/server/server.ts';
import { createAdapter } from '../../src/teams/adapter.ts';
import { createReceiver, type ReceiverParts } from '../../src/teams/receiver.ts';
import type { TeamsSettings } from '../../src/teams/settings.ts';
import { type FakeTeams, startFakeTeams } from './fake-teams.ts';
import { createTeamsClient, type TeamsClient } from './teams-client.ts';

export interface RunningBot extends TeamsClient {
  readonly url: string;
  readonly teams: FakeTeams;
  /** Everything that was logged, as lines of JSON. */
  readonly logged: readonly string[];
  stop(): Promise<void>;
}

/** A bot of the real server and the real Teams edge around any conversation, with a fake Teams before it. */
export async function startBot(
  parts: Pick<ReceiverParts, 'dispatcher'> &
    Partial<ReceiverParts> & {
      settings?: TeamsSettings;
      rateLimits?: boolean;
      /** The clock of the limits of Teams. */
      now?: () => number;
      ready?: () => Promise<void>;
    },
): Promise<RunningBot> {
  const logged: string[] = [];
  const log = pino({ level: 'info' }, { write: (line) => logged.push(line) });
  const adapter = createAdapter(parts.settings ?? { mode: 'local' });
  const teams = await startFakeTeams(parts);
  const messages = createReceiver({ adapter, render: renderPlainly, log, ...parts });
  const server = createServer({ messages, ready: parts.ready ?? (async () => {}), log });
  const url = await server.listen(0, '127.0.0.1');
  const stop = async () => {
    await server.close();
    await teams.close();
  };
  return { ...createTeamsClient(url, teams), url, teams, logged, stop };
}

/** The view itself as the card's body, so that a test writes the card it wants. */
function renderPlainly({ text, card }: Answer): Rendered {
  return {
    text,
    ...(card && {
      card: { type: 'AdaptiveCard', version: '1.5', ...card.view },
      plain: card.plain,
    }),
  };
}
