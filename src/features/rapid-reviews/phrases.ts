import type { IntentGrammar } from '../../contract/intent-grammar.ts';

export const rapidReviewListPhrases: IntentGrammar = {
  filters: ['reviewRef', 'year', 'status'],
  slots: ['grouping'],
  utterances: [
    '[rapid reviews|rrs|rapids|list rapid reviews|list of rapid reviews|all rapid reviews|show rapid reviews|serious incidents|rapid review list|reviews|all the rapid reviews|rapid reviews please|incidents] [{year}|this year|last year|for {year}|in {year}|so far|since {month}|]',
    '[show me|list|give me|what are|what were|pull up] [the|all|all the|our|] [rapid reviews|rrs|serious incidents|rapids|reviews|serious incident notifications] [{year}|for {year}|this year|we have done|we have had|so far|from {year}|]',
    '[what|which] [rapid reviews|reviews|serious incidents|rrs|rapids] [have we had|did we do|have we done|were there|did we have|do we have|have there been] [{year}|this year|last year|so far|]',
    'how many [rapid reviews|rrs|serious incidents|reviews|rapids|cases|notifications|incidents] [have we had|did we have|have we done|were there|this year|have there been|did we do|{year}|so far|have come in] [{year}|this year|last year|so far|]',
    'how many [went to|became|ended up as|led to|turned into|resulted in|ended in|met the criteria for|progressed to] [an|a|] [lcspr|full review|practice review|local review|local child safeguarding practice review] [{year}|]',
    '[which|what|how many] [rapid reviews|reviews|ones|cases|rrs|of them|] [went to|became|led to|ended up as|turned into|went on to|resulted in|did not go to|did not lead to|did not become] [an|a|] [lcspr|lcsprs|full review|practice review|local review]',
    '[which|what|how many] [did not|were not|have not] [go|going|gone|taken|progress|met] [to|forward|any further|further|the criteria|the threshold|to lcspr|to a full review]',
    '[lcsprs|lcspr list|practice reviews|local reviews|full reviews] [{year}|this year|under way|we have|]',
    '[have we had|any|were there any|are there any|have there been any] [new|] [rapid reviews|serious incidents|reviews|rrs|notifications] [{year}|this year|this month|lately|recently|]',
    'rapid reviews [that|which] [met the criteria|met the threshold|went forward|went to lcspr|did not meet the criteria|led to a review|are finished|we have closed]',
    'what [rapid reviews|reviews|cases] are [we doing|on|live|open|on the go|current|in the system]',
    'rapid reviews where [the decision was|we said|the answer was] [no lcspr|lcspr|no|yes]',
    'number of [rapid reviews|serious incidents|lcsprs] [{year}|this year|]',
    'rapid review [numbers|figures|stats|log|table|tracker|summary] [{year}|]',
    'how does that compare with [{year}|last year]',
    'the [rapid review|serious incident] [table|log|list]',
  ],
};

