const POLITE =
  /\b(show|tell|give|get|send|remind|help|let|find|ping|nudge|alert|message|chase|warn|prompt|notify|stop|email|bother|text|contact|ask|refresh|run|talk|walk|bring|point|fill|catch|update) me\b/g;
const ASIDE =
  /\b(can|could|may|would) i (ask|see|get|have|use|say|type|do|know|look|find|talk|start|view|check)\b|\b(do|should|shall) i (ask|use|know|say|type|find|start|talk|look|view)\b|\bi (want|need(?= (to (see|know|find|check|get(?! (?:in|done|ready|sorted|finished|moving))|look|understand)|a|an|the|some|help)\b)|would like|should like|should be grateful|would be grateful|am grateful|am asked|was asked|promised|am looking|am trying|was wondering|wonder|think|guess|know|mean|meant|forget|forgot|keep forgetting|can not remember|understand|hear|heard|see|saw|believe|hope|cannot|could|can|can not|do not know|just)\b|\bif i\b|\b(so|for) i can\b|\bi am (new|lost|not sure|confused|after)\b|\bam i right\b/g;

/** “my agency”, “my diary”: a thing of the asker's, but no work of theirs. */
const NOT_OWN =
  /\bmy (agency|agencies|organisation|team|service|group|subgroup|meeting|calendar|diary|apologies|surgery|constituents?|ward|patch|desk|end|side|notes|minutes|colleagues?|boss|manager|director|chief|deputy|behalf|place|stead|phone)\b/g;
const OWN =
  /\b(mine|my|i|myself)\b|\b(for|to|with|on|by|of|against|from|at|got|have|has|put|given) me\b/;

/** Whether a text is about the asker's own: “mine”, “my actions”; “show me” is only polite. */
export function refersToSelf(text: string): boolean {
  return OWN.test(text.replace(POLITE, ' ').replace(ASIDE, ' ').replace(NOT_OWN, ' '));
}
