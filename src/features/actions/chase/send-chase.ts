import { z } from 'zod';
import { lineField } from '../../../answers/form.ts';
import { formatCount } from '../../../answers/words.ts';
import { action, UnreadableInput } from '../../../contract/action.ts';
import type { Answer, AnswerRow } from '../../../contract/answer.ts';
import { type Request, toActor } from '../../../contract/request.ts';
import type { Action } from '../../../domain/action.ts';
import { acceptChange } from '../../../domain/change-event.ts';
import type { Chase } from '../../../domain/chase.ts';
import { toDay, toLocalTime } from '../../../domain/dates.ts';
import { personName } from '../../../domain/directory.ts';
import type { DeliveryState } from '../../../domain/notices/delivery.ts';
import { parseNoticeId } from '../../../domain/notices/notice.ts';
import { trimToUndefined } from '../../../domain/optional.ts';
import { accept } from '../../../domain/outcome.ts';
import { mayNotChase } from '../refusals.ts';
import { CHASE_RULE } from './chase-notice.ts';
import { planChase } from './plan-chase.ts';
import { chaseStore } from './store.ts';

/** *Send*: each action is chased once a day, by whoever was first; their owners hear with the next round of notices. */
export const sendChase = action({
  id: 'actions.chase',
  permission: 'actions.chase',
  input: z.object({
    refs: z.array(z.string().min(1).max(60)).max(60),
    words: lineField.optional(),
  }),
  async handle(request: Request, { refs, words }): Promise<Answer> {
    const { directory, ports, store, today } = request;
    const actor = toActor(request);
    const found = await Promise.all(
      refs.map((ref) => ports.actions.findCurrent(directory.partnership.id, ref)),
    );
    const known = found.filter((each): each is Action => each !== undefined);
    if (known.length === 0) throw new UnreadableInput('actions.chase');
    const plan = await planChase(request, known);
    if (plan.notTheirs.length === known.length) return mayNotChase();
    const said = trimToUndefined(words);
    for (const { ref } of plan.actions) {
      const chase: Chase = {
        ref,
        on: today,
        by: actor.by,
        at: actor.at,
        ...(said && { words: said }),
      };
      await store(chaseStore).addOrChange([today, ref], (stored) =>
        stored ? accept({ record: stored }) : acceptChange(chase, { type: 'asked' }, actor),
      );
    }
    if (plan.actions.length === 0)
      return { text: 'Nobody was asked again: their owners heard from me today.', endsForm: true };
    const people = [...plan.byPerson.keys()];
    const who = formatCount(people.length, 'person', 'people');
    const text = `${who} will be asked about ${formatCount(plan.actions.length, 'action')}, within 15 minutes. Quiet hours, leave and days off are kept.`;
    return {
      text,
      heading: `Chased ${formatCount(plan.actions.length, 'action')}`,
      sentence: text,
      sections: [
        {
          rows: [...plan.byPerson].map(([to, of]) => ({
            title: personName(directory, to),
            line: of.map(({ ref }) => ref).join(', '),
          })),
        },
      ],
      suggestions: [{ title: 'See what was sent', ...showChased.press({}) }],
    };
  },
});

const STATES: Readonly<Record<DeliveryState, string>> = {
  claimed: 'on its way',
  sending: 'on its way',
  waiting: 'on its way',
  sent: 'messaged',
  undelivered: 'could not be reached',
  unknown: 'Teams did not say whether it arrived',
  suppressed: 'not sent: settled meanwhile',
  settled: 'could not be reached',
};

/** *See what was sent*: by the ledger, to whom of those who were chased today a message went. */
export const showChased = action({
  id: 'actions.chased',
  permission: 'actions.chase',
  input: z.object({}),
  async handle({ directory, ports, store, today }: Request): Promise<Answer> {
    const { id, timeZone } = directory.partnership;
    const [chases, deliveries] = await Promise.all([
      store(chaseStore).range('key', today, today),
      ports.ledger.list(id, today, today),
    ]);
    if (chases.length === 0) return { text: 'Nobody was chased by hand today.' };
    const rows = deliveries.flatMap(({ person, state, notices, at }): AnswerRow[] => {
      const refs = notices.map(parseNoticeId).filter(({ rule }) => rule === CHASE_RULE);
      if (refs.length === 0) return [];
      const time = toLocalTime(new Date(at), timeZone);
      const when = state === 'sent' && toDay(time) === today ? ` at ${time.slice(11)}` : '';
      return [
        {
          title: personName(directory, person),
          state: {
            words: `${STATES[state]}${when}`,
            colour: state === 'sent' ? 'good' : state === 'undelivered' ? 'attention' : 'default',
          },
          line: refs.map(({ about }) => about).join(', '),
        },
      ];
    });
    const told = deliveries.flatMap(({ notices }) => notices.map(parseNoticeId));
    const waiting = chases.filter(
      ({ ref }) => !told.some(({ rule, about }) => rule === CHASE_RULE && about === ref),
    );
    const sent = rows.filter(({ state }) => state?.colour === 'good').length;
    const text = `${formatCount(chases.length, 'action')} chased today: ${formatCount(sent, 'person', 'people')} messaged${waiting.length > 0 ? `, ${formatCount(waiting.length, 'action')} waiting for the next round` : ''}.`;
    return { text, heading: 'Chased today', sentence: text, sections: [{ rows }] };
  },
});
