/**
 * Errors of a record that nothing can be reckoned with, or of our own rules. An outage of the
 * storage is none of them: it concerns everything, and is over some time.
 */
const DEFECTS: readonly string[] = ['RangeError', 'TypeError', 'SyntaxError', 'UnreadableRow'];

/**
 * What something comes to, or the defect that kept it from coming to anything. Throws what is no
 * defect.
 */
export async function valueOrDefect<Value>(
  work: () => Promise<Value>,
): Promise<{ readonly value: Value } | { readonly defect: Error }> {
  try {
    return { value: await work() };
  } catch (error) {
    if (error instanceof Error && DEFECTS.includes(error.name)) return { defect: error };
    throw error;
  }
}
