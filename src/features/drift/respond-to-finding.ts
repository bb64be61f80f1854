import { describeWhoMay } from '../../answers/access-words.ts';
import { dayField, lineField, pleaseCheck } from '../../answers/form.ts';
import { notUndone } from '../../answers/not-undone.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer, Field } from '../../contract/answer.ts';
import type { FindingSource } from '../../contract/finding.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { undoRecord } from '../../contract/undo-record.ts';
import { isPermitted } from '../../domain/access.ts';
import { addDays, type Day, formatDay } from '../../domain/dates.ts';
import {
  LOOKED_INTO_DAYS,
  MAX_ACCEPTED_DAYS,
  type ResponseRefusal,
  type ResponseState,
  respondToFinding,
} from '../../domain/finding-response.ts';
import { nextReference } from '../../domain/next-reference.ts';
import { workingDayUpTo } from '../../domain/notices/steps.ts';
import { findingInput, openFormPress, toFindingInput, undoResponsePress } from './buttons.ts';
import type { KnownFinding } from './queries.ts';
import { describeWhyNot, findingAnswer, requireFinding } from './show-finding.ts';
import { findingResponseStore } from './store.ts';

/** What the chair or the scrutineer says to a finding: that it was looked into, or is accepted for a time. */
export function createRespondToFinding(sources: () => readonly FindingSource[]) {
  const openForm = action({
    ...openFormPress,
    permission: 'drift.respond',
    handle: (request: Request, input): Promise<Answer> =>
      onFinding(request, sources(), input, async (finding) =>
        input.form === 'accepted' ? acceptForm(request, finding) : lookedIntoForm(request, finding),
      ),
  });

  const input = findingInput.extend({ words: lineField });
  const recordLookedInto = action({
    id: 'drift.looked-into',
    permission: 'drift.respond',
    input,
    handle: (request: Request, { words, ...of }): Promise<Answer> =>
      onFinding(request, sources(), of, (finding) =>
        record(request, sources(), finding, { state: 'looked into', words }),
      ),
  });

  const recordAccepted = action({
    id: 'drift.accept',
    permission: 'drift.respond',
    input: input.extend({ until: dayField.optional() }),
    handle: (request: Request, { words, until, ...of }): Promise<Answer> =>
      onFinding(request, sources(), of, (finding) =>
        record(request, sources(), finding, { state: 'accepted', words, until }),
      ),
  });

  /** *Undo*: what was just said is not said, and it drifts as before. */
  const undoResponse = action({
    ...undoResponsePress,
    permission: 'own',
    async handle(request: Request, { response, change, ...of }): Promise<Answer> {
      const undone = await undoRecord(request, findingResponseStore, response, change);
      if (!undone.ok) return notUndone(undone.refusal);
      const found = await requireFinding(request, sources(), of);
      return 'answer' in found
        ? found.answer
        : findingAnswer(request, found.finding, { news: 'Undone.' });
    },
  });

  function lookedIntoForm({ today }: Request, finding: KnownFinding): Answer {
    const heading = 'What was found?';
    const until = formatDay(addDays(today, LOOKED_INTO_DAYS), today);
    return {
      text: pleaseCheck(heading),
      heading,
      sentence: `${finding.sentence}. It is shown again when it gets worse, or after ${until}.`,
      form: {
        fields: [line('What was found or done')],
        submit: recordLookedInto.button('Record', toFindingInput(finding)),
      },
    };
  }

  function acceptForm({ today, bankHolidays }: Request, finding: KnownFinding): Answer {
    const heading = 'Accept this for a time?';
    return {
      text: pleaseCheck(heading),
      heading,
      sentence: `${finding.sentence}. It stays in the exception report, and is shown again when it gets worse or the day has passed.`,
      form: {
        fields: [
          {
            id: 'until',
            label: 'Accepted until',
            kind: 'day',
            value: workingDayUpTo(addDays(today, LOOKED_INTO_DAYS), bankHolidays),
            required: true,
          },
          line('Reason'),
        ],
        submit: recordAccepted.button('Accept', toFindingInput(finding)),
      },
    };
  }

  return [openForm, recordLookedInto, recordAccepted, undoResponse] as const;
}

const line = (label: string): Field => ({ id: 'words', label, kind: 'lines', required: true });

/** The finding as it stands now, where whoever presses may say something to it; or why not. */
async function onFinding(
  request: Request,
  sources: readonly FindingSource[],
  of: Pick<KnownFinding, 'rule' | 'subject'>,
  say: (finding: KnownFinding) => Promise<Answer>,
): Promise<Answer> {
  if (!isPermitted(request.person, 'drift.respond'))
    return {
      text: `Nothing was recorded: that is for ${describeWhoMay('drift.respond')}.`,
      refused: 'access',
    };
  const found = await requireFinding(request, sources, of);
  if ('answer' in found) return found.answer;
  const whyNot = describeWhyNot(request, found.finding);
  return whyNot
    ? { text: `Nothing was recorded. ${whyNot}`, refused: 'access' }
    : say(found.finding);
}

const WHY_NOT: Readonly<Record<ResponseRefusal | 'exists', string>> = {
  'words-missing': 'Please give the reason, or say what was found; it is kept.',
  'until-missing': 'Please say until which day.',
  'until-passed': 'That day has passed. Please give one that is still to come.',
  'until-too-far': `Nothing is accepted for more than ${MAX_ACCEPTED_DAYS} days. Please give an earlier day.`,
  exists: 'Somebody recorded something meanwhile. Please try again.',
};

async function record(
  request: Request,
  sources: readonly FindingSource[],
  finding: KnownFinding,
  said: { readonly state: ResponseState; readonly words: string; readonly until?: Day | undefined },
): Promise<Answer> {
  const store = request.store(findingResponseStore);
  const ids = (await store.list()).map(({ id }) => id);
  const id = nextReference(ids, 'DRF-01');
  const of = toFindingInput(finding);
  const decided = respondToFinding({ id, ...of, ...said }, finding, toActor(request));
  if (!decided.ok) return { text: `Nothing was recorded. ${WHY_NOT[decided.refusal]}` };
  const added = await store.add(decided.value.record, decided.value.event);
  if (!added.ok) return { text: `Nothing was recorded. ${WHY_NOT[added.refusal]}` };
  const { id: response } = added.value;
  const operation = (await store.history(response)).at(-1)?.operation;
  const found = await requireFinding(request, sources, of);
  if ('answer' in found) throw new UnreadableInput(openFormPress.id);
  return findingAnswer(request, found.finding, {
    news: 'Recorded.',
    undo: operation
      ? {
          what: 'what was said to something that drifts was recorded',
          press: undoResponsePress.press({ ...of, response, change: operation }),
        }
      : undefined,
  });
}
