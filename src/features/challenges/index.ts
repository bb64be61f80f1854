import { offeredBy } from '../../answers/describe-question.ts';
import { ask } from '../../answers/questions.ts';
import type { Feature } from '../../contract/feature.ts';
import {
  openChangeForm,
  proposeChallengeChange,
  recordAnswer,
  recordCorrection,
  recordDifference,
  recordWithdrawal,
  undoChallenge,
} from './change-challenge.ts';
import { quietQuarter, unansweredChallenges } from './findings.ts';
import { listChallenges } from './list-challenges.ts';
import messages from './messages.json' with { type: 'json' };
import { challengeDue } from './notices.ts';
import {
  challengeDetailPhrases,
  changeChallengePhrases,
  listChallengesPhrases,
  recordChallengePhrases,
} from './phrases.ts';
import { openNewForm, proposeChallenge, saveChallenge } from './record-challenge.ts';
import { challengesSection } from './report-section.ts';
import { challengeHistory, showChallenge } from './show-challenge.ts';
import { challengeRetention, challengesFile } from './store.ts';

/** The challenge log: which partner asked which what, the answer, and the difference it made. */
export const challenges: Feature = {
  name: 'challenges',
  reportSections: [challengesSection],
  messages,
  intents: [
    {
      name: 'list_challenges',
      label: 'Challenge log',
      phrases: listChallengesPhrases,
      answer: listChallenges,
    },
    {
      name: 'challenge_detail',
      label: 'One challenge',
      phrases: challengeDetailPhrases,
      answer: showChallenge,
    },
    {
      name: 'record_challenge',
      label: 'Record a challenge',
      phrases: recordChallengePhrases,
      answer: proposeChallenge,
    },
    {
      name: 'change_challenge',
      label: 'Change a challenge',
      offered: offeredBy('mode', {
        answer: 'answer it',
        difference: 'note its difference',
        withdraw: 'withdraw it',
        correct: 'correct it',
      }),
      phrases: changeChallengePhrases,
      answer: proposeChallengeChange,
    },
  ],
  actions: [
    openNewForm,
    openChangeForm,
    saveChallenge,
    recordAnswer,
    recordDifference,
    recordWithdrawal,
    recordCorrection,
    undoChallenge,
  ],
  history: challengeHistory,
  findings: [unansweredChallenges, quietQuarter],
  notices: [challengeDue],
  folder: [challengesFile],
  retention: [challengeRetention],
  help: [
    {
      title: 'Challenges',
      job: 'meet',
      roles: ['chair', 'scrutineer', 'partner-lead', 'administrator'],
      examples: () => [
        {
          title: 'who challenged whom this year',
          ...ask('list_challenges', { year: 'current' }),
        },
        { title: 'record a challenge', ...ask('record_challenge') },
      ],
    },
  ],
};
