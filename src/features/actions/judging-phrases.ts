import type { IntentGrammar } from '../../contract/intent-grammar.ts';

export const verifyActionPhrases: IntentGrammar = {
  filters: [],
  slots: ['action'],
  requires: 'action',
  mutates: true,
  utterances: [
    '[verify|validate|confirm|accept] [{ref}|the {title}|the {title} action] [please|now|for me|as the scrutineer|as chair|]',
    '[verify|validate|accept|approve] [the evidence|the impact|the impact evidence|evidence] [for|of|on] [{ref}|the {title}|{title}|it|that one]',
    '[mark|set|put|record] [{ref}|the {title}|it] [as|down as|] [verified|validated]',
    '[i|we] [am|are] [happy|satisfied|content] with the [evidence|impact] [for|of|on] [{ref}|the {title}|it]',
    '[i|we] [have|] [verified|validated|checked and accepted] [{ref}|the {title}]',
    '[{ref}|the {title}] [is|can be|has been|should be] [verified|validated] [by the chair|by me|now|]',
    '[i|we] [want|would like|need] to verify [{ref}|the {title}|it|that one]',
    '[open|show me] the verification [for|of] [{ref}|the {title}]',
    '[can|could] [you|we] verify [{ref}|the {title}] [please|now|]',
    'verify [it|that|that one|this one]',
    'the evidence [for|on] [{ref}|the {title}] is [good enough|convincing|accepted|fine by me]',
    '{ref} evidence [accepted|approved|verified|is good|is fine]',
    '[happy|content|satisfied|fine] with the evidence [on|for|of] [{ref}|the {title}|it]',
    '[i|we] am [happy|content|satisfied] with [{ref}|the {title}|it] [verify it|so verify it|now]',
  ],
};

export const sendBackActionPhrases: IntentGrammar = {
  filters: [],
  slots: ['action', 'note'],
  requires: 'action',
  mutates: true,
  utterances: [
    '[send|pass|hand|refer|bounce] [{ref}|the {title}|it|that one] back [please|to the owner|to {agency}|not enough evidence|the evidence is thin|with a question|because it does not show impact|]',
    '[send|pass|bounce] back [{ref}|the {title}|it] [no evidence of impact|what changed for children|because nothing shows a difference|]',
    '[reject|refuse|do not accept|i do not accept|decline|turn down] [the evidence|the impact] [for|of|on] [{ref}|the {title}|it]',
    '[reject|return] [{ref}|the {title}] [to the owner|evidence is not enough|not good enough|]',
    '[{ref}|the {title}] [is not|should not be] verified [yet|the evidence does not show it|]',
    'the evidence [for|on] [{ref}|the {title}] [is not enough|is not good enough|is too thin|does not show impact|does not show what changed]',
    '[not happy|i am not happy|not satisfied|i am not satisfied] with the evidence [for|on] [{ref}|the {title}]',
    '[ask|i want] [for|] [better|more] evidence [on|for] [{ref}|the {title}]',
    '[{ref}|the {title}] needs [better|more|stronger] evidence [send it back|before i sign it off|]',
    'return [{ref}|the {title}|it] to [the owner|{agency}] [for more evidence|]',
  ],
};

