/** How Convenor is registered with Microsoft, and who may speak with it. */
export type TeamsSettings = RehearsalSettings | TenantSettings;

/**
 * No app id and so no authentication: for the Agents Playground and for tests, on this machine
 * alone.
 */
export interface RehearsalSettings {
  readonly mode: 'local';
}

/** The service, registered in a directory (single tenant). */
export interface TenantSettings {
  readonly mode: 'azure';
  readonly appId: string;
  /** The directory in which the app is registered. */
  readonly appTenantId: string;
  /** Asked for the token with which Convenor posts. */
  readonly credential: BotCredential;
  /** Tenants whose people may speak with Convenor. */
  readonly tenants: readonly string[];
  /**
   * Origins of the Bot Connector that answers may be sent to; {@link PUBLIC_CONNECTOR} by default.
   */
  readonly connectorOrigins?: readonly string[];
  /** Who signs requests; Microsoft by default. */
  readonly signer?: Signer;
}

/** How Convenor proves to the Bot Connector that it speaks for its registration. */
export interface BotCredential {
  /** A token of a scope such as `https://api.botframework.com/.default`, fetched anew when it has run out. */
  getToken(scope: string): Promise<{ readonly token: string } | null>;
}

/** The issuer of the tokens of requests, and where its keys are published. */
export interface Signer {
  readonly issuer: string;
  readonly openIdMetadataUrl: string;
}

/** The Bot Connector of the public cloud, which serves Teams in all regions. */
export const PUBLIC_CONNECTOR: readonly string[] = ['https://smba.trafficmanager.net'];
