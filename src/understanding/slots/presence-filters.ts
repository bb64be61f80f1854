import type { Args } from '../../contract/question.ts';

/** Whether actions are asked for that have, or lack, an owner, a due date, evidence of impact. */
export function parsePresenceFilters(text: string): Args {
  return {
    ...(LACKS_OWNER.test(text)
      ? { owner: null, hasOwner: false }
      : HAS_OWNER.test(text)
        ? { hasOwner: true }
        : {}),
    ...(LACKS_DUE.test(text) ? { hasDue: false } : HAS_DUE.test(text) ? { hasDue: true } : {}),
    ...(LACKS_EVIDENCE.test(text)
      ? { hasEvidence: false }
      : HAS_EVIDENCE.test(text)
        ? { hasEvidence: true }
        : {}),
  };
}

const NO = String.raw`\b(no|without|without any|missing|lacking|lack|lacks|not got|has not got|have not got|not have|not having|do not have|does not have|any without|nobody as|no one as|not (?:been )?(?:given|set|put|added)|not recorded|never given|blank|not show|not shown|can not show|nothing by way of|zero|minus|needs?|still needs?|want for|awaiting|waiting for|devoid of|short of)\b(?: (?:an?|any|the|named|clear|proper|actual|agreed|recorded|impact|due|target|real|single|of|their|its|set|much|written|lead|responsible|yet|still)){0,4}`;
const LACKS_OWNER = new RegExp(
  `${NO} (owner|owners|ownership|name|names|lead|lead officer|agency|one responsible|one against|person|owned)\\b|\\b(unowned|unassigned|unallocated|ownerless|orphan|orphans|orphaned)\\b|\\b(nobody|no one|noone|no body) (owns|owning|is owning|has|responsible|is responsible|named|assigned|is assigned|allocated|against|is down for|picked up|has picked up|taking|is taking|has taken|doing|on|claimed|has claimed|looking after|is looking after|is leading|leads|leading|attached|(?:has )?been (?:given|assigned|allocated|asked))\\b|\\bnot (?:been )?(owned|assigned|allocated|picked up by)\\b|\\bown(ed)? by (nobody|no one|noone)\\b|\\b(nobody|no one)s? name (is )?(against|on|beside|next to)\\b|\\bowner (column |field |box )?(is |are )?(blank|empty|missing|tbc)\\b|\\b(belong|belongs|belonging|assigned|allocated) to (nobody|no one|noone)\\b|\\bwho is (?:meant|supposed) to own\\b`,
);
const HAS_OWNER = /\b(with|have|has|do have|got) (an? )?owners?\b/;
const LACKS_DUE = new RegExp(
  `${NO} (date|dates|deadline|deadlines|timescale|timescales|due|target|time limit|end date|timeframe|time frame|when)\\b|\\b(undated|open ended|dateless|date less)\\b|\\bnot (?:been )?dated\\b|\\bno idea when\\b|\\bdates? (column |field |box )?(is |are )?(blank|empty|missing|tbc)\\b|\\bnever (been )?(given|had|got|set) a (due |target |end )?(date|deadline)\\b`,
);
const HAS_DUE = /\bwith (a |an )?(due date|deadline|target date)s?\b/;
const LACKS_EVIDENCE = new RegExp(
  `${NO} (impact|impacts|evidence|evidenced|proof|difference|outcome|outcomes)\\b|\\b(unevidenced|un evidenced|no impact|so what|unproven)\\b|(?<!who (?:has|have) )\\bnot (?:been |yet |yet been )?(evidenced|proven|proved|shown|demonstrated)\\b|\\bnothing to (show|prove|say|back)\\b|\\b(?<!who )(can not|could not|did not|has not|have not|does not) (show|shown|prove|proved|demonstrate|demonstrated|evidence|evidenced|say what|tell)\\b|\\bwhat difference\\b|\\bevidence (is |still )?(missing|outstanding|lacking|gaps?|needed)\\b|\\b(never (shown|proved|evidenced|showed|said)|not (proved|evidenced|said))\\b`,
);
const HAS_EVIDENCE =
  /\b(with|have|has|do have|got|where we do have|having|backed by|plus) (some |good |clear |the |real |any |actual )?(impact |recorded )?(impact|evidence|proof)\b|\b(evidenced|proven|proved impact|impact shown)\b/;
