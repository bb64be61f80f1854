import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allRows } from '../support/all-rows.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import type { Heard, OwnFile } from '../support/teams-client.ts';

const FAULTS = 'tests/folder/faults';
const LOG = `${FAULTS}/x08-real-only.xlsx`;
const HEADS = 'Ref,Action,By whom,By when,RAG,Colour';

const csv = (...rows: string[]): OwnFile => ({
  name: 'Action log.csv',
  bytes: [HEADS, ...rows, ''].join('\r\n'),
});

/** What stands below a heading of a card, until the next one that is named. */
function below({ lines }: Heard, heading: string, next?: string): string[] {
  const from = lines.indexOf(heading) + 1;
  const to = next ? lines.indexOf(next) : lines.length;
  return from > 0 ? lines.slice(from, to).filter((line) => line !== '•') : [];
}

/** The input of a form whose label begins so. */
function inputNamed({ card }: Heard, label: string): { id: string; choices: Map<string, string> } {
  const found = JSON.stringify(card).matchAll(/\{"type":"Input\.[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g);
  const inputs = [...found].map(([text]) => JSON.parse(text));
  const input = inputs.find((each) => String(each.label).startsWith(label));
  if (!input) throw new Error(`No input is “${label}”: ${inputs.map((each) => each.label)}`);
  const choices = (input.choices ?? []) as { title: string; value: string }[];
  return { id: input.id, choices: new Map(choices.map(({ title, value }) => [title, value])) };
}

/** Answers inputs of a form by their labels and the titles of their choices. */
function answers(form: Heard, said: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(said).map(([label, title]) => {
      const { id, choices } = inputNamed(form, label);
      if (choices.size > 0 && !choices.has(title))
        throw new Error(`“${label}” has no “${title}”: ${[...choices.keys()]}`);
      return [id, choices.get(title) ?? title];
    }),
  );
}

async function startBracken(): Promise<Convenor> {
  return startConvenor({ today: '2022-10-12', folder: `${FAULTS}/bracken` });
}

const actionsOf = async (bot: Convenor) =>
  (await bot.records.partnerships.load('bracken'))?.actions ?? [];

describe('a spreadsheet sent in the chat', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startBracken();
  });
  afterAll(() => bot.stop());
  const admin = () => bot.person('bm');

  it('is asked for in words', async () => {
    const told = await bot.hears(admin(), 'import a spreadsheet');
    expect(told.text).toMatch(/^Attach your workbook \(\.xlsx\) or CSV file here and send it\./);
    expect((await bot.hears(admin(), 'what can you do for me')).status).toBe(200);
    const member = await bot.hears(bot.person('pol'), 'import a spreadsheet');
    expect(member.text).toBe(
      'Spreadsheets are imported by an administrator. Send yours to Business Manager.',
    );
  });

  it('is previewed, corrected once, imported, and read the same way the next time', async () => {
    const before = (await actionsOf(bot)).length;
    const file = { name: 'Action log.xlsx', bytes: await readFile(LOG) };
    const shown = await bot.getsFile(admin(), file);
    expect(shown.text).toBe('Action log.xlsx: 1 row is ready, 1 needs you.');
    expect(shown.lines).toContain(
      'I read this as an action log: 1 new. What needs you is left out until you correct it. Nothing is imported before you say so.',
    );
    expect(below(shown, 'Needs you', 'Columns')).toEqual(['Owner: what does “ICB” mean? (row 2)']);
    expect(below(shown, 'Columns', 'How values are read')).toEqual(
      'No.|Reference|Date of meeting|Raised on|Agenda item|Source|Action|Action|By whom|Owner|By when|Due date|Update|Notes|RAG|Status'.split(
        '|',
      ),
    );
    expect(below(shown, 'How values are read').join()).toMatch(/“All” is .*Executive.* \(1 row\)/);
    expect(shown.buttons).toEqual(['Import 1 row', 'Correct', 'Cancel']);
    expect(await actionsOf(bot)).toHaveLength(before);

    const left = await (await shown.press('Correct')).press('Back to preview');
    expect(left.lines).toEqual(shown.lines);
    const form = await left.press('Correct');
    const corrected = await form.press(
      'Update preview',
      answers(form, {
        'Owner: “ICB”': 'NHS Brackenshire CCG',
        'Column “Agenda item”': 'Leave out',
      }),
    );
    expect(below(corrected, 'Columns', 'How values are read').join('|')).toContain(
      'Agenda item|left out',
    );
    expect(corrected.buttons[0]).toBe('Import 2 rows');
    const done = await corrected.press('Import 2 rows');
    expect(done.lines[2]).toBe(
      '2 rows imported. I’ll read the next file of these columns the same way.',
    );
    const added = (await actionsOf(bot)).slice(before);
    expect(added.map(({ owner }) => owner)).toEqual([
      { agency: 'BCON', with: ['CCG'] },
      { group: 'EXEC' },
    ]);

    const again = await bot.getsFile(admin(), file);
    expect(again.lines).toContain(
      'I read this as an action log: 2 unchanged. Nothing is imported before you say so.',
    );
    expect((await again.press('Import 2 rows')).lines[2]).toMatch(
      /^Nothing has changed: all 2 rows are here already\./,
    );
  });

  it('may be one of which Convenor cannot tell what it is', async () => {
    const shown = await bot.getsFile(admin(), {
      name: 'tracker.csv',
      bytes: 'Thing to do,Body,Finish\nAudit missing episodes,Police,1.12.22\nMap training,,20/4\n',
    });
    expect(shown.text).toMatch(/^I can’t tell what this is\./);
    expect(shown.buttons).toEqual(['Correct', 'Cancel']);
    const which = await shown.press('Correct');
    const placed = await which.press(
      'Update preview',
      answers(which, { 'What is “tracker.csv”?': 'Action log' }),
    );
    expect(placed.text || placed.lines[2]).toMatch(
      /^I read this as an action log, and can’t import/,
    );
    expect(below(placed, 'Needs you', 'Columns').join()).toMatch(/this column is missing/);
    const columns = await placed.press('Correct');
    const read = await columns.press(
      'Update preview',
      answers(columns, {
        'Column “Thing to do”': 'Action',
        'Column “Body”': 'Owner',
        'Column “Finish”': 'Due date',
      }),
    );
    expect(read.buttons).toEqual(['Import 1 row', 'Correct', 'Cancel']);
    expect(below(read, 'Needs you', 'Columns')).toEqual([
      expect.stringMatching(/^“Map training” \(row 3\) has no reference: is it .*2, or new\?$/),
      'Due date: what does “20/4” mean? (row 3)',
    ]);
    expect(below(read, 'Also seen').join()).toMatch(/Has no references: 1 new row will be BR-005/);
    const before = (await actionsOf(bot)).length;
    await read.press('Import 1 row');
    const again = await bot.getsFile(admin(), {
      name: 'tracker.csv',
      bytes:
        'Thing to do,Body,Finish\nAudit missing episodes,Police,1.12.22\nAudit missing episodes each month,Police,\n',
    });
    expect(below(again, 'Needs you', 'Columns')).toEqual([
      '“Audit missing episodes each month” (row 3) has no reference: is it BR-005, or new?',
    ]);
    const same = await again.press('Correct');
    const paired = await same.press(
      'Update preview',
      answers(same, {
        'No reference: “Audit missing episodes each month”':
          'It is BR-005, “Audit missing episodes”',
      }),
    );
    expect(below(paired, 'Needs you', 'Columns').join()).toMatch(/in another spelling|is the same/);
    await paired.press('Cancel');
    expect(await actionsOf(bot)).toHaveLength(before + 1);
  });

  it('may be a workbook of several sheets, each read as what it is', async () => {
    const file = { name: 'Board.xlsx', bytes: await readFile(`${FAULTS}/x07-real.xlsx`) };
    const shown = await bot.getsFile(admin(), file);
    expect(shown.lines.join('|')).toMatch(/: columns\|/);
    expect(JSON.stringify(shown.card).length).toBeLessThan(25_000);
    expect(shown.buttons).toContain('Correct');
    const form = await shown.press('Correct');
    expect(form.buttons).toEqual(['Update preview', 'Back to preview', 'Cancel']);
    await (await form.press('Back to preview')).press('Cancel');
  });

  it('may hold anything in its headings and cells, and is shown as text', async () => {
    const hostile = [
      '__proto__',
      'constructor',
      '${$root} ${json(process)}',
      '{{DATE(2021-02-30)}}',
      '[a](https://evil.example) **b**',
      '<at>Convenor</at>',
      '=cmd|calc!A1',
      'x'.repeat(2_000),
    ];
    const quoted = hostile.map((each) => `"${each}"`);
    const shown = await bot.getsFile(admin(), {
      name: '<b>${$root}</b>.csv',
      bytes: [
        ['Ref', 'Action', 'By whom', 'RAG', ...quoted].join(),
        ...quoted.map((each, at) => [`N-${at}`, each, each, each, ...quoted].join()),
        'N-99,One,Police,Red',
      ].join('\n'),
    });
    expect(shown.status).toBe(200);
    expect(shown.lines[1]).toMatch(/^<.?b>\$\{\$root\}<.?\/b>\.csv$/);
    expect(Math.max(...shown.lines.map(({ length }) => length))).toBeLessThan(200);
    const form = await shown.press('Correct');
    const read = await form.press(
      'Update preview',
      answers(form, { 'Column “constructor”': 'Notes', 'Status: “constructor”': 'open' }),
    );
    expect(read.buttons[0]).toMatch(/^Import \d rows?$/);
    expect(below(read, 'Columns').join('|')).toContain('constructor|Notes');
    expect(JSON.stringify(read.card).length).toBeLessThan(25_000);
    await read.press('Cancel');
    expect(bot.logged.filter((line) => line.includes('"level":50'))).toEqual([]);
  });

  it('that was left out once can be taken in again', async () => {
    const file = { name: 'export.csv', bytes: 'Thing,Body\nShare the audit,Police\n' };
    const first = await (await bot.getsFile(admin(), file)).press('Correct');
    const out = await first.press('Update preview', answers(first, { 'What is': 'Contacts list' }));
    const form = await out.press('Correct');
    const again = await form.press('Update preview', answers(form, { 'Column “Thing”': 'Name' }));
    const last = await again.press('Correct');
    const left = await last.press('Update preview', answers(last, { 'What is': 'Leave out' }));
    expect(below(left, 'Needs you')).toEqual(['What is “export.csv”?']);
    await left.press('Cancel');
  });

  it('may have words that mean something else here, and days that cannot be told', async () => {
    const shown = await bot.getsFile(
      admin(),
      csv(
        'C-1,Share the audit,Police,20/4,Green,',
        'C-2,Map the training,Police,1.12.22,Green,',
        'C-3,Tell schools,Lighthouse,1.12.22,Red,',
      ),
    );
    expect(below(shown, 'Needs you', 'Columns')).toEqual([
      'Status: what does “Green” mean? (rows 2 and 3)',
      'Due date: what does “20/4” mean? (row 2)',
      'Owner: what does “Lighthouse” mean? (row 4)',
    ]);
    const form = await shown.press('Correct');
    const read = await form.press(
      'Update preview',
      answers(form, {
        'Status: “Green”': 'complete',
        'Due date: “20/4”': '2022-04-20',
        'Owner: “Lighthouse”': 'No value',
      }),
    );
    expect(read.buttons[0]).toBe('Import 3 rows');
    await read.press('Import 3 rows');
    const added = (await actionsOf(bot)).filter(({ ref }) => ref.startsWith('C-'));
    expect(added.map(({ status, dueOn }) => [status, dueOn])).toEqual([
      ['complete', '2022-04-20'],
      ['complete', '2022-12-01'],
      ['open', '2022-12-01'],
    ]);
    const next = await bot.getsFile(admin(), csv('C-9,Write it up,Police / Lighthouse,,Green,'));
    expect(next.buttons[0]).toBe('Import 1 row');
    await next.press('Cancel');
  });

  it('that may name a child waits, is not quoted, and is imported once somebody has looked', async () => {
    const shown = await bot.getsFile(
      admin(),
      csv('D-1,Ask Shanice about her placement,Police,,Red,', 'D-2,Plan,943 476 5919,,Red,'),
    );
    expect(JSON.stringify(shown.messages)).not.toMatch(/Shanice|943 476/);
    expect(shown.text).toMatch(/need you|can’t import it yet/);
    const form = await shown.press('Correct');
    const read = await form.press(
      'Update preview',
      answers(form, { '1 row may name a child (row 2)': 'I have looked: they name none' }),
    );
    expect(read.buttons[0]).toBe('Import 1 row');
    await read.press('Import 1 row');
    const events = [];
    for await (const event of bot.records.auditLog.events()) events.push(event);
    const last = events.findLast(({ kind }) => kind === 'sheet-import');
    expect(last).toMatchObject({ by: 'bm', type: 'imported' });
    expect(JSON.stringify(last)).toMatch(/namesNoChild/);
    const change = events.findLast(({ id }) => id === 'D-1');
    expect(change).toMatchObject({ by: 'bm' });
  });

  it('is kept sealed for an hour, and no longer than it is needed', async () => {
    const words = 'Rehearse the winter plan';
    const listWaiting = async () =>
      [...(await allRows(bot.tables)).values()].filter((row) => row.includes('waiting-files'));
    const before = new Set(await listWaiting());
    const isThere = async () => (await listWaiting()).filter((row) => !before.has(row));
    const shown = await bot.getsFile(admin(), csv(`E-1,${words},Police,,Red,`));
    expect(await isThere()).not.toEqual([]);
    expect([...(await allRows(bot.tables)).values()].join()).not.toMatch(/winter plan|Action log/);
    const gone = await shown.press('Cancel');
    expect(gone.lines).toContain('Nothing was imported, and I’ve deleted the file.');
    expect(await isThere()).toEqual([]);
    expect((await shown.press('Import 1 row')).lines.join()).toMatch(
      /That file is no longer waiting/,
    );

    const late = await bot.getsFile(admin(), csv(`E-1,${words},Police,,Red,`));
    bot.turnTo('2022-10-12T10:00');
    expect((await late.press('Import 1 row')).lines.join()).toMatch(
      /That file is no longer waiting/,
    );
    const other = await bot.getsFile(admin(), csv('E-2,Another,Police,,Red,'));
    expect(await isThere()).toHaveLength(1);
    await other.press('Import 1 row');
    expect(await isThere()).toEqual([]);
    bot.turnTo('2022-10-12');
    expect((await actionsOf(bot)).map(({ ref }) => ref)).not.toContain('E-1');
  });

  it('is kept no longer where its reading is corrected', async () => {
    const shown = await bot.getsFile(admin(), csv('E-3,One,Police,,Red,'));
    bot.turnTo('2022-10-12T09:30');
    const form = await shown.press('Correct');
    const read = await form.press('Update preview', answers(form, { 'Column “Colour”': 'Notes' }));
    expect(read.buttons).toContain('Import 1 row');
    bot.turnTo('2022-10-12T10:15');
    expect((await read.press('Import 1 row')).lines.join()).toMatch(
      /That file is no longer waiting/,
    );
    bot.turnTo('2022-10-12');
  });

  it('is imported as it was looked at, and shown again where the records changed', async () => {
    const shown = await bot.getsFile(admin(), csv('F-1,One,Police,,Red,'));
    const between = await bot.getsFile(admin(), csv('F-1,One,Council,,Red,'));
    await between.press('Import 1 row');
    const second = await shown.press('Import 1 row');
    expect(second.lines).toContain('Something has changed since you looked, so look again.');
    expect(second.lines.join()).toMatch(/action log: 1 changed\./);
    const owner = async () => (await actionsOf(bot)).find(({ ref }) => ref === 'F-1')?.owner;
    expect(await owner()).toEqual({ agency: 'BCC' });
    await second.press('Import 1 row');
    expect(await owner()).toEqual({ agency: 'BCON' });
  });

  it('is taken from administrators, in their own chat, one at a time', async () => {
    const file = csv('G-1,One,Police,,Red,');
    const refused = await bot.getsFile(bot.person('pol'), file);
    expect(refused.text).toBe(
      'Nothing was recorded: that is for administrators. Please ask Business Manager.',
    );
    expect((await bot.getsFile(bot.stranger(), file)).text).toMatch(/^I do not know you yet/);
    const asked = await bot.getsFile(bot.person('pol'), file, { text: 'who leads for the police' });
    expect(asked.text).not.toMatch(/administrators/);
    const shown = await bot.getsFile(admin(), file);
    const forged = await shown.isPressedBy(bot.person('pol'), 'Import 1 row');
    expect(forged.text).toMatch(/^Nothing was recorded: that is for administrators\./);
    const attachment = (name: string) => ({
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      name,
      content: { downloadUrl: bot.teams.keepSent(Buffer.from('x')) },
    });
    const post = (where: 'personal' | 'group', attachments: object[]) =>
      bot.client.post(
        bot.client.activity(admin(), where, { type: 'message', text: '', attachments }),
      );
    await post('personal', [attachment('a.csv'), attachment('b.csv')]);
    expect(bot.personalMessages('bm').at(-1)?.text).toMatch(/^I read one file at a time/);
    await post('group', [attachment('a.csv')]);
    const refusals = [];
    for await (const event of bot.records.auditLog.events())
      if (event.type === 'was refused') refusals.push(event);
    expect(JSON.stringify(refusals)).toMatch(/files\.send/);
  });

  it.each<[what: string, file: OwnFile, answer: RegExp]>([
    [
      'a picture',
      { name: 'table.png', bytes: Buffer.from('\x89PNG\r\n', 'latin1') },
      /^That file is a picture: ask for the spreadsheet itself/,
    ],
    ['a PDF', { name: 'log.pdf', bytes: '%PDF-1.7' }, /^That file is a PDF: /],
    [
      'an older workbook',
      { name: 'log.xls', bytes: Buffer.from('d0cf11e0a1b11ae1', 'hex') },
      /^That file is of an older Office \(\.xls\): open it in Excel and save it again/,
    ],
    [
      'a workbook with a password',
      {
        name: 'log.xlsx',
        bytes: Buffer.concat([
          Buffer.from('d0cf11e0a1b11ae1', 'hex'),
          Buffer.from('EncryptedPackage', 'utf16le'),
        ]),
      },
      /^That file is protected by a password: open it in Excel, take the password off/,
    ],
    [
      'a workbook with macros',
      { name: 'log.xlsm', bytes: 'PK\x03\x04 xl/vbaProject.bin' },
      /^That file holds macros, which are not read: /,
    ],
    [
      'a broken workbook',
      { name: 'log.xlsx', bytes: 'PK\x03\x04 broken' },
      /^That file can’t be read: open it in Excel and save it again/,
    ],
    [
      'a broken CSV',
      { name: 'log.csv', bytes: 'Ref,Action\n1,Say "no" to "it\n' },
      /^That file can’t be read: line 2: a quotation mark/,
    ],
    [
      'too many rows',
      csv(...Array.from({ length: 5_001 }, (_, at) => `H-${at},One,Police,,Red,`)),
      /^That file has 5,002 lines, and I read 5,000 at once: send it in parts/,
    ],
    [
      'too many bytes',
      { name: 'log.csv', bytes: Buffer.alloc(10 * 1024 * 1024 + 1, 'x') },
      /^That file is larger than 10 MB, the most I take\. Is it the right file\?/,
    ],
    [
      'nothing',
      { name: 'log.csv', bytes: '' },
      /^That file is empty: send the sheet that has the table/,
    ],
    [
      'a photograph of a phone',
      { name: 'table.heic', bytes: Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1') },
      /^That file is a picture: /,
    ],
    [
      'a web page',
      { name: 'log.xls', bytes: '<html><table><tr><td>Ref</td></tr></table></html>' },
      /^That file is a web page, as some systems export them/,
    ],
    [
      'no text',
      { name: 'log.csv', bytes: 'Ref,Action\n1,O\0ne\n' },
      /^That file is no text: in Excel, save it as/,
    ],
  ])('that is %s is named, with what to do', async (_what, file, answer) => {
    const told = await bot.getsFile(admin(), file);
    expect(told.text).toMatch(answer);
    expect(JSON.stringify(told.messages)).not.toMatch(/npm|--|mapping/);
  });

  it('is fetched from nowhere but where Teams keeps files, while it can be', async () => {
    const from = async (downloadUrl: string) => {
      await bot.client.post(
        bot.client.activity(admin(), 'personal', {
          type: 'message',
          attachments: [
            {
              contentType: 'application/vnd.microsoft.teams.file.download.info',
              name: 'log.csv',
              content: { downloadUrl },
            },
          ],
        }),
      );
      return bot.personalMessages('bm').at(-1)?.text;
    };
    for (const url of [
      'https://evil.example/log.csv',
      'http://contoso-my.sharepoint.com/log.csv',
      'https://contoso-my.sharepoint.com.evil.example/log.csv',
      'http://169.254.169.254/metadata',
      'file:///etc/passwd',
    ])
      expect(await from(url), url).toMatch(/^I only take files that Teams keeps in your OneDrive/);
    const over = bot.teams.keepSent(Buffer.from('Ref,Action\n'));
    bot.teams.endDownloads();
    expect(await from(over)).toMatch(
      /^I couldn’t fetch that file from your OneDrive\. Send it again/,
    );
    await bot.client.post(
      bot.client.activity(admin(), 'personal', {
        type: 'message',
        text: '',
        attachments: [{ contentType: 'image/png', contentUrl: 'https://smba.example/1' }],
      }),
    );
    expect(bot.personalMessages('bm').at(-1)?.text).toMatch(/^That’s a picture/);
  });

  it('is declined where its name holds somebody’s details', async () => {
    const told = await bot.getsFile(admin(), { name: 'NHS 943 476 5919.csv', bytes: 'a,b\n' });
    expect(JSON.stringify(told.messages)).not.toMatch(/943/);
    expect(told.text).toMatch(/personal details/);
  });
});

