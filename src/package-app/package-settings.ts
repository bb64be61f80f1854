import { z } from 'zod';

export const ENVIRONMENTS = ['dev', 'prod'] as const;
export type Environment = (typeof ENVIRONMENTS)[number];

/** What `infra/` says of what it has set up: `infra/outputs.example.json` shows one. */
export interface Outputs {
  /** Where they were read, for messages. */
  readonly file: string;
  readonly values: unknown;
}

/** What the placeholders of the manifest stand for. */
export interface PackageSettings {
  readonly environment: Environment;
  readonly values: Readonly<Record<string, string>>;
}

type Env = Readonly<Record<string, string | undefined>>;

const outputsSchema = z.looseObject({
  botId: z.string(),
  botDomain: z.string(),
  environment: z.enum(ENVIRONMENTS),
});

const GUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const DOMAIN = /^(?=.{4,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/i;
const PUBLISHER = 'Safeguarding partnership';

/**
 * What the app of one environment is filled with: from the environment's variables, and from the outputs of the infrastructure where
 * there are any. Every fault is named, with how to mend it.
 */
export function readSettings(
  environment: Environment,
  env: Env,
  outputs: Outputs | undefined,
): { readonly settings: PackageSettings } | { readonly faults: readonly string[] } {
  const faults: string[] = [];
  const known = outputsFor(environment, outputs, faults);
  const botId = agreed('BOT_ID', env, known?.botId, outputs, faults);
  const botDomain = agreed('BOT_DOMAIN', env, known?.botDomain, outputs, faults);
  if (botId && !GUID.test(botId)) faults.push(`BOT_ID is “${botId}”, not an application (client) id such as 0c7d…-….`);
  if (botDomain && !DOMAIN.test(botDomain))
    faults.push(`BOT_DOMAIN is “${botDomain}”, not a host name such as convenor.example.org: leave out https:// and paths.`);
  const appId = env.TEAMS_APP_ID?.trim();
  if (appId && !GUID.test(appId)) faults.push(`TEAMS_APP_ID is “${appId}”, not a GUID. Leave it out to use BOT_ID.`);
  const publisher = env.PUBLISHER_NAME?.trim() || PUBLISHER;
  if (publisher.length > 32) faults.push(`PUBLISHER_NAME has ${publisher.length} characters; Teams shows 32 at most.`);
  const links = linksOf(environment, env, botDomain, faults);
  if (faults.length > 0) return { faults };
  return {
    settings: {
      environment,
      values: {
        BOT_ID: botId,
        BOT_DOMAIN: botDomain,
        TEAMS_APP_ID: appId || botId,
        APP_NAME_SUFFIX: environment === 'dev' ? ' (dev)' : '',
        PUBLISHER_NAME: publisher,
        ...links,
      },
    },
  };
}

function outputsFor(environment: Environment, outputs: Outputs | undefined, faults: string[]) {
  if (!outputs) return undefined;
  const parsed = outputsSchema.safeParse(outputs.values);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path }) => path.join('.') || 'the whole').join(', ');
    faults.push(`${outputs.file} cannot be read (${wrong}): it must be shaped like infra/outputs.example.json.`);
    return undefined;
  }
  if (parsed.data.environment !== environment)
    faults.push(
      `${outputs.file} is of the environment ${parsed.data.environment}, not ${environment}: deploy that, or ask for --env ${parsed.data.environment}.`,
    );
  return parsed.data;
}

/** A setting that both the environment and the infrastructure may give; they must not say different things. */
function agreed(
  name: string,
  env: Env,
  fromOutputs: string | undefined,
  outputs: Outputs | undefined,
  faults: string[],
): string {
  const set = env[name]?.trim();
  if (set && fromOutputs && set.toLowerCase() !== fromOutputs.toLowerCase())
    faults.push(`${name} is “${set}” in the settings and “${fromOutputs}” in ${outputs?.file}: remove one of them.`);
  const value = set || fromOutputs;
  if (!value)
    faults.push(`${name} is missing: set it in .env, or deploy infra/ and keep its outputs in infra/outputs.json.`);
  return value ?? '';
}

/** Where people read about the app. In production these pages must be the organisation's own. */
function linksOf(environment: Environment, env: Env, botDomain: string, faults: string[]): Record<string, string> {
  const website = env.WEBSITE_URL?.trim() || (environment === 'dev' && botDomain ? `https://${botDomain}` : '');
  if (!website && environment === 'prod')
    faults.push('WEBSITE_URL is missing: the https address of the page where people of the partnership get help.');
  const links = {
    WEBSITE_URL: website,
    PRIVACY_URL: env.PRIVACY_URL?.trim() || website,
    TERMS_URL: env.TERMS_URL?.trim() || website,
  };
  for (const [name, link] of Object.entries(links))
    if (link && !(URL.canParse(link) && link.startsWith('https://')))
      faults.push(`${name} is “${link}”, not an https address.`);
  return links;
}
