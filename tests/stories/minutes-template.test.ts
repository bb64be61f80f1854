import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Document, Header, Packer, Paragraph } from 'docx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../src/domain/dates.ts';
import { PLACEHOLDERS } from '../../src/features/minutes/minutes-document.ts';
import { createFirstTemplate } from '../../src/features/minutes/template.ts';
import { loadTemplate } from '../../src/features/minutes/template-store.ts';
import { exportTemplate, readTemplateFile, storeTemplate } from '../../src/folder/template-file.ts';
import { loadOrImport } from '../../src/rehearsal/start-rehearsal.ts';
import { freshRecords } from '../support/azurite.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import { emptyFolder } from '../support/empty-folder.ts';
import { readWord } from '../support/read-word.ts';
import type { Heard } from '../support/teams-client.ts';

const ALL = ['date', 'attendance', 'quorum', 'agenda', 'decisions', 'actions'];

/** A letterhead with these lines below it. */
async function letterhead(...lines: string[]): Promise<Uint8Array> {
  const document = new Document({
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph('Sandwell · {{group}}')] }) },
        children: [new Paragraph('OFFICIAL'), ...lines.map((line) => new Paragraph(line))],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
const withAll = (...lines: string[]) => letterhead(...lines, ...ALL.map((name) => `{{${name}}}`));

/** The same document with files changed or added. */
async function changed(files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>) {
  const entries = unzipSync(await withAll());
  for (const [name, content] of Object.entries(files))
    entries[name] = typeof content === 'string' ? strToU8(content) : content;
  return new Uint8Array(zipSync(entries));
}

