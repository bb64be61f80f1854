import { FEASTS, MONTHS, WEEKDAYS } from './text/word-sets.ts';

/** A request, and what stood before it and says only what the answer is for. */
export interface Prefaced {
  readonly preface: string;
  readonly request: string;
}

const PAPER =
  'agendas?|reports?|notes?|mailings?|newsletters?|emails?|e-mails?|minutes|briefings?|bulletins?|papers?|slides?|packs?|updates?|letters?|presentations?|handovers?|supervision|catch[ -]?up|one[ -]to[ -]one|1:1|1-1|prep|diary';
const DAY = `today|tonight|tomorrow|this (?:morning|afternoon|evening)|next week|(?:${[...WEEKDAYS].flatMap((day) => [day, day.slice(0, 3)]).join('|')})(?:['’]?s)?|\\d{1,2}(?:st|nd|rd|th)?(?: (?:${[...MONTHS.keys()].join('|')}))?|(?:${[...FEASTS].join('|')})`;
/** “for tomorrow - …”, “quick one for friday's agenda: …”, “re the newsletter, …” */
const PURPOSE = new RegExp(
  String.raw`^((?:\S+\s+){0,4}?(?:for|re|regarding)\s+(?:\S+\s+){0,4}?(?:(?:${PAPER})\b(?:\s+\S+){0,2}?|(?:${DAY})))(?:\s*:\s*|\s+[-–—]+\s+|\s*[–—]\s*|,\s+)(\S.*)$`,
  'is',
);
/** What is asked for already asks; a day behind a comma may as well be part of it. */
const ASKS = /\b(?:who|what|when|where|which|how|remind|show|list|give|is|are|do|does|has|have)\b/i;
const COMMA_BEHIND_DAY = new RegExp(String.raw`\b(?:${DAY})$`, 'i');

/**
 * Parts a request from what it is wanted for: “for tomorrow - who is expected at qppa” asks of no
 * day, and “for the minutes: …” of no minutes.
 */
export function splitPreface(text: string): Prefaced | undefined {
  const [, preface, request] = PURPOSE.exec(text.trim()) ?? [];
  if (!preface || !request || ASKS.test(preface)) return undefined;
  const isByComma = text.trim()[preface.length] === ',';
  return isByComma && COMMA_BEHIND_DAY.test(preface) ? undefined : { preface, request };
}
