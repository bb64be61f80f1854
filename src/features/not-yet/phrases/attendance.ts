import type { Spoken } from '../../spoken.ts';

/** Who came to one meeting. */
export const attendanceMeetingPhrases: Spoken = {
  takes: ['group', 'meeting'],
  defaults: { meeting: 'last' },
  said: [
    '[attendance|turnout|who was|who came|who attended|register|attendance list|sign in sheet|who turned up|headcount] [at|for|from|to|in|] the [last|previous|{month}|most recent] [{group}|meeting|board|{group} meeting|one]',
    '[attendance|turnout|register] [last|{month}|previous] [{group}|meeting]',
    '{group} [attendance|turnout|register|who came] [last time|in {month}|{month}|last meeting|at the last meeting|on {date}]',
    'who [was there|came|turned up|attended|was at|was in the room|was present|made it|showed up|was round the table|came along] [last time|to the last {group}|at the last {group}|in {month}|at the {month} meeting|to {group} in {month}|to {group} on {date}|to the last meeting|on {date}]',
    'who [came to|was at|attended|turned up to|turned up at|showed up for|made it to|was present at|sat at] [{group}|the {group}|the {month} {group}|the last {group}|last {group}|{group} last time|{group} in {month}]',
    'how many [came|turned up|were there|agencies came|partners came|attended] [at|to] [the last {group}|the last meeting|{group} in {month}|the {month} {group}]',
    'how [well attended|busy|good|full] was the [last {group}|{month} {group}|last meeting]',
    'show me [the register|the attendance|attendance|who attended] [for|from|at] [the last {group}|{group} on {date}|the {month} {group}|{month} {group}|last {group}]',
    'did [everyone|everybody|all the partners|all agencies] [come|turn up|attend|make it] [to|at] [the last {group}|the {month} {group}|{group} last time]',
    'pull up the [{month}|last] [{group} register|{group} attendance|register]',
    'attendance at {group} on {date}',
    'list who was at [{group}|the {month} {group}|the last {group}]',
    'who is here [today|now|]',
    'who has [arrived|signed in|joined|turned up] [so far|today|]',
    'who have we got [today|in the room|so far|here]',
    'who is in the room [now|]',
  ],
};

/** Who did not come. */
export const attendanceMissingPhrases: Spoken = {
  takes: ['agency', 'group', 'meeting'],
  reads: ['last-meetings'],
  defaults: { meeting: 'this' },
  said: [
    'who is [missing|not here|absent|not in the room|still to come|not turned up|not arrived|awol|yet to arrive|out|not signed in|we waiting for] [today|now|yet|from {group}|this morning|from the meeting|]',
    'who [has not|did not] [turned up|arrived|come|signed in|shown up|joined|come along] [yet|today|]',
    'who [was missing|was absent|did not come|did not turn up|did not show|did not make it|missed|was not there|failed to turn up|was not at|sent apologies] [last time|from the last {group}|at the last {group}|to {group}|in {month}|{month}|from {group} in {month}|at the {month} {group}|from the {month} meeting|from the last meeting|{group} last time]',
    'who missed [{group}|the last {group}|the {month} {group}|{month}|last time|the last meeting|{group} in {month}]',
    'who [has not|have not|has not been|did not] [been|turned up|come|attended|shown up|at|to] [to|at|] {group} [in the last {n}|for the last {n} meetings|lately|recently|in the last few meetings|last {n} meetings]',
    '[which agencies|which partners|who] [have|has|keep|keeps] [missed|missing|not been to|not come to|skipping|not attended|not coming to|skipped] [{group}|the last {n} {group} meetings|the last {n}|meetings|{group} {n} times]',
    '[any|] [no shows|absences|absentees|empty chairs|gaps round the table|apologies] [today|for {group}|at the last {group}|in {month}|at {group}|from {group}]',
    'which [agencies|partners|chairs] [are|were] [missing|absent|not represented|not here|empty|not there|not present] [today|at the last {group}|in {month}|from {group}|]',
    'are we [missing|still waiting for|waiting on|short of] [anyone|anybody|any partners|somebody] [today|]',
    'is [anyone|anybody|someone] [missing|absent|not here|still to come] [today|]',
    'have we got [everyone|everybody] [today|]',
    'is everyone here [today|]',
    'who [else|] is [still to arrive|still to come|still to join|yet to join|not arrived]',
    '[absent|missing] from [{group}|the last {group}|{group} in {month}]',
    'who sent [apologies|their apologies] [for|to] [the last {group}|{group}|today|the {month} {group}]',
    'who [gave|has given|has sent] apologies [today|for {group}|]',
    'who did not [bother|make it] [with|to] {group}',
    'who was not at [{group}|the {month} {group}]',
  ],
};