export const rapidReviewDetailPhrases: IntentGrammar = {
  filters: ['reviewRef'],
  slots: ['field'],
  requires: 'review',
  utterances: [
    '{review}',
    '[what is|whats|tell me|give me|remind me of] the [story|position|situation|latest|state of play|outcome|summary|background|status] [with|on|of|for|in] {review}',
    '[tell me about|show me|details of|detail on|open up|pull up|bring up|summary of|info on|more on|update on|what happened with|what happened on|what happened in|any news on|run me through|talk me through|look up|status of|where is] {review} [up to|]',
    '[where are we with|where are we up to with|how is|what is happening with|where have we got to with|how far on is|what came of|what became of|where did we land on|where did we get to on] {review} [getting on|going|]',
    '{review} [status|outcome|summary|details|update|decision|latest|where are we|what happened|what was decided|what was the decision|history|timeline|dates]',
    '[did|has|have|what did|how did] the [national panel|panel|nat panel] [agree|agreed|respond|responded|say|said|reply|replied|come back|came back|challenge|accept|make] [on|with|with us on|to|about|of|] {review}',
    '{review} [did|has|what did] the [national panel|panel] [agree|say|agreed|come back|respond|reply|respond yet|think]',
    '[what|how] [was|did] [decided|we decide|the decision|the outcome|the local decision|it end up|it turn out] [on|for|in|with] {review}',
    '[did|does|has|is] {review} [go to lcspr|meet the criteria|meet the threshold|become a review|go forward|gone to lcspr|lead to a full review|going to be a review|finished|closed|done|still live|still open|published]',
    'what [category|type|kind] [is|was] {review}',
    'when [was|did] {review} [notified|decided|happen|come in|raised|start]',
    'which [lcspr|review|practice review] is {review} part of',
    'what was the panel response [to|on] {review}',
    'why did {review} [not go to lcspr|go back|not go forward]',
    'was {review} [a death|serious harm|notified in time|agreed by the panel]',
    '[what did|did|has] the [panel|national panel] [say|agree|agreed|come back|think|decide|respond|responded]',
    'tell me [about|] the [latest|newest|most recent|new] rapid review',
    'the latest rapid review',
    'details of the new rapid review',
    'whats happening with the [new|latest] rapid review',
    '[what did|what has|whats] [the panel|the national panel] [say|said|come back with|think|make] [about|on|of] {review}',
    '[how did|where did] {review} [end up|end|go|finish|turn out|come out]',
    'did {review} [go to|become|turn into|end up as|lead to] [an lcspr|a review|a full review|anything]',
  ],
};

export const rapidReviewDeadlinePhrases: IntentGrammar = {
  filters: ['reviewRef'],
  defaults: { reviewRef: 'latest' },
  utterances: [
    '[when is|what is|whats|what was|when was] the [deadline|15 days|15 day deadline|due date|15 working days|statutory deadline|time limit|cut off|timescale|15 day limit|date] [up|for|on|] [on|for|] [{review}|the new one|the latest|the rapid review|the new rapid review|the latest rapid review|it|the current one|submitting it]',
    '[deadline|15 days|clock|15 day deadline|timescale|due date|days left|timescales|time left] [for|on] [{review}|the new one|the latest|the rapid review|the new rapid review]',
    '{review} [deadline|due date|15 days|when is it due|days left|clock|how long have we got|timescale|when is the 15 days up]',
    'when [is|does|must|do|should|was] [{review}|the new one|the rapid review|the latest rapid review|the new rapid review|we] [due|due in|have to be in|need to be done by|submit|have to be submitted|have to submit it|need to send it|due to go to the panel|go to the panel|due with the panel|have to go in] [by|]',
    'how [long|many days|many working days] [have we got|do we have|is left|are left|left|until it is due] [on|for|to submit|to finish|to do|] [{review}|the new one|the rapid review|the latest|it|the new rapid review|]',
    'how [many days|long] [left|to go|remaining] [on|for|till] [{review}|the new one|the rapid review]',
    '[are we|is {review}|is the new one|were we|was {review}] [in time|on time|late|going to make the deadline|going to be late|over the 15 days|inside the 15 days|within 15 days|within timescale] [for|with|on|] [{review}|the rapid review|the panel|]',
    'when do the 15 [working days|days] [run out|end|finish|expire|start] [for|on|] [{review}|the new one|]',
    'when does the clock [run out|start|stop|end] [on|for] [{review}|the new one|the rapid review]',
    'by when [do we have to|must we|should we] [notify|submit|send it|get it to the panel|tell the panel|decide] [on|for|] [{review}|the new one|]',
    'what date [do we|must we|does it] [have to|need to] [send|submit|be in|get] [{review}|it] [in|by|to the panel|]',
    'when do we have to [tell|notify] [the panel|ofsted|the national panel] [about {review}|about the new one|]',
    'when is the [lcspr|publication] [due|deadline] [for {review}|]',
    'how are we doing for time on [{review}|the new one]',
    'is there still time on [{review}|the new one|the rapid review]',
    'what is the last day for [{review}|the new one|the rapid review]',
    '[how is|how are we on|hows] {review} [doing|getting on|fixed|looking] for [time|the deadline|the 15 days]',
    '[whats|what is|when is] our [deadline|cut off|last day|time limit] [on|for|with] [the latest rr|the new rapid review|the latest one|the newest review|the current rr|{review}]',
  ],
};

