import type { IntentGrammar } from '../../contract/intent-grammar.ts';

/** Who came to one meeting. */
export const attendanceMeetingPhrases: IntentGrammar = {
  filters: ['group', 'meeting'],
  slots: ['meeting-date'],
  defaults: { meeting: 'last' },
  utterances: [
    '[attendance|turnout|who was|who came|who attended|register|attendance list|sign in sheet|who turned up|headcount] [at|for|from|to|in|] the [last|previous|{month}|most recent] [{group}|meeting|board|{group} meeting|one]',
    '[what|how] was [attendance|the attendance|turnout|the turnout] [like|] [at|for] [{group}|the {month} {group}|{group} in {month}|the last {group}|{group} last time|{group} on {date}]',
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
  ],
  variants: [
    {
      args: {},
      filters: { meeting: 'this' },
      utterances: [
        'who is here [today|now|]',
        'who has [arrived|signed in|joined|turned up] [so far|today|]',
        'who have we got [today|in the room|so far|here]',
        'who is in the room [now|]',
      ],
    },
  ],
};

/** Who did not come. */
export const attendanceMissingPhrases: IntentGrammar = {
  filters: ['agency', 'group', 'meeting'],
  slots: ['last-meetings', 'meeting-date'],
  defaults: { meeting: 'this' },
  utterances: [
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
export const attendanceAgencyPhrases: IntentGrammar = {
  filters: ['agency', 'group', 'year', 'meeting'],
  slots: ['meeting-date'],
  requires: 'agency',
  utterances: [
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
    '[have|has|had] {agency} [been to|made it to|come to|bothered with|turned up to] [anything|any|much|any meetings] [this year|lately|at {group}|]',
    '{agency} [no shows|absences|track record|showing] [this year|at {group}|at meetings|]',
    '[whats|what is|what are] {agency} like [for|at] [turning up|coming|attending|attendance|showing up]',
  ],
};

/** How all agencies attend. */
export const attendanceSummaryPhrases: IntentGrammar = {
  filters: ['group', 'year'],
  slots: ['order'],
  utterances: [
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
    '[which|what|any|have any] [agencies|partners|organisations] [have|] [stopped|given up] [coming|showing up|showing their face|attending|turning up|bothering]',
    '[who|which agencies|which partners] [never|rarely|hardly ever|always|reliably] [shows their face|comes|come|turns up|turn up|attends|attend|makes it] [to {group}|]',
    'how [reliable|engaged|committed] [are|have] [partners|agencies|the statutory partners] [been|] [at {group}|{year}|]',
  ],
};
