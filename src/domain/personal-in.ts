import { findPersonalDetail, type PersonalDetail } from './privacy-guard.ts';

/** More than this no form has: so many words and keys, and so long a text (a field takes 4,000 characters). */
const MAX_PARTS = 2_000;
const MAX_TEXT_LENGTH = 10_000;

/**
 * The first personal detail in data of any shape: in texts, in numbers, in the names of keys, however deeply they lie. What is too
 * large to be looked through is `too-much`: nobody has written that in a form.
 * @example personalIn({ form: { notes: [9434765919] } }) // { kind: 'NHS number', … }
 */
export function findPersonalDetailInData(data: unknown): PersonalDetail | 'too-much' | undefined {
  const parts: unknown[] = [data];
  for (let at = 0; at < parts.length; at += 1) {
    if (parts.length > MAX_PARTS) return 'too-much';
    const part = parts[at];
    if (typeof part === 'object' && part !== null) {
      for (const [key, value] of Object.entries(part))
        parts.push(...(Array.isArray(part) ? [value] : [key, value]));
    } else if (typeof part === 'string' || typeof part === 'number') {
      const text = String(part);
      if (text.length > MAX_TEXT_LENGTH) return 'too-much';
      const personal = isGeneratedId(text) ? undefined : findPersonalDetail(text);
      if (personal) return personal;
    }
  }
  return undefined;
}

/** Ids that cards carry are random: ten of their digits can look like an NHS number by chance. */
const isGeneratedId = (text: string): boolean =>
  /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
