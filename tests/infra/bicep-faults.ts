import { type Bicep, readParameters, type Value, valueAt } from './read-bicep.ts';

/** Functions of Bicep that are used here; a misspelt one is none of these. */
const FUNCTIONS = new Set(
  'uniqueString resourceGroup take guid tenant union string empty items subscriptionResourceId loadTextContent'.split(
    ' ',
  ),
);

/** Read in Microsoft's generated type definitions; a version that is not here was not looked up. */
const TYPES = new Set([
  'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31',
  'Microsoft.Network/virtualNetworks@2024-01-01',
  'Microsoft.Storage/storageAccounts@2023-05-01',
  'Microsoft.Storage/storageAccounts/blobServices@2023-05-01',
  'Microsoft.Authorization/roleAssignments@2022-04-01',
  'Microsoft.KeyVault/vaults@2023-07-01',
  'Microsoft.OperationalInsights/workspaces@2023-09-01',
  'Microsoft.Insights/components@2020-02-02',
  'Microsoft.Insights/workbooks@2023-06-01',
  'Microsoft.Insights/autoscalesettings@2022-10-01',
  'Microsoft.Insights/actionGroups@2023-01-01',
  'Microsoft.Insights/metricAlerts@2018-03-01',
  'Microsoft.Insights/scheduledQueryRules@2023-12-01',
  'Microsoft.Web/serverfarms@2024-04-01',
  'Microsoft.Web/sites@2024-04-01',
  'Microsoft.Web/sites/slots@2024-04-01',
  'Microsoft.Insights/diagnosticSettings@2021-05-01-preview',
  'Microsoft.Insights/webtests@2022-06-15',
  'Microsoft.Authorization/locks@2020-05-01',
  'Microsoft.Storage/storageAccounts/tableServices@2023-05-01',
  'Microsoft.Graph/applications@v1.0',
  'federatedIdentityCredentials@v1.0',
  'Microsoft.Graph/servicePrincipals@v1.0',
  'Microsoft.BotService/botServices@2022-09-15',
  'Microsoft.BotService/botServices/channels@2022-09-15',
  // Children inside a site or slot take its version.
  'config',
  'basicPublishingCredentialsPolicies',
]);

const SITE = {
  'properties.httpsOnly': true,
  'properties.siteConfig.minTlsVersion': '1.2',
  'properties.siteConfig.scmMinTlsVersion': '1.2',
  'properties.siteConfig.ftpsState': 'Disabled',
  'properties.siteConfig.alwaysOn': true,
  'properties.siteConfig.remoteDebuggingEnabled': false,
  'properties.siteConfig.healthCheckPath': '/health/live',
  'identity.type': 'UserAssigned',
};

/** What every resource of a kind must say. */
const MUST: Readonly<Record<string, Readonly<Record<string, Value>>>> = {
  'Microsoft.Storage/storageAccounts': {
    'properties.allowSharedKeyAccess': false,
    'properties.allowBlobPublicAccess': false,
    'properties.supportsHttpsTrafficOnly': true,
    'properties.minimumTlsVersion': 'TLS1_2',
    'properties.networkAcls.defaultAction': 'Deny',
  },
  'Microsoft.KeyVault/vaults': {
    'properties.enableRbacAuthorization': true,
    'properties.enablePurgeProtection': true,
    'properties.networkAcls.defaultAction': 'Deny',
  },
  'Microsoft.Insights/components': { 'properties.DisableLocalAuth': true },
  'Microsoft.BotService/botServices': { 'properties.disableLocalAuth': true },
  'Microsoft.Authorization/locks': { 'properties.level': 'CanNotDelete' },
  'Microsoft.Insights/webtests': {
    'properties.Enabled': true,
    'properties.ValidationRules.ExpectedHttpStatusCode': 200,
    'properties.ValidationRules.SSLCheck': true,
  },
  'Microsoft.Web/sites': SITE,
  'Microsoft.Web/sites/slots': SITE,
};

