import type { Logger } from 'pino';
import { render } from './cards/render.ts';
import type { Config } from './config.ts';
import { createConversation } from './conversation/converse.ts';
import { createReader } from './conversation/create-reader.ts';
import { features } from './features/index.ts';
import type { Ports } from './features/ports.ts';
import { createRehearsal } from './local/rehearsal.ts';
import { createServer, type Server } from './server/server.ts';
import { createReceiver } from './teams/receiver.ts';
import type { TeamsSettings } from './teams/settings.ts';

/** What Convenor is given from outside. */
export interface Outside {
  readonly ports: Ports;
  /** Rejects while the records cannot be reached. */
  readonly ready: () => Promise<void>;
  readonly log: Logger;
}

/** Wires everything and starts nothing: call `listen` on what comes back. */
export function createApp(config: Config, { ports, ready, log }: Outside): Server {
  const reader = createReader({
    intents: features.flatMap((feature) => feature.intents),
    actions: ports.actions,
    calendar: ports.calendar,
  });
  const rehearsal = config.MODE === 'local' ? createRehearsal() : undefined;
  const conversation = createConversation({ features, reader, ports, rehearsal });
  const messages = createReceiver({ settings: teamsSettings(config), conversation, render, log });
  return createServer({ messages, ready, log });
}

function teamsSettings(config: Config): TeamsSettings {
  if (config.MODE === 'local') return { mode: 'local' };
  return {
    mode: 'azure',
    appId: config.BOT_ID,
    appTenantId: config.BOT_TENANT_ID,
    appPassword: config.BOT_PASSWORD,
    tenants: config.ALLOWED_TENANTS,
  };
}
