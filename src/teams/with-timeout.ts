/** Work took longer than its limit. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

/**
 * Rejects when a promise takes longer than so many milliseconds. The work itself goes on; nothing
 * here can stop it.
 * @throws TimeoutError
 */
export async function withTimeout<Value>(
  milliseconds: number,
  work: Promise<Value>,
): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new TimeoutError(`Took over ${milliseconds} ms`)),
      milliseconds,
    );
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
