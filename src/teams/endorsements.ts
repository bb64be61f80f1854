import { z } from 'zod';

const metadataSchema = z.looseObject({ jwks_uri: z.url() });
const keysSchema = z.looseObject({
  keys: z.array(
    z.looseObject({ kid: z.string().optional(), endorsements: z.array(z.string()).nullish() }),
  ),
});
const headerSchema = z.looseObject({ kid: z.string() });

const MAX_AGE_MS = 24 * 60 * 60 * 1000;
/** An unknown key is looked for at most this often. */
const REFRESH_INTERVAL_MS = 60_000;
const CALL_TIMEOUT_MS = 5_000;

/**
 * Finds the channels for which the key of a token may sign. The SDK lets a key without endorsements
 * sign for every channel; Microsoft requires that the channel be among them (Bot Connector
 * authentication, step 4: “endorsements”).
 * @throws Error while the keys cannot be fetched
 */
export function createEndorsements(
  openIdMetadataUrl: string,
): (authorization: string) => Promise<readonly string[]> {
  let known = new Map<string, readonly string[]>();
  let readAt = Number.NEGATIVE_INFINITY;

  async function read(): Promise<void> {
    const { jwks_uri } = metadataSchema.parse(await fetchJson(openIdMetadataUrl));
    const { keys } = keysSchema.parse(await fetchJson(jwks_uri));
    known = new Map(
      keys.flatMap(({ kid, endorsements }) => (kid ? [[kid, endorsements ?? []]] : [])),
    );
    readAt = Date.now();
  }

  return async (authorization) => {
    const kid = parseKeyId(authorization);
    if (kid === undefined) return [];
    const age = Date.now() - readAt;
    if (age > MAX_AGE_MS || (!known.has(kid) && age > REFRESH_INTERVAL_MS)) await read();
    return known.get(kid) ?? [];
  };
}

/** The key id of a token that is known to be valid. */
function parseKeyId(authorization: string): string | undefined {
  const [head = ''] = authorization.replace(/^Bearer /, '').split('.');
  return headerSchema.safeParse(JSON.parse(Buffer.from(head, 'base64url').toString())).data?.kid;
}

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(CALL_TIMEOUT_MS) });
  if (!response.ok) throw new Error(`The keys could not be fetched: ${response.status}`);
  return response.json();
}
