import { describeWhoMay } from '../../answers/access-words.ts';
import { ask } from '../../answers/questions.ts';
import { shortName } from '../../answers/short-name.ts';
import { undoButton } from '../../answers/undo-words.ts';
import { formatCount, sentenceCase } from '../../answers/words.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer, Button, State } from '../../contract/answer.ts';
import type { FindingSource } from '../../contract/finding.ts';
import type { Request } from '../../contract/request.ts';
import type { Undo } from '../../contract/thread.ts';
import { isPermitted } from '../../domain/access.ts';
import { type Day, formatDay } from '../../domain/dates.ts';
import { agencyName, groupName, personName } from '../../domain/directory.ts';
import { type FindingResponse, ownFinding } from '../../domain/finding-response.ts';
import { openFindingPress, openFormPress, toFindingInput } from './buttons.ts';
import { findFinding, type KnownFinding, seenFindings } from './queries.ts';

/** The card of one finding: its figure, why it counts, what was said to it, and what can be. */
export const createOpenFinding = (sources: () => readonly FindingSource[]) =>
  action({
    ...openFindingPress,
    permission: 'drift.read',
    async handle(request: Request, input): Promise<Answer> {
      const found = await requireFinding(request, sources(), input);
      return 'answer' in found ? found.answer : findingAnswer(request, found.finding);
    },
  });

/** The finding that a card names, as it stands now, if whoever presses looks after it. */
export async function requireFinding(
  request: Request,
  sources: readonly FindingSource[],
  input: Pick<KnownFinding, 'rule' | 'subject'>,
): Promise<{ readonly finding: KnownFinding } | { readonly answer: Answer }> {
  if (!sources.some(({ rule }) => rule === input.rule))
    throw new UnreadableInput(openFindingPress.id);
  const finding = await findFinding(request, sources, input);
  if (!finding) return { answer: IS_GONE };
  if (seenFindings([finding], request.person).length === 0)
    return {
      answer: {
        text: `That is looked after by ${describeWhoMay('drift.read')}.`,
        refused: 'access',
      },
    };
  return { finding };
}

const IS_GONE: Answer = {
  text: 'By the records, that isn’t drifting any more.',
  suggestions: [{ title: 'What is drifting', ...ask('drift_report') }],
};

export const levelState = ({ level }: Pick<KnownFinding, 'level'>): State => ({
  words: level === 'alert' ? 'for long' : 'drifting',
  colour: level === 'alert' ? 'attention' : 'warning',
});

const answeredState = ({ state, until }: FindingResponse, today: Day): State => ({
  words: state === 'accepted' ? `accepted until ${formatDay(until, today)}` : state,
  colour: 'default',
});

/** “Accepted until Fri 30 April by the Chair: the new chair starts then” */
export const describeResponse = (
  { state, until, by, words }: FindingResponse,
  { directory, today }: Pick<Request, 'directory' | 'today'>,
): string =>
  state === 'accepted'
    ? `Accepted until ${formatDay(until, today)} by ${personName(directory, by)}: ${words}`
    : `Looked into by ${personName(directory, by)}: ${words}. Shown again after ${formatDay(until, today)}, or when it gets worse`;

/** A finding with what was said to it; `news` is what has just been recorded. */
export function findingAnswer(
  request: Request,
  finding: KnownFinding,
  { news, undo }: { readonly news?: string; readonly undo?: Undo | undefined } = {},
): Answer {
  const { today } = request;
  const { sentence, since, rows, why, response } = finding;
  const said = response && describeResponse(response, request);
  const state = response ? answeredState(response, today) : levelState(finding);
  const whyNot = describeWhyNot(request, finding);
  return {
    text: [news, `${sentence}.`, said && `${said}.`].filter(Boolean).join(' '),
    ...(news && { news }),
    about: 'what is drifting',
    heading: sentence,
    state: { ...state, words: sentenceCase(state.words) },
    sections: [
      ...(undo ? [{ buttons: [undoButton(undo)] }] : []),
      {
        facts: [
          ...(since ? [{ title: 'Since', value: formatDay(since, today) }] : []),
          ...(rows.length > 0
            ? [{ title: 'Behind it', value: formatCount(rows.length, 'record') }]
            : []),
          { title: 'Rule', value: why },
          ...(said ? [{ title: 'Response', value: said }] : []),
        ],
      },
      ...(whyNot ? [{ note: whyNot }] : []),
    ],
    buttons: nextButtons(request, finding, whyNot !== undefined),
    suggestions: [
      {
        title: 'Raise an action',
        ...ask('add_action', finding.group ? { group: finding.group } : {}),
      },
      { title: 'What is drifting', ...ask('drift_report') },
      { title: 'What was accepted', ...ask('list_accepted_findings') },
    ],
    thread: { ...ask('drift_report'), ...(undo && { undo }) },
  };
}

function nextButtons(request: Request, finding: KnownFinding, isOwn: boolean): Button[] {
  const input = toFindingInput(finding);
  const responds = isPermitted(request.person, 'drift.respond') && !isOwn;
  return [
    ...(finding.opens ? [{ ...finding.opens, isPrimary: true, inNewMessage: true }] : []),
    ...(responds
      ? [
          openFormPress.button('Note what was found', { ...input, form: 'looked into' }),
          openFormPress.button('Accept until a day', { ...input, form: 'accepted' }),
        ]
      : []),
  ];
}

/** Why somebody who says something to others says nothing to this one. */
export function describeWhyNot(
  { person, directory }: Pick<Request, 'person' | 'directory'>,
  finding: Pick<KnownFinding, 'group' | 'agencies'>,
): string | undefined {
  if (!isPermitted(person, 'drift.respond')) return undefined;
  const own = ownFinding(person, finding, directory);
  const other = person.roles.includes('scrutineer') ? 'the chair' : 'the scrutineer';
  if (own === 'group')
    return `You chair ${shortName(groupName(directory, finding.group ?? ''), directory.groups)}, so it is for ${other} to accept this or to say that it was looked into.`;
  if (own === 'agency')
    return `This is about ${shortName(agencyName(directory, person.agency ?? ''), directory.agencies)}, your own agency, so it is for ${other} to accept this or to say that it was looked into.`;
  return undefined;
}
