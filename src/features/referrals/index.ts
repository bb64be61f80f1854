import { ask } from '../../answers/questions.ts';
import type { Feature } from '../../contract/feature.ts';
import { listReferrals } from './list-referrals.ts';
import messages from './messages.json' with { type: 'json' };
import { referralAddPhrases, referralListPhrases } from './phrases.ts';
import { addReferral, proposeReferral } from './record-referral.ts';
import { referralRetention, referralsFile } from './store.ts';

/** Incidents that were referred and did not become rapid reviews: the day, from whom, why not. */
export const referrals: Feature = {
  name: 'referrals',
  messages,
  intents: [
    {
      name: 'referral_list',
      label: 'Referrals',
      phrases: referralListPhrases,
      answer: listReferrals,
    },
    {
      name: 'referral_add',
      label: 'Record a referral',
      phrases: referralAddPhrases,
      answer: proposeReferral,
    },
  ],
  actions: [addReferral],
  folder: [referralsFile],
  retention: [referralRetention],
  help: [
    {
      title: 'Referrals',
      job: 'review',
      roles: ['administrator'],
      examples: () => [
        { title: 'referrals that became no review', ...ask('referral_list', { year: 'current' }) },
      ],
    },
  ],
};
