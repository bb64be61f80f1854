import { offeredBy } from '../../answers/describe-question.ts';
import { ask } from '../../answers/questions.ts';
import type { Feature } from '../../contract/feature.ts';
import { LCSPR_FIELDS } from './describe-field.ts';
import { dueLcsprs, lateLcsprs } from './findings.ts';
import { lcsprRetention, lcsprsFile } from './folder.ts';
import { listLcsprs } from './list-lcsprs.ts';
import messages from './messages.json' with { type: 'json' };
import { lcsprMilestoneDue, publishLcspr, sendAdvanceCopy } from './notices.ts';
import { lcsprChangePhrases, lcsprDetailPhrases, lcsprListPhrases } from './phrases.ts';
import { chooseLcsprStep, proposeLcsprStep, recordLcspr, undoLcsprStep } from './record-lcspr.ts';
import { lcsprsSection } from './report-section.ts';
import { showLcspr } from './show-lcspr.ts';

const offerByField = offeredBy('field', LCSPR_FIELDS, 'how it stands');

/** Local child safeguarding practice reviews, from the decision to where the report can be read. */
export const lcsprs: Feature = {
  name: 'lcsprs',
  reportSections: [lcsprsSection],
  messages,
  intents: [
    {
      name: 'lcspr_list',
      label: 'Local reviews',
      offered: offeredBy('state', {
        'under way': 'LCSPRs under way',
        late: 'which LCSPRs are late',
        delayed: 'which LCSPRs are delayed',
        published: 'published LCSPRs',
        'not published': 'LCSPRs not to be published',
      }),
      phrases: lcsprListPhrases,
      answer: listLcsprs,
    },
    {
      name: 'lcspr_detail',
      label: 'One local review',
      offered: (question) => (question.filters.reviewRef ? offerByField(question) : undefined),
      phrases: lcsprDetailPhrases,
      answer: showLcspr,
    },
    {
      name: 'lcspr_change',
      label: 'Record of an LCSPR',
      offered: (question) =>
        question.filters.reviewRef ? 'record what happened with it' : undefined,
      phrases: lcsprChangePhrases,
      answer: proposeLcsprStep,
    },
  ],
  actions: [chooseLcsprStep, recordLcspr, undoLcsprStep],
  findings: [lateLcsprs, dueLcsprs],
  notices: [publishLcspr, sendAdvanceCopy, lcsprMilestoneDue],
  folder: [lcsprsFile],
  retention: [lcsprRetention],
  help: [
    {
      title: 'Local reviews (LCSPRs)',
      job: 'review',
      roles: ['administrator', 'chair', 'scrutineer', 'partner-lead'],
      examples: () => [
        { title: 'which LCSPRs are late and why', ...ask('lcspr_list', {}, { state: 'late' }) },
        { title: 'who reviews each LCSPR', ...ask('lcspr_detail', {}, { field: 'reviewer' }) },
      ],
    },
  ],
};
