import type { IntentGrammar } from '../../contract/intent-grammar.ts';

export const yearlyReportPhrases: IntentGrammar = {
  filters: ['year'],
  slots: ['section'],
  defaults: { year: 'current' },
  utterances: [
    '[build|make|create|generate|produce|put together|pull together|prepare|draft|compile|start|do|get|export|assemble|run|knock up] [the|a|an|our|me the|] [annual report|annual report pack|yearly report|yearly report pack|report pack|annual pack|yearly pack|pack for the annual report|evidence for the annual report|material for the yearly report|end of year report|year end report] [{year}|for {year}|]',
    '[annual report|annual report pack|yearly report|yearly report pack|yearly pack|annual pack|end of year report|the annual report|report pack] [{year}|for {year}|please|pack|so far|figures|evidence|material|data]',
    'what [have we got|do we have|is there|can we say|should we say|goes|shall we put] [on|about|for] [reviews|attendance|actions|priorities|{priority}|training|impact|] [for|in] the [annual report|yearly report|annual pack]',
    'what [goes in|needs to go in|is going in|should be in|do we need for|is missing from|evidence do we have for] the [annual report|yearly report|annual report pack] [{year}|]',
    '[when is|is] the [annual|yearly] report [due|ready|done|out|published|finished] [{year}|]',
    '[attendance|reviews|priorities|actions|impact|the numbers|figures|the data|a summary] [section|chapter|bit|] for the [annual report|yearly report] [{year}|]',
    'i [am|have] [writing|to write|starting|drafting|working on] the [annual|yearly] report [what have we got|where do i start|for {year}|]',
    'help me [write|with|start] the [annual|yearly] report [{year}|]',
    'how did we do [over|across|in] the year for the [annual|yearly] report',
    'everything for the [annual|yearly] report [{year}|]',
    'give me the [annual|yearly] report [pack|stuff|material|figures|numbers] [for {year}|{year}|]',
    'data for the yearly report',
    'pull the year together [for {year}|for the report|]',
    '[what will|what can|what do] we [say|tell people|put|publish] [in|about {priority} in] the [annual|yearly] report',
    '[get|make a] start on [the|this years|our] [annual|yearly] report [for me|please|]',
  ],
};
