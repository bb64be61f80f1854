import { createHash } from 'node:crypto';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutFileWords } from '../../src/dispatch/file-words.ts';
import { allRows } from '../support/all-rows.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import type { Heard, Speaker } from '../support/teams-client.ts';
import { wordsOfDocument } from '../support/words-of-document.ts';

const CONSENT = 'application/vnd.microsoft.teams.card.file.consent';
const INFO = 'application/vnd.microsoft.teams.card.file.info';

/** The token of the consent card that was shown last. */
function tokenOf({ messages }: Heard): string {
  const card = messages.at(-1)?.attachments?.[0];
  expect(card?.contentType).toBe(CONSENT);
  const { token = '' } = (card?.content.acceptContext ?? {}) as { token?: string };
  return token;
}

/** The address behind *Open the page*. */
function linkOf({ card }: Pick<Heard, 'card'>): string {
  return /"url":"([^"]+)"/.exec(JSON.stringify(card))?.[1] ?? '';
}

describe('files by consent, in a personal chat', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15', hasFileConsent: true });
  });
  afterAll(() => bot.stop());
  const manager = () => bot.person('business-manager');
  let lastUpload = 0;

  async function respond(
    speaker: Speaker,
    token: string,
    { action = 'accept', uploadUrl = `${bot.teams.serviceUrl}/uploads/${++lastUpload}` } = {},
  ) {
    const conversation = `a:${speaker.objectId}`;
    const before = [...bot.messagesIn(conversation)];
    const { status } = await bot.client.post(
      bot.client.activity(speaker, 'personal', {
        type: 'invoke',
        name: 'fileConsent/invoke',
        replyToId: before.findLast(({ attachments }) => attachments?.[0]?.contentType === CONSENT)
          ?.id,
        value: {
          type: 'fileUpload',
          action,
          context: { token },
          ...(action === 'accept' && {
            uploadInfo: {
              uploadUrl,
              contentUrl: uploadUrl,
              uniqueId: 'one',
              name: '../../evil.exe',
              fileType: 'exe',
            },
          }),
        },
      }),
    );
    expect(status).toBe(200);
    const said = bot.messagesIn(conversation).filter((message) => !before.includes(message));
    return { said, file: bot.teams.uploads.get(new URL(uploadUrl).pathname) };
  }

  it('hands over the attendance table, asked for in words', async () => {
    const offered = await bot.hears(
      manager(),
      'send me the attendance table of the board for 2020-21 as excel',
    );
    expect(offered.messages.at(-1)?.attachments?.[0]?.name).toBe('attendance-BOARD-2020-21.xlsx');
    const { said, file } = await respond(manager(), tokenOf(offered));
    expect(said.at(-1)?.attachments?.[0]).toMatchObject({
      contentType: INFO,
      name: 'attendance-BOARD-2020-21.xlsx',
      content: { uniqueId: 'one', fileType: 'xlsx' },
    });
    const [table] = await readWorkbook(Buffer.from(file ?? []));
    expect(table?.data[0]?.[0]).toBe('organisation');
    expect(bot.messagesIn(offered.conversation).map(({ id }) => id)).not.toContain(
      offered.messages.at(-1)?.id,
    );
  });

  it('hands over the minutes by the button on their card, as of the meeting', async () => {
    const shown = await bot.hears(manager(), 'minutes of the last board');
    const offered = await shown.press('Get minutes');
    const { file } = await respond(manager(), tokenOf(offered));
    const words = wordsOfDocument(file ?? new Uint8Array());
    expect(words).toContain('Wed 10 March 2021');
    for (const heading of ['Attendance', 'Agenda', 'Decisions', 'Actions'])
      expect(words).toContain(heading);
  });

  it('hands over a list of actions with days that a spreadsheet knows', async () => {
    const offered = await bot.hears(manager(), 'export the overdue actions to a spreadsheet');
    const { file } = await respond(manager(), tokenOf(offered));
    const [sheet] = await readWorkbook(Buffer.from(file ?? []));
    const [header = [], first = []] = sheet?.data ?? [];
    expect(header).toContain('Due');
    expect(first[header.indexOf('Due')]).toBeInstanceOf(Date);
  });

  it('hands over the agenda with the links to its papers, by words and by its button', async () => {
    const form = await bot.hears(manager(), 'add the neglect strategy to the board agenda');
    const added = await form.press(form.buttons[0] ?? '', {
      title: 'Neglect strategy',
      paper: 'https://contoso.sharepoint.com/neglect.docx',
    });
    expect(JSON.stringify(added.card)).toContain('Neglect strategy');
    const asked = await bot.hears(manager(), 'agenda of the board as a word document');
    const shown = await bot.hears(manager(), 'agenda of the board');
    for (const offered of [asked, await shown.press('Get as Word')]) {
      expect(offered.messages.at(-1)?.attachments?.[0]?.name).toMatch(/^agenda-BOARD-.*\.docx$/);
      const { file = new Uint8Array() } = await respond(manager(), tokenOf(offered));
      expect(wordsOfDocument(file)).toMatch(/\d {2}Neglect strategy.* {2}Paper\n/);
    }
  });

  it('hands over rapid reviews by consent alone, to those who may see them', async () => {
    const shown = await bot.hears(manager(), 'rapid reviews');
    for (const offered of [
      await bot.hears(manager(), 'rapid reviews as excel'),
      await shown.press('Get as Excel'),
    ]) {
      const { file } = await respond(manager(), tokenOf(offered));
      const [sheet] = await readWorkbook(Buffer.from(file ?? []));
      const [header = [], ...rows] = sheet?.data ?? [];
      expect(header).toEqual([
        'Reference',
        'Category',
        'Aware',
        'Notified',
        'Due',
        'Decided',
        'Status',
      ]);
      expect(rows.filter(([ref]) => /^RR-/.test(String(ref))).length).toBeGreaterThan(1);
      expect(rows[0]?.[2]).toBeInstanceOf(Date);
    }
    const member = await bot.hears(bot.person('lay-member'), 'rapid reviews as excel');
    expect(JSON.stringify(member.messages)).not.toMatch(/RR-\d|consent/);
  });

  it.each([
    ['risk register', /^risks-/],
    ['decisions this year', /^decisions-/],
  ])('offers “%s” as Excel, or says that there is nothing', async (words, name) => {
    const offered = await bot.hears(manager(), `${words} as excel`);
    const file = offered.messages.at(-1)?.attachments?.[0]?.name ?? '';
    if (file) expect(file).toMatch(name);
    else expect(offered.text).toMatch(/so there is no file/);
  });

  it('says so where there is no file of what was asked for', async () => {
    const reply = await bot.hears(manager(), 'when does the board meet next, as excel');
    expect(reply.text).toMatch(/Of that I make no file\.$/);
  });

  it('takes no words about spreadsheets for a wish', async () => {
    for (const words of [
      'a spreadsheet would be quicker',
      'in a word, what is overdue',
      'send the minutes to the chair',
      'a word about the last board',
      'put it in a word',
    ])
      expect(withoutFileWords(words)).toBeUndefined();
    expect(withoutFileWords('export the overdue actions to a spreadsheet')).toBe(
      'the overdue actions',
    );
    expect(withoutFileWords('overdue actions as an Excel file please')).toBe(
      'overdue actions please',
    );
  });

  it.each([
    ['list of overdue actions xlsx for the police', 'list of overdue actions for the police'],
    ['xlsx of attendance for qppa', 'attendance for qppa'],
    ['agenda of the next board in word', 'agenda of the next board'],
    ['word version of the last board minutes', 'the last board minutes'],
    ['send me the board agenda as a document', 'send me the board agenda'],
    ['pls send me the minutes of the last board', 'the minutes of the last board'],
    ['email me the board minutes', 'the board minutes'],
  ])('knows “%s” for a wish for a file', (words, left) => {
    expect(withoutFileWords(words)?.replace(/ +/g, ' ')).toBe(left);
  });

  it('hands over the minutes of the day that is named, and of no other', async () => {
    for (const words of [
      'send me the minutes of the board on 13 january',
      'minutes of 13 january board in word',
    ]) {
      const offered = await bot.hears(manager(), words);
      expect(offered.messages.at(-1)?.attachments?.[0]?.name).toBe('minutes-BOARD-2021-01-13.docx');
    }
    const none = await bot.hears(manager(), 'minutes of the board on 14 january');
    expect(none.text).toMatch(/^I know of no meeting of Sandwell.* on Thu 14 January\. Which/);
  });

  it('takes a token once, from whoever was offered the file, and nowhere but to OneDrive', async () => {
    const offered = await bot.hears(manager(), 'overdue actions as excel');
    const token = tokenOf(offered);
    for (const uploadUrl of [
      'https://evil.example/uploads/1',
      'http://contoso.sharepoint.com/x',
      'https://contoso.sharepoint.com.evil.example/x',
      'https://user@contoso.sharepoint.com/x',
      'https://contoso.sharepoint.com:8443/x',
    ]) {
      const { said } = await respond(manager(), token, { uploadUrl });
      expect(said.at(-1)?.text).toBe('That offer has ended. Ask for the file again.');
    }
    const other = await respond(bot.person('lay-member'), token);
    expect(other.said.at(-1)?.text).toMatch(/^That offer has ended/);
    expect(other.file).toBeUndefined();
    expect((await respond(manager(), 'x'.repeat(43))).file).toBeUndefined();
    expect((await respond(manager(), token)).file).toBeDefined();
    const again = await respond(manager(), token);
    expect(again.file).toBeUndefined();
    expect(again.said.at(-1)?.text).toMatch(/^That offer has ended/);
  });

  it('keeps what was declined, and what OneDrive does not take', async () => {
    const declined = await bot.hears(manager(), 'overdue actions as excel');
    const no = await respond(manager(), tokenOf(declined), { action: 'decline' });
    expect(no.said.at(-1)?.text).toBe('I haven’t sent the file.');
    const offered = await bot.hears(manager(), 'overdue actions as excel');
    const token = tokenOf(offered);
    bot.teams.trouble({ status: 507 });
    const { said, file } = await respond(manager(), token);
    expect(file).toBeUndefined();
    expect(said.at(-1)?.text).toBe(
      'The file could not be saved to your OneDrive. Ask for it again.',
    );
  });

  it('ends an offer after a day', async () => {
    const token = tokenOf(await bot.hears(manager(), 'overdue actions as excel'));
    bot.turnTo('2021-03-16T10:00');
    expect((await respond(manager(), token)).file).toBeUndefined();
    bot.turnTo('2021-03-15');
  });

  it('audits who was handed what, and stores neither token nor file', async () => {
    const token = tokenOf(await bot.hears(manager(), 'overdue actions as excel'));
    await respond(manager(), token);
    const events = [];
    for await (const event of bot.records.auditLog.events()) events.push(event);
    const id = createHash('sha256').update(token).digest('hex');
    expect(events.filter((event) => event.id === id)).toMatchObject([
      { by: 'business-manager', type: 'offered' },
      { by: 'business-manager', type: 'handed over' },
    ]);
    const rows = [...(await allRows(bot.tables)).values()];
    expect(rows.filter((row) => row.includes(token))).toEqual([]);
  });

  it('speaks of npm nowhere', async () => {
    for (const words of ['minutes of the last board', 'attendance of the board as excel', 'help'])
      expect(JSON.stringify((await bot.hears(manager(), words)).messages)).not.toMatch(/npm/);
  });
});