export const rapidReviewOpenDecisionPhrases: IntentGrammar = {
  filters: ['reviewRef', 'year'],
  slots: ['meeting-date'],
  mutates: true,
  utterances: [],
  variants: [
    {
      args: { mode: 'list' },
      filters: { status: 'open' },
      utterances: [
        '[which|what|any|are any|list|show me|] [rapid reviews|reviews|rrs|cases|ones|rapids] [are|is|that are|still|] [still|] [undecided|not decided|pending|awaiting a decision|waiting for a decision|without a decision|open for decision|need a decision|yet to be decided|waiting on a decision|to be decided|not concluded|need deciding]',
        '[open|outstanding|pending|undecided|live] [decisions|rapid review decisions|decisions on rapid reviews|rapid reviews decisions] [on rapid reviews|]',
        'what [rapid reviews|reviews|decisions] [do we still|do we|have we still|are we still] [have to decide|need to decide|got to decide|waiting on|to make|deciding|waiting for]',
        'what [is|are] [waiting|still waiting|sitting|outstanding] [for|on] a [decision|rapid review decision]',
        '[any|are there any] [rapid review|] decisions [outstanding|pending|still open|open|to make|left|waiting]',
        '[which|what|how many] rapid reviews [have we not|have not we|have we still not|did we not] [decided|concluded|made a decision on|made our minds up on]',
        '[is|are] there any rapid reviews [we have not decided|undecided|open|waiting for a decision]',
        'decisions still to be made on [rapid reviews|reviews]',
        'rapid reviews with no [decision|outcome] [yet|]',
      ],
    },
    {
      args: { mode: 'new' },
      utterances: [
        '[open|start|log|register|set up|begin|record|add|create|raise] [a|another] [new|] [rapid review|serious incident|rapid review case|serious incident notification|serious case] [aware on {date}|we became aware on {date}|please|today|]',
        '[new|another] [rapid review|serious incident] [to log|to record|to open|to register|aware on {date}|aware {date}|we became aware on {date}|has come in log it|please log it]',
        '[we|the council] [became aware|have become aware] of [a|another] [new|] [serious incident|serious case] [on {date}|today|yesterday|] [please log it|log it|open a rapid review|open a review|]',
        'we [need|have] to [open|start|log|register] a [new|] [rapid review|serious incident]',
        '[add|log|register] a [new|] [serious incident|rapid review] [to the list|to the log|to the table]',
      ],
    },
    {
      args: { mode: 'start' },
      utterances: [
        '[open|start|launch|begin|kick off|set up|get|put out|send out|trigger|issue|create|circulate|put up|fire up] [the|a|] [decision|decision card|vote|voting|decision making|ballot|positions|decision process|poll|decision round] [on|for] [{review}|the new one|the latest|the rapid review|the new rapid review] [for the partners|for the four partners|to the statutory partners|now|with the partners|please|going|]',
        '[ask|get] [the|] [partners|statutory partners|three partners|four partners|leads|everyone|safeguarding partners] [to decide|to vote|for their decision|for their position|for their view|for their positions|for a decision|for their verdict|voting] [on|about] [{review}|the new one|the rapid review]',
        '{review} [open the decision|start the decision|start voting|open it for decision|needs a decision from the partners|ready for decision|ready for the partners|ask the partners|send to partners for decision]',
        '[can we|lets|we need to|please|we are ready to] [open|start|get|launch|go out for] [the decision|the vote|voting|a decision|decisions|positions] on [{review}|the new one|the rapid review]',
        'put {review} to [the partners|a vote|a decision|the statutory partners]',
        '[send|put] [the decision card|the decision|it|the card] [out|] [for|on] {review} [to partners|]',
        'time for a decision on {review}',
        'we are ready to decide [on|] {review}',
        '[can you|please|time to|lets|] [get|set] [voting|the vote|the decision|decisions|positions] [going|started|off|rolling|under way] [on|for] [{review}|the new one]',
        '{review} [open it up|open it|set it up|put it out|get it open|over to the partners|ready to go] [for|to] [{agency} to decide|the partners|decisions|decision|a vote|{agency} and {agency}|{agency} {agency} and {agency} to decide]',
      ],
    },
  ],
};

