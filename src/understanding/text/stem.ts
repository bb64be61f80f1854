const cache = new Map<string, string>();
const MAX_CACHED = 20_000;

/**
 * A word without its ending, so that “attends” and “attending” are one.
 * @example stem('attending') // 'attend'
 * @example stem('policies') // 'policy'
 */
export function stem(word: string): string {
  const cached = cache.get(word);
  if (cached !== undefined) return cached;
  if (cache.size > MAX_CACHED) cache.clear();
  const stemmed = withoutEnding(word);
  cache.set(word, stemmed);
  return stemmed;
}

/**
 * A word without the ending of its plural; for names, where “missed” must not be “missing”.
 * @example singular('trusts') // 'trust'
 */
export function singular(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return /[^siu]s$/.test(word) ? word.slice(0, -1) : word;
}

function withoutEnding(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  let rest = word;
  if (rest.endsWith('ies') && rest.length > 4) rest = `${rest.slice(0, -3)}y`;
  else if (/(ss|sh|ch|x)es$/.test(rest)) rest = rest.slice(0, -2);
  else if (/[^siu]s$/.test(rest)) rest = rest.slice(0, -1);
  if (rest.length > 5 && /(ing|ed)$/.test(rest) && /[aeiouy]/.test(rest.replace(/(ing|ed)$/, ''))) {
    rest = rest.replace(/(ing|ed)$/, '').replace(/([bdgmnprt])\1$/, '$1');
  }
  return rest.length > 3 && rest.endsWith('e') ? rest.slice(0, -1) : rest;
}
