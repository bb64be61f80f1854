import type { Spoken } from '../spoken.ts';

export const quorumPhrases: Spoken = {
  takes: ['group', 'meeting'],
  defaults: { meeting: 'this' },
  said: [
    '[are|were|was|is|will] [we|we be|the meeting|{group}|the last {group}|the {month} {group}|it] [quorate|inquorate|going to be quorate] [today|now|yet|in {month}|last time|]',
    '[do|have] we [have|got] [a quorum|quorum|enough people|enough partners|enough agencies|enough here|enough in the room|the numbers] [today|now|to go ahead|to start|to make decisions|to proceed|for {group}|]',
    'can we [go ahead|start|proceed|make decisions|carry on|vote|take decisions|sign anything off] [today|with who is here|without {agency}|with this many|]',
    'is [this|the|todays] [meeting|{group}|one] [quorate|valid|inquorate]',
    '[quorum|quorum check|quorate|check quorum|quorum for {group}|quorum today|quorum please]',
    'how many [do we need|more do we need|are needed|people do we need] [for quorum|to be quorate|for {group} to be quorate]',
    'who [do we need|else do we need|is needed] [for quorum|to be quorate|to make us quorate]',
    'what is the quorum [for|at|of] [{group}|this meeting]',
    'have we got the right people [here|in the room] to [decide|start|go ahead]',
    'if {agency} leaves are we still quorate',
    'enough [people|partners|of us] [here|in the room] to [start|decide|go ahead|proceed]',
  ],
};

export const startAttendancePhrases: Spoken = {
  takes: ['group', 'meeting'],
  defaults: { meeting: 'this' },
  writes: true,
  said: [
    '[start|open|take|begin|do|launch|kick off|set up|get|run|put up|post|bring up|fire up] [the|] [attendance|register|roll call|sign in|attendance card|attendance sheet|check in|sign in sheet] [for|of|at] [{group}|todays {group}|this meeting|the meeting|the {group} meeting|today|this afternoon]',
    '[start|open|take|begin|launch|do|run] [the|a|] [attendance|register|roll call|roll|sign in] [now|please|today|]',
    '[register|roll call|attendance] [please|time|open please|for todays {group}|now please|for {group} today|card please]',
    'can [we|you] [start|take|open|do|get] the [register|attendance|roll call] [going|now|for {group}|]',
    'time to [take attendance|do the register|open the register|sign everyone in]',
    'lets [take|do|start|get] [the|] [register|attendance|roll call]',
    'we are [starting|about to start] {group} [open the register|start the register|take attendance]',
    'put [up|out|] the attendance [card|sheet] [for {group}|]',
    'get everyone [to sign in|signed in|checked in] [for {group}|]',
    'need the register [up|opening|open|started] [for {group}|]',
  ],
};

export const giveApologiesPhrases: Spoken = {
  takes: ['group', 'meeting'],
  reads: ['meeting-date'],
  defaults: { meeting: 'next' },
  writes: true,
  said: [
    '[apologies|my apologies|apols|sending apologies|send my apologies|please send my apologies|please note my apologies|giving apologies|apologies from me|put my apologies in|record my apologies|pass on my apologies|apologies please] [for|to] [{group}|the {group}|{date}|the next {group}|{group} on {date}|{month} {group}|tomorrow|the meeting|the next meeting|this week|{group} tomorrow|todays {group}]',
    '[sorry|] [i|] [can not|will not be able to|am not able to|am unable to|will not] [make|make it to|attend|come to|get to|do|be at|be there for] [{group}|the {group}|{date}|tomorrow|the next meeting|{group} on {date}|the {month} {group}|next week|this one|it|the board|that]',
    '[apologies|apols|my apologies|sorry] [i am|] [on leave|in court|off sick|double booked|away|at a conference|on annual leave|stuck in court|on a course|on jury service] [{date}|for {group}|on {date}|that day|next week|]',
    '[i am|im] [away|on leave|in court|double booked|off|not around|not in|on holiday|unavailable|on a course|on a training day] [for {group}|on {date}|for the {group} meeting|{date}|next week|when {group} meets|that day]',
    'i [have|am going] to miss [{group}|{date}|the next {group}|this one|the meeting]',
    'i will not be [there|at {group}|coming|attending|able to make it|around for {group}] [{date}|on {date}|for {group}|tomorrow|today|]',
    'not going to [make|be at|get to] [{group}|{date}|{group} on {date}|it {date}]',
    'can you [give|send|pass on|note|record] my apologies [for {group}|for {date}|to {group}|to the chair|]',
    'count me out [for|of] [{group}|{date}|the next {group}]',
    '{group} [apologies|cant make it|apologies from me|i cannot come|sorry i cant do it] [{date}|]',
    'let [the chair|them|{group}|everyone] know i [can not|will not] [come|make it|be there|attend]',
    'something has come up [i|so i] [can not make|will miss] [{group}|{date}|the meeting]',
    'please excuse me from [{group}|the {date} meeting|{group} on {date}]',
    'unable to [attend|make|join] [{group}|{date}|the next {group}]',
    'got a clash [with {group}|on {date}|] [so can not come|cant make it]',
  ],
};

export const sendDeputyPhrases: Spoken = {
  takes: ['group', 'meeting'],
  reads: ['meeting-date', 'deputy'],
  defaults: { meeting: 'next' },
  writes: true,
  said: [
    '[i am|im|] sending [a deputy|my deputy|someone|somebody|a colleague|{name}|a substitute|my manager|one of the team] [to|for|in my place to|instead to] [{group}|{group} {date}|the next {group}|{group} on {date}|{group} tomorrow|the meeting|{date}]',
    '[i can not|cant|unable to|will not] [make|come to|do|attend|get to] [{group}|the {group}|{date}|the next {group}] [sending|so sending|so i am sending] [{name}|my deputy|a deputy|di {name}|dr {name}|somebody] [instead|in my place|]',
    '{name} [will|is going to|can|is] [come|attend|deputise|stand in|cover|be there|coming|attending|standing in|covering] [for me|in my place|instead|instead of me|on my behalf] [at {group}|to {group}|on {date}|at the next {group}|]',
    '[my deputy|a colleague|someone from my team|di {name}|{name} from {agency}|{name}] [will|is] [come|coming|attend|attending|be there|going|stepping in] [instead|in my place|for me|to {group}|to {group} instead|to the next {group}]',
    '[deputy|substitute] for [{group}|me at {group}|{group} on {date}|{date}] [is {name}|will be {name}|{name}|]',
    '{name} [is|will be] [my deputy|deputising|deputising for me|my substitute|representing us|representing me|covering me|covering for me|taking my seat] [at {group}|for {group}|on {date}|at the next {group}|]',
    'can {name} [come|attend|deputise|stand in|go|sit in] [for me|instead of me|in my place] [at {group}|to {group}|on {date}|]',
    'put [{name}|my deputy] down [as my deputy|instead of me|for me] [for {group}|]',
    'swap me for {name} at {group}',
    'someone else is [covering|standing in|coming for me|going in my place] [at {group}|{date}|]',
    'i want to [send|name|nominate] [a deputy|{name}|someone] [for|to] {group}',
    'ive asked {name} to [cover|go to|stand in at|attend] {group} [for me|]',
    'please expect {name} instead of me at [{group}|the next {group}]',
  ],
};
