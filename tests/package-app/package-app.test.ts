import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PackageParts, packageApp } from '../../src/package-app/package-app.ts';
import { type Entry, openZip } from './open-zip.ts';

const BOT_ID = '0c7d3b5e-1a2b-4c3d-8e4f-5a6b7c8d9e0f';
const DEV = { BOT_ID, BOT_DOMAIN: 'convenor-dev.example.org' };
const PROD = {
  BOT_ID: '9e8d7c6b-5a4f-4e3d-8c2b-1a0f9e8d7c6b',
  BOT_DOMAIN: 'convenor.example.org',
  WEBSITE_URL: 'https://partnership.example.org/convenor',
  PRIVACY_URL: 'https://partnership.example.org/privacy',
  PUBLISHER_NAME: 'Thornbury Partnership',
};
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

const packed = async (parts: Partial<PackageParts> = {}) => {
  const result = await packageApp({ environment: 'dev', env: DEV, version, ...parts });
  if ('faults' in result) throw new Error(result.faults.join('\n'));
  return { ...result, entries: await openZip(result.zip) };
};
const findFaults = async (parts: Partial<PackageParts>): Promise<readonly string[]> => {
  const result = await packageApp({ environment: 'dev', env: DEV, version, ...parts });
  return 'faults' in result ? result.faults : [];
};
const readContent = (entries: readonly Entry[], name: string): Buffer =>
  entries.find((entry) => entry.name === name)?.content ?? Buffer.alloc(0);
const readManifest = (entries: readonly Entry[]) =>
  JSON.parse(readContent(entries, 'manifest.json').toString());

