import { MAX_CHARACTERS_READ } from './tokenise.ts';

/** What a text is that asks nothing in words: no question is read out of it. */
export type DocumentKind =
  | 'mail thread'
  | 'table'
  | 'agenda'
  | 'list'
  | 'long text'
  | 'other language';

/** What a pasted text is; `undefined` for a message, which is read. */
export function findDocument(text: string): DocumentKind | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (isMailThread(lines)) return 'mail thread';
  if (isTable(lines)) return 'table';
  if (isList(text, lines)) return AGENDA_WORDS.test(text) ? 'agenda' : 'list';
  if (text.trim().length > MAX_CHARACTERS_READ) return 'long text';
  return isOtherLanguage(text) ? 'other language' : undefined;
}

// Each is asked of one trimmed line: over many blank lines \s* would be tried from every one of them.
const MAIL_HEADER = /^>?\s*\*?(from|sent|to|cc|subject|date)\*?:\s*\S/i;
const QUOTES_MAIL =
  /^-{2,}\s*(original message|forwarded message)\s*-{2,}|^>?\s*on .{6,80} wrote:$/i;

/** Three kinds of header, or “On Friday … wrote:”. */
function isMailThread(lines: readonly string[]): boolean {
  const trimmed = lines.map((line) => line.trim());
  const headers = new Set(trimmed.map((line) => MAIL_HEADER.exec(line)?.[1]?.toLowerCase()));
  headers.delete(undefined);
  return headers.size >= 3 || trimmed.some((line) => QUOTES_MAIL.test(line));
}

const MIN_ROWS = 3;

/** Three rows with tabs or bars, or with the same number of commas, three at least. */
function isTable(lines: readonly string[]): boolean {
  const countOf = (sign: RegExp) => lines.map((line) => (line.match(sign) ?? []).length);
  const commas = countOf(/,/g);
  const isEven = commas.every((count) => count >= 3 && count === commas[0]);
  return (
    countOf(/\t/g).filter((count) => count > 0).length >= MIN_ROWS ||
    countOf(/\|/g).filter((count) => count > 1).length >= MIN_ROWS ||
    (lines.length >= MIN_ROWS && isEven)
  );
}

const MIN_ITEMS = 4;
const ITEM_LINE = /^\s*(?:\d{1,2}[.):]|[-•*–▪o])\s+\S/;
const INLINE_ITEM = /(?:^|\s)\d{1,2}[.)]\s+\p{Lu}/gu;
const AGENDA_WORDS =
  /\b(agenda|apologies|minutes of|matters arising|any other business|aob|declarations? of interest)\b/i;

/** Four lines with numbers or bullets, or four numbered parts in a row. */
function isList(text: string, lines: readonly string[]): boolean {
  const items = lines.filter((line) => ITEM_LINE.test(line)).length;
  return items >= MIN_ITEMS || (text.match(INLINE_ITEM) ?? []).length >= MIN_ITEMS;
}

/** Small words of languages that people here speak, none of which is English or a name in the field. */
const FOREIGN_WORDS = new Set(
  `quelles quels quelle quel sont les des est avec pour dans quand qui nous vous réunion combien prochaine bonjour merci où
  welche welcher sind ist und nicht wann wie wer wir ich der das den dem ein eine mit für auf bitte nächste
  cuáles cuales qué cuándo cuando quién quien reunión próxima están los del una por para con hola gracias cómo
  jakie jaki kiedy czy nie jest dla kto są się proszę spotkanie który które zadania następne
  quali sono quando prossima riunione chi della delle gli che con ciao grazie
  quais são reunião próxima quem não uma das dos care sunt când și este pentru următoarea`.split(
    /\s+/,
  ),
);
const ENGLISH_WORDS =
  /^(the|is|are|what|whats|when|who|which|how|for|of|to|in|and|have|has|my|our|we|i|with|any|do|does|did|show|me|can|you)$/;

/** Letters that are not Latin, or at least two small words of another language and hardly any of ours. */
function isOtherLanguage(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const latin = text.match(/\p{Script=Latin}/gu) ?? [];
  if (letters.length >= 3 && latin.length < letters.length / 2) return true;
  const words = [...new Set(text.toLowerCase().match(/\p{L}+/gu) ?? [])];
  const foreign = words.filter((word) => FOREIGN_WORDS.has(word)).length;
  const english = words.filter((word) => ENGLISH_WORDS.test(word)).length;
  return foreign >= 2 && foreign > english * 2 && foreign >= words.length / 3;
}
