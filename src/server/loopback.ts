import type { Request } from 'restify';

/** A name of this machine and a port; a parser would find one in `evil.example@localhost` too. */
const HERE = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

/**
 * Whether a request was made to this machine by name, and by no page of elsewhere. A page whose own
 * name was made to lead here (DNS rebinding) still says that name in `Host`, and its own in `Origin`.
 */
export function isFromHere(req: Request): boolean {
  const origin = req.header('origin');
  return (
    HERE.test(req.header('host') ?? '') &&
    (origin === undefined || HERE.test(origin.replace(/^https?:\/\//, '')))
  );
}
