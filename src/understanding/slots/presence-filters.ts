import type { Args, Presence } from '../../contract/question.ts';
import type { AnnotatedMessage } from '../entities/annotated-message.ts';
import { findNegations, type NegatedPart } from './negations.ts';

type Part = Exclude<NegatedPart, 'started' | 'finished'>;

/** The argument that says whether actions have it. */
const ARGUMENTS: Readonly<Record<Part, Presence>> = {
  owner: 'hasOwner',
  agency: 'hasAgency',
  group: 'hasGroup',
  person: 'hasPerson',
  due: 'hasDue',
  evidence: 'hasEvidence',
};

const isPart = (part: NegatedPart): part is Part => part in ARGUMENTS;

/**
 * Whether actions are asked for that have, or lack, an owner, a due date, evidence of impact. Of
 * two negations, “not without an owner”, `unsure` says what has to be asked back.
 */
export function parsePresenceFilters(message: AnnotatedMessage): Args {
  const args: Record<string, boolean | string> = {};
  for (const { part, isDouble } of findNegations(message)) {
    if (!isPart(part)) continue;
    if (isDouble) args.unsure = ARGUMENTS[part];
    else args[ARGUMENTS[part]] = false;
  }
  for (const [part, words] of Object.entries(HAS) as [Part, RegExp][])
    if (!(ARGUMENTS[part] in args) && args.unsure === undefined && words.test(message.text))
      args[ARGUMENTS[part]] = true;
  return args;
}

const WITH = String.raw`\b(?:with|have|has|having|do have|got|carry|carries|carrying|come with|plus|backed by)(?: (?:an?|the|some|any|good|clear|real|actual|fixed|named|recorded|due|target|impact|someones|somebodys)){0,3}`;
const HAS: Partial<Record<Part, RegExp>> = {
  owner: new RegExp(
    `${WITH} (?:owners?|names? (?:by|against|on|next)\\S*)\\b|\\b(?:somebody|someone|anybody|anyone) (?:has )?(?:actually )?(?:claimed|taken|owns|picked)\\b|\\ballocated ones\\b`,
  ),
  due: new RegExp(
    `${WITH} (?:dates?|deadlines?|timescales?)\\b(?! (?:of|in|by|on|before|after|this|next|last|for|passed|gone|has|have|they|it|each|when))|\\bdated (?:ones|jobs|actions)\\b|\\ba timescale attached\\b`,
  ),
  evidence: new RegExp(
    `${WITH} (?:impact|evidence|proof)\\b|\\b(?:evidenced|proven|proved impact|impact shown)\\b`,
  ),
};
