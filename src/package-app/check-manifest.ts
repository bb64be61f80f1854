import { createRequire } from 'node:module';
import { ManifestUtil } from '@microsoft/teams-manifest';

const require = createRequire(import.meta.url);

/** What a manifest says of the commands that people see. */
interface ManifestCommands {
  readonly version?: unknown;
  readonly bots?: readonly {
    readonly commandLists?: readonly {
      readonly scopes: readonly string[];
      readonly commands: readonly { readonly title: string; readonly description: string }[];
    }[];
  }[];
}

/**
 * Teams shows so much of a command, whatever the schema allows (Microsoft's guide to command
 * menus).
 */
const MAX_COMMANDS = 10;
const MAX_TITLE_LENGTH = 32;
const MAX_DESCRIPTION_LENGTH = 128;

/**
 * What is wrong with a filled manifest: by Microsoft's own library, against the schema that
 * Microsoft publishes for the manifest's version, and by what Teams shows. Nothing is fetched; the
 * schemas come with `@microsoft/app-manifest`.
 */
export async function manifestFaults(
  manifest: Readonly<Record<string, unknown>>,
  version: string,
): Promise<string[]> {
  const schema = findSchema(String(manifest.manifestVersion));
  if (!schema)
    return [`There is no published schema for manifestVersion “${manifest.manifestVersion}”.`];
  const bySchema = await ManifestUtil.validateManifestAgainstSchema(
    manifest as never, // whether it is one is what is asked
    schema as never,
  );
  return [
    ...bySchema.map((fault) => `manifest.json${fault.startsWith('/') ? ' at ' : ' '}${fault}`),
    ...(String(manifest.$schema).includes(`/v${manifest.manifestVersion}/`)
      ? []
      : ['$schema and manifestVersion name different versions.']),
    ...(manifest.version === version
      ? []
      : [
          `version is ${manifest.version} here and ${version} in package.json: make them the same.`,
        ]),
    ...commandFaults(manifest as ManifestCommands),
  ];
}

function findSchema(version: string): object | undefined {
  if (!/^\d+\.\d+$/.test(version)) return undefined;
  try {
    return require(
      `@microsoft/app-manifest/build/json-schemas/teams/v${version}/MicrosoftTeams.schema.json`,
    );
  } catch {
    return undefined;
  }
}

function commandFaults({ bots = [] }: ManifestCommands): string[] {
  return bots
    .flatMap(({ commandLists = [] }) => commandLists)
    .flatMap(({ scopes, commands }) => [
      ...(commands.length > MAX_COMMANDS
        ? [`There are ${commands.length} commands for ${scopes}; Teams shows ${MAX_COMMANDS}.`]
        : []),
      ...commands.flatMap(({ title, description }) => [
        ...(title.length > MAX_TITLE_LENGTH
          ? [`The command “${title}” is longer than ${MAX_TITLE_LENGTH} characters.`]
          : []),
        ...(description.length > MAX_DESCRIPTION_LENGTH
          ? [`What “${title}” does is longer than ${MAX_DESCRIPTION_LENGTH} characters.`]
          : []),
      ]),
    ]);
}
