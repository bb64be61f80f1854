import type { Logger } from 'pino';
import type { FileDelivery } from '../contract/ports/file-delivery.ts';
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

/** Hands files over to Teams, or says where the service hands them over itself. */
export function createFileDelivery({
  hasConsent,
  origin,
  isLoopbackAllowed = false,
  log,
}: FileDeliveryParts): FileDelivery {
  function isUploadAddress(text: string): boolean {
    if (!URL.canParse(text)) return false;
    const { protocol, hostname, username, password, port } = new URL(text);
    if (username || password) return false;
    if (isLoopbackAllowed && protocol === 'http:' && LOOPBACK.test(hostname)) return true;
    return protocol === 'https:' && port === '' && ONEDRIVE.test(hostname);
  }

  return {
    hasConsent,
    isUploadAddress,
    toLink(partnership, token) {
      const own = origin();
      return own && `${own}/files/${encodeURIComponent(partnership)}/${token}`;
    },
    async upload(url, { bytes, contentType }) {
      if (!isUploadAddress(url)) return false;
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
  };
}
