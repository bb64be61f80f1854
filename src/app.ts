import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { render } from './answers/render.ts';
import type { Config } from './config.ts';
import type { Answer } from './contract/answer.ts';
import type { DeliveryQueue, Instances, LiveSubject, Ports, ShownCards } from './contract/ports.ts';
import { createDispatcher, type Dispatcher } from './dispatch/dispatcher.ts';
import { createContext, type Rehearsal } from './dispatch/identify.ts';
import { DEFAULT_RATES, limitRate, type Rates } from './dispatch/rate-limit.ts';
import { createLexicons, createMessageReader } from './dispatch/read-message.ts';
import {
  cardActions,
  features,
  folderFiles,
  intents,
  keepDaily,
  linkedFiles,
  messages,
  noticeSources,
  starters,
  welcome,
} from './features/index.ts';
import type { PartnershipStore } from './folder/partnership-store.ts';
import { createSheetImports } from './folder/sheet-imports.ts';
import { createDeliveryAdmin } from './notifications/delivery-admin.ts';
import { createNotifications, type Notifications } from './notifications/notifications.ts';
import type { LinkedFilePages } from './server/file-pages.ts';
import { createServer, type Server } from './server/server.ts';
import { createTaughtCache } from './taught-cache.ts';
import { createAdapter } from './teams/adapter.ts';
import { createFileDelivery } from './teams/file-delivery.ts';
import { createLanguageModel } from './teams/language-model.ts';
import { createLiveCards } from './teams/live-cards.ts';
import { createPersonalChats } from './teams/personal-chats.ts';
import { shareRateQuota } from './teams/rate-quota.ts';
import { createReceiver } from './teams/receiver.ts';
import { createSendRateLimiter } from './teams/send-rate-limiter.ts';
import { createSender } from './teams/sender.ts';
import type { TeamsSettings } from './teams/settings.ts';
import { createReader } from './understanding/create-reader.ts';
import { withLanguageModel } from './understanding/model/with-language-model.ts';
import type { Reader } from './understanding/reading.ts';

/**
 * What the process gives to the app: storage, clock, log, and what a rehearsal does differently.
 */
