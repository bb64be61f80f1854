import { z } from 'zod';
import { parseLocalTime } from './domain/dates.ts';
import { azureSettings, settingConflicts } from './service/settings.ts';

const port = (fallback: number) =>
  z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(1, 'must be 1 or more')
    .max(65535, 'must be 65535 or less')
    .default(fallback);
/**
 * App Service waits for two minutes at most; what is on the wire to Teams needs half a minute of it
 * on a quick machine.
 */
const DEFAULT_STOP_SECONDS = 110;
const ON_OFF = ['on', 'off'] as const;
const LOG_LEVEL = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const MODELS = ['off', 'openai', 'azure'] as const;
const notices = z.enum(ON_OFF, 'must be on or off');

const common = {
  PORT: port(3978),
  LOG_LEVEL: z
    .enum(LOG_LEVEL, 'must be trace, debug, info, warn, error, fatal or silent')
    .default('info'),
  STOP_SECONDS: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(1, 'must be 1 or more')
    .default(DEFAULT_STOP_SECONDS),
  TABLE_PREFIX: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9]{0,19}$/, 'must be 1 to 20 letters and digits, a letter first')
    .default('Convenor'),
  TARGETED_MESSAGES: z.enum(ON_OFF, 'must be on or off').default('off'),
  MODEL: z.enum(MODELS, 'must be off, openai or azure').default('off'),
  MODEL_ENDPOINT: z.url({ protocol: /^https?$/, error: 'must be an https address' }).optional(),
  MODEL_KEY: z.string().trim().optional(),
  MODEL_NAME: z.string().trim().optional(),
  MODEL_MONTHLY_CAP: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(1, 'must be 1 or more')
    .default(500),
};

const localSchema = z.object({
  MODE: z.literal('local').default('local'),
  ...common,
  NOTICES: notices.default('off'),
  DATA_DIR: z.string().default('.data'),
  PARTNERSHIP_FOLDER: z.string().default('samples/sandwell'),
  PLAYGROUND: z.enum(ON_OFF, 'must be on or off').default('on'),
  PLAYGROUND_PORT: port(56150),
  TODAY: z
    .string()
    .refine(
      (text) => parseLocalTime(text) !== undefined,
      'must be a day and time such as 2021-03-15T09:00',
    )
    .transform((text) => parseLocalTime(text))
    .optional(),
});

const azureSchema = z.object({
  MODE: z.literal('azure'),
  ...common,
  NOTICES: notices.default('on'),
  ...azureSettings,
});

/** The names of all settings that the service in Azure reads. */
export const AZURE_SETTINGS: readonly string[] = Object.keys(azureSchema.shape);

/** All settings of a rehearsal on one machine. */
export type LocalConfig = Readonly<z.infer<typeof localSchema>>;
/** All settings of the service in Azure. */
export type AzureConfig = Readonly<z.infer<typeof azureSchema>>;
export type Config = LocalConfig | AzureConfig;

const HOW_IN_AZURE = [
  'To set one: az webapp config appsettings set --resource-group GROUP --name APP --settings NAME=VALUE',
  'or in the portal: the web app, Settings, Environment variables. docs/operations.md says where each value is found.',
].join('\n');

/** The settings cannot be used; the message names every fault and how to mend it. */
export class InvalidSettingsError extends Error {
  constructor(faults: readonly string[], mode?: 'local' | 'azure') {
    super(
      [
        'These settings cannot be used:',
        ...faults.map((fault) => `  ${fault}`),
        'See .env.example for what each one means.',
        ...(mode === 'azure' ? [HOW_IN_AZURE] : []),
      ].join('\n'),
    );
    this.name = 'InvalidSettingsError';
  }
}

/**
 * Reads all settings from the environment. An empty value counts as not set.
 * @throws InvalidSettingsError naming every fault at once.
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const settings = Object.fromEntries(
    Object.entries(env)
      .filter(([, value]) => value !== undefined && value.trim() !== '')
      .map(([name, value]) => [name, spellChoice(name, value)]),
  );
  const mode = settings.MODE ?? 'local';
  if (mode !== 'local' && mode !== 'azure')
    throw new InvalidSettingsError([`MODE must be local or azure, not “${mode}”`]);
  const parsed =
    mode === 'azure' ? azureSchema.safeParse(settings) : localSchema.safeParse(settings);
  const faults = [
    ...(parsed.success
      ? []
      : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)),
    ...(mode === 'azure' ? settingConflicts(settings) : []),
    ...modelFaults(settings),
  ];
  if (!parsed.success || faults.length > 0) throw new InvalidSettingsError(faults, mode);
  return parsed.data;
}

/** The words of a choice, however they are spelt: `MODE=Azure`, `NOTICES=ON`. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  MODE: ['local', 'azure'],
  LOG_LEVEL,
  NOTICES: ON_OFF,
  TARGETED_MESSAGES: ON_OFF,
  PLAYGROUND: ON_OFF,
  MODEL: MODELS,
  BOT_TYPE: ['SingleTenant', 'UserAssignedMSI'],
};

function spellChoice(name: string, value: string | undefined): string | undefined {
  const said = value?.trim().toLowerCase();
  return CHOICES[name]?.find((word) => word.toLowerCase() === said) ?? value;
}

/**
 * What a language model needs, when one is switched on; messages leave the machine only encrypted.
 */
function modelFaults({
  MODEL,
  MODEL_ENDPOINT,
  MODEL_KEY,
  MODEL_NAME,
}: Readonly<Record<string, string | undefined>>): string[] {
  if (MODEL !== 'openai' && MODEL !== 'azure') return [];
  const isPlain = MODEL_ENDPOINT?.startsWith('http:') ?? false;
  const isHere = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:|\/|$)/.test(MODEL_ENDPOINT ?? '');
  return [
    ...(MODEL_NAME
      ? []
      : ['MODEL_NAME is missing: the name of the model, or of its deployment in Azure']),
    ...(MODEL === 'azure' && !MODEL_ENDPOINT
      ? ['MODEL_ENDPOINT is missing: https://NAME.openai.azure.com']
      : []),
    ...(!MODEL_KEY && (MODEL === 'azure' || !MODEL_ENDPOINT)
      ? ['MODEL_KEY is missing: the model’s server asks for it']
      : []),
    ...(isPlain && (MODEL === 'azure' || !isHere)
      ? ['MODEL_ENDPOINT must begin with https, unless it is on this machine']
      : []),
  ];
}
