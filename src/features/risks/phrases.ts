import type { IntentGrammar } from '../../contract/intent-grammar.ts';
import { SCORE_PATTERNS } from './stated-score.ts';

/** A reference as people type it: `CH-07`, `R-001`, and behind “risk” `ch 7` or `7`. */
const RISK =
  /(?:(?<=\brisk\s+)|\b(?!risk\b|(?:esc|chg|fp)[-\s]?\d)(?=[a-z]{1,4}[-\s]?\d))((?:[a-z]{1,4}[-\s]?)?\d{1,4})\b/i;

/** “CH-01 and CH-02”: what follows the first of several. */
const OTHERS = /\b[a-z]{1,4}-\d{1,4}\b(.*\b[a-z]{1,4}-\d{1,4}\b)/i;

export const listRisksPhrases: IntentGrammar = {
  filters: ['group', 'agency', 'dueRange'],
  slots: ['order'],
  // A reference in the question makes it a question about one of them.
  patterns: {
    risk: /\brisk\s+((?:[a-z]{1,4}[-\s]?)?\d{1,4})\b(?! or | and )/i,
    // The colour of a score: “red risks” are not the overdue ones.
    colour:
      /\b((?:red|amber|yellow|green)\b(?:\s*(?:and|or|&|,|\/)\s*(?:red|amber|yellow|green)\b)*)/i,
    score:
      /\b((?:(?:above|over|more than|higher than|greater than|exceeding|at least|from|below|under|less than|lower than|at most|of|is|scored?|scoring|scores)\s+)+\d{1,2}\b(?:\s+(?:or|and)\s+(?:more|above|over|higher|less|below|under|lower))?|\d{1,2}\s+(?:or|and)\s+(?:more|above|over|higher|less|below|under|lower))/i,
    lowest: /\b(lowest|least|smallest|mildest)\b/i,
    // Sorted by when somebody last looked at them, not by when they were added.
    reviewed: /\b(reviewed|(?:a|last|since|without) review|looked at)\b/i,
    unowned:
      /\b((?:no|without|lack\w*|missing)\s+(?:an?\s+|any\s+)?owners?|unowned|(?:have|has) not got an owner|ha(?:s|ve)n['’]?t (?:got )?an owner|(?:nobody|no[- ]?one) owns|owned by (?:nobody|no[- ]?one)|belong\w* to (?:nobody|no[- ]?one))\b/i,
    own: /\b(for us|on us|for me|with us|down to us|we own|my agency['’]?s?|our agency['’]?s?|that are ours)\b/i,
    added: /\b((?:new|added|put on|raised|logged)\b.*\bthis year)\b/i,
    moved:
      /\b((?:went|gone|go|going|came|come|coming|moved|moving|been put|been brought) (?:up|down)|increased|risen|rising|rose|got(?:ten)? (?:worse|better)|worsened|fallen|fell|dropped|reduced|lowered|improved|changed score|scores? (?:changed|moved))\b/i,
    due: /\b((?:over)?due (?:for )?(?:(?:a|another|their|its) )?(?:fresh )?(?:review|look|check)|(?:due to|should) (?:be|have been|have had) (?:(?:a|another|their|its) )?(?:looked at|looked over|gone over|review\w*|revisited|re-?checked|re-?scored|look)|(?:to|for) review|need(?:ing|s)? review\w*|past (?:their|its) review|(?:miss(?:ed|ing)|behind (?:with|on)|late (?:for|with)) (?:(?:its|their|the|a) )?(?:\w+ )?reviews?|reviews? (?:\w+ ){0,3}?(?:missed|slipped|lapsed|passed))\b/i,
  },
};

export const riskDetailPhrases: IntentGrammar = {
  patterns: { risk: RISK, also: OTHERS },
};

/** A title may follow without any mark: “new risk police vetting is slow”. */
const PLAIN = String.raw`(?= (?!for|on|to|this|in|of|from|register|please|pls|by|with|about|that|list|log)\w)`;
const OPENING = [
  String.raw`\b(?:new|another) (?:risk|worry|danger)(?: (?:for|on|to) (?:the )?(?:risk )?(?:register|add))?(?: please| pls)?(?:\s*[:,.–-]|${PLAIN})`,
  String.raw`\b(?:add|log|raise|record|register|put|enter|note)\b.{0,40}?\brisks?\b(?: register| list| log)?(?: please| pls)?(?:\s*[:,–-]|\s+(?:that|about)\b)`,
  String.raw`\b(?:add|log|raise|record|register|enter|note) (?:an? |the |new |another )*risk${PLAIN}`,
  String.raw`\bregister\b(?: as a risk)?,? that\b`,
  String.raw`^risks?(?: to add| for (?:the )?register)?\s*[:–-]`,
].join('|');
/** What is said behind a title: its score, its owner, thanks. */
const BEHIND_TITLE = String.raw`[,;.]?\s*\b(?:(?:with )?(?:an? )?(?:likelihood|impact|scor\w+)|owner|owned by|[1-5]\s*[x×]\s*[1-5])\b|[,.;\s]+(?:please|pls|thanks|ta|cheers)\W*$|\W*$`;
/** “new risk: staff turnover, likelihood 4”, “put on the register that case files are lost” */
const NEW_RISK = new RegExp(`(?:${OPENING})\\s*(.{4,}?)(?=${BEHIND_TITLE})`, 'i');

export const addRiskPhrases: IntentGrammar = {
  mutates: true,
  filters: ['group', 'agency'],
  patterns: {
    title: NEW_RISK,
    ...SCORE_PATTERNS,
  },
};

export const reviewRiskPhrases: IntentGrammar = {
  mutates: true,
  settles: ['mode'],
  slots: ['meeting-date'],
  patterns: {
    risk: RISK,
    ...SCORE_PATTERNS,
    reason:
      /(?:\b(?:because|cos|coz|since|reason:?)|[,:–]|\s-)\s+(?!likelihood|impact|and\b|l\d|i\d|please|pls|thanks)([a-z].{5,})$/i,
  },
};
