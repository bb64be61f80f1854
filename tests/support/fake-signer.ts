import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { Signer } from '../../src/teams/settings.ts';
import { listenLocally } from './listen-locally.ts';

export interface FakeSigner extends Signer {
  /** A token with these claims, signed as a service that Convenor trusts would. */
  token(claims: object, options?: { kid?: string; key?: KeyObject }): string;
  /** The same claims without a signature. */
  unsigned(claims: object): string;
  /** The claims signed with the published key as though it were a shared secret. */
  confused(claims: object): string;
  close(): Promise<void>;
}

/** Plays the service that signs what Teams sends: publishes keys on loopback as OpenID Connect does. */
export async function startFakeSigner(): Promise<FakeSigner> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const server = createServer((req, res) => {
    const key = { ...publicKey.export({ format: 'jwk' }), use: 'sig' };
    const keys = [
      { ...key, kid: 'published', endorsements: ['msteams'] },
      { ...key, kid: 'for-web-chat', endorsements: ['webchat', 'directline'] },
      { ...key, kid: 'for-nothing', endorsements: [] },
      { ...key, kid: 'without-endorsements' },
    ];
    res.setHeader('content-type', 'application/json');
    res.end(JSON.stringify(req.url === '/keys' ? { keys } : { jwks_uri: `${url}/keys` }));
  });
  const { url, close } = await listenLocally(server);

  return {
    issuer: 'https://api.botframework.com',
    openIdMetadataUrl: `${url}/openid`,
    token: (claims, { kid = 'published', key = privateKey } = {}) => {
      const content = `${encoded({ alg: 'RS256', typ: 'JWT', kid })}.${encoded(claims)}`;
      return `${content}.${createSign('RSA-SHA256').update(content).sign(key, 'base64url')}`;
    },
    unsigned: (claims) =>
      `${encoded({ alg: 'none', typ: 'JWT', kid: 'published' })}.${encoded(claims)}.`,
    confused: (claims) => {
      const content = `${encoded({ alg: 'HS256', typ: 'JWT', kid: 'published' })}.${encoded(claims)}`;
      const secret = publicKey.export({ type: 'pkcs1', format: 'pem' });
      return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
    },
    close,
  };
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