export const rapidReviewWhoNotDecidedPhrases: IntentGrammar = {
  filters: ['reviewRef', 'agency'],
  defaults: { reviewRef: 'latest' },
  utterances: [
    '[who|which partner|which partners|which agency|which agencies|which statutory partner] [has not|have not|has still not|is yet to|is still to|still has not|still needs to|has yet to|did not] [voted|decided|vote|decide|given a view|given their view|responded|given a position|given their position|answered|replied|had their say|come back|put their view in|weighed in|submitted|said anything|signed up|got back to us|given us a view|sent their decision] [on|about|for|] [{review}|the new one|the rapid review|it|the latest|yet|]',
    '[has|have|did] {agency} [decided|voted|responded|answered|replied|given a view|given their view|had their say|put their position in|come back|come back to us|given their decision|submitted|got back to us|said yes or no|given a position] [yet|on {review}|on the new one|on the rapid review|about {review}|]',
    'who [are we|is|are we still] [waiting for|waiting on|outstanding|holding us up|holding things up|left to vote|left to decide|chasing for a decision|holding up] [on|for|with] [{review}|the rapid review|the new one|the decision|a decision on {review}|the rapid review decision]',
    'has [everyone|everybody|every partner|all the partners|each partner] [decided|voted|responded|answered|had their say|given a view|come back] [on {review}|yet|on the new one|on the rapid review|]',
    'have all [the partners|the statutory partners|partners|three|four|of them] [decided|voted|responded|given a view|answered|had their say] [on {review}|yet|on the new one|]',
    '[missing|outstanding] [votes|positions|decisions|responses|views|answers] [on|for] [{review}|the new one|the rapid review]',
    'who [has|have] [voted|decided|responded|answered|given a view] [on {review}|so far|on the new one|already]',
    '{review} [who has not voted|who is left|who has not decided|who are we waiting for|has everyone decided|who still needs to decide|has {agency} decided|still waiting on anyone]',
    'is {agency} [in|in yet|still to vote|still outstanding|the only one left|holding up the decision] [on {review}|]',
    'what [did|does|has] {agency} [say|decide|decided|vote|think|said] [on|about] {review}',
    'whose [vote|decision|view|position|answer] [is missing|are we missing|do we still need|is outstanding] [on {review}|]',
    'do we have [all the positions|everyones view|all the votes|everyones decision|a decision from {agency}|a view from {agency}] [on {review}|yet|]',
    'chase [the partners|whoever|anyone] [who has not|that has not] [voted|decided] on {review}',
    'how many partners have [voted|decided] [on {review}|]',
    'who [is|are we] still [to give|to give us|to send|waiting to hear from|to hear from] [a view|their view|their position|an answer|a decision|] [on|about] [{review}|the new one]',
    '[whos|who is] [dragging their feet|holding out|sitting on the fence|not answered] on [{review}|the rapid review|the decision]',
    '[and|] [who|which partners|which partner] [still|] [has|have|needs|need] [still|] to [vote|decide|answer|give a view|have their say] [on {review}|on the new one|]',
  ],
};

const PANEL =
  '[the national panel|national panel|the panel|panel|nat panel|they|the national panel have|panel has|the panel have]';

