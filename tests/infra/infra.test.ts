import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { AZURE_SETTINGS, parseConfig } from '../../src/config.ts';
import { readSettings } from '../../src/package-app/package-settings.ts';
import { bicepFaults, nameFaults, parameterFaults } from './bicep-faults.ts';
import { type Bicep, readBicep, readParameters } from './read-bicep.ts';

const MODULES = readdirSync('infra/modules').map((name) => `infra/modules/${name}`);
const files = ['infra/main.bicep', 'infra/registration.bicep', ...MODULES].map((file) =>
  readBicep(file),
);
const findFile = (name: string): Bicep =>
  files.find(({ file }) => file === name) ?? readBicep(name);
const main = findFile('infra/main.bicep');
const app = findFile('infra/modules/app.bicep');

/** All files, one of them with a passage changed. */
function changed(file: string, before: string | RegExp, after: string): Bicep[] {
  const text = findFile(file).text.replace(before, after);
  if (text === findFile(file).text) throw new Error(`${file} does not have ${before}`);
  return files.map((each) => (each.file === file ? readBicep(file, text) : each));
}

describe('the infrastructure', () => {
  it('has no fault that can be found without deploying it', () => {
    expect(bicepFaults(files)).toEqual([]);
  });

  it('has no name that somebody else in Azure may have', () => {
    expect(nameFaults(main)).toEqual([]);
    const [bot] = changed(
      'infra/main.bicep',
      /(module bot[^~]*?name: )'\$\{name\}-[^\n]*/,
      '$1name',
    );
    expect(nameFaults(bot as Bicep)).toEqual(['infra/main.bicep: the name of bot is not unique']);
  });

  it('names the release of Microsoft’s extension that the registration is made with', () => {
    const { extensions } = JSON.parse(readFileSync('infra/bicepconfig.json', 'utf8'));
    const { text } = findFile('infra/registration.bicep');
    const named = [...text.matchAll(/^extension (\w+)$/gm)].map(([, name]) => name);
    expect(named).toEqual(Object.keys(extensions));
    expect(Object.values(extensions)).toEqual([expect.stringMatching(/:\d+\.\d+\.\d+$/)]);
  });

  it('uses every module', () => {
    expect(main.modules.map(({ path }) => path).sort()).toEqual(MODULES.sort());
  });

  it.each(['dev', 'prod'])('is given what it asks for in %s', (environment) => {
    const file = `infra/${environment}.bicepparam`;
    expect(parameterFaults(file, main)).toEqual([]);
    expect(readParameters(file).vars.get('environment')).toBe(environment);
  });

  it('is given what it asks for by the Azure Developer CLI, which finds the web app by its tag', () => {
    const { parameters } = JSON.parse(readFileSync('infra/main.parameters.json', 'utf8'));
    const required = [...main.params].filter(([, { isRequired }]) => isRequired);
    expect(Object.keys(parameters)).toEqual(expect.arrayContaining(required.map(([name]) => name)));
    for (const name of Object.keys(parameters)) expect(main.params.has(name), name).toBe(true);
    const { services, hooks } = parse(readFileSync('azure.yaml', 'utf8'));
    expect(app.text).toContain(`'azd-service-name': '${Object.keys(services)[0]}'`);
    expect(hooks.prepackage.run).toContain('npm run bundle');
  });

  it('tells npm run package what it needs, in the shape of outputs.example.json', () => {
    const values = JSON.parse(readFileSync('infra/outputs.example.json', 'utf8'));
    expect(Object.keys(values).sort()).toEqual([...main.outputs.keys()].sort());
    expect(readSettings('dev', {}, { file: 'infra/outputs.example.json', values })).toHaveProperty(
      'values.BOT_ID',
    );
  });

  it('sets every setting of the service, and none that it does not know', () => {
    const set = Object.keys(app.vars.get('settings') ?? {});
    const apart = /union\(settings, platform, \{ NOTICES: notices \}\)/.test(app.text)
      ? ['NOTICES']
      : [];
    expect([...set, ...apart].sort()).toEqual([...new Set([...AZURE_SETTINGS, 'NOTICES'])].sort());
  });

  it('waits for Convenor to stop for longer than Convenor takes at most', () => {
    const seconds = (name: string, vars: 'settings' | 'platform') =>
      Number((app.vars.get(vars) as Record<string, unknown>)[name]);
    const takes = seconds('STOP_SECONDS', 'settings');
    expect(takes).toBe(parseConfig({}).STOP_SECONDS);
    expect(seconds('WEBSITES_CONTAINER_STOP_TIME_LIMIT', 'platform')).toBeGreaterThan(takes);
  });

  it('watches what Convenor really logs and counts', () => {
    const watching = [
      findFile('infra/modules/alerts.bicep').text,
      readFileSync('infra/workbook.json', 'utf8'),
    ]
      .join('\n')
      .replaceAll('\\"', '"');
    const asked = [
      ...watching.matchAll(/\b(?:message|name) (?:== ("[^"]+")|in \(([^)]+)\))/g),
    ].flatMap(([, one, some]) => JSON.parse(`[${one ?? some}]`));
    expect(asked).toContain('answer failed');
    const source = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(`src/${file}`, 'utf8'))
      .join('\n');
    const isSaid = (name: string) =>
      new RegExp(`'${name}',?\\s*\\)`).test(source) ||
      source.includes(`('${name}',`) ||
      source.includes(`repeatUntilStopped('${name.replace(' failed', '')}',`);
    expect(asked.filter((name) => !isSaid(name))).toEqual([]);
  });

  it('names no tenant, subscription or address of anybody', () => {
    for (const { text } of [
      ...files,
      ...['dev', 'prod'].map((name) => readParameters(`infra/${name}.bicepparam`)),
    ]) {
      expect(text.replace(/203\.0\.113\.\d+/g, '')).not.toMatch(
        /subscriptions\/|@[\w-]+\.(org|com|uk|gov)|\d+\.\d+\.\d+\.\d+(?!\/2)/,
      );
    }
  });
});

describe('the check finds', () => {
  it.each<[what: string, file: string, before: string | RegExp, after: string, fault: RegExp]>([
    [
      'what the grammar cannot read',
      'main',
      "module bot '",
      'module bot ',
      /main\.bicep:\d+ cannot be read/,
    ],
    [
      'a parameter that is not given',
      'main',
      '    redundancy: redundancy\n',
      '',
      /storage lacks redundancy/,
    ],
    [
      'a parameter that is not asked for',
      'main',
      '    logDays: logDays',
      '    logDays: logDays\n    a: 1',
      /does not know a$/m,
    ],
    [
      'a misspelt output',
      'main',
      'app.outputs.domain',
      'app.outputs.host',
      /app has no output host/,
    ],
    [
      'a misspelt name',
      'modules/bot',
      'msaAppId: botId',
      'msaAppId: botID',
      /nothing is called botID/,
    ],
    [
      'a misspelt function',
      'main',
      'uniqueString(',
      'uniqString(',
      /no function is called uniqString/,
    ],
    [
      'a module that is not there',
      'main',
      'modules/bot.bicep',
      'modules/robot.bicep',
      /there is no .*robot/,
    ],
    [
      'a parameter that nobody uses',
      'modules/bot',
      'param name',
      'param spare string\nparam name',
      /spare is never used/,
    ],
    [
      'a version that was not looked up',
      'modules/bot',
      /2022-09-15/,
      '2022-09-16',
      /unknown type or version/,
    ],
    [
      'keys of the storage',
      'modules/storage',
      'allowSharedKeyAccess: false',
      'allowSharedKeyAccess: true',
      /SharedKeyAccess must be false/,
    ],
    [
      'storage that is open to all',
      'modules/storage',
      "'Deny'",
      "'Allow'",
      /defaultAction must be Deny/,
    ],
    ['plain http', 'modules/app', 'httpsOnly: true', 'httpsOnly: false', /httpsOnly must be true/],
    [
      'old TLS',
      'modules/app',
      "minTlsVersion: '1.2'",
      "minTlsVersion: '1.0'",
      /minTlsVersion must be 1\.2/,
    ],
    [
      'a secret that is given away',
      'modules/storage',
      /output tablesUrl.*/,
      'output key string = account.listKeys().keys[0].value',
      /gives away a secret/,
    ],
    [
      'a tenant that is written in',
      'modules/bot',
      'tenantId\n',
      "'0c7d3b5e-1a2b-4c3d-8e4f-5a6b7c8d9e0f'\n",
      /is written in/,
    ],
    [
      'a machine that is replaced because storage is away',
      'modules/app',
      "'/health/live'",
      "'/health/ready'",
      /healthCheckPath must be \/health\/live/,
    ],
    [
      'records that can be deleted with their account',
      'modules/storage',
      /resource lock[^~]*?\n\}\n/,
      '',
      /account has no Microsoft\.Authorization\/locks/,
    ],
    [
      'secrets that are read unseen',
      'modules/vault',
      'scope: vault\n  properties: {\n    workspaceId',
      'scope: access\n  properties: {\n    workspaceId',
      /vault has no Microsoft\.Insights\/diagnosticSettings/,
    ],
    [
      'readiness that nobody asks for',
      'modules/alerts',
      'ExpectedHttpStatusCode: 200',
      'ExpectedHttpStatusCode: 503',
      /ExpectedHttpStatusCode must be 200/,
    ],
    ['what has no tags', 'modules/identity', '  tags: tags\n', '', /has no tags/],
  ])('%s', (_, file, before, after, fault) => {
    expect(bicepFaults(changed(`infra/${file}.bicep`, before, after)).join('\n')).toMatch(fault);
  });

  it.each([
    ['param plan', 'param plane', /lacks plan[\s\S]*plane is not asked for/],
    ["using 'main.bicep'", "using 'other.bicep'", /does not say using/],
  ])('a parameter file with %s made %s', (before, after, fault) => {
    const text = readFileSync('infra/prod.bicepparam', 'utf8').replace(before, after);
    expect(parameterFaults('infra/prod.bicepparam', main, text).join('\n')).toMatch(fault);
  });
});