describe('two imports at once', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startBracken();
  });
  afterAll(() => bot.stop());

  it('are both done, one after the other', async () => {
    const shown = [
      await bot.getsFile(bot.person('bm'), csv('J-1,One,Police,,Red,')),
      await bot.getsFile(bot.person('bm'), csv('J-2,Two,Police,,Red,')),
    ];
    const before = (await actionsOf(bot)).length;
    const done = await Promise.all(shown.map((each) => each.press('Import 1 row')));
    for (const each of done) expect(each.lines.join()).toMatch(/1 row imported\./);
    expect(await actionsOf(bot)).toHaveLength(before + 2);
  });

  it('may be of a file that was imported meanwhile, which is said', async () => {
    const shown = await bot.getsFile(bot.person('bm'), csv('L-1,One,Police,,Red,'));
    const both = await Promise.all([1, 2].map(() => shown.press('Import 1 row')));
    const said = both.map(({ lines }) => lines.join());
    expect(said.filter((each) => /1 row imported\./.test(each))).toHaveLength(1);
    expect(said.filter((each) => /no longer waiting/.test(each))).toHaveLength(1);
  });

  it('wait for one another, and the second is told', async () => {
    const shown = await bot.getsFile(bot.person('bm'), csv('K-1,One,Police,,Red,'));
    const other = { person: 'pol', id: 'another' };
    await bot.records.importLock.acquire('bracken', other);
    const told = await shown.press('Import 1 row');
    expect(told.text).toMatch(
      /^.+ is importing a file just now\. This one waits, and I’ll tell you here when it’s done\.$/,
    );
    expect((await actionsOf(bot)).map(({ ref }) => ref)).not.toContain('K-1');
    await bot.records.importLock.release('bracken', other);
    await expect
      .poll(() => bot.personalMessages('bm').at(-1)?.text, { timeout: 10_000 })
      .toMatch(/^1 row imported\./);
    expect((await actionsOf(bot)).map(({ ref }) => ref)).toContain('K-1');
    expect(await bot.records.importLock.acquire('bracken', other)).toBeUndefined();
  });
});
