/** A file as it is handed over. Its name is made of our own ids, never of what somebody wrote. */
export interface MadeFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** What became of fetching a file: its bytes, or why there are none. */
export type Download = Uint8Array | 'not-of-teams' | 'too-large' | 'gone';

/** The ways in which a file reaches somebody, and us. */
export interface FileDelivery {
  /** Whether Teams can ask for consent and keep the file: not in a rehearsal. */
  readonly hasConsent: boolean;
  /** The page that hands over a file; `undefined` where the service has no address of its own. */
  toLink(partnership: string, token: string): string | undefined;
  /** Whether an address is one at which Teams keeps files: what an activity says may be forged. */
  isTeamsAddress(url: string): boolean;
  /** Whether the file was taken there. */
  upload(url: string, file: MadeFile): Promise<boolean>;
  /** Fetches a file that somebody sent, of so many bytes at most. */
  download(url: string, maxBytes: number): Promise<Download>;
}
