/** Cards and activities nest some ten levels; deeper JSON is an attack. */
const MAX_LEVELS = 64;

/**
 * Parses JSON from a stranger: of bounded depth, and without keys that every object has: `__proto__`,
 * and `toString`, for a `length` with one makes checks of lengths throw.
 * @throws SyntaxError
 */
export function parseJson(text: string): unknown {
  if (nestingDepth(text) > MAX_LEVELS) throw new SyntaxError('Nested too deeply');
  return JSON.parse(text, (key, value) => (key in Object.prototype ? undefined : value));
}

/**
 * How deeply the brackets outside strings are nested; one pass without recursion, so no text can
 * exhaust it.
 */
function nestingDepth(text: string): number {
  let depth = 0;
  let max = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (isQuoted && character === '\\') at += 1;
    else if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === '{' || character === '[')) max = Math.max(max, ++depth);
    else if (!isQuoted && (character === '}' || character === ']')) depth -= 1;
  }
  return max;
}
