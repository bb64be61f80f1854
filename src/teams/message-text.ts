import type { Activity, Mention } from 'botbuilder';
import { normaliseText } from '../domain/normalise-text.ts';

/**
 * The text of a message without the mention of the bot itself; other people's mentions stay as
 * their names. Markup and entities of the Teams editor are resolved, and what the entities stand for
 * is normalised like any text; tabs stay where several lines have them, for by these a pasted table is told.
 */
export function messageText(activity: Activity): string {
  const mentions = (activity.entities ?? []).filter(({ type }) => type === 'mention') as Mention[];
  const text = mentions
    .filter(
      ({ mentioned, text }) =>
        mentioned?.id === activity.recipient.id && typeof text === 'string' && text,
    )
    .reduce((rest, mention) => rest.replaceAll(mention.text, ' '), activity.text ?? '');
  return normaliseText(decodeEntities(text.replace(MENTION_TAG, '')))
    .normalize('NFC')
    .replace(/[^\S\n]+/g, (blank, _at: number, whole: string) =>
      blank.includes('\t') && TABBED_LINES.test(whole) ? '\t' : ' ',
    )
    .replace(/[ \t]?\n[ \t]?/g, '\n')
    .trim();
}

const MENTION_TAG = /<\/?at(?: [^<>]*)?>/gi;

const TABBED_LINES = /\t.*\n.*\t.*\n.*\t/;

const NAMED_ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/**
 * Teams writes XML's five special characters and the no-break space by name, all others as they are
 * or by number.
 */
function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi,
    (whole, hex, decimal, name) => {
      if (name) return NAMED_ENTITIES[name.toLowerCase()] ?? whole;
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