/** What has tags in Azure. */
const UNTAGGED =
  /roleAssignments|(blob|table)Services|channels|^config$|^basicPublishing|diagnosticSettings|locks|Graph|^federated/;
/** Modules with something whose name is taken once in the whole of Azure. */
const UNIQUE = ['storage', 'vault', 'app', 'bot'];
/** Where it is written down who did what. */
const AUDITED =
  /^Microsoft\.(Web\/sites|KeyVault\/vaults|Storage\/storageAccounts\/tableServices)@/;
/** What holds what cannot be made again. */
const LOCKED = /^Microsoft\.(KeyVault\/vaults|Storage\/storageAccounts)@/;
const ROLE_IDS = /'[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}'/g;
const KNOWN_ROLES = new Set([
  "'0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'",
  "'974c5e8b-45b9-4653-ba55-5f855dd0fb88'",
  "'4633458b-17de-408a-b874-0445c86b69e6'",
  "'3913510d-42f4-4e42-8a64-420c390055eb'",
]);

/** Everything that is wrong with the files, as far as it can be told without Azure's own compiler. */
export function bicepFaults(files: readonly Bicep[]): string[] {
  return files.flatMap((file) => [
    ...own(file),
    ...resourceFaults(file),
    ...guardFaults(file),
    ...moduleFaults(file, files),
  ]);
}

function own(bicep: Bicep): string[] {
  const { file, text, params, vars, resources, modules, used, functions, outputs } = bicep;
  const loops = [...text.matchAll(/\bfor (\w+) in /g)].map(([, name]) => name ?? '');
  const known = new Set([
    ...params.keys(),
    ...vars.keys(),
    ...[...resources, ...modules].map(({ symbol }) => symbol),
    ...loops,
    'az',
  ]);
  const symbols = [...params.keys(), ...vars.keys()];
  return [
    ...bicep.unreadable.map((line) => `${file}:${line} cannot be read`),
    ...used.filter((name) => !known.has(name)).map((name) => `${file}: nothing is called ${name}`),
    ...functions
      .filter((name) => /^\w+$/.test(name) && !FUNCTIONS.has(name))
      .map((name) => `${file}: no function is called ${name}`),
    ...symbols
      .filter((name) => !used.includes(name))
      .map((name) => `${file}: ${name} is never used`),
    ...[...outputs].flatMap(([name, value]) =>
      /listKeys|listSecrets|connectionString|password|secret\b|\.key\b/i.test(`${name} ${value}`)
        ? [`${file}: output ${name} gives away a secret`]
        : [],
    ),
    ...(text.match(ROLE_IDS) ?? [])
      .filter((id) => !KNOWN_ROLES.has(id))
      .map((id) => `${file}: ${id} is written in`),
    ...(/@secure|AccountKey|SharedAccessSignature/.test(text) ? [`${file}: handles a secret`] : []),
  ];
}

function resourceFaults(bicep: Bicep): string[] {
  return bicep.resources.flatMap(({ symbol, type, isExisting, body }) => {
    const where = `${bicep.file}: ${symbol}`;
    const must = isExisting ? {} : (MUST[type.split('@')[0] ?? ''] ?? {});
    return [
      ...(TYPES.has(type) ? [] : [`${where} is of an unknown type or version ${type}`]),
      ...Object.entries(must).flatMap(([path, wanted]) =>
        valueAt(bicep, body, path) === wanted ? [] : [`${where}: ${path} must be ${wanted}`],
      ),
      ...(isExisting || UNTAGGED.test(type) || valueAt(bicep, body, 'tags')
        ? []
        : [`${where} has no tags`]),
    ];
  });
}

