import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { Directory } from '../domain/directory.ts';
import type { Person } from '../domain/partnership.ts';
import { makePrivate } from './make-private.ts';
import { isListening, type RunningChildProcess, startChildProcess } from './start-child-process.ts';

export interface PlaygroundOptions {
  /** Where the bot takes messages: `http://127.0.0.1:3978/api/messages`. */
  readonly botUrl: string;
  readonly port: number;
  /** Where its settings and its log are kept. */
  readonly dataDir: string;
  /** Names its chats and people. */
  readonly directory: Pick<Directory, 'partnership' | 'people'>;
}

export interface Playground {
  /** Where a browser finds the chat. */
  readonly url: string;
  /** Calling it again is harmless. */
  stop(): Promise<void>;
}

/**
 * By default the Playground listens on every network interface, lets anyone who finds it speak as
 * its user, and outlives us when we die. Loaded before it, this keeps it on loopback, refuses what
 * pages of elsewhere ask (also those whose name was made to lead here), keeps its files to
 * ourselves, and ends it when its channel to us closes.
 */
const PRELOAD = `
  import http from 'node:http';
  import { Server } from 'node:net';
  process.umask(0o077);
  const here = /^(http:\\/\\/)?(localhost|127\\.0\\.0\\.1|\\[::1\\])(:\\d+)?$/i;
  const isHere = ({ headers: { host = '', origin } }) => here.test(host) && (origin === undefined || here.test(origin));
  const emit = http.Server.prototype.emit;
  http.Server.prototype.emit = function (event, request, response, ...rest) {
    if (!['request', 'upgrade', 'checkContinue', 'connect'].includes(event) || isHere(request))
      return emit.call(this, event, request, response, ...rest);
    if (event === 'request' || event === 'checkContinue') response.writeHead(403).end();
    else response.destroy();
    return true;
  };
  const listen = Server.prototype.listen;
  Server.prototype.listen = function (port, ...rest) { return listen.call(this, port, '127.0.0.1', ...rest); };
  process.once('disconnect', () => process.exit());
`;

/**
 * Starts the Microsoft 365 Agents Playground, a web chat that behaves like Teams, and resolves once
 * it answers. Opens no browser and sends no usage data.
 * @throws Error when the port is in use (the Playground would silently take another) or it does not
 * start.
 */
export async function startPlayground({
  botUrl,
  port,
  dataDir,
  directory,
}: PlaygroundOptions): Promise<Playground> {
  if (await isListening(port))
    throw new Error(`Port ${port} is in use: set PLAYGROUND_PORT to another, or PLAYGROUND=off.`);
  const home = resolve(dataDir, 'playground');
  const settings = join(home, 'settings.yml');
  await makePrivate(home);
  await writeFile(settings, JSON.stringify(playgroundSettings(directory), null, 2), {
    mode: 0o600,
  });
  const { stop } = await launch({ botUrl, port, home, settings });
  return { url: `http://localhost:${port}`, stop };
}

interface Launch {
  readonly botUrl: string;
  readonly port: number;
  readonly home: string;
  readonly settings: string;
}

function launch({ botUrl, port, home, settings }: Launch): Promise<RunningChildProcess<true>> {
  const entry = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
  const connector = `http://127.0.0.1:${port}/_connector`;
  const options = [
    '--app-endpoint',
    botUrl,
    '--port',
    String(port),
    '--service-url',
    connector,
    '--disable-telemetry',
  ];
  return startChildProcess({
    name: 'The Agents Playground',
    preload: PRELOAD,
    args: [entry, 'start', '--channel-id', 'msteams', ...options],
    cwd: home,
    env: {
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: settings,
      M365_AGENTS_PLAYGROUND_LOGFILE: join(home, 'playground.log'),
    },
    findReady: (output) => /Listening on \d+/.test(output) || undefined,
  });
}

/** The Playground needs exactly this many people besides its user. */
const OTHER_USERS = 5;

/**
 * The first administrator is its user; others of the partnership are in the group chat and the
 * team.
 */
function playgroundSettings({ partnership, people }: PlaygroundOptions['directory']): object {
  const user =
    people.find(({ roles }) => roles.includes('administrator')) ?? people[0] ?? createGuest(0);
  const others = people.filter(({ id }) => id !== user.id).slice(0, OTHER_USERS);
  while (others.length < OTHER_USERS) others.push(createGuest(others.length + 1));
  return {
    version: '0.1.1',
    tenantId: user.tenantId,
    bot: { id: 'convenor', name: 'Convenor' },
    currentUser: toPlaygroundUser(user),
    users: others.map(toPlaygroundUser),
    personalChat: { id: 'personal-chat' },
    groupChat: { id: 'group-chat', name: `${partnership.shortName} meeting` },
    team: {
      id: 'team',
      name: partnership.shortName,
      aadGroupId: '00000000-0000-0000-0000-000000000031',
      channels: [{ id: 'channel', name: 'Announcements' }],
    },
  };
}

function createGuest(number: number): Person {
  const name = `Guest ${number}`;
  return {
    id: `guest-${number}`,
    displayName: name,
    roles: [],
    groups: [],
    tenantId: 'rehearsal',
    objectId: `guest-${number}`,
  };
}

function toPlaygroundUser({ id, displayName, objectId }: Person): object {
  const email = `${id}@example.org`;
  const [givenName = displayName, ...rest] = displayName.split(' ');
  return {
    id,
    name: displayName,
    userPrincipleName: email,
    aadObjectId: objectId,
    givenName,
    surname: rest.join(' '),
    email,
  };
}
