import type { Request } from 'restify';

const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Whether a request was made to this machine by name, and by no page of elsewhere. A page whose own
 * name was made to lead here (DNS rebinding) still says that name in `Host`, and its own in `Origin`.
 */
export function isFromHere(req: Request): boolean {
  const origin = req.header('origin');
  return isLoopback(`http://${req.header('host')}`) && (origin === undefined || isLoopback(origin));
}

const isLoopback = (address: string): boolean =>
  URL.canParse(address) && LOOPBACK.includes(new URL(address).hostname);
