import type { IntentGrammar } from '../../contract/intent-grammar.ts';

export const helpPhrases: IntentGrammar = {
  utterances: [
    '[help|help me|help please|i need help|help with this|/help|menu|commands|options|instructions|user guide|examples|?]',
    'what [can|do] [you|i|this] [do|ask you|ask|do for me|do with you|help with|tell me|type|say|help me with|use this for]',
    '[what|which] [sort|kind|sorts|kinds|type] of [things|questions|stuff] can [i ask|you answer|you do|you tell me]',
    'how [do|can|should] i [use|use this|use you|work this|get started|start|ask|talk to you|phrase things|ask you things]',
    'how [does|do] [this|you|it|this thing|this bot] work',
    'what [are you for|is this for|is convenor|is this|is this bot for|are the commands|should i type|else can you do|else can i ask]',
    '[show|give] me [some|] [examples|the menu|instructions|a guide|what you can do|how to use this|some ideas]',
    '[i am|im] [new|lost|confused|stuck|not sure what to ask|new to this] [how does this work|what can you do|help|]',
    '[any|] tips [on using this|]',
    'can you help [me|me with something|with this|]',
    'not sure [how to use this|what to type|what i can ask]',
    'what questions [can you answer|do you understand|can i ask]',
    'where do i start',
    'what are you able to [do|answer|help with]',
    'is there a [guide|manual|list of commands|cheat sheet]',
    'remind me what you can do',
    '[never used|have not used|first time using|new to] [you|this|this thing|this bot] [before|] [where do i start|what do i do|how does it work|]',
    '[how|what] do i [ask|say|type] [to get|to see|for] [my actions|attendance|anything|a reminder]',
    'what [do|can] [people|others|most people] [usually|normally|] ask [you|for|]',
    '[i am|im] [stuck|lost|confused] [what can i ask|help me out|]',
  ],
};

export const smallTalkPhrases: IntentGrammar = {
  utterances: [
    '[hi|hello|hey|hiya|morning|good morning|afternoon|good afternoon|evening|good evening|morning all|alright|yo|hello there] [convenor|bot|there|all|everyone|]',
    '[thanks|thank you|cheers|ta|thx|many thanks|thanks a lot|thank you so much|much appreciated|brilliant thanks|great thanks|perfect thanks|lovely thanks|thanks for that|thanks very much|thanks bot|nice one thanks]',
    'thanks [that is great|thats really helpful|that is perfect|thats what i needed|for your help|very helpful|thats all|will do|got it]',
    '[great|brilliant|perfect|lovely|excellent|super|fab|fantastic|awesome|wonderful|amazing|nice one|good stuff|spot on|magic|ace] [thanks|stuff|bot|job|]',
    '[that is|thats|that was] [great|helpful|really helpful|perfect|brilliant|all i needed|useful|just what i needed|all for now]',
    '[how are you|how are you today|how is it going|hows things|you ok|how are you doing|alright bot]',
    '[bye|goodbye|see you|see you later|see you tomorrow|good night|have a good weekend|have a nice day|have a good evening|cya|ttfn|catch you later|thats all for today]',
    '[well done|good bot|clever bot|you are a star|you are a lifesaver|youre a legend|good job|nice work|impressive|i like you|love it|you are brilliant]',
    '[who are you|are you a robot|are you real|are you human|are you there|you there|are you a person|what is your name|whats your name|who made you]',
    '[ok|okay|ok thanks|cool|cool thanks|got it|fine|no worries|never mind|sure|right o|sounds good|good to know|understood|noted|fair enough|ah ok|oh right|lol|haha]',
    '[sorry|sorry my mistake|oops|ignore that|wrong chat|sorry wrong window]',
    '[happy friday|happy new year|merry christmas|nice to meet you|welcome back|pleased to meet you|long day|busy day]',
    '[alright|ey up|hiya|hello|morning|evening|how do] [mate|duck|pal|love|our kid|bab|chuck|]',
    '[ok|right|fine|great|lovely|smashing|champion|ace|magic|sound] [that will do|that helps|will do|thats me sorted|ill crack on|thats all|ta]',
    '[have a|enjoy your|happy] [good one|nice evening|good weekend|break|easter|friday]',
    '[thats|that is] [wrong|not right|not what i asked|not what i meant|rubbish|no good|useless]',
  ],
};
