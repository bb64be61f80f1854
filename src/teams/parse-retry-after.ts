/**
 * The wait that a `Retry-After` names, in milliseconds: a number of seconds, or a date.
 * @example retryAfter('2') // 2000
 */
export function parseRetryAfter(named: string | undefined): number | undefined {
  if (!named) return undefined;
  const wait = /^\d+(\.\d+)?$/.test(named) ? Number(named) * 1000 : Date.parse(named) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}
