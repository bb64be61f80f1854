import { asHeading } from './as-heading.ts';

/** Teams takes messages of up to about 100 KB, yet slows down long before; a card has to stay under this many bytes. */
const MOST_BYTES = 25_000;

/** Where a card would be too large, its texts are shortened to so many characters, in turn until it fits. */
const LENGTHS = [2_000, 280, 140, 70, 35] as const;

/** What is read aloud, or shown where no card can be, has the beginning at least; nobody listens to thirty rows. */
const MOST_PLAIN = 1_000;

/**
 * A card with its plain twin, small enough to send. Only what is read gets shortened, never what a button sends.
 * @throws when even the shortest texts leave it too large
 */
export function fitted(card: object, plain: string): object {
  const spoken = shortened(plain, MOST_PLAIN);
  for (const length of LENGTHS) {
    const fitting = { ...(withTexts(card, length) as object), fallbackText: spoken, speak: spoken };
    if (Buffer.byteLength(JSON.stringify(fitting)) <= MOST_BYTES) return fitting;
  }
  throw new Error('A card is larger than Teams takes, even with its texts shortened');
}

function withTexts(node: unknown, most: number): unknown {
  if (Array.isArray(node)) return node.map((item) => withTexts(item, most));
  if (typeof node !== 'object' || node === null) return node;
  const { type, text } = node as { type?: unknown; text?: unknown };
  const kept = Object.entries(node).map(([key, value]) => [key, key === 'data' ? value : withTexts(value, most)]);
  const copy = Object.fromEntries(kept);
  if (type === 'TextRun') copy.text = shortened(String(text), most);
  if (type === 'TextBlock') copy.text = asHeading(shortened(String(text), most));
  return copy;
}

/** @example shortened('Train all champions', 10) // 'Train all…' */
function shortened(text: string, most: number): string {
  const characters = [...text];
  if (characters.length <= most) return text;
  return `${characters
    .slice(0, most - 1)
    .join('')
    .trimEnd()}…`;
}