describe('files by a link', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());
  const manager = () => bot.person('business-manager');

  it('opens a page that hands over nothing, and a button that does so once', async () => {
    const url = linkOf(await bot.hears(manager(), 'overdue actions as excel'));
    for (let time = 0; time < 2; time += 1) {
      const page = await fetch(url);
      expect(page.status).toBe(200);
      expect(page.headers.get('cache-control')).toBe('no-store');
      expect(await page.text()).toContain('<button>Download</button>');
    }
    const file = await fetch(url, { method: 'POST' });
    expect(file.status).toBe(200);
    expect(file.headers.get('cache-control')).toBe('no-store');
    expect(file.headers.get('content-disposition')).toBe(
      'attachment; filename="actions-2021-03-15.xlsx"',
    );
    const [sheet] = await readWorkbook(Buffer.from(await file.arrayBuffer()));
    expect(sheet?.data[0]?.[0]).toBe('Reference');
    expect((await fetch(url, { method: 'POST' })).status).toBe(404);
    expect((await fetch(url)).status).toBe(404);
  });

  it('hands a link over to one of two who press at the same time', async () => {
    const url = linkOf(await bot.hears(manager(), 'overdue actions as excel'));
    const both = await Promise.all([1, 2].map(() => fetch(url, { method: 'POST' })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 404]);
  });

  it('ends after ten minutes, and knows no other token', async () => {
    const url = linkOf(await bot.hears(manager(), 'overdue actions as excel'));
    for (const other of [
      `${url.slice(0, -2)}xx`,
      `${bot.url}/files/dale/x`,
      `${bot.url}/files/a/b`,
    ])
      expect((await fetch(other)).status).toBe(404);
    bot.turnTo('2021-03-15T09:11');
    expect((await fetch(url)).status).toBe(404);
    expect((await fetch(url, { method: 'POST' })).status).toBe(404);
    bot.turnTo('2021-03-15');
  });

  it('goes to the asker’s own chat when it is asked for among others', async () => {
    await bot.hears(manager(), 'hello');
    const among = await bot.hears(manager(), 'overdue actions as excel', { in: 'group' });
    expect(among.text).toBe('The file is in your own chat with me.');
    expect(JSON.stringify(among.messages)).not.toMatch(/\/files\//);
    const own = bot.personalMessages('business-manager').at(-1);
    expect(linkOf({ card: own?.attachments?.[0]?.content })).toMatch(/\/files\/sandwell\//);
  });

  it('makes no link for rapid reviews', async () => {
    const reply = await bot.hears(manager(), 'rapid reviews as excel');
    expect(reply.text).toMatch(/^I can only send the list of rapid reviews through Teams/);
    expect(linkOf(reply)).toBe('');
  });

  it('names no rapid review in what goes by a link', async () => {
    const url = linkOf(await bot.hears(manager(), 'all actions as excel'));
    const file = await fetch(url, { method: 'POST' });
    const [sheet] = await readWorkbook(Buffer.from(await file.arrayBuffer()));
    expect(JSON.stringify(sheet?.data)).not.toMatch(/RR-\d/);
  });
});