describe('a template of minutes of the partnership’s own', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());
  const manager = () => bot.person('business-manager');
  const send = (bytes: Uint8Array, name = 'minutes.docx') =>
    bot.getsFile(manager(), { name, bytes });

  async function download({ card }: Pick<Heard, 'card'>) {
    const url = /"url":"([^"]+)"/.exec(JSON.stringify(card))?.[1] ?? '';
    const file = await fetch(url, { method: 'POST' });
    return new Uint8Array(await file.arrayBuffer());
  }
  async function minutes() {
    const shown = await bot.hears(manager(), 'minutes of the last board');
    return download(await shown.press('Get minutes'));
  }

  it.each<[string, RegExp, () => Promise<Uint8Array>]>([
    [
      'no placeholder',
      /^That file has no placeholders such as \{\{attendance\}\}/,
      async () =>
        new Uint8Array(
          await Packer.toBuffer(
            new Document({ sections: [{ children: [new Paragraph('Dear all')] }] }),
          ),
        ),
    ],
    [
      'an unknown one',
      /^That file has placeholders that I don’t know: \{\{venue\}\}\. I know \{\{partnership\}\}/,
      () => withAll('{{venue}}'),
    ],
    [
      'one missing',
      /^That file lacks \{\{decisions\}\} and \{\{actions\}\}, and/,
      () => letterhead(...ALL.slice(0, 4).map((name) => `{{${name}}}`)),
    ],
    [
      'macros',
      /^That file has macros: save it as \.docx/,
      () =>
        changed({
          '[Content_Types].xml':
            '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
        }),
    ],
    [
      'a picture from elsewhere',
      /^That file loads something from elsewhere/,
      () =>
        changed({
          'word/_rels/document.xml.rels':
            '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://127.0.0.1/x.png" TargetMode="External"/></Relationships>',
        }),
    ],
    [
      '25 MB in a few kilobytes',
      /^That file unpacks to more than 20 MB/,
      () => changed({ 'word/media/a.bmp': new Uint8Array(25 * 1024 * 1024) }),
    ],
    ['400 KB', /^That file is larger than 350 KB/, async () => new Uint8Array(400 * 1024)],
    [
      'a password',
      /^That file is an old \.doc or has a password/,
      async () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]),
    ],
    ['half of it', /^That file is damaged/, async () => (await withAll()).slice(0, 2000)],
    [
      'a workbook’s content',
      /^That file is no Word document/,
      async () => zipSync({ 'xl/workbook.xml': strToU8('<x/>') }),
    ],
  ])('is not taken with %s, and says why', async (_, why, make) => {
    const reply = await send(await make());
    expect(reply.text).toMatch(why);
    expect(reply.text).toMatch(/ The template of the minutes is as it was\.$/);
  });

  it('is taken from an administrator, and minutes are made with it', async () => {
    const taken = await send(await withAll('Held at {{ place }}', '{{next_meeting}}'));
    expect(taken.text).toBe('Minutes are made with your template from now on.');
    expect(taken.lines.join('\n')).toContain('set by Business Manager on Mon 15 March 2021');
    const file = await minutes();
    const lines = await readWord(file);
    expect(lines.slice(0, 4)).toEqual([
      'OFFICIAL',
      'Held at Not recorded',
      'Wed 12 May 2021 at 14:00',
      'Wed 10 March 2021, 14:00 to 16:00',
    ]);
    expect(lines).toContain('West Midlands Police');
    expect(lines).toContain('10 of 12 agencies attended. Quorate.');
    expect(lines.join()).not.toContain('{{');
    const headers = Object.entries(unzipSync(file)).filter(([name]) => /header\d\.xml$/.test(name));
    expect(headers.map(([, xml]) => Buffer.from(xml).toString()).join()).toContain(
      'Safeguarding Partnership',
    );
  });

  it('is taken from nobody else', async () => {
    const reply = await bot.getsFile(bot.person('lay-member'), {
      name: 'minutes.docx',
      bytes: await withAll('Another'),
    });
    expect(reply.text).not.toMatch(/from now on/);
    expect((await readWord(await minutes())).join()).not.toContain('Another');
  });

  it('goes with the folder, and an import does not undo the chat', async () => {
    const open = bot.records.stores('sandwell');
    const folder = await emptyFolder();
    expect(await exportTemplate(open, folder)).toBe(true);
    const { template = new Uint8Array(), fault } = await readTemplateFile(folder);
    expect(fault).toBeUndefined();
    const actor = { by: 'import', at: '2021-03-15T09:00:00Z', today: day('2021-03-15') };
    expect(await storeTemplate(open, template, actor)).toMatch(/: unchanged\.$/);
    expect(await storeTemplate(open, await withAll('Another'), actor)).toMatch(/: kept as it was/);
    expect(await readTemplateFile(await emptyFolder())).toEqual({});
  });

  it('is that of a rehearsal whose folder has one', async () => {
    const folder = await emptyFolder();
    await cp('samples/sandwell', folder, { recursive: true });
    await mkdir(join(folder, 'templates'));
    await writeFile(join(folder, 'templates', 'minutes.docx'), await withAll('Rehearsed'));
    const records = await freshRecords();
    const { partnership } = await loadOrImport(records, folder);
    const template = await loadTemplate(records.stores(partnership.id));
    expect((await readWord(template ?? new Uint8Array())).join()).toContain('Rehearsed');
    await writeFile(join(folder, 'templates', 'minutes.docx'), 'no document');
    await expect(loadOrImport(await freshRecords(), folder)).rejects.toThrow(
      /templates\/minutes\.docx: the file /,
    );
  });

  it('is left for the usual one, which can be had to start from', async () => {
    const shown = await bot.hears(manager(), '/minutes-template');
    const reply = await shown.press('Use the usual one again');
    expect(reply.lines.join('\n')).toContain('Minutes are made with the usual template again.');
    expect(await readWord(await minutes())).toContain('## What the records do not say');
    const offered = await (await bot.hears(manager(), '/minutes-template')).press(
      'Get the template',
    );
    expect(await readWord(await download(offered))).toEqual(
      await readWord(await createFirstTemplate()),
    );
    expect((await send(await createFirstTemplate())).text).toMatch(/from now on\.$/);
    expect((await readWord(await minutes())).join()).not.toContain('{{');
  });

  it('may hold what docs/partnership-folder.md says', async () => {
    const page = await readFile('docs/partnership-folder.md', 'utf8');
    const documented = [...page.matchAll(/`\{\{(\w+)\}\}`/g)].map(([, name]) => name);
    expect(documented.sort()).toEqual([...PLACEHOLDERS].sort());
  });
});
