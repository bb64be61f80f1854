import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { loadEnvFile } from 'node:process';
import { Command, Option } from 'commander';
import { packageApp } from '../package-app/package-app.ts';
import { ENVIRONMENTS, type Environment, type Outputs } from '../package-app/package-settings.ts';

const OUTPUTS = 'infra/outputs.json';

const command = new Command('package')
  .description(
    'Builds the Teams app: dist/convenor-ENV-VERSION.zip, to upload in Teams or its admin centre',
  )
  .addOption(
    new Option('--env <environment>', 'which variant').choices(ENVIRONMENTS).default('dev'),
  )
  .option('--outputs <file>', 'what the infrastructure gave', OUTPUTS)
  .parse();
const { env: environment, outputs: file } = command.opts<{ env: Environment; outputs: string }>();

if (existsSync('.env')) loadEnvFile('.env');

const { version } = JSON.parse(
  await readFile(new URL('../../package.json', import.meta.url), 'utf8'),
) as {
  version: string;
};
const packaged = await packageApp({
  environment,
  env: process.env,
  outputs: await readOutputs(),
  version,
});
if ('faults' in packaged) {
  console.error(
    ['The Teams app could not be built:', ...packaged.faults.map((fault) => `  ${fault}`)].join(
      '\n',
    ),
  );
  console.error('See .env.example for what each setting means.');
  process.exitCode = 1;
} else {
  await mkdir('dist', { recursive: true });
  await writeFile(`dist/${packaged.name}`, packaged.zip);
  console.log(`dist/${packaged.name}: app ${packaged.manifest.id}, ${packaged.zip.length} bytes.`);
  console.log(
    'Teams: Apps, Manage your apps, Upload an app. For a whole organisation: Teams admin centre, Manage apps.',
  );
}

/** None, where nothing was deployed; a file that was named must be there. */
async function readOutputs(): Promise<Outputs | undefined> {
  if (!existsSync(file) && file === OUTPUTS) return undefined;
  try {
    return { file, values: JSON.parse(await readFile(file, 'utf8')) };
  } catch {
    return { file, values: undefined };
  }
}
