/**
 * What may be logged of an error: its name, codes and stack. Never its message, which can quote
 * what people wrote.
 */
export function summariseError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code, statusCode } = error as Error & { code?: unknown; statusCode?: unknown };
  const at = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return { error: error.name, code, statusCode, at: at?.slice(0, 6).map((line) => line.trim()) };
}
