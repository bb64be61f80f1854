import type { Answer, Asker, Feature } from '../../contract/feature.ts';
import { help, starters } from './help.ts';
import { helpPhrases, smallTalkPhrases } from './phrases.ts';

/** Help, and a civil answer to a greeting or to thanks. */
export const guidance: Feature = {
  name: 'guidance',
  intents: [
    {
      name: 'help',
      label: 'What I can do',
      phrases: helpPhrases,
      answer: async (asker) => help(asker),
    },
    {
      name: 'small_talk',
      label: 'A greeting',
      phrases: smallTalkPhrases,
      answer: async (asker) => greet(asker),
    },
  ],
  submissions: [
    {
      verb: 'form.cancel',
      access: 'anybody',
      handle: async () => ({ text: 'Cancelled. Nothing was recorded.' }),
    },
  ],
};

function greet(asker: Asker): Answer {
  return {
    text: 'You are welcome. Ask me anything about priorities and actions.',
    suggestions: starters(asker),
  };
}
