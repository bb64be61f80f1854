import { z } from 'zod';

const GUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

const missing = (what: string) => `is missing: ${what}`;
const guid = (what: string) =>
  z
    .string(missing(what))
    .trim()
    .toLowerCase()
    .regex(GUID, `is not an id of the form 0c7d3b5e-1a2b-4c3d-8e4f-5a6b7c8d9e0f: ${what}`);

const TENANTS = 'the tenant ids of the partnership’s organisations, with commas between';

/** The settings that only the service in Azure has. */
export const azureSettings = {
  BOT_ID: guid('the application (client) id of the bot’s identity or registration'),
  BOT_TENANT_ID: guid('the tenant in which the bot is registered'),
  BOT_TYPE: z
    .enum(['SingleTenant', 'UserAssignedMSI'], 'must be SingleTenant or UserAssignedMSI')
    .default('SingleTenant'),
  MANAGED_IDENTITY_ID: guid('the client id of the managed identity of the web app').optional(),
  BOT_CERTIFICATE: z
    .string()
    .regex(
      /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]+-----BEGIN CERTIFICATE-----|-----BEGIN CERTIFICATE-----[\s\S]+-----BEGIN [A-Z ]*PRIVATE KEY-----/,
      'must be a certificate and its private key as PEM: in the Key Vault, content type application/x-pem-file',
    )
    .optional(),
  BOT_PASSWORD: z.string().optional(),
  ALLOWED_TENANTS: z
    .string(missing(TENANTS))
    .transform((text) =>
      text
        .toLowerCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    )
    .refine((ids) => ids.length > 0 && ids.every((id) => GUID.test(id)), {
      error: ({ input }) => `must be ${TENANTS}; these are not: ${wrongIds(input)}`,
    }),
  TABLES_URL: z
    .string(missing('the table endpoint of the storage account'))
    .trim()
    .superRefine((text, context) => {
      const fault = tablesFault(text);
      if (fault) context.addIssue({ code: 'custom', message: fault });
    }),
  APPLICATIONINSIGHTS_CONNECTION_STRING: z
    .string()
    .trim()
    .regex(
      /(^|;)InstrumentationKey=[\da-f-]{36}(;|$)/i,
      'has no InstrumentationKey: copy the whole connection string',
    )
    .regex(
      /(^|;)IngestionEndpoint=https:/i,
      'has no IngestionEndpoint with https: copy the whole connection string',
    )
    .optional(),
};

function wrongIds(input: unknown): string {
  const wrong = Array.isArray(input) ? input.filter((id) => !GUID.test(id)) : [];
  return wrong.length > 0 ? wrong.join(', ') : 'it is empty';
}

/**
 * What is wrong with the address of the tables. The queues are beside them, so the address must be
 * that of an account.
 */
function tablesFault(text: string): string | undefined {
  if (!URL.canParse(text))
    return 'is not an address such as https://ACCOUNT.table.core.windows.net';
  const { protocol, hostname, pathname, search, username } = new URL(text);
  if (search || username)
    return 'holds more than an address; keys and signatures are not used: Convenor signs in by its identity';
  if (protocol !== 'https:') return 'must begin with https';
  const kind = /^[a-z\d]{3,24}\.(\w+)\./.exec(hostname)?.[1];
  if (kind && kind !== 'table')
    return `is the ${kind} endpoint: take the table one, https://ACCOUNT.table.core.windows.net`;
  if (!kind || pathname !== '/')
    return 'is not the table endpoint of an account, https://ACCOUNT.table.core.windows.net';
  return undefined;
}

const LOCAL_ONLY = ['TODAY', 'DATA_DIR', 'PARTNERSHIP_FOLDER', 'PLAYGROUND', 'PLAYGROUND_PORT'];

/** What contradicts something else, or means nothing in Azure. */
export function settingConflicts(settings: Readonly<Record<string, string | undefined>>): string[] {
  const misplaced = LOCAL_ONLY.filter((name) => settings[name] !== undefined);
  const unresolved = Object.keys(settings).filter((name) =>
    settings[name]?.startsWith('@Microsoft.KeyVault('),
  );
  return [
    ...misplaced.map(
      (name) => `${name} belongs to MODE local and means nothing in azure: remove it`,
    ),
    ...unresolved.map(
      (name) =>
        `${name} could not be read from the Key Vault: the secret must exist, and the identity needs Key Vault Secrets User`,
    ),
    ...botFaults(settings),
  ];
}

/** The bot proves who it is in one way, and in no two. */
function botFaults({
  BOT_TYPE = 'SingleTenant',
  MANAGED_IDENTITY_ID,
  BOT_CERTIFICATE,
  BOT_PASSWORD,
}: Readonly<Record<string, string | undefined>>): string[] {
  if (BOT_TYPE === 'UserAssignedMSI')
    return Object.entries({ MANAGED_IDENTITY_ID, BOT_CERTIFICATE, BOT_PASSWORD })
      .filter(([, value]) => value !== undefined)
      .map(
        ([name]) =>
          `${name} is set, but with BOT_TYPE UserAssignedMSI the bot is the managed identity: remove it, or set BOT_TYPE to SingleTenant`,
      );
  if (BOT_TYPE !== 'SingleTenant') return [];
  if (BOT_CERTIFICATE && BOT_PASSWORD)
    return ['BOT_CERTIFICATE and BOT_PASSWORD are both set: keep one of them'];
  return MANAGED_IDENTITY_ID || BOT_CERTIFICATE || BOT_PASSWORD
    ? []
    : [
        'MANAGED_IDENTITY_ID is missing: the managed identity that speaks for the bot’s registration by a federated credential; or set BOT_CERTIFICATE or BOT_PASSWORD',
      ];
}
