import type { Logger } from 'pino';
import type { Download, FileDelivery } from '../contract/ports/file-delivery.ts';
import { summariseError } from '../telemetry/error-summary.ts';

export interface FileDeliveryParts {
  readonly hasConsent: boolean;
  /** The service's own address, `https://…`; `undefined` while it has none. */
  readonly origin: () => string | undefined;
  /** Files are taken on this machine too: where Teams is played. */
  readonly isLoopbackAllowed?: boolean;
  readonly log: Logger;
}

/** Where Teams keeps files: in the OneDrive of whoever accepts them. */
const ONEDRIVE = /^[a-z0-9][a-z0-9-]*\.sharepoint\.com$/;
const LOOPBACK = /^(?:127\.0\.0\.1|localhost)$/;
const UPLOAD_TIMEOUT_MS = 5_000;
/** The turn in which a file is sent has to be answered within eight seconds. */
const DOWNLOAD_TIMEOUT_MS = 5_000;

/** Hands files over to Teams, or says where the service hands them over itself. */
export function createFileDelivery({
  hasConsent,
  origin,
  isLoopbackAllowed = false,
  log,
}: FileDeliveryParts): FileDelivery {
  function isTeamsAddress(text: string): boolean {
    if (!URL.canParse(text)) return false;
    const { protocol, hostname, username, password, port } = new URL(text);
    if (username || password) return false;
    if (isLoopbackAllowed && protocol === 'http:' && LOOPBACK.test(hostname)) return true;
    return protocol === 'https:' && port === '' && ONEDRIVE.test(hostname);
  }

  return {
    hasConsent,
    isTeamsAddress,
    toLink(partnership, token) {
      const own = origin();
      return own && `${own}/files/${encodeURIComponent(partnership)}/${token}`;
    },
    async upload(url, { bytes, contentType }) {
      if (!isTeamsAddress(url)) return false;
      try {
        const { status } = await fetch(url, {
          method: 'PUT',
          redirect: 'error',
          signal: AbortSignal.timeout(UPLOAD_TIMEOUT_MS),
          headers: {
            'content-type': contentType,
            'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
          },
          body: new Blob([Uint8Array.from(bytes)]),
        });
        if (status < 300) return true;
        log.warn({ status }, 'file upload refused');
      } catch (error) {
        log.warn(summariseError(error), 'file upload failed');
      }
      return false;
    },
    async download(url, maxBytes) {
      if (!isTeamsAddress(url)) return 'not-of-teams';
      const signal = AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS);
      try {
        const response = await fetch(url, { redirect: 'error', signal });
        if (response.status === 200) return await readAtMost(response, maxBytes);
        log.warn({ status: response.status }, 'file download refused');
        await response.body?.cancel();
      } catch (error) {
        log.warn(summariseError(error), 'file download failed');
      }
      return 'gone';
    },
  };
}

/** What is really read is counted: the size that is declared may be another. */
async function readAtMost({ headers, body }: Response, maxBytes: number): Promise<Download> {
  const chunks: Uint8Array[] = [];
  let read = 0;
  if (Number(headers.get('content-length')) > maxBytes) {
    await body?.cancel();
    return 'too-large';
  }
  for await (const chunk of body ?? []) {
    read += chunk.length;
    // Leaving the loop ends the download.
    if (read > maxBytes) return 'too-large';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