/** How one agency attends. */
export const attendanceAgencyPhrases: Spoken = {
  takes: ['agency', 'group', 'year', 'meeting'],
  needs: 'agency',
  said: [
    '{agency} [attendance|turnout|attendance record|attendance rate|attendance figures|engagement at meetings] [{year}|at {group}|this year|so far|please|in {year}|for {year}|percentage|]',
    '[how is|what is|whats|show me|give me|how was|check|whats the] {agency} [attendance|turnout|attendance like|attendance looking|attendance record|record on attendance] [{year}|at {group}|this year|]',
    '[attendance|turnout|attendance record|attendance figures] [for|of|by|from] {agency} [{year}|at {group}|this year|]',
    '[has|have|did] {agency} [been coming|been attending|been turning up|turned up|attended|been|come|been to meetings|been showing up|been at the table|been showing their face|shown their face|missed any|missed any meetings|been represented] [{year}|to {group}|at {group}|lately|this year|much|to meetings|]',
    'how [often|many times|regularly|many meetings] [do|does|did|has|have] {agency} [come|attend|attended|turn up|been|turned up|missed|show up|miss] [{year}|to {group}|at {group}|this year|meetings|a meeting|]',
    '[do|does|is|are] {agency} [turn up|come|attend|coming|attending|turning up|ever come|ever turn up|ever attend|show up|good attenders|a regular|regulars|pulling their weight at meetings] [to {group}|at {group}|to meetings|much|]',
    'how good is {agency} at [coming|turning up|attending|attendance]',
    'when did {agency} last [come|attend|turn up|show up] [to {group}|to a meeting|]',
    'did {agency} [come|attend|turn up|show|make it] [to|at] [the last {group}|{group} in {month}|{group}|the {month} {group}|last time|the last meeting]',
    'was {agency} [there|at {group}|at the last {group}|at the {month} {group}|present|represented] [last time|in {month}|]',
    '[what percentage of|how many] meetings [has|have|did|does] {agency} [attended|been to|attend|missed|made] [{year}|]',
    'what about {agency} attendance',
    'how is {agency} [doing|] for attendance',
    'is {agency} [ever there|coming to meetings|turning up|regularly there]',
    '{agency} how many [meetings|times] have they [come|been|attended|missed]',
    'how many {group} meetings did {agency} [make|miss|attend|get to] [{year}|]',
    '[my|our|my agencys|our agencys|my organisations] attendance [{year}|this year|record|]',
    'how many meetings have [i|we] [missed|been to|attended]',
  ],
};

/** How all agencies attend. */
export const attendanceSummaryPhrases: Spoken = {
  takes: ['group', 'year'],
  reads: ['order'],
  said: [
    '[attendance|turnout|attendance figures|attendance stats|attendance summary|attendance report|attendance overview|attendance rates|attendance table|overall attendance|attendance data]',
    '[attendance|turnout|attendance figures|attendance summary|attendance rates|overall attendance] [{year}|this year so far|so far this year|for {year}|in {year}|at {group}|for {group}|across all groups|by agency|over the year|across the partnership|since {month}|by partner]',
    '[how is|hows|what is|whats|show me|give me|how was] [attendance|turnout|the attendance|overall attendance|our attendance] [looking|been|like|this year|{year}|at {group}|for {group}|in {group}|generally|overall|across the partnership|at meetings|]',
    '[which|what] [agencies|partners|agency|organisations] [attend|attends|come|turn up|show up|attended|came] [least|most|the least|the most|best|worst|less|most often] [{year}|at {group}|to {group}|]',
    'who [attends|comes|turns up|has attended|shows up|has been] [least|the least|most|the most|most often|least often] [{year}|to {group}|]',
    'who has the [worst|best|lowest|highest|poorest] [attendance|turnout|attendance record|record] [{year}|at {group}|]',
    '[worst|best|lowest|highest|poor|poorest|top|good] [attenders|attendance|attendees|attending agencies|turnout] [{year}|at {group}|]',
    'how [well|often|good] [do|are|have] [agencies|partners|people|everyone|members] [attend|attending|attended|turn up|been attending|at turning up|at attending] [{group}|{year}|meetings|]',
    '[are|do] [partners|agencies|people|members|the statutory partners] [turning up|coming|attending|engaging|turn up|actually come] [to {group}|to meetings|this year|]',
    '{group} attendance [{year}|this year|overall|so far|figures|rates|over the year]',
    'who [turns up|comes|attends] and who [does not|doesnt]',
    'which [partners|agencies] [have been|are] [poor|bad|good|the worst|the best] at [attending|coming|turning up]',
    'who is [always|never|rarely|hardly ever|usually] [there|at {group}|at meetings|in the room]',
    'percentage attendance [by agency|{year}|for each agency|]',
    'rank [agencies|partners] by attendance',
    'how many meetings has [everyone|each agency|each partner] [attended|been to|come to|missed]',
    'who has been to what [{year}|]',
  ],
};

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
