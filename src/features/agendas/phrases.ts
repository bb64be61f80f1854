import type { IntentGrammar } from '../../contract/intent-grammar.ts';

export const agendaPhrases: IntentGrammar = {
  filters: ['group', 'meeting'],
  slots: ['agenda-item'],
  defaults: { group: 'board', meeting: 'next' },
  utterances: [
    '[what is|whats|anything|what have we got|what do we have] on the [agenda|agenda for {group}|{group} agenda|next agenda|agenda for the next {group}|agenda next time|agenda today]',
    '[show|show me|send me|give me|see|can i see|whats|what is] the [agenda|{group} agenda|agenda for {group}|next agenda|next {group} agenda|agenda for the next meeting]',
    '[agenda|{group} agenda|agenda for {group}|agenda please|next agenda|agenda for the next {group}|agenda items]',
    'what [are we|is {group}|will we be|are they|will {group} be] [discussing|talking about|covering|looking at|going through|dealing with] [at the next {group}|next time|at {group}|at the next meeting|today|]',
    'what [is|are] [the items|items|coming up|on] [on|for|at] [the next {group}|{group}|the next meeting]',
    'what is [coming to|being taken to|going to|up for discussion at] [{group}|the next {group}]',
    'what will [be discussed|we cover|come up] [at {group}|at the next {group}|next time]',
    'is {priority} on the agenda [for {group}|]',
    'agenda [for|of|at|] {group}',
    '[show me|whats on|what is on|see|send me|open|where is|can i see|get me|find|] [the|] [next|latest|draft|todays|] {group} agenda [please|]',
    '[show me|whats on|see|send me|what is on|] [the|] [next|draft|] agenda [for|of|at] [the|] [next|] {group}',
    'is the agenda [out|ready|done|set] [yet|for {group}|]',
    'what do i need to [read|prepare] for [{group}|the next {group}|the next meeting]',
  ],
  variants: [
    {
      args: { mode: 'add' },
      utterances: [
        '[add|put|get|pop|stick|include|want] [an item|something|{priority}|{title}|attendance|{agency} attendance|risks|rapid reviews|{review}|the annual report|overdue actions|the deadline for {review}|decisions|our objectives|quorum|{ref}|this|this item|home education|a paper|on {title}|on the {title}|an item on {title}|an item on the {title}|training figures|the audit findings|our new policy|data sharing] [on|onto|to|in] the [agenda|next agenda|{group} agenda|agenda for {group}|next {group} agenda|next {group}|agenda for the next {group}]',
        'add [an|] item [on|about|re] [{title}|the {title}|{priority}|training|exclusions]',
        '[add item|agenda item|add agenda item|new agenda item|item for the agenda|new item|item] [for|to] [{group}|the next {group}|next {group} agenda|the board|]',
        'can [we|i|you] [add|put|get|have|include] [{priority}|something|an item|this|training|the data] [on|to|onto] [the agenda|the {group} agenda|the next agenda|the agenda for {group}|{group} next time]',
        'can we [discuss|talk about|cover|look at] [{priority}|this|training|the data|school exclusions] at [the next {group}|the next meeting|{group}]',
        'i [want|would like|need] [{priority}|an item|a slot|ten minutes|{n} minutes] [on|at] the [agenda|{group} agenda|next {group}|next agenda]',
        '[put|bring] [this|{priority}|{ref}|that|the report] to the next [{group}|meeting]',
        'save [a slot|a space] on the [{group} agenda|agenda] for [{priority}|{name}|the audit]',
      ],
    },
  ],
};
