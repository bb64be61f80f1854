import type { Args } from '../../contract/question.ts';
import type { AnnotatedMessage } from '../entities/annotated-message.ts';
import { COLLECTIVE, RECOMMENDED_BY_ME, WORK } from '../text/self-reference.ts';

/** “my agency”, “our organisation” */
const OWN = new RegExp(String.raw`\b(my|our) (own )?${COLLECTIVE}\b`);
/** Beside everybody’s, “just ours” is the asker’s own even where “we” is everybody. */
const ONLY_OURS = /\b(?:just|only) (?:ours|our own)\b/;
/** “my recommendations”: of the scrutineer those they made, of anybody else what they have to do. */
const RECOMMENDED = /\bmy (own )?(recommendations?|recs|findings)\b/;
/** “are we late”, “have we still got”, “we have not started”: what an agency, or everybody, has to do. */
const WE_OWE =
  /\b(?:are|were|have|had|do|did|must|should|is) we (?:all |still |yet |also |really )*(?:late|behind|overdue|on track|up to date|slipping|sitting on|owe|left|due|supposed|meant|holding|have to do|need to do|got\b|to do|anything (?:late|overdue|outstanding))|\bwe (?:are |have |had )?(?:all |still |also )*(?:late|behind|owe|owed|sitting on|holding|left|promised|signed up|committed|need to do|have to do|not (?:done|started|begun|finished|closed))\b/;
/** “our overdue actions”, “any of ours”, “on us”: work, and not our board or our priorities. */
const OUR_WORK = new RegExp(
  String.raw`\bours\b|\bour (?:own )?(?:\S+ ){0,2}?${WORK}\b|\b(?:assigned to|down to|waiting on|waiting for|with|on|against|given to) us\b|\b(?:anything|something|nothing|much|overdue|late|due|open|outstanding|blocked|left|actions?|bits?|ones?) (?:still )?for us\b`,
);
/** What is done for the asker or is the partnership’s, beside “our work”. */
const NOT_OURS =
  /\b(?:agree|agreed|agrees|bear|stay|start|up to date) (?:on|with) us\b|\bour (?:own )?(?:\S+ )?(?:priorit\w+|partnership|boards?|groups?|plans?|area|reviews?|inspections?|meetings?|agendas?|records?)\b/g;

/**
 * Whose actions are meant where no agency is named: `asker` for “my agency”, `we` where “we” can be
 * an agency or the whole partnership, which depends on who asks.
 */
export function parseAskerAgency({ text, entities }: AnnotatedMessage): Args {
  if (RECOMMENDED.test(text)) return { recommendedBy: 'asker' };
  if (RECOMMENDED_BY_ME.test(text)) return { recommendedBy: 'me' };
  if (entities.some(({ senses }) => senses[0].kind === 'agency')) return {};
  if (OWN.test(text) || ONLY_OURS.test(text)) return { agencyOf: 'asker' };
  const ours = text.replace(NOT_OURS, ' ');
  return WE_OWE.test(ours) || OUR_WORK.test(ours) ? { agencyOf: 'we' } : {};
}
