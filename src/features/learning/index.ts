import { ask } from '../../answers/questions.ts';
import type { Feature } from '../../contract/feature.ts';
import { cancel, openAnswerForm, openCancellingForm, recordAnswer } from './change-item.ts';
import { cancelledEvents, unconfirmedLearning } from './findings.ts';
import { learningFile, learningRepliesFile } from './folder.ts';
import { listItems } from './list-learning.ts';
import messages from './messages.json' with { type: 'json' };
import { findLearningNeeds } from './needs.ts';
import { learningToConfirm } from './notices.ts';
import { learningDetailPhrases, listLearningPhrases, sendLearningPhrases } from './phrases.ts';
import { openReplyForm, recordReading, recordReply, takeBack } from './reply.ts';
import { learningSection } from './report-section.ts';
import { proposeLearning, recordLearning } from './send-learning.ts';
import { showLearning } from './show-learning.ts';

/** What was learned and told to agencies: briefings and events, and what each agency did with it. */
export const learning: Feature = {
  name: 'learning',
  reportSections: [learningSection],
  findings: [unconfirmedLearning, cancelledEvents],
  messages,
  intents: [
    {
      name: 'list_learning',
      label: 'Briefings and events',
      phrases: listLearningPhrases,
      answer: listItems,
    },
    {
      name: 'learning_detail',
      label: 'Who confirmed it',
      phrases: learningDetailPhrases,
      answer: showLearning,
    },
    {
      name: 'send_learning',
      label: 'Send a briefing',
      phrases: sendLearningPhrases,
      answer: proposeLearning,
    },
  ],
  actions: [
    recordLearning,
    recordReading,
    openReplyForm,
    recordReply,
    takeBack,
    openAnswerForm,
    recordAnswer,
    openCancellingForm,
    cancel,
  ],
  notices: [learningToConfirm],
  folder: [learningFile, learningRepliesFile],
  findNeeds: findLearningNeeds,
  help: [
    {
      title: 'Briefings',
      job: 'review',
      examples: () => [
        { title: 'which briefings have we sent', ...ask('list_learning') },
        {
          title: 'which are not confirmed',
          ...ask('list_learning', {}, { open: 'not confirmed' }),
        },
      ],
    },
  ],
};