export interface AppParts {
  readonly ports: Omit<
    Ports,
    'liveCards' | 'personalChats' | 'deliveryAdmin' | 'fileDelivery' | 'sheetImports'
  > & {
    readonly shownCards: ShownCards;
    readonly deliveryQueue: DeliveryQueue;
    readonly instances: Instances;
    readonly partnerships: PartnershipStore & { ids(): Promise<string[]> };
  };
  /** How Convenor is registered; in a rehearsal not at all. */
  readonly teams?: TeamsSettings;
  /**
   * The least milliseconds between two edits of a live card; as often as Teams allows by default.
   */
  readonly editIntervalMs?: number;
  /**
   * How long `/health/ready` says no before requests are refused, in milliseconds; 0 by default.
   */
  readonly drainMs?: number;
  /** How often one person and one chat are heard; {@link DEFAULT_RATES} by default. */
  readonly rates?: Rates;
  /** How often notices are swept, in milliseconds; every ten minutes by default. */
  readonly sweepIntervalMs?: number;
  /**
   * Reads messages; learned from our features' intents at the start by default, which takes a
   * second.
   */
  readonly reader?: Reader;
  /** Lets one person speak as others; in `local` mode only. */
  readonly rehearsal?: Rehearsal;
  /** Wraps the dispatcher; none by default. */
  readonly middleware?: (dispatcher: Dispatcher) => Dispatcher;
  /**
   * How many times longer than usual is waited for an answer: where stories play on a slow machine.
   */
  readonly timeoutFactor?: number;
  /** The service's own address, `https://…`; where it listens by default, in a rehearsal alone. */
  readonly origin?: string;
  /** Teams asks for consent to files; not in a rehearsal by default. */
  readonly hasFileConsent?: boolean;
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
    ports: externalPorts,
    editIntervalMs,
    sweepIntervalMs,
    drainMs = 0,
    rates = DEFAULT_RATES,
    reader = createReader(intents, messages, createTaughtCache(messages)),
    rehearsal,
    teams = { mode: 'local' },
    middleware = (dispatcher) => dispatcher,
    timeoutFactor,
    origin,
    hasFileConsent = config.MODE === 'azure',
    ready,
    log,
  }: AppParts,
): App {
  const rateLimiter = createSendRateLimiter();
  // Settings of a rehearsal would let in whoever asks.
  if (teams.mode !== config.MODE) throw new Error(`Teams is not set up for mode ${config.MODE}`);
  const adapter = createAdapter(teams, { rateLimiter });
  const sender = createSender({ adapter, rateLimiter, render, log });
  const draw = (subject: LiveSubject) => drawLive(subject, ports);
  const liveCards = createLiveCards({
    adapter,
    shown: externalPorts.shownCards,
    conversations: externalPorts.conversations,
    now: externalPorts.calendar.now,
    draw,
    render,
    log,
    editIntervalMs,
  });
  const personalChats = createPersonalChats({
    adapter,
    conversations: externalPorts.conversations,
    now: externalPorts.calendar.now,
    render,
    log,
  });
  let ownOrigin = origin;
  const fileDelivery = createFileDelivery({
    hasConsent: hasFileConsent,
    origin: () => ownOrigin,
    isLoopbackAllowed: config.MODE === 'local',
    log,
  });
  const deliveryAdmin = createDeliveryAdmin({
    ledger: externalPorts.ledger,
    queue: externalPorts.deliveryQueue,
    calendar: externalPorts.calendar,
    sources: noticeSources,
  });
  const { partnerships, stores, calendar } = externalPorts;
  const sheetImports = createSheetImports({
    store: partnerships,
    stores,
    calendar,
    featureFiles: folderFiles,
  });
  const ports: Ports = {
    ...externalPorts,
    liveCards,
    personalChats,
    deliveryAdmin,
    fileDelivery,
    sheetImports,
  };
  const lexicons = createLexicons();
  const readDraft = createMessageReader(reader, lexicons);
  const readMessage =
    config.MODEL === 'off'
      ? readDraft
      : createMessageReader(helpedByModel(reader, config, { ports, log }), lexicons);
  const dispatcher = limitRate(
    createDispatcher({
      features,
      actions: cardActions,
      readMessage,
      readDraft,
      ports,
      rehearsal,
      welcome,
      starters,
    }),
    rates,
  );
  const messages = createReceiver({
    adapter,
    dispatcher: middleware(dispatcher),
    render,
    log,
    live: liveCards,
    changes: externalPorts.changes,
    timeoutFactor,
  });
  const server = createServer({
    messages,
    ready,
    files: handOverLinked(ports),
    log,
    loopbackOnly: config.MODE === 'local',
  });
  const notifications = createNotifications({
    ports,
    sources: noticeSources,
    keepDaily,
    partnerships: externalPorts.partnerships.ids,
    queue: externalPorts.deliveryQueue,
    sender,
    targetedMessages: config.TARGETED_MESSAGES === 'on',
    instance: randomUUID(),
    sweepIntervalMs,
    log,
  });
  let releaseQuota = async () => {};
  return {
    notifications,
    drain: server.drain,
    async listen(...where) {
      if (config.NOTICES === 'on') {
        releaseQuota = await shareRateQuota({
          instances: externalPorts.instances,
          rateLimiter,
          log,
        });
        notifications.start();
      }
      const address = await server.listen(...where);
      if (config.MODE === 'local') ownOrigin ??= address;
      return address;
    },
    async close() {
      rateLimiter.close();
      server.drain();
      await Promise.all([notifications.stop(), pause(drainMs)]);
      await server.close();
      await liveCards.whenIdle();
      await sheetImports.whenIdle();
      await releaseQuota();
    },
  };
}

/** The files behind links, each of one partnership. */
function handOverLinked(ports: Ports): LinkedFilePages {
  const contextOf = async (partnership: string) => {
    const directory = await ports.directories.find(partnership);
    return directory && createContext(directory, ports);
  };
  return {
    async find(partnership, token) {
      const context = await contextOf(partnership);
      return context && linkedFiles.find(context, token);
    },
    async take(partnership, token) {
      const context = await contextOf(partnership);
      return context && linkedFiles.take(context, token);
    },
  };
}

/** How the subject of a live card looks to everybody just now. */
async function drawLive(
  { partnership, kind, id }: LiveSubject,
  ports: Ports,
): Promise<Answer | undefined> {
  const directory = await ports.directories.find(partnership);
  const known = features.flatMap(({ live = [] }) => live).find((each) => each.kind === kind);
  return directory && known?.draw(createContext(directory, ports), id);
}

/** The same reader, with a language model for what it is unsure of. */
function helpedByModel(
  reader: Reader,
  config: Config,
  { ports, log }: { readonly ports: Ports; readonly log: Logger },
): Reader {
  const { MODEL, MODEL_ENDPOINT: endpoint, MODEL_KEY: key, MODEL_NAME: name = '' } = config;
  return withLanguageModel(reader, {
    model: createLanguageModel({
      kind: MODEL === 'azure' ? 'azure' : 'openai',
      endpoint,
      key,
      name,
    }),
    intents,
    messages,
    countUse: (month) => ports.modelUse.reserve(month, config.MODEL_MONTHLY_CAP),
    report: (report) => log.info(report, 'language model called'),
  });
}
