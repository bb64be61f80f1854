import type { IntentGrammar } from '../contract/intent-grammar.ts';
import type { Filters, Question } from '../contract/question.ts';
import { composeArgs } from './compose-args.ts';
import { composeFilters, type Scene, withDefaults } from './compose-filters.ts';
import type { TitleInText } from './find-title.ts';
import { defined, merge, supplied } from './follow-up.ts';
import { type Heard, wordsIn } from './heard.ts';
import type { Listening } from './listening.ts';
import type { Candidate, Reason } from './reader.ts';

/** The question that a label of the classifier makes of what was heard, with the words that gave each part. */
export function compose(
  label: string,
  share: number,
  scene: Scene,
  title: TitleInText | undefined,
  { hearing, understanding }: Listening,
  leaning: string,
): Candidate {
  const {
    intent,
    args: settled,
    filters: given = {},
  } = understanding.settled.get(label) ?? { intent: label, args: {} };
  const spoken: IntentGrammar = understanding.spoken.get(intent) ?? { utterances: [] };
  const { filters: heardFilters, because, args: dated } = composeFilters(scene, spoken);
  const filters = { ...heardFilters, ...given };
  const named =
    spoken.slots?.includes('action') && title
      ? {
          match: title.words,
          ...(title.fits.length === 1 ? { actionRef: title.fits[0]?.ref } : {}),
        }
      : {};
  const args = defined({
    ...named,
    ...dated,
    ...composeArgs(scene, spoken, hearing.text),
    ...settled,
  });
  const own: Question = { intent, filters, args };
  const merged =
    hearing.thread && leaning !== 'none'
      ? merge(hearing.thread, intent, spoken, filters, args)
      : hearing.thread
        ? supplied(hearing.thread, spoken, own)
        : own;
  const question = complete(merged, spoken, scene, hearing.thread?.question);
  const reasons: Reason[] = [
    {
      words: wordsIn(scene.heard, { start: 0, end: scene.heard.tokens.length }),
      gave: 'intent',
      value: label,
    },
    ...because,
    ...Object.entries(args).map(([name, value]) => ({
      words: '',
      gave: `args.${name}`,
      value: String(value),
    })),
  ];
  return { question, confidence: share, because: reasons };
}

/** Adds what goes without saying. */
function complete(
  { intent, filters, args }: Question,
  spoken: IntentGrammar,
  { heard, board, dates }: Scene,
  before: Question | undefined,
): Question {
  const open =
    args.assignee === 'me' && !filters.status && spoken.filters?.includes('status')
      ? { status: 'open' }
      : {};
  const upTo =
    filters.dueRange === 'before-next-meeting' && !args.beforeMeetingOf
      ? { beforeMeetingOf: meetingGroup(heard) ?? board }
      : {};
  const dated =
    spoken.slots?.includes('meeting-date') &&
    filters.group &&
    dates.length + (args.date ? 1 : 0) > 0;
  const pinned = dated || args.lastMeetings !== undefined;
  const { meeting: _, ...others } = spoken.defaults ?? {};
  const defaults = pinned ? others : (spoken.defaults ?? {});
  const all = withDefaults(
    { ...open, ...filters },
    { ...defaults, ...spokenBefore(defaults, before) },
    board,
  );
  const { hasDue, ...rest } = args;
  return {
    intent,
    filters: all,
    args: { ...(all.dueRange && hasDue === true ? rest : args), ...upTo },
  };
}

/** What was just spoken of goes without saying before what is usual does: after “agenda for slpr”, another item is for slpr. */
function spokenBefore({ group, reviewRef }: Filters, before: Question | undefined): Filters {
  return {
    ...(group && before?.filters.group ? { group: before.filters.group } : {}),
    ...(reviewRef && before?.filters.reviewRef ? { reviewRef: before.filters.reviewRef } : {}),
  };
}

/** The group in “before the next qppa”; another group's name elsewhere in the message is not meant. */
function meetingGroup({ tokens, mentions, faint }: Heard): string | undefined {
  const before = tokens.findIndex(
    ({ word }) => word === 'before' || word === 'by' || word === 'until',
  );
  const near = [...mentions, ...faint].filter(({ start }) => start > before && start <= before + 4);
  return near.flatMap(({ meanings }) => meanings.filter(({ kind }) => kind === 'group'))[0]?.id;
}
