import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { render } from './answers/render.ts';
import type { Config } from './config.ts';
import type { Answer, Intent } from './contract/feature.ts';
import type { DeliveryQueue, Instances, LiveSubject, Ports, ShownCards } from './contract/ports.ts';
import { createDispatcher } from './dispatch/dispatcher.ts';
import { contextOf } from './dispatch/identify.ts';
import { DEFAULT_RATES, limitRate, type Rates } from './dispatch/rate-limit.ts';
import { starters, welcome } from './features/guidance/help.ts';
import { cardActions, features, intents } from './features/index.ts';
import { createRehearsal } from './local/rehearsal.ts';
import { unhurried } from './local/unhurried.ts';
import { createDeliveryAdmin } from './notifications/delivery-admin.ts';
import { createNotifications, type Notifications } from './notifications/notifications.ts';
import { createServer, type Server } from './server/server.ts';
import { createAdapter } from './teams/adapter.ts';
import { createLanguageModel } from './teams/language-model.ts';
import { createLimits } from './teams/limits.ts';
import { createLiveCards } from './teams/live-cards.ts';
import { createPersonalChats } from './teams/personal-chats.ts';
import { createReceiver } from './teams/receiver.ts';
import { createSender } from './teams/sender.ts';
import type { TeamsSettings } from './teams/settings.ts';
import { keepShare } from './teams/share.ts';
import { withModel } from './understanding/ask-model.ts';
import { createReader } from './understanding/create-reader.ts';
import type { Reader } from './understanding/reader.ts';
import type { Understanding } from './understanding/understanding.ts';

/** What Convenor is given from outside. */
export interface Outside {
  readonly ports: Omit<Ports, 'liveCards' | 'personalChats' | 'deliveryAdmin'> & {
    readonly shownCards: ShownCards;
    readonly deliveryQueue: DeliveryQueue;
    readonly instances: Instances;
    readonly partnerships: { ids(): Promise<string[]> };
  };
  /** Live cards are edited at most once in so many milliseconds; as often as Teams allows by default. */
  readonly paceMs?: number;
  /** So many milliseconds Convenor says that it is not ready before it takes no more requests; none by default. */
  readonly leaveMs?: number;
  /** How often one person and one chat are heard; {@link DEFAULT_RATES} by default. */
  readonly rates?: Rates;
  /** How often it is looked what is owed, in milliseconds; every ten minutes by default. */
  readonly sweepEveryMs?: number;
  /** What our features' intents teach; learned at the start by default. */
  readonly understanding?: Understanding;
  /** Rejects while the records cannot be reached. */
  readonly ready: () => Promise<void>;
  readonly log: Logger;
}

/** Answers where it is asked, and speaks up by itself where that is switched on. */
export interface App extends Server {
  readonly notifications: Notifications;
}

/** Wires everything and starts nothing: call `listen` on what comes back. */
export function createApp(
  config: Config,
  {
    ports: kept,
    paceMs,
    sweepEveryMs,
    leaveMs = 0,
    rates = DEFAULT_RATES,
    understanding,
    ready,
    log,
  }: Outside,
): App {
  const limits = createLimits();
  const adapter = createAdapter(teamsSettings(config), { limits });
  const sender = createSender({ adapter, limits, render, log });
  const draw = (subject: LiveSubject) => drawLive(subject, ports);
  const liveCards = createLiveCards({ adapter, shown: kept.shownCards, draw, render, log, paceMs });
  const personalChats = createPersonalChats({
    adapter,
    conversations: kept.conversations,
    render,
    log,
  });
  const deliveryAdmin = createDeliveryAdmin({
    ledger: kept.ledger,
    queue: kept.deliveryQueue,
    calendar: kept.calendar,
  });
  const ports: Ports = { ...kept, liveCards, personalChats, deliveryAdmin };
  const { actions, calendar } = ports;
  const ownReader = createReader({ intents, actions, calendar, understanding });
  const reader =
    config.MODEL === 'off' ? ownReader : helpedByModel(ownReader, intents, config, { ports, log });
  const rehearsal = config.MODE === 'local' ? createRehearsal() : undefined;
  const dispatcher = limitRate(
    createDispatcher({
      features,
      actions: cardActions,
      reader,
      ownReader,
      ports,
      rehearsal,
      welcome,
      starters,
    }),
    rates,
  );
  const isPlayground = config.MODE === 'local' && config.PLAYGROUND === 'on';
  const answering = isPlayground ? unhurried(dispatcher) : dispatcher;
  const messages = createReceiver({
    adapter,
    dispatcher: answering,
    render,
    log,
    live: liveCards,
  });
  const server = createServer({ messages, ready, log });
  const notifications = createNotifications({
    ports,
    partnerships: kept.partnerships.ids,
    queue: kept.deliveryQueue,
    sender,
    instance: randomUUID(),
    sweepIntervalMs: sweepEveryMs,
    log,
  });
  let giveShare = async () => {};
  return {
    notifications,
    leave: server.leave,
    async listen(...where) {
      if (config.NOTICES === 'on') {
        giveShare = await keepShare({ instances: kept.instances, limits, log });
        notifications.start();
      }
      return server.listen(...where);
    },
    async close() {
      limits.close();
      server.leave();
      await Promise.all([notifications.stop(), pause(leaveMs)]);
      await server.close();
      await liveCards.settled();
      await giveShare();
    },
  };
}

/** How the subject of a live card looks to everybody just now. */
async function drawLive(
  { partnership, kind, id }: LiveSubject,
  ports: Ports,
): Promise<Answer | undefined> {
  const directory = await ports.directories.named(partnership);
  const known = features.flatMap(({ live = [] }) => live).find((each) => each.kind === kind);
  return directory && known?.draw(contextOf(directory, ports), id);
}

/** The same reader, with a language model for what it is unsure of. */
function helpedByModel(
  reader: Reader,
  intents: readonly Intent[],
  config: Config,
  { ports, log }: { readonly ports: Ports; readonly log: Logger },
): Reader {
  const { MODEL, MODEL_ENDPOINT: endpoint, MODEL_KEY: key, MODEL_NAME: name = '' } = config;
  return withModel(reader, {
    model: createLanguageModel({
      kind: MODEL === 'azure' ? 'azure' : 'openai',
      endpoint,
      key,
      name,
    }),
    intents,
    use: ports.modelUse,
    monthlyCap: config.MODEL_MONTHLY_CAP,
    calendar: ports.calendar,
    report: (report) => log.info(report, 'language model'),
  });
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
