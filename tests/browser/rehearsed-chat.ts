import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Chat, openChat, type Where } from './playground.ts';
import { startRehearsal } from './rehearsal.ts';

/** A chat in the Playground of a rehearsal. */
export interface RehearsedChat extends Chat {
  /** Takes a picture of the page under a name, when SCREENS names a folder for pictures. */
  picture(name: string): Promise<void>;
  /** Closes the page and ends the rehearsal. */
  end(): Promise<void>;
}

export interface RehearsedChatOptions {
  /** The Playground takes the next one. */
  readonly port: number;
  readonly today?: string;
  /** Where the data is, for starting again with it; without it, in a folder that goes at the end. */
  readonly dataDir?: string;
  /** Settings beside those of a rehearsal: `NOTICES` and the like. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly where: Where;
  /** How high the page is, in pixels, where pictures are taken. */
  readonly height: number;
}

/** Starts what `npm start` runs and opens one of its chats, in a real browser. */
export async function startRehearsedChat(options: RehearsedChatOptions): Promise<RehearsedChat> {
  const { port, today, settings, where, height } = options;
  const screens = process.env.SCREENS;
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'convenor-')));
  const rehearsal = await startRehearsal({ dataDir, port, today, settings });
  let chat: Chat | undefined;
  const end = async () => {
    await chat?.close();
    await rehearsal.stop();
    if (!options.dataDir) await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const opened = await openChat(rehearsal.url, screens ? { height } : {});
    chat = opened;
    await opened.open(where);
    const picture = async (name: string) => {
      if (screens) await opened.screenshot(join(screens, `${name}.png`));
    };
    return { ...opened, picture, end };
  } catch (error) {
    await end();
    throw error;
  }
}
