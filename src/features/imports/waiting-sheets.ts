import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { SentSheets } from '../../contract/ports.ts';
import type { Request } from '../../contract/request.ts';

/** A file that waits for *Import*, with what was said of it so far. */
export interface WaitingSheets extends SentSheets {
  readonly person: string;
  /** As an ISO time; a correction does not prolong it. */
  readonly until: string;
}

export const WAITING_MINUTES = 60;
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const words = z.record(z.string(), z.string());
const sealedSheets = z.object({
  person: z.string(),
  until: z.iso.datetime(),
  said: z.object({
    sheets: words,
    columns: z.record(z.string(), words),
    values: z.record(z.string(), z.record(z.string(), words)),
  }),
  namesNoChild: z.boolean(),
  content: z.base64().transform((text) => new Uint8Array(Buffer.from(text, 'base64'))),
});

/** The card alone has the token: who reads the storage finds neither the file nor the card's name for it. */
export const toWaitingId = (token: string): string =>
  createHash('sha256').update(token).digest('hex');

/** Keeps a file until somebody has looked at how it is read, for an hour at most. */
export async function keepWaiting(
  { directory, ports }: Request,
  token: string,
  { content, ...waiting }: WaitingSheets,
): Promise<void> {
  const text = JSON.stringify({ ...waiting, content: Buffer.from(content).toString('base64') });
  const until = new Date(waiting.until);
  const sealed = seal(Buffer.from(text), token);
  await ports.waitingFiles.save(directory.partnership.id, toWaitingId(token), sealed, until);
}

/** The file of a card, for whoever sent it; nothing once it was imported, cancelled, or is over. */
export async function findWaiting(
  { directory, ports, person }: Request,
  token: string,
): Promise<WaitingSheets | undefined> {
  const sealed = await ports.waitingFiles.load(directory.partnership.id, toWaitingId(token));
  if (!sealed) return undefined;
  const waiting = sealedSheets.parse(JSON.parse(unseal(sealed, token).toString('utf8')));
  return waiting.person === person.id ? waiting : undefined;
}

export async function removeWaiting({ directory, ports }: Request, token: string): Promise<void> {
  await ports.waitingFiles.remove(directory.partnership.id, toWaitingId(token));
}

const toKey = (token: string) =>
  Buffer.from(hkdfSync('sha256', token, '', 'a file that waits to be imported', 32));

function seal(bytes: Buffer, token: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, toKey(token), nonce);
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

function unseal(bytes: Uint8Array, token: string): Buffer {
  const decipher = createDecipheriv(CIPHER, toKey(token), bytes.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([
    decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)),
    decipher.final(),
  ]);
}
