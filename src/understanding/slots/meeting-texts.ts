/** “put the dataset on the agenda”: what is to be put there. */
export const parseItemPut = (typed: string): string | undefined =>
  /\b(?:add|put|get|include|pop|stick)\s+(.+?)\s+(?:on|onto|to|in)\b/i.exec(typed)?.[1];

const STATED =
  /\b(?:decision(?! (?:of|by|at|from)\b)|decided|agreed|resolved)\b\s*(?:was|is|that|to|:|[-–])*\s+(.{3,})$/i;
/** “…, minute that”, “… please record it” */
const ORDER_BEHIND =
  /[\s,;.–-]*\b(?:please |can you |so |and )*(?:minute|record|note|log|write|put)\b(?: (?:that|it|this|down|please|in|the minutes|for the record))+\W*$/i;

/** What was decided, as it was typed. */
export function parseDecision(typed: string): string | undefined {
  const said = /[:–]\s*(.+)$/.exec(typed)?.[1] ?? STATED.exec(typed)?.[1];
  return said?.replace(ORDER_BEHIND, '').trim() || undefined;
}
