/**
 * Why a request is refused: no valid token, or a valid one for something that Convenor does not
 * serve.
 */
export type RefusalReason =
  | 'no-token'
  | 'token'
  | 'endorsement'
  | 'signer-unreachable'
  | 'channel'
  | 'service-url'
  | 'connector'
  | 'tenant';

const STATUS: Readonly<Record<RefusalReason, number>> = {
  'no-token': 401,
  token: 401,
  endorsement: 401,
  'service-url': 401,
  channel: 403,
  connector: 403,
  tenant: 403,
  'signer-unreachable': 503,
};

/** A request that was refused before anything was done. */
export class RefusedRequest extends Error {
  override readonly name = 'RefusedRequest';
  readonly reason: RefusalReason;
  readonly status: number;

  constructor(reason: RefusalReason) {
    super(`Request refused: ${reason}`);
    this.reason = reason;
    this.status = STATUS[reason];
  }
}
