import { escapeHeadingText, escapeRunText } from './escape-text.ts';
import { mapElements } from './map-elements.ts';
import { truncate } from './truncate.ts';

/** Teams takes messages of up to about 100 KB, yet slows down long before; a card has to stay under this many bytes. */
const MAX_CARD_BYTES = 25_000;

/** Where a card would be too large, its texts are shortened to so many bytes, in turn until it fits. */
const LENGTHS = [Number.POSITIVE_INFINITY, 2_000, 280, 140, 100, 70, 50, 35] as const;

/** What is read aloud, or shown where no card can be, has the beginning at least; nobody listens to thirty rows. */
const MAX_PLAIN_CHARACTERS = 1_000;

/** The widest button that a phone shows whole. */
const MAX_BUTTON_CHARACTERS = 40;

/**
 * A card with its plain twin, small enough to send. Only what is read gets shortened, never what a button sends; when
 * that is not enough, the rows can no longer be pressed, and stay readable.
 * @throws when even so it is too large
 */
export function fitToSize(card: object, plain: string): object {
  const spoken = truncate(plain, MAX_PLAIN_CHARACTERS);
  for (const most of LENGTHS) {
    const fitting = { ...withPlainTexts(card, most), fallbackText: spoken, speak: spoken };
    if (byteSize(fitting) <= MAX_CARD_BYTES) return fitting;
  }
  const flat = {
    ...withPlainTexts(withoutRowActions(card), 35),
    fallbackText: spoken,
    speak: spoken,
  };
  if (byteSize(flat) > MAX_CARD_BYTES)
    throw new Error('A card is larger than Teams takes, even with its texts shortened');
  return flat;
}

function byteSize(card: object): number {
  return Buffer.byteLength(JSON.stringify(card));
}

/** The card with its texts as text, each of so many bytes at most. */
function withPlainTexts(card: object, most: number): object {
  return mapElements(card, (element) => {
    const { type, text, title, tooltip, inlines, choices, x } = element;
    if (type === 'TextRun')
      return { ...element, text: escapeRunText(truncate(String(text), most)) };
    if (type === 'TextBlock')
      return { ...element, text: escapeHeadingText(truncate(String(text), most)) };
    if (Array.isArray(inlines))
      return { ...element, inlines: inlines.map((inline) => withPlainInline(inline, most)) };
    if (Array.isArray(choices))
      return { ...element, choices: choices.map((choice) => withPlainChoice(choice, most)) };
    if (typeof x === 'string') return { ...element, x: truncate(x, most) };
    if (
      String(type).startsWith('Action.') &&
      typeof title === 'string' &&
      title.length > MAX_BUTTON_CHARACTERS
    ) {
      return {
        ...element,
        title: truncate(title, MAX_BUTTON_CHARACTERS),
        tooltip: truncate(title, most),
      };
    }
    return typeof tooltip === 'string' ? { ...element, tooltip: truncate(tooltip, most) } : element;
  });
}

function withPlainInline(inline: unknown, most: number): unknown {
  return typeof inline === 'string' ? escapeRunText(truncate(inline, most)) : inline;
}

/** What stands in the list gets shorter; what is sent when it is chosen does not. */
function withPlainChoice(choice: { readonly title: string }, most: number): object {
  return { ...choice, title: truncate(choice.title, most) };
}

function withoutRowActions(card: object): object {
  return mapElements(card, ({ selectAction, ...rest }) => rest);
}