export const reassignActionPhrases: IntentGrammar = {
  filters: ['agency', 'group'],
  slots: ['action', 'person', 'note'],
  requires: 'action',
  mutates: true,
  utterances: [
    '[reassign|re assign|reallocate|transfer|hand over|hand|pass|give|assign] [{ref}|the {title} action] [over to|to|across to] [{agency}|{group}|{person}|me|somebody else]',
    '[change|switch|update|correct] the [owner|owner agency|owning agency] [of|on|for] [{ref}|the {title}|it] [to {agency}|to {group}|to {person}|]',
    '[{ref}|the {title}] [should|needs to|ought to|has to] [be with|go to|sit with|be owned by|move to] [{agency}|{group}|{person}]',
    '[{ref}|the {title}] [is now with|now belongs to|is going to|now sits with|will be done by] [{agency}|{person}] [instead|from now on|now|]',
    '[make|put] [{agency}|{person}|{group}] the owner of [{ref}|the {title}|it]',
    '[{agency}|{person}] [is|are] taking over [{ref}|the {title}]',
    '[{agency}|{person}] [takes|take|will take|has taken] over [{ref}|the {title}|it]',
    '[move|shift] [{ref}|the {title}] [from {agency} to {agency}|over to {agency}|across to {agency}]',
    '[{ref}|the {title}] is not [ours|theirs] [it belongs to {agency}|it should be {agency}|give it to {agency}]',
    'new owner for [{ref}|the {title}] [{agency}|is {agency}|{person}|]',
    'reassign [it|that one|that] [to {agency}|to {person}|]',
    '[pass|give|hand|transfer|reassign] [{ref}|the {title}|it] [over|] to [me|{person}|our team]',
    '[i|we] will take [over|on] [{ref}|the {title}] [from {agency}|]',
  ],
};

/** Evidenced, and waiting for a chair or the scrutineer. */
export const awaitingVerificationPhrases: IntentGrammar = {
  filters: ['agency', 'group', 'priority'],
  slots: [],
  utterances: [
    '[what|which actions|what actions|anything|which ones|what else] [needs|need|needing|is waiting for|are waiting for|is awaiting|are awaiting|still needs] [verifying|verification|to be verified|validating|validation] [by me|by the chair|by the scrutineer|for {agency}|now|]',
    '[what|which actions|anything] [is|are|has|have] [not|not been|not yet|not yet been|still not|still not been] [verified|validated] [for {agency}|on {priority}|]',
    '[unverified|not verified|unvalidated] [actions|ones|evidence|list|]',
    '[actions|list of actions|the actions|evidence] [awaiting|waiting for|to be|for] [verification|verifying|verified|validation]',
    '[what|which] [evidence|impact] [is waiting|is there] [to be verified|for me to verify|to verify|for verification]',
    'what [do i|should i|can i|must the chair|does the scrutineer] [have to|need to|] verify',
    '[verification|verifying] [list|queue|pile|to do]',
    '[what is|whats] [awaiting|waiting for|up for] [verification|verifying]',
    '[show|list|give] [me|] [what|the ones that|actions that] [need|needs] [verifying|verification]',
    '[complete|completed|closed] [with evidence|and evidenced] but not [verified|yet verified]',
    '[evidenced|with evidence] [not verified|not yet verified|but unverified|awaiting verification]',
    '[anything|any actions|is there anything] [for me|] to verify [this week|]',
    'how many [actions|] [need verifying|are waiting to be verified|are unverified]',
  ],
};

/** What was closed and has come up again. */
export const returningThemesPhrases: IntentGrammar = {
  filters: ['agency', 'priority'],
  slots: [],
  utterances: [
    '[themes|actions|issues|topics|findings|things|problems] that [came back|come back|keep coming back|have come back|keep coming up|returned|have returned|came up again|have resurfaced|resurfaced]',
    '[which|what] [themes|actions|issues|findings|things|problems] [came back|keep coming back|have come back|returned|came up again|have come up again|keep returning|resurfaced] [after they were closed|after being closed|after we closed them|after they were complete|]',
    '[have|has|did] [any|anything|any themes|any issues|any actions] [come back|came back|returned|come up again|resurfaced] [after being closed|after we closed it|after it was complete|]',
    '[repeat|repeated|recurring|returning|recurrent] [actions|findings|themes|recommendations]',
    'what [did we|have we] [close|closed] that came back',
    '[are|have] we [raising|raised|doing] the same [actions|things|action|recommendations] again',
    '[the same|same old] [issues|findings|themes|recommendations] [again|coming back|coming round again]',
    '[what|which actions] [have we|did we] [raised|raise] [twice|again|before]',
    '[closed|completed] [actions|themes] that [came back|come back|had to be raised again|were raised again]',
    'what [keeps|is] coming [back|round again]',
    'which themes have returned [on {priority}|for {agency}|]',
    'where did closing actions not [stick|hold|last]',
  ],
};
