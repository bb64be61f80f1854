/** Cards and activities nest some ten levels; what nests deeper wants to exhaust something. */
const MAX_LEVELS = 64;

/**
 * Reads JSON from a stranger: of bounded depth, and without `__proto__` keys.
 * @throws SyntaxError
 */
export function parseJson(text: string): unknown {
  if (nestingDepth(text) > MAX_LEVELS) throw new SyntaxError('Nested too deeply');
  return JSON.parse(text, (key, value) => (key === '__proto__' ? undefined : value));
}

/** How deeply the brackets outside strings are nested; reads the text once and calls nothing, so no text can exhaust it. */
function nestingDepth(text: string): number {
  let levels = 0;
  let most = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quoted && character === '\\') at += 1;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '{' || character === '[')) most = Math.max(most, ++levels);
    else if (!quoted && (character === '}' || character === ']')) levels -= 1;
  }
  return most;
}