describe('the package of the Teams app', () => {
  it('holds the manifest and its two icons, and nothing else', async () => {
    const { entries, name } = await packed();
    expect(name).toBe(`convenor-dev-${version}.zip`);
    expect(entries.map((entry) => entry.name)).toEqual([
      'manifest.json',
      'icons/color.png',
      'icons/outline.png',
    ]);
    const { icons } = readManifest(entries);
    expect(entries.map((entry) => entry.name)).toEqual([
      'manifest.json',
      icons.color,
      icons.outline,
    ]);
  });

  it('has every placeholder filled', async () => {
    for (const [environment, env] of [
      ['dev', DEV],
      ['prod', PROD],
    ] as const) {
      const { entries } = await packed({ environment, env });
      expect(readContent(entries, 'manifest.json').toString()).not.toMatch(
        /\$\{|\{\{|undefined|example\.com/,
      );
    }
  });

  it('is told apart by name and id in development and production, so that both can be installed', async () => {
    const dev = readManifest((await packed()).entries);
    const prod = readManifest((await packed({ environment: 'prod', env: PROD })).entries);
    expect([dev.name.short, prod.name.short]).toEqual(['Convenor (dev)', 'Convenor']);
    expect([dev.id, prod.id]).toEqual([DEV.BOT_ID, PROD.BOT_ID]);
    expect(prod.developer).toEqual({
      name: 'Thornbury Partnership',
      websiteUrl: PROD.WEBSITE_URL,
      privacyUrl: PROD.PRIVACY_URL,
      termsOfUseUrl: PROD.WEBSITE_URL,
    });
  });

  it('takes the ids from what the infrastructure gave', async () => {
    const values = {
      botId: BOT_ID,
      botDomain: 'convenor-dev.example.org',
      environment: 'dev',
      more: 'is ignored',
    };
    const { entries } = await packed({ env: {}, outputs: { file: 'infra/outputs.json', values } });
    expect(readManifest(entries)).toMatchObject({
      id: BOT_ID,
      validDomains: ['convenor-dev.example.org'],
    });
  });

  it('serves people, teams and chats, with a bot that hands over files', async () => {
    const { bots, composeExtensions, webApplicationInfo } = readManifest((await packed()).entries);
    expect(bots[0]).toMatchObject({
      botId: BOT_ID,
      scopes: ['personal', 'team', 'groupChat'],
      supportsFiles: true,
    });
    expect(composeExtensions[0].botId).toBe(BOT_ID);
    expect(webApplicationInfo).toEqual({
      id: BOT_ID,
      resource: `api://convenor-dev.example.org/botid-${BOT_ID}`,
    });
  });

  it('asks for what it needs in a meeting, and for no message of anybody', async () => {
    const { authorization } = readManifest((await packed()).entries);
    expect(
      authorization.permissions.resourceSpecific.map(({ name }: { name: string }) => name),
    ).toEqual([
      'OnlineMeeting.ReadBasic.Chat',
      'OnlineMeetingParticipant.Read.Chat',
      'ChannelMeeting.ReadBasic.Group',
    ]);
  });

  it('has icons of the sizes that Teams wants', async () => {
    const { entries } = await packed();
    const imageSize = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];
    expect(imageSize(readContent(entries, 'icons/color.png'))).toEqual([192, 192]);
    expect(imageSize(readContent(entries, 'icons/outline.png'))).toEqual([32, 32]);
  });
});

describe('a package that cannot be made', () => {
  it('says all that is missing, and how to set it', async () => {
    const faults = await findFaults({ environment: 'prod', env: {} });
    expect(faults).toHaveLength(3);
    for (const name of ['BOT_ID', 'BOT_DOMAIN', 'WEBSITE_URL'])
      expect(faults.join('\n')).toMatch(`${name} is missing: `);
  });

  it.each([
    [{ BOT_ID: 'convenor' }, /BOT_ID is “convenor”, not an application/],
    [{ BOT_DOMAIN: 'https://convenor.example.org/' }, /leave out https/],
    [{ BOT_DOMAIN: 'localhost' }, /not a host name/],
    [{ TEAMS_APP_ID: '12' }, /TEAMS_APP_ID is “12”, not a GUID/],
    [{ PUBLISHER_NAME: 'x'.repeat(33) }, /33 characters; Teams shows 32/],
    [
      { WEBSITE_URL: 'http://example.org' },
      /WEBSITE_URL is “http:\/\/example.org”, not an https address/,
    ],
    [{ PRIVACY_URL: 'see the intranet' }, /PRIVACY_URL/],
  ])('refuses %o', async (wrong, fault) => {
    expect((await findFaults({ env: { ...DEV, ...wrong } })).join('\n')).toMatch(fault);
  });

  it.each([
    [
      'another environment',
      { botId: BOT_ID, botDomain: DEV.BOT_DOMAIN, environment: 'prod' },
      /is of the environment prod, not dev/,
    ],
    [
      'another bot',
      { botId: PROD.BOT_ID, botDomain: DEV.BOT_DOMAIN, environment: 'dev' },
      /remove one of them/,
    ],
    ['another shape', { bot: BOT_ID }, /botId, botDomain, environment\): it must be shaped like/],
    ['nothing readable', undefined, /cannot be read \(the whole\)/],
  ])('refuses outputs of %s', async (_, values, fault) => {
    expect(
      (await findFaults({ outputs: { file: 'infra/outputs.json', values } })).join('\n'),
    ).toMatch(fault);
  });

  it('names a version that is not that of package.json', async () => {
    expect((await findFaults({ version: '9.9.9' })).join('\n')).toMatch(
      `version is ${version} here and 9.9.9 in package.json`,
    );
  });

  describe('because the manifest was changed', () => {
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'convenor-manifest-'));
      await cp('manifest', folder, { recursive: true });
    });
    afterAll(() => rm(folder, { recursive: true }));

    const changed = async (change: (text: string) => string): Promise<string> => {
      await writeFile(
        join(folder, 'manifest.json'),
        change(await readFile('manifest/manifest.json', 'utf8')),
      );
      return (await findFaults({ folder: pathToFileURL(`${folder}/`) })).join('\n');
    };

    it.each([
      [
        'a placeholder that nothing fills',
        'Convenor${{APP_NAME_SUFFIX}}',
        '${{COUNCIL}}',
        /asks for COUNCIL, which has no value/,
      ],
      ['a field that the schema does not know', '"accentColor"', '"colour"', /colour/],
      [
        'a name that is too long',
        '"Convenor${{',
        `"${'C'.repeat(31)}\${{`,
        /\/name\/short must NOT have more than 30 characters/,
      ],
      ['a scope that is none', '"groupChat"]', '"chat"]', /\/bots\/0\/scopes\/2/],
      [
        'a command that is too long to be shown',
        '"my actions"',
        `"${'my '.repeat(12)}"`,
        /longer than 32 characters/,
      ],
      [
        'two versions',
        '"manifestVersion": "1.29"',
        '"manifestVersion": "1.28"',
        /name different versions/,
      ],
      [
        'a version that was never published',
        '"1.29"',
        '"7.1"',
        /no published schema for manifestVersion “7.1”/,
      ],
    ])('names %s', async (_, before, after, fault) => {
      expect(await changed((text) => text.replace(before, after))).toMatch(fault);
    });

    it('names an icon that is not of its size, or no picture at all', async () => {
      await cp('manifest/icons/color.png', join(folder, 'icons/outline.png'));
      await writeFile(join(folder, 'icons/color.png'), '<svg/>');
      const faults = await changed((text) => text);
      expect(faults).toMatch('icons/outline.png is 192 × 192; Teams wants 32 × 32.');
      expect(faults).toMatch('icons/color.png is not a PNG picture.');
    });
  });
});

describe('npm run package', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'convenor-package-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const run = (env: Record<string, string>, ...args: string[]) =>
    promisify(execFile)(process.execPath, [resolve('src/cli/package.ts'), ...args], {
      cwd: folder,
      env,
    });

  it('writes the same bytes wherever and whenever it runs', async () => {
    const file = join(folder, 'dist', `convenor-dev-${version}.zip`);
    await run({ ...DEV, TZ: 'Pacific/Auckland' });
    const there = await readFile(file);
    await run({ ...DEV, TZ: 'America/Anchorage' });
    expect(await readFile(file)).toEqual(there);
    expect(there).toEqual(Buffer.from((await packed()).zip));
  });

  it('ends with an error that names every fault', async () => {
    const failed = await run({ BOT_DOMAIN: 'x' }, '--env', 'prod').catch((error) => error);
    expect(failed).toMatchObject({ code: 1, stdout: '' });
    expect(failed.stderr.trim().split('\n')).toHaveLength(5);
  });
});
