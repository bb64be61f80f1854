import { z } from 'zod';

export const ENVIRONMENTS = ['dev', 'prod'] as const;
export type Environment = (typeof ENVIRONMENTS)[number];

/** What `infra/` says of what it has set up: `infra/outputs.example.json` shows one. */
export interface Outputs {
  /** Where they were read, for messages. */
  readonly file: string;
  readonly values: unknown;
}

/** What each placeholder of the manifest stands for. */
export type ManifestValues = Readonly<Record<string, string>>;

const ID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const HOST = /^(?=.{4,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/i;
const MAX_NAME_LENGTH = 32;

const MISSING =
  'is missing: set it in .env, or deploy infra/ and keep its outputs in infra/outputs.json.';
const text = (pattern: RegExp, missing: string, what: string) =>
  z.string(missing).regex(pattern, { error: ({ input }) => `is “${input}”, not ${what}.` });
const link = (missing: string) =>
  z.url({
    protocol: /^https$/,
    error: ({ input }) => (input === undefined ? missing : `is “${input}”, not an https address.`),
  });

const settingsSchema = z.object({
  BOT_ID: text(ID, MISSING, 'an application (client) id such as 0c7d…-…'),
  BOT_DOMAIN: text(
    HOST,
    MISSING,
    'a host name such as convenor.example.org: leave out https:// and paths',
  ),
  TEAMS_APP_ID: text(ID, '', 'a GUID. Leave it out to use BOT_ID').optional(),
  PUBLISHER_NAME: z
    .string()
    .max(MAX_NAME_LENGTH, {
      error: ({ input }) =>
        `has ${String(input).length} characters; Teams shows ${MAX_NAME_LENGTH} at most.`,
    })
    .default('Safeguarding partnership'),
  WEBSITE_URL: link('').optional(),
  PRIVACY_URL: link('').optional(),
  TERMS_URL: link('').optional(),
});

/**
 * In production people must be able to read who offers the app; a development app may point to
 * itself.
 */
const SCHEMAS = {
  dev: settingsSchema,
  prod: settingsSchema.extend({
    WEBSITE_URL: link(
      'is missing: the https address of the page where people of the partnership get help.',
    ),
  }),
} satisfies Record<Environment, z.ZodType>;

const outputsSchema = z.looseObject({
  botId: z.string(),
  botDomain: z.string(),
  environment: z.enum(ENVIRONMENTS),
});

/**
 * What the app of one environment is filled with: from the environment's variables, and from the
 * outputs of the infrastructure where there are any. Every fault is named, with how to mend it.
 */
export function readSettings(
  environment: Environment,
  env: Readonly<Record<string, string | undefined>>,
  outputs: Outputs | undefined,
): { readonly values: ManifestValues } | { readonly faults: readonly string[] } {
  const known = outputs && outputsSchema.safeParse(outputs.values);
  const deployed = known?.success
    ? { BOT_ID: known.data.botId, BOT_DOMAIN: known.data.botDomain }
    : {};
  const set = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
  const parsed = SCHEMAS[environment].safeParse({ ...deployed, ...set });
  const faults = [
    ...(outputs && known ? outputFaults(environment, outputs.file, known) : []),
    ...Object.entries(deployed).flatMap(([name, value]) =>
      set[name] && set[name] !== value
        ? [
            `${name} is “${set[name]}” in the settings and “${value}” in ${outputs?.file}: remove one of them.`,
          ]
        : [],
    ),
    ...(parsed.success
      ? []
      : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)),
  ];
  return parsed.success && faults.length === 0
    ? { values: toManifestValues(environment, parsed.data) }
    : { faults };
}

function outputFaults(
  environment: Environment,
  file: string,
  known: z.ZodSafeParseResult<z.infer<typeof outputsSchema>>,
): string[] {
  if (!known.success) {
    const wrong = known.error.issues.map(({ path }) => path.join('.') || 'the whole').join(', ');
    return [
      `${file} cannot be read (${wrong}): it must be shaped like infra/outputs.example.json.`,
    ];
  }
  const { environment: theirs } = known.data;
  return theirs === environment
    ? []
    : [
        `${file} is of the environment ${theirs}, not ${environment}: deploy that, or ask for --env ${theirs}.`,
      ];
}

function toManifestValues(
  environment: Environment,
  settings: z.infer<typeof settingsSchema>,
): ManifestValues {
  const { BOT_ID, BOT_DOMAIN, PUBLISHER_NAME, WEBSITE_URL = `https://${BOT_DOMAIN}` } = settings;
  return {
    BOT_ID,
    BOT_DOMAIN,
    TEAMS_APP_ID: settings.TEAMS_APP_ID ?? BOT_ID,
    APP_NAME_SUFFIX: environment === 'dev' ? ' (dev)' : '',
    PUBLISHER_NAME,
    WEBSITE_URL,
    PRIVACY_URL: settings.PRIVACY_URL ?? WEBSITE_URL,
    TERMS_URL: settings.TERMS_URL ?? WEBSITE_URL,
  };
}
