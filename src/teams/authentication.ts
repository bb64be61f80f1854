import type { Pipeline, PipelinePolicy } from '@azure/core-rest-pipeline';
import {
  type Activity,
  ConfigurationBotFrameworkAuthentication,
  type ConfigurationBotFrameworkAuthenticationOptions,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import { connectorPolicy } from './connector-policy.ts';
import { createEndorsements } from './endorsements.ts';
import { RefusedRequest } from './refused-request.ts';
import {
  PUBLIC_CONNECTOR,
  type Signer,
  type TeamsSettings,
  type TenantSettings,
} from './settings.ts';
import { POST_TIMEOUT_MS, singleAttemptPolicy } from './single-attempt-policy.ts';
import { withTimeout } from './with-timeout.ts';

type Credentials = NonNullable<
  ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]
>;
type ClientCredentials = Awaited<ReturnType<Credentials['createCredentials']>>;
type ConnectorFactory = ReturnType<
  ConfigurationBotFrameworkAuthentication['createConnectorFactory']
>;
type Connector = Awaited<ReturnType<ConnectorFactory['create']>>;
type ClaimsIdentity = Parameters<
  ConfigurationBotFrameworkAuthentication['createConnectorFactory']
>[0];
type UserTokens = ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>;

export interface AuthenticationOptions {
  /** How long a single post may take. */
  readonly postTimeoutMs?: number | undefined;
  /** Until when somebody waits for an answer of the turn that is running. */
  readonly turnDeadline?: () => number | undefined;
  /** Whether the turn that is running was asked by a message that only Convenor and the asker see. */
  readonly isTurnTargeted?: () => boolean;
}

const MICROSOFT: Signer = {
  issuer: 'https://api.botframework.com',
  openIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
};

const CHANNEL = 'msteams';
/** Whom the tokens are for with which Convenor posts. */
const CONNECTOR_AUDIENCE = 'https://api.botframework.com';

/**
 * Checking a token may need Microsoft's keys; after this time Teams sends the request again anyway.
 */
const CHECK_TIMEOUT_MS = 10_000;

/** The number of connectors kept; Teams has one service URL per region. */
const MAX_CONNECTORS = 50;

/**
 * The SDK's authentication, made strict: any fault of a token refuses the request; the service URL
 * must be signed and allowed; and only Teams, and only people of allowed tenants, are admitted.
 * Connectors are cached, so that connections and tokens are reused. They call by {@link
 * connectorPolicy}, and for notices by {@link singleAttemptPolicy}.
 * The client for signing people in is cached too: the SDK creates one for every turn, although
 * nobody is ever signed in.
 */
export class TeamsAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #settings: TeamsSettings;
  readonly #postTimeoutMs: number;
  readonly #turnPolicy: PipelinePolicy;
  readonly #connectors = new Map<string, Promise<Connector>>();
  readonly #endorsementsOf: ReturnType<typeof createEndorsements>;
  #userTokens: UserTokens | undefined;

  /**
   * @throws Error when a setting is missing; a blank app id would switch authentication off without
   * a word.
   */
  constructor(
    settings: TeamsSettings,
    { postTimeoutMs = POST_TIMEOUT_MS, turnDeadline, isTurnTargeted }: AuthenticationOptions = {},
  ) {
    const options = settings.mode === 'azure' ? toAuthenticationOptions(settings) : {};
    super(options, toCredentials(settings));
    this.#settings = settings;
    this.#postTimeoutMs = postTimeoutMs;
    // An answer that stands there twice harms nobody, one that is lost does.
    this.#turnPolicy = connectorPolicy({
      name: 'turnPolicy',
      maxDoubtfulRetries: 1,
      ...(turnDeadline && { deadline: turnDeadline }),
      ...(isTurnTargeted && { isTargeted: isTurnTargeted }),
    });
    this.#endorsementsOf = createEndorsements(tokenSigner(settings).openIdMetadataUrl);
  }

  /** @throws RefusedRequest */
  override async authenticateRequest(activity: Activity, authorization: string) {
    const settings = this.#settings;
    if (activity.channelId !== CHANNEL) throw new RefusedRequest('channel');
    if (settings.mode === 'azure' && !authorization.trim()) throw new RefusedRequest('no-token');
    const result = await withTimeout(
      CHECK_TIMEOUT_MS,
      super.authenticateRequest(activity, authorization),
    ).catch(rethrowAsRefusal);
    if (settings.mode === 'local') requireLoopback(activity.serviceUrl);
    else {
      requireAllowed(settings, activity, (claim) => result.claimsIdentity.getClaimValue(claim));
      const endorsements = await withTimeout(
        CHECK_TIMEOUT_MS,
        this.#endorsementsOf(authorization),
      ).catch(refuseUnreachable);
      if (!endorsements.includes(CHANNEL)) throw new RefusedRequest('endorsement');
    }
    return {
      ...result,
      connectorFactory:
        result.connectorFactory && this.#cached(result.connectorFactory, this.#turnPolicy),
    };
  }

  /** A factory for what is said without being asked: once, where it may have arrived. */
  override createConnectorFactory(
    ...args: Parameters<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>
  ) {
    return this.#cached(
      super.createConnectorFactory(...args),
      connectorPolicy({ name: 'proactivePolicy', maxDoubtfulRetries: 0 }),
    );
  }

  override createUserTokenClient(
    ...args: Parameters<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>
  ) {
    this.#userTokens ??= super.createUserTokenClient(...args).catch((error) => {
      this.#userTokens = undefined;
      throw error;
    });
    return this.#userTokens;
  }

  /** A factory whose connectors post once, to all in a conversation or to the recipient alone. */
  createPostingFactory(claims: ClaimsIdentity, isTargeted: boolean) {
    return this.#cached(
      super.createConnectorFactory(claims),
      singleAttemptPolicy(this.#postTimeoutMs, isTargeted),
    );
  }

  #cached(factory: ConnectorFactory, policy: PipelinePolicy): ConnectorFactory {
    const create = (serviceUrl: string, audience?: string) => {
      const key = `${policy.name} ${serviceUrl}`;
      const cached = this.#connectors.get(key);
      if (cached) return cached;
      if (this.#connectors.size >= MAX_CONNECTORS) this.#connectors.clear();
      const connector = factory
        .create(serviceUrl, audience)
        .then((made) => replaceRetryPolicy(made, policy));
      this.#connectors.set(key, connector);
      connector.catch(() => this.#connectors.delete(key));
      return connector;
    };
    return { create };
  }
}

