import { readFile } from 'node:fs/promises';
import { setTimeout as after } from 'node:timers/promises';
import { chromium, type Locator } from 'playwright-core';

export type Where = 'personal' | 'group' | 'channel';

/** What stands last on the screen. */
export interface Seen {
  /** The last words that Convenor said outside a card. */
  readonly text: string;
  /** All text of the last card; empty when there is none. */
  readonly card: string;
}

/** Somebody who chats with Convenor in the Agents Playground, in a real browser. */
export interface Chat {
  /** Opens a chat: the personal one, the group's, or the team's General channel. Resolves once Convenor has greeted there. */
  open(where: Where): Promise<void>;
  /** Types and sends; mentions Convenor first where Teams requires that. Resolves once the answer stands. */
  say(text: string): Promise<Seen>;
  /**
   * Sends a file of the personal chat, which Teams keeps at an address: the Playground has no button
   * for it, and sends what Teams would. Resolves once the answer stands.
   */
  attach(name: string, downloadUrl: string): Promise<Seen>;
  /** Presses a button of the last card (that says `on`), or a line that can be pressed. Resolves once the answer stands. */
  press(title: string, options?: { on?: string }): Promise<Seen>;
  /** What stands last, or the last card that says `on`. */
  seen(options?: { on?: string }): Promise<Seen>;
  /** Opens a form of the last card that says `on`, which asks nobody anything yet. */
  unfold(title: string, options?: { on?: string }): Promise<void>;
  /** Fills fields, by their labels, of the form that is open on the last card that says `on`; chooses one of its options. */
  fill(fields: Readonly<Record<string, string>>, options?: { on?: string }): Promise<void>;
  choose(title: string, options?: { on?: string }): Promise<void>;
  /** Picks an entry of a drop-down list, by the label of the list. */
  pick(label: string, entry: string, options?: { on?: string }): Promise<void>;
  /** Follows the link that a button of the last card opens, and presses *Download* on its page: the file. */
  download(title: string): Promise<{ readonly name: string; readonly bytes: Buffer }>;
  /** A picture of the page as it stands, as PNG. */
  screenshot(path: string): Promise<void>;
  /** What went wrong in the page itself, such as a button that does nothing. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** An answer may come in two messages, and a card draws itself in steps: it stands when nothing changed for so long. */
const SETTLED_MS = 400;
const MAX_WAIT_MS = 15_000;

export async function openChat(
  playgroundUrl: string,
  { width = 1280, height = 900 } = {},
): Promise<Chat> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: FLAGS,
  });
  const page = await browser.newPage({ viewport: { width, height } });
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  // Fonts come from a public address; without them the page is the same.
  await page.route(/^https:/, (route) => route.abort());
  await page.goto(playgroundUrl);
  await page.getByRole('button', { name: 'Toggle Log Panel' }).click();

  let where: Where = 'personal';
  const chats: readonly Where[] = ['personal', 'group', 'channel'];
  const isChannel = () => where === 'channel';
  /** In a channel the newest post stands first, below the box for writing one. */
  const conversation = () =>
    isChannel() ? page.locator('.fui-Card').nth(1) : page.locator('body');
  const messages = () =>
    isChannel()
      ? conversation().locator('[role=img][aria-label="Convenor"]').locator('xpath=../..')
      : page.locator('.fai-OutputCard');
  const cards = (on?: string) => {
    const all = conversation().locator('.ac-adaptiveCard');
    return on ? all.filter({ hasText: on }) : all;
  };
  const button = (title: string, on?: string) =>
    cards(on).last().getByRole('button', { name: title, exact: true });

  const state = async () => `${await conversation().textContent()} ${await messages().count()}`;

  /** In a channel a new post can have the very words of the last one; how many posts there are tells them apart. */
  const shown = async () =>
    `${await page.locator('.fui-Card').count()} ${(await messages().allInnerTexts()).join()}`;

  /** Waits until Convenor has answered what was done, and then until the answer stands. */
  async function answered(act: () => Promise<void>): Promise<Seen> {
    const before = await shown();
    await act();
    const deadline = Date.now() + MAX_WAIT_MS;
    let last = await state();
    for (let quiet = 0; quiet < SETTLED_MS; await after(100)) {
      if (Date.now() > deadline) throw new Error(`No answer within ${MAX_WAIT_MS} ms`);
      const now = await state();
      const isAnswered = (await messages().count()) > 0 && (await shown()) !== before;
      quiet = now === last && isAnswered ? quiet + 100 : 0;
      last = now;
    }
    return seen();
  }

  async function seen({ on }: { on?: string } = {}): Promise<Seen> {
    const said = messages().filter({ hasNot: page.locator('.ac-adaptiveCard') });
    const text = await lastText(said);
    const AUTHOR_AND_TIME = 2;
    return {
      text: isChannel() ? text.split('\n').slice(AUTHOR_AND_TIME).join('\n') : text,
      card: await lastText(cards(on)),
    };
  }

  return {
    faults,
    seen,
    async open(chat) {
      where = chat;
      await page.getByRole('treeitem').nth(chats.indexOf(chat)).click();
      // Opening a chat for the first time installs Convenor there.
      await messages().first().waitFor();
    },
    say: (text) =>
      answered(async () => {
        const box = isChannel()
          ? page.getByRole('textbox').first()
          : page.getByRole('textbox').last();
        await box.click();
        if (where !== 'personal') {
          await box.pressSequentially('@');
          await page.getByRole('menuitem', { name: 'Convenor' }).click();
        }
        await box.pressSequentially(text);
        await page
          .getByRole('button', { name: isChannel() ? 'Post' : 'Send Message' })
          .first()
          .click();
      }),
    attach: (name, downloadUrl) =>
      answered(async () => {
        const api = new URL('/_internal/v1/customActivities', playgroundUrl);
        const template = await fetch(`${api}/template?type=install&conversationId=personal-chat`);
        const { action: _, ...base } = (await template.json()) as { action: string };
        const attachment = {
          contentType: 'application/vnd.microsoft.teams.file.download.info',
          name,
          contentUrl: downloadUrl,
          content: { downloadUrl, uniqueId: name, fileType: name.split('.').at(-1) },
        };
        await fetch(api, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ ...base, type: 'message', text: '', attachments: [attachment] }),
        });
      }),
    press: (title, { on } = {}) =>
      answered(async () => {
        const found = button(title, on);
        await ((await found.count())
          ? found.last()
          : cards(on).last().getByText(title, { exact: true }).last()
        ).click();
      }),
    unfold: (title, { on } = {}) => button(title, on).last().click(),
    async fill(fields, { on } = {}) {
      for (const [label, text] of Object.entries(fields))
        await cards(on).last().getByLabel(label).last().fill(text);
    },
    choose: (title, { on } = {}) =>
      cards(on).last().getByRole('radio', { name: title, exact: true }).last().check(),
    async pick(label, entry, { on } = {}) {
      const list = cards(on).last().getByRole('combobox', { name: label });
      await list.click();
      await page.getByRole('option', { name: entry, exact: true }).last().click();
    },
    async download(title) {
      const card = cards().last();
      const link = card
        .getByRole('link', { name: title, exact: true })
        .or(card.getByRole('button', { name: title, exact: true }));
      const [opened] = await Promise.all([
        page.context().waitForEvent('page'),
        link.last().click(),
      ]);
      const [file] = await Promise.all([
        opened.waitForEvent('download'),
        opened.getByRole('button', { name: 'Download' }).click(),
      ]);
      const bytes = await readFile(await file.path());
      await opened.close();
      return { name: file.suggestedFilename(), bytes };
    },
    async screenshot(path) {
      await page.screenshot({ path });
    },
    close: () => browser.close(),
  };
}

async function lastText(of: Locator): Promise<string> {
  return (await of.count()) ? (await of.last().innerText()).trim() : '';
}
