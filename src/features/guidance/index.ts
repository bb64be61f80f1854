import { NO_CASE_RECORDS, signpostConcern } from '../../answers/child-words.ts';
import { cancelPress } from '../../answers/form.ts';
import { action } from '../../contract/action.ts';
import type { Feature } from '../../contract/feature.ts';
import { confirmChild, confirmNoChild } from './confirm-texts.ts';
import { defineWord } from './define-word.ts';
import { createHelp } from './help.ts';
import messages from './messages.json' with { type: 'json' };
import { answerNotKept } from './not-kept.ts';
import {
  casePhrases,
  definePhrases,
  helpPhrases,
  notKeptPhrases,
  smallTalkPhrases,
} from './phrases.ts';
import { answerSmallTalk } from './small-talk.ts';
import { createWelcome } from './welcome.ts';

/** *Cancel* of every form. */
const cancelForm = action({
  ...cancelPress,
  permission: 'anybody',
  handle: async () => ({ text: 'Cancelled. Nothing was recorded.', endsForm: true }),
});

/** Help, made of the topics of all features; and what is said where no record answers: small talk, and what is none of ours. */
export function createGuidance(features: () => readonly Feature[]) {
  const { help, starters, sharedChatStarters } = createHelp(() =>
    features().flatMap((each) => each.help ?? []),
  );
  const welcome = createWelcome({ features, starters, sharedChatStarters });
  const findIntent = (name: string) =>
    features()
      .flatMap(({ intents = [] }) => intents)
      .find((intent) => intent.name === name);
  const feature: Feature = {
    name: 'guidance',
    messages,
    intents: [
      {
        name: 'help',
        label: 'What I can do',
        phrases: helpPhrases,
        answer: async (request, question) => help(request, question),
      },
      {
        name: 'small_talk',
        label: 'A greeting',
        phrases: smallTalkPhrases,
        answer: async (request, question) =>
          answerSmallTalk(request, question, { welcome, starters, findIntent }),
      },
      {
        name: 'define',
        label: 'What a word means',
        phrases: definePhrases,
        answer: async (request, question) => defineWord(request, question),
      },
      {
        name: 'not_kept',
        label: 'No record kept',
        phrases: notKeptPhrases,
        answer: async (request, question) =>
          answerNotKept(request, question, (name) => findIntent(name) !== undefined),
      },
      {
        name: 'case',
        label: 'A worry about a child',
        phrases: casePhrases,
        answer: async ({ directory }, { args }) =>
          args.kind === 'worry'
            ? { text: signpostConcern(directory.partnership) }
            : { text: NO_CASE_RECORDS, refused: 'privacy' },
      },
    ],
    actions: [cancelForm, confirmNoChild, confirmChild],
  };
  return { feature, welcome, starters };
}
