import type { IntentGrammar } from '../../contract/intent-grammar.ts';

/** A reference as people type it behind “risk”: `CH-07`, `ch 7`, `R-001`. */
const RISK = /\b(?:risk\s+)?([a-z]{1,4}[-\s]?\d{1,4})\b/i;

export const listRisksPhrases: IntentGrammar = {
  filters: ['group', 'agency', 'dueRange'],
  slots: ['order'],
  // A reference in the question makes it a question about one of them.
  patterns: {
    risk: /\brisk\s+([a-z]{1,4}[-\s]?\d{1,4})\b/i,
    due: /\b(due for (?:a )?review|(?:to|for) review|need(?:ing|s)? review\w*|past (?:their|its) review|should be reviewed)\b/i,
  },
  utterances: [
    '[what is|whats|what do we have|show me what is] on the risk register [for {group}|of {group}|]',
    '[risk register|risks|our risks|the risks|top risks|biggest risks|open risks|list of risks|the risk log] [for {group}|please|]',
    '[show|show me|give me|list|open] [the|our|] [risk register|risks|top risks] [for {group}|]',
    'what are our [top|biggest|main|highest|worst|red] risks',
    '[which|what] risks [are red|are highest|score highest|have we got|do we have|does {group} hold|does {agency} own|has {group} got]',
    '[which|what|any] risks [are due for review|need reviewing|are past their review|are overdue a review|should be reviewed] [this month|this week|next month|]',
    'risks of {group} due [this month|this week|next month]',
    'risks [due|to review|for review] [this month|this week|next month|]',
    'how many risks [are there|have we got|are on the register|are past their review day]',
  ],
};

export const riskDetailPhrases: IntentGrammar = {
  patterns: { risk: RISK },
  utterances: [
    '[tell me about|show|show me|open|what about|details of|what is|more on] [the|this|that|] risk [number|no|ref|reference|]',
    '[how has|what happened to|history of] risk [changed|moved|]',
    'score of risk',
  ],
};

export const addRiskPhrases: IntentGrammar = {
  mutates: true,
  filters: ['group', 'agency'],
  patterns: { title: /\brisk\b\s*(?:register\b)?\s*[:–-]\s*(.{4,})$/i },
  utterances: [
    '[add|raise|log|record|put|note] [a|a new|another] risk [for {group}|to the register|on the register|]',
    '[add|raise|log|record] [a|a new] risk [for {group}|for {agency}|to the register|]: the data is not ready',
    'new risk [for {group}|for {agency}|]: we lose the analyst',
    'put this on the risk register',
  ],
};

export const reviewRiskPhrases: IntentGrammar = {
  mutates: true,
  patterns: { risk: RISK },
  utterances: [
    '[review|rescore|score|reassess|update|revisit|look again at] [the|this|that|] risk [number|no|ref|reference|again|]',
    'risk [review|rescore|rescoring|to review|needs reviewing|has changed]',
    '[record|do] [a|the] review of risk',
    '[change|raise|lower|bring down|put up] the score of risk',
    'i want to [review|rescore] risk',
  ],
};