/** Every resource that should be watched or locked names one that does it. */
function guardFaults({ file, resources }: Bicep): string[] {
  const lacks = (guarded: RegExp, guard: string) =>
    resources
      .filter(({ type, isExisting }) => guarded.test(type) && !isExisting)
      .filter(
        ({ symbol }) =>
          !resources.some(({ type, body }) => type.startsWith(guard) && scopeOf(body) === symbol),
      )
      .map(({ symbol }) => `${file}: ${symbol} has no ${guard}`);
  return [
    ...lacks(AUDITED, 'Microsoft.Insights/diagnosticSettings'),
    ...lacks(LOCKED, 'Microsoft.Authorization/locks'),
  ];
}

const scopeOf = (body: Value): unknown => (body as { scope?: { code?: string } }).scope?.code;

/** What names are made of that nobody else in Azure may have. */
export const nameFaults = ({ file, text }: Bicep): string[] =>
  UNIQUE.filter(
    (module) =>
      !new RegExp(
        `module ${module} '[^\\0]*?params: \\{\\n +name: '[^']*\\$\\{take\\(unique, \\d+\\)`,
      ).test(
        text.slice(text.indexOf(`module ${module} '`), text.indexOf(`module ${module} '`) + 300),
      ),
  ).map((module) => `${file}: the name of ${module} is not unique`);

function moduleFaults(bicep: Bicep, files: readonly Bicep[]): string[] {
  const called = bicep.modules.map((module) => ({
    ...module,
    file: files.find(({ file }) => file === module.path),
  }));
  const given = called.flatMap(({ symbol, path, given, file }) => {
    if (!file) return [`${bicep.file}: ${symbol}: there is no ${path}`];
    const required = [...file.params]
      .filter(([, { isRequired }]) => isRequired)
      .map(([name]) => name);
    return [
      ...required
        .filter((name) => !given.includes(name))
        .map((name) => `${bicep.file}: ${symbol} lacks ${name}`),
      ...given
        .filter((name) => !file.params.has(name))
        .map((name) => `${bicep.file}: ${symbol} does not know ${name}`),
    ];
  });
  const asked = outputsAskedBy(bicep);
  const askedAnywhere = files.flatMap((each) =>
    outputsAskedBy(each).map(({ symbol, output }) => {
      return `${each.modules.find((module) => module.symbol === symbol)?.path} ${output}`;
    }),
  );
  const missing = asked.filter(({ symbol, output }) => {
    return !called.find((module) => module.symbol === symbol)?.file?.outputs.has(output);
  });
  const unused = called.flatMap(({ symbol, file }) =>
    [...(file?.outputs.keys() ?? [])]
      .filter((output) => !askedAnywhere.includes(`${file?.file} ${output}`))
      .map((output) => `${bicep.file}: nobody asks ${symbol} for ${output}`),
  );
  return [
    ...given,
    ...missing.map(({ symbol, output }) => `${bicep.file}: ${symbol} has no output ${output}`),
    ...unused,
  ];
}

function outputsAskedBy({ text }: Bicep): { symbol: string; output: string }[] {
  const code = text.replace(/^\/\/.*$/gm, '');
  return [...code.matchAll(/\b(\w+)!?\.outputs\.(\w+)/g)].map(([, symbol = '', output = '']) => ({
    symbol,
    output,
  }));
}

/** What a `.bicepparam` file leaves out of what its template asks for, or gives that is not asked for. */
export function parameterFaults(file: string, main: Bicep, text?: string): string[] {
  const { vars, unreadable, text: source } = readParameters(file, text);
  const required = [...main.params]
    .filter(([, { isRequired }]) => isRequired)
    .map(([name]) => name);
  return [
    ...unreadable.map((line) => `${file}:${line} cannot be read`),
    ...(source.includes("using 'main.bicep'") ? [] : [`${file} does not say using 'main.bicep'`]),
    ...required.filter((name) => !vars.has(name)).map((name) => `${file} lacks ${name}`),
    ...[...vars.keys()]
      .filter((name) => !main.params.has(name))
      .map((name) => `${file}: ${name} is not asked for`),
  ];
}