export const rapidReviewPanelResponsePhrases: IntentGrammar = {
  filters: ['reviewRef'],
  mutates: true,
  utterances: [
    '[log|record|note|add|put in|enter] the [panel|national panel] [response|letter|reply|decision] [for|on|to] {review}',
    'panel response [in|received|back|arrived|has come] [for|on] {review}',
    'we have had [the panel letter|a letter from the panel|the panels response] [on|about] {review}',
  ],
  variants: [
    {
      args: { response: 'agreed' },
      utterances: [
        `${PANEL} [agreed|agree|agrees|has agreed|have agreed|is happy|are happy|are content|is content|concurred|are satisfied|supported|backed|endorsed|accepted|upheld|were happy] [with us|with our decision|our decision|with the decision|with our view|with that|it|] [on|about|for|over] {review} [log it|please record|please log|]`,
        '{review} [the|] [national panel|panel] [agreed|agree|has agreed|have agreed|happy|accepted it|agreed with us|backed us|agrees|are happy with our decision|wrote back agreeing]',
        '[log|record|note|put] [that|down that|] the [national panel|panel] [agreed|agrees|accepted|has agreed|is happy] [with us|with our decision|] [on|about] {review}',
        '[panel|national panel] [letter|response|reply] [in|back|received|came] [for|on] {review} [they agree|they agreed|agreed|all agreed|happy with it|they accept]',
        'good news [the|] panel [agreed|backed us] [on|with] {review}',
        'heard back from the panel on {review} [they agree|they are happy|agreed|no challenge]',
        'panel letter says they agree on {review}',
        '[log|record|note|] [the|] [national|] panel [response|reply|letter|decision] [for|on|to|] {review} [as|is|was|:|] [agreed|agree|agrees|happy|accepted]',
        '[log|record] {review} [as|] [agreed by the panel|panel agreed|accepted by the panel]',
      ],
    },
    {
      args: { response: 'asked to reconsider' },
      utterances: [
        `${PANEL} [asked|has asked|have asked|want|wants|would like|told|are asking|is asking] us to [look again|reconsider|think again|look again at it|have another look|revisit|look at it again|rethink|review our decision] [at|on|about|with|] {review} [log it|please record|please log|record it|]`,
        `${PANEL} [disagreed|disagree|disagrees|did not agree|challenged|queried|questioned|pushed back|do not agree|was not happy|were not convinced|not satisfied|rejected|sent it back|has challenged|have challenged|has queried] [with us|with our decision|our decision|it|] [on|about|over|for] {review} [log it|please record|please log|]`,
        '{review} [the|] [national panel|panel] [want us to look again|asked us to reconsider|disagreed|did not agree|said think again|challenged it|has sent it back|has queried it|pushed back|say reconsider|not happy]',
        '[log|record|note|put] [that|down that|] the [national panel|panel] [asked us to reconsider|disagreed|did not agree|wants us to look again|challenged us|sent it back] [on|about] {review}',
        '[panel|national panel] [letter|response|reply] [in|back|received|came] [for|on] {review} [they want us to reconsider|they disagree|asked to reconsider|look again|not agreed|they have challenged it]',
        '[log|record|note|] [the|] [national|] panel [response|reply|letter|decision] [for|on|to|] {review} [as|is|was|:|] [reconsider|asked to reconsider|look again|disagreed|not agreed|challenged]',
        'bad news [the|] panel [disagreed|want a rethink|want us to think again] [on|with] {review}',
        '{review} has come back from the panel for [reconsideration|another look|a rethink]',
      ],
    },
    {
      args: { response: 'national review' },
      utterances: [
        `${PANEL} [will|are going to|want to|is going to|decided to|have decided to] [do their own national review|carry out a national review|do a national review|take it on themselves|run a national review|include it in a national review] [on|of|for|with] {review}`,
        '{review} [is going to be|will be|becomes|is part of|taken on as] a national review [log it|]',
        'record national review for {review}',
      ],
    },
  ],
};
