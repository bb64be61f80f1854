import type { IntentGrammar } from '../../contract/intent-grammar.ts';

/** What became of the messages that Convenor sends by itself. */
export const noticeStatusPhrases: IntentGrammar = {
  filters: [],
  utterances: [
    '[what|which|how many] [notices|reminders|messages|nudges|notifications] [went out|have gone out|did you send|have you sent|were sent|got sent|did not arrive|did not get through|are waiting|are stuck|are in doubt|failed|bounced] [today|this morning|this week|so far|]',
    '[who|which people|anyone|anybody] [could not be reached|did not get their notice|did not get their reminders|could you not reach|has not been reached|cannot be reached|is not getting notices|has blocked you|has not installed you|never got the reminder]',
    '[any|are there any|are any|have any] [notices|reminders|messages|notifications] [stuck|undelivered|waiting|in doubt|not delivered|not sent|that failed|that bounced|outstanding to send]',
    '[show|list|give] me [the|] [undelivered|stuck|waiting|failed|in doubt] [notices|messages|reminders|ones|list]',
    '[undelivered|undelivered list|undelivered notices|notices in doubt|notice status|delivery status|deliveries|notice log|delivery report|sending status]',
    '[did|have] [the|all the|everyones|everybodys] [notices|reminders|messages] [go out|gone out|get through|arrive|arrived|been sent|been delivered] [today|this morning|ok|]',
    '[did|has] everybody [get|got|been sent|receive|received] [their|the] [notices|reminders|messages|digest|weekly digest]',
    '[is|are] [anything|notices|the notices|messages|reminders] [stuck in the queue|waiting to go|waiting to be sent|still to go out|getting through|being delivered]',
    '[anything|is anything|whats] [stuck in sending|waiting to go out|undelivered|not delivered|in doubt|stuck in the queue]',
    '[anything|what] stuck [sending|in the queue|going out|on the way]',
    'how are the [notices|reminders|messages] [going|doing|getting on]',
    '[what happened to|where are] [todays|the] [notices|reminders|messages|nudges]',
    'who is [away|on leave|paused|away at the moment|away this week|on leave at the moment]',
    '[what is|whats|what has gone|what was] undelivered [today|at the moment|]',
    '[who|which people] [is|are] [away|paused|on leave] [for notices|from notices|and not getting notices|]',
    '[what|who] did you [chase|message|remind|nudge] [today|this morning]',
  ],
};
