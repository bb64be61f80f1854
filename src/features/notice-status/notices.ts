import { openButton } from '../../answers/notice-answer.ts';
import { describeReason } from '../../answers/notice-words.ts';
import { ask } from '../../answers/questions.ts';
import type { NoticeSource } from '../../contract/notice.ts';
import { resolveRecipients } from '../../domain/notices/recipients.ts';

/**
 * Notices of one kind that cannot be worked out, said daily to the administrators: otherwise they
 * would take its silence for good news. What it is about is the kind's label.
 */
export const noticesFailed: NoticeSource<string> = {
  rule: 'failed',
  label: 'notices that failed',
  priorityClass: 'ordinary',
  whenInDoubt: 'repeat',
  find: async () => [],
  ofFailed: (labels) => labels,
  load: async (about) => about,
  owed: (about, { window }) => [{ about, step: `on-${window.today}` }],
  recipients: (_about, _step, { directory }) =>
    resolveRecipients(['administrators'], {}, directory),
  item({ reason }, kind, { directory }) {
    const opens = ask('notice_status');
    return {
      section: 'to-look-into',
      ref: 'Notices',
      title: `“${kind}”`,
      headline: `I can't work out the notices “${kind}”`,
      sentence:
        'None of them is sent until this is mended; all others are. A day or a number in the records is likely to be wrong: check partnership.json and what was imported last, and import it again. If that does not help, tell whoever runs Convenor.',
      standing: "can't be worked out, so none is sent",
      colour: 'attention',
      reason: describeReason(reason, directory),
      opens,
      buttons: [{ ...openButton(opens), title: 'Show notices' }],
    };
  },
};
