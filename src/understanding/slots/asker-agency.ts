import type { Args } from '../../contract/question.ts';
import type { AnnotatedMessage } from '../entities/annotated-message.ts';
import { COLLECTIVE, RECOMMENDED_BY_ME } from '../text/self-reference.ts';

/** “my agency”, “our organisation” */
const OWN = new RegExp(String.raw`\b(my|our) (own )?${COLLECTIVE}\b`);
/** “my recommendations”: of the scrutineer those they made, of anybody else what they have to do. */
const RECOMMENDED = /\bmy (own )?(recommendations?|recs|findings)\b/;
/** “are we late”, “what do we owe”, “our overdue actions”: those of an agency, or of everybody. */
const OWED =
  /\b(are|were) we (all )?(late|behind|overdue|on track|up to date|slipping)\b|\b(do|did|must|should) we (still )?(owe|have to do|need to do)\b|\bhave we (still )?(got )?(to do|anything (late|overdue|outstanding))\b|\bwe (are )?(late|behind|still owe|owe|need to do|have to do)\b|\bour (own )?(overdue |late |open |outstanding |own )?(actions|tasks|jobs|deadlines)\b|\b(assigned to|down to|waiting on|with|on) us\b/;

/**
 * Whose actions are meant where no agency is named: `asker` for “my agency”, `we` where “we” can be
 * an agency or the whole partnership, which depends on who asks.
 */
export function parseAskerAgency({ text, entities }: AnnotatedMessage): Args {
  if (RECOMMENDED.test(text)) return { recommendedBy: 'asker' };
  if (RECOMMENDED_BY_ME.test(text)) return { recommendedBy: 'me' };
  if (entities.some(({ senses }) => senses[0].kind === 'agency')) return {};
  if (OWN.test(text)) return { agencyOf: 'asker' };
  return OWED.test(text) ? { agencyOf: 'we' } : {};
}
