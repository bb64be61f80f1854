import type { Action } from './action.ts';

/** What a text that stands as evidence says of itself: that there is none, or only that the task was done. */
export type EvidenceDoubt = 'says there is none' | 'says only that it was done';

const NONE =
  /^(?:(?:none|nil|nothing|n\/?a|not (?:known|available|recorded|shown|evidenced|measured|clear)|no (?:evidence|impact|effect|change)(?: of (?:this|it|impact|effect|change))?|unknown)(?: (?:yet|so far|to date|to show|recorded|known|available|shown))*|not yet(?: \w+)?|to follow|tb[ca])(?=$|[;,:.])|^too (?:early|soon) to\b/i;
const NOT_SHOWN =
  /\b(?:effects?|impacts?|differences?|outcomes?|evidence|change)\b[^.;]*\b(?:not|never|n['’]t|yet to be|still to be)\b[^.;]*\b(?:shown|known|seen|measured|evidenced|demonstrated|clear|evident|recorded)\b|\bno (?:evidence|impact|effect)\b[^.;]*\b(?:yet|so far|shown|seen)\b/i;
const DONE =
  /^(?:(?:it|this|that|the (?:action|task|work)) )?(?:(?:has|have|had|is|was|were|now|been|all|fully) )*(?:done|completed?|finished|closed|actioned|achieved|delivered|sorted|ratified|signed off|published|sent(?: out)?|circulated|shared|agreed|in place|met (?:the|its|our) (?:deadline|target date|due date)|(?:deadline|due date|timescale) (?:was )?met)(?: (?:on time|in time|early|as planned|as agreed|by the deadline|within (?:the )?(?:timescale|deadline)|(?:on|in|by|at) [\w ]{1,24}))?$/i;

/**
 * Why a text is no evidence of impact by its own words. It is a doubt and no verdict: a person
 * records it all the same, verifies it or sends it back.
 * @example doubtEvidence('met the deadline') // 'says only that it was done'
 * @example doubtEvidence('running since February; effect on practice not shown') // 'says there is none'
 */
export function doubtEvidence(text: string | undefined): EvidenceDoubt | undefined {
  const words = text?.trim().replace(/[\s.!]+$/, '') ?? '';
  if (words === '') return undefined;
  if (/^[-–—?.]+$/.test(words) || NONE.test(words) || NOT_SHOWN.test(words))
    return 'says there is none';
  return DONE.test(words) ? 'says only that it was done' : undefined;
}

/** Why the evidence of an action is doubted; once it is verified, a person has decided. */
export const doubtOf = ({
  status,
  impactEvidence,
  verifiedBy,
}: Pick<Action, 'status' | 'impactEvidence' | 'verifiedBy'>): EvidenceDoubt | undefined =>
  status === 'complete' && !verifiedBy ? doubtEvidence(impactEvidence) : undefined;