function toAuthenticationOptions(
  settings: TenantSettings,
): ConfigurationBotFrameworkAuthenticationOptions {
  const { appId, appTenantId } = settings;
  const signer = tokenSigner(settings);
  if (!appId || !appTenantId)
    throw new Error('An app id and its tenant are required outside local mode');
  return {
    MicrosoftAppId: appId,
    MicrosoftAppTenantId: appTenantId,
    ChannelService: '',
    ValidateAuthority: true,
    ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${appTenantId}`,
    ToChannelFromBotOAuthScope: CONNECTOR_AUDIENCE,
    ToBotFromChannelTokenIssuer: signer.issuer,
    ToBotFromChannelOpenIdMetadataUrl: signer.openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: signer.openIdMetadataUrl,
    OAuthUrl: 'https://api.botframework.com',
    CallerId: 'urn:botframework:azure',
  };
}

/**
 * The SDK's own factories keep a federated assertion for as long as the process runs, though it holds
 * for a day at most; the credential is asked each time and keeps what still holds.
 */
function toCredentials(settings: TeamsSettings): Credentials {
  if (settings.mode === 'local') return new ConfigurationServiceClientCredentialFactory({});
  const { appId, credential } = settings;
  const signRequest: ClientCredentials['signRequest'] = async (request) => {
    const answer = await credential.getToken(`${CONNECTOR_AUDIENCE}/.default`);
    if (!answer) throw new Error('No token was given');
    request.headers.set('authorization', `Bearer ${answer.token}`);
    return request;
  };
  return {
    isValidAppId: async (id) => id === appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({ signRequest }),
  };
}

/**
 * The SDK throws an ordinary error for most faults of a token; only an unreachable signer is not
 * the sender's fault.
 */
function rethrowAsRefusal(error: { name?: string; statusCode?: number }): never {
  const unreachable =
    error.name === 'FetchError' || error.name === 'TimeoutError' || (error.statusCode ?? 0) >= 500;
  throw new RefusedRequest(unreachable ? 'signer-unreachable' : 'token');
}

function refuseUnreachable(): never {
  throw new RefusedRequest('signer-unreachable');
}

function tokenSigner(settings: TeamsSettings): Signer {
  return (settings.mode === 'azure' && settings.signer) || MICROSOFT;
}

/**
 * Checks what the SDK does not: the issuer, that the token expires, and the service URL. The tenant
 * stands in the body, which no signature covers; the Connector writes it, over TLS. Every tenant
 * that the body names must be an allowed one.
 */
function requireAllowed(
  settings: TenantSettings,
  activity: Activity,
  readClaim: (name: string) => string | null,
): void {
  if (readClaim('iss') !== tokenSigner(settings).issuer || !readClaim('exp'))
    throw new RefusedRequest('token');
  if (readClaim('serviceurl') !== activity.serviceUrl) throw new RefusedRequest('service-url');
  const origins = settings.connectorOrigins ?? PUBLIC_CONNECTOR;
  if (!origins.includes(new URL(activity.serviceUrl).origin)) throw new RefusedRequest('connector');
  const named = [activity.conversation.tenantId, activity.channelData?.tenant?.id]
    .filter((tenant) => tenant != null)
    .map((tenant: string) => tenant.toLowerCase());
  const allowed = settings.tenants.map((tenant) => tenant.toLowerCase());
  if (named.length === 0 || !named.every((tenant) => allowed.includes(tenant)))
    throw new RefusedRequest('tenant');
}

function requireLoopback(serviceUrl: string): void {
  if (!['localhost', '127.0.0.1', '[::1]'].includes(new URL(serviceUrl).hostname))
    throw new RefusedRequest('connector');
}

/**
 * The connector's pipeline is private, but there is no other way: its factory ignores
 * `noRetryPolicy`, puts its own policies in the place of `requestPolicyFactories`, and takes no
 * pipeline.
 */
function replaceRetryPolicy(connector: Connector, policy: PipelinePolicy): Connector {
  const { pipeline }: { readonly pipeline: Pipeline } = Reflect.get(connector, 'client');
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  pipeline.addPolicy(policy, { phase: 'Retry' });
  return connector;
}
