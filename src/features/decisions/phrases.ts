import type { IntentGrammar } from '../../contract/intent-grammar.ts';

export const decisionsLogPhrases: IntentGrammar = {
  filters: ['group', 'meeting', 'year', 'priority'],
  slots: ['since'],
  utterances: [
    'what [did|have|was] [we|they|{group}|the board|been|it] [decide|decided|agree|agreed|agree to|resolve|conclude|sign off|signed off|settle on] [at the last {group}|last time|at {group}|in {month}|at the {month} {group}|at the last meeting|since {month}|at {group} in {month}|on {priority}|about {priority}|{year}|this year|]',
    '[decisions|decision log|the decision log|decisions log|list of decisions|what decisions|resolutions|all decisions] [since {month}|from the last {group}|at {group}|made {year}|{year}|in {month}|from {group}|since {date}|made at the {month} {group}|taken by {group}|this year|from last time|on {priority}|we made|]',
    '[show me|list|give me|pull up|see] [the|all|our|] [decisions|decision log|decisions log] [from {group}|since {month}|{year}|from the last meeting|of {group}|from {month}|made by {group}|]',
    '[what|which] decisions [were made|were taken|have been made|did we make|did we take|have we made|came out of] [at the last {group}|at {group}|since {month}|in {month}|{year}|by {group}|last time|the last {group}|]',
    'what was [decided|agreed|resolved|signed off|the decision|the outcome] [at the last {group}|at {group}|last time|in {month}|about {priority}|on {priority}|at the {month} meeting|at the {month} {group}]',
    '[outcomes|decisions|what came] [of|from|out of] [the last {group}|{group}|the {month} {group}|the last meeting]',
    'did [we|{group}|the board] [agree|decide|sign off|approve|ratify] [anything|the annual report|the new policy|the budget|that|the threshold document] [at the last {group}|last time|in {month}|]',
    'remind me what we [agreed|decided] [at the last {group}|last time|in {month}|about {priority}|at {group}]',
    'what has {group} [decided|agreed|signed off] [{year}|since {month}|lately|recently|so far|this year|]',
    'when did we [agree|decide|sign off] [{priority}|that|the escalation policy|the new thresholds]',
    '[decisions|decision log|decisions log|the decisions|our decisions]',
    'what did {group} say [yes|no] to [last time|]',
    '[minutes have not come out|no minutes yet|i missed it|i was not there|before the minutes come out] what [got|was|did they] [decided|agreed|decide|agree|signed off] [at the last {group}|at {group}|last time|]',
    'what [got|has been] [decided|agreed|signed off|passed|nodded through|waved through] [at {group}|at the last {group}|in {month}|since {month}|last time|]',
    '[what was|whats] the [upshot|outcome|result|verdict] of [{group}|the last {group}|the {month} {group}|last time]',
  ],
};

export const recordDecisionPhrases: IntentGrammar = {
  filters: ['group', 'meeting'],
  slots: ['decision-text'],
  mutates: true,
  utterances: [
    '[record|log|note|minute|capture|write down|add|enter|put down] [a|the|this|our|another] decision [to approve {title}|that we will publish|: approve the plan|to sign off {title}|: adopt the policy|at {group}|for {group}|of {group}|]',
    '[record|log|note|minute|capture] [a|the] decision [of|for|by|from] {group} [: approve the report|to adopt the policy|that the plan is agreed|]',
    '[record|log|minute|note|write down] [that|] [we|the board|{group}] [agreed|decided|approved|resolved] [to publish {title}|to adopt the policy|the annual report|to accept the recommendations|the budget|that training goes ahead]',
    '[decision|decision made|new decision|decision taken|for the minutes] : [approve {title}|adopt the policy|publish the report|accept the recommendations|the budget is agreed]',
    '[record|minute|log] [as a decision|as decided] [that|:] [the report is approved|we adopt the policy|{group} will meet monthly]',
    '[can you|could you|please|lets|we need to|i want to] [record|minute|log|note] [a|the|this|that] decision [now|of {group}|: approve the plan|]',
    '[take|make|put] a decision [now|to a vote|on {title}|at {group}|on record]',
  ],
};
