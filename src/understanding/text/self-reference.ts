/** Many of whom the asker is one: “my lot” is their agency. */
export const COLLECTIVE =
  '(?:agency|agencies|organisation|organisations|service|services|trust|force|constabulary|council|authority|school|schools|college|hospital|charity|team|teams|employer|lot|people|folk|crowd|side|end|outfit|shop|department|directorate|office)';

/** What somebody has to do or answers for. */
export const WORK =
  '(?:actions?|tasks?|jobs?|to do(?: list)?|todos?|list|plate|slate|pile|desk|tray|court|lap|bits?|stuff|things?|items?|ones?|work|workload|name|own|share|queue|inbox|homework|recommendations?|recs|deadlines?|deliverables?|commitments?|promises?|findings|overdues?|late|reds|open|outstanding|unfinished|due|done|(?:next|nearest|first|last) meeting)';
const MY_WORK = new RegExp(
  String.raw`\b(?:mine|myself)\b|\bmy (?!one to one|(?:own )?${COLLECTIVE}\b)(?:\S+ ){0,2}?${WORK}\b`,
);
/** “what do i owe”, “i still have to”, “am i late with anything” */
const I_OWE =
  /\b(do|did|have|am|was|must|should|shall|had) i\b|\bi (still |also |only |already |personally )*(have|had|owe|owed|own|got|get|must|should(?! (?:like|be grateful|be glad))|hold|lead|carry|let|missed|forgot|(?:\S+ )?volunteered|offered|dropped|finished|completed|closed|signed up|took|agreed to|said i would|need to|am (late|behind|on|down|due|supposed|meant|carrying|holding|leading|responsible|expected|needed|working|doing|not|to)|was (asked|given|meant|supposed|told))\b/;
const TO_ME =
  /\b(for|to|with|on|by|of|against|from|at|got|have|has|put|given|assigned|involves|needs|expects) me\b/;

/** “what have i recommended”, “all that i asked for” */
export const RECOMMENDED_BY_ME =
  /\b(?:have i|did i|had i|i|i have|i had)(?: (?:ever|already|myself|once|also))* (?:recommend(?:ed)?|ask(?:ed)? for|call(?:ed)? for|suggest(?:ed)?|propos(?:e|ed)|request(?:ed)?)\b/;

/** Polite words, and what the asker says of themselves beside the question. */
const ASIDE =
  /\b(show|tell|give|get|send|remind|help|let|find|ping|nudge|alert|message|chase|warn|prompt|notify|stop|email|bother|text|contact|ask|refresh|run|talk|walk|bring|point|fill|catch|update) me\b|\b(honest|straight|frank|patient|bear|gentle|upfront) with me\b|\b(look|check|find|list|count|tot|total|tally|sum|see|sort|split|group|rank|break|bring|summarise|pull|dig|read|add up|work out|spell|run|print)\b(?: \S+){0,4} for me\b|\b(can|could|may|would) i (ask|see|get|have|use|say|type|do|know|look|find|talk|start|view|check)\b|\b(do|should|shall) i (ask|use|know|say|type|find|start|talk|look|view)\b|\b(if|so|for|when) i (can|could|may|am asked)\b|\bi (want|need(?= (to (see|know|find|check|get(?! (?:in|done|ready|sorted|finished|moving))|look|understand)|a|an|the|some|help)\b)|have (?:(?:a|an|the|my) )?(heard|seen|read|been told|forgotten|lost|governors?|meetings?|briefing|committee|cabinet|scrutiny|inspectors?|ofsted|panel|call|train|minute)|am (new|lost|not sure|confused|after|asked)|was asked|promised)\b|\bam i right\b|\b(do|should|must|have|can) i (?:need to |have to |got to |still )*(?:chase|ring|call|phone|nudge|lean|prod|poke|speak|talk|thank|tell|email|shout)\b/g;

/** Whether a text is about the asker's own: “mine”, “my actions”; “show me” is only polite. */
export function refersToSelf(text: string): boolean {
  const own = text.replace(ASIDE, ' ').replace(RECOMMENDED_BY_ME, ' ');
  return MY_WORK.test(own) || I_OWE.test(own) || TO_ME.test(own);
}
