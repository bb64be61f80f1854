/** A file as it is handed over. Its name is made of our own ids, never of what somebody wrote. */
export interface MadeFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** The ways in which a file reaches somebody. */
export interface FileDelivery {
  /** Whether Teams can ask for consent and keep the file: not in a rehearsal. */
  readonly hasConsent: boolean;
  /** The page that hands over a file; `undefined` where the service has no address of its own. */
  toLink(partnership: string, token: string): string | undefined;
  /** Whether an address is one at which Teams takes files: what an invoke says may be forged. */
  isUploadAddress(url: string): boolean;
  /** Whether the file was taken there. */
  upload(url: string, file: MadeFile): Promise<boolean>;
}
