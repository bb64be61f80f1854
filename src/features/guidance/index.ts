import { z } from 'zod';
import { action } from '../../contract/action.ts';
import type { Feature, HelpTopic } from '../../contract/feature.ts';
import { createHelp } from './help.ts';
import { helpPhrases, smallTalkPhrases } from './phrases.ts';

/** *Cancel* of every form. */
const cancelForm = action({
  id: 'form.cancel',
  permission: 'anybody',
  input: z.unknown(),
  handle: async () => ({ text: 'Cancelled. Nothing was recorded.' }),
});

/** Help, made of the topics of all features, and a civil answer to a greeting or to thanks. */
export function createGuidance(topics: () => readonly HelpTopic[]) {
  const { help, welcome, starters } = createHelp(topics);
  const feature: Feature = {
    name: 'guidance',
    intents: [
      {
        name: 'help',
        label: 'What I can do',
        phrases: helpPhrases,
        answer: async (request) => help(request),
      },
      {
        name: 'small_talk',
        label: 'A greeting',
        phrases: smallTalkPhrases,
        answer: async (request) => ({
          text: 'You are welcome. Ask me anything about priorities and actions.',
          suggestions: starters(request),
        }),
      },
    ],
    actions: [cancelForm],
  };
  return { feature, welcome, starters };
}
