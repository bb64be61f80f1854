import type { IntentGrammar } from '../contract/intent-grammar.ts';
import type { Filters, Question } from '../contract/question.ts';
import { omitUndefined } from '../domain/optional.ts';
import type { IntentLabel } from './classifier/intent-model.ts';
import { type FollowUpKind, fillFromPrevious, mergeWithPrevious } from './dialogue/follow-up.ts';
import type { AnnotatedMessage } from './entities/annotated-message.ts';
import type { Candidate } from './reading.ts';
import type { FillContext } from './slots/fill-context.ts';
import { fillFilters } from './slots/fill-filters.ts';
import { fillSlots } from './slots/fill-slots.ts';

/** What is inferred stands where its label has so much of the intent's share. */
const MIN_LEAD_OF_INFERRED = 0.7;

/**
 * The question that a label makes of a message, with the words that gave each part; `lead` is the
 * label's part of all that speaks for its intent.
 */
export function buildQuestion(
  { intent, grammar, inferred, ...variant }: IntentLabel,
  { share, lead }: { readonly share: number; readonly lead: number },
  context: FillContext,
  previous: Question | undefined,
  followUp: FollowUpKind,
): Candidate {
  const filled = fillFilters(context, grammar);
  const own = { ...filled.args, ...fillSlots(context, grammar) };
  const narrowing = listNarrowing({ ...filled.filters, ...own });
  const suggested: Readonly<Record<string, unknown>> = { ...inferred?.filters, ...inferred?.args };
  const fits = followUp === 'none' && narrowing.every(([name, value]) => suggested[name] === value);
  const added = fits && lead >= MIN_LEAD_OF_INFERRED ? inferred : undefined;
  const isWhole = narrowing.length === 0 && own.assignee !== 'me';
  const isDisputed = inferred && fits && !added && isWhole;
  const filters = { ...variant.filters, ...added?.filters, ...filled.filters };
  const args = omitUndefined({ ...own, ...added?.args, ...variant.args });
  const ownQuestion = { intent, filters, args };
  const threaded = !previous
    ? ownQuestion
    : followUp === 'none' || followUp === 'pronoun'
      ? fillFromPrevious(previous, grammar, ownQuestion, {
          pointsToOne: followUp === 'pronoun',
          text: context.message.text,
        })
      : mergeWithPrevious(previous, grammar, ownQuestion, context.message.text);
  const inherited = (Object.keys(threaded.filters) as (keyof Filters)[]).filter(
    (name) => filters[name] === undefined,
  );
  const argParts = Object.entries(args).map(([name, value]) => ({
    words: '',
    field: `args.${name}`,
    value: String(value),
  }));
  return {
    question: complete(threaded, grammar, context, previous),
    // Where it is not clear which part of a list is asked for, the whole of it is no answer.
    confidence: isDisputed ? share * lead : share,
    ...(inherited.length > 0 && { inherited }),
    parts: [
      {
        words: context.message.text,
        field: 'intent',
        value: [intent, ...Object.values(variant.args)].join('/'),
      },
      ...filled.parts,
      ...argParts,
    ],
  };
}

/** What words say of how far something is, when it is due, or what it lacks. */
const listNarrowing = (said: object): readonly (readonly [string, unknown])[] =>
  Object.entries(said).filter(([name, value]) => value !== undefined && NARROWING.test(name));

const NARROWING =
  /^(status|dueRange|has(?:Owner|Agency|Group|Person|Due|Evidence)|unsure|asAt|tense|completedRange|raisedRange|unreadDay|order)$/;

/** Adds what goes without saying. */
function complete(
  { intent, filters, args }: Question,
  grammar: IntentGrammar,
  { message, board, dates }: FillContext,
  previous: Question | undefined,
): Question {
  const isOwnOpen =
    args.assignee === 'me' && !filters.status && grammar.filters?.includes('status');
  const meetingOf =
    filters.dueRange === 'before-next-meeting' && !args.beforeMeetingOf
      ? { beforeMeetingOf: groupOfMeeting(message) ?? board }
      : {};
  const isDated =
    grammar.slots?.includes('meeting-date') &&
    filters.group &&
    (dates.length > 0 || args.date !== undefined);
  const { meeting, ...defaults } = grammar.defaults ?? {};
  const allFilters = omitUndefined({
    ...(isDated || args.lastMeetings !== undefined ? {} : { meeting }),
    ...defaults,
    ...(defaults.group === 'board' && { group: board }),
    ...fromPrevious(defaults, previous),
    ...(isOwnOpen && { status: 'open' }),
    ...filters,
  });
  const { hasDue, ...otherArgs } = args;
  return {
    intent,
    filters: allFilters,
    args: { ...(allFilters.dueRange && hasDue === true ? otherArgs : args), ...meetingOf },
  };
}

/** The previous group or review before a default: after “agenda for slpr”, an item is for slpr. */
function fromPrevious({ group, reviewRef }: Filters, previous: Question | undefined): Filters {
  const before = previous?.filters;
  return {
    ...(group && before?.group ? { group: before.group } : {}),
    ...(reviewRef && before?.reviewRef ? { reviewRef: before.reviewRef } : {}),
  };
}

/** The group in “before the next qppa”; a group named elsewhere in the message is not meant. */
function groupOfMeeting({ tokens, entities, weakEntities }: AnnotatedMessage): string | undefined {
  const before = tokens.findIndex(({ word }) => /^(before|by|until)$/.test(word));
  return [...entities, ...weakEntities]
    .filter(({ start }) => start > before && start <= before + 4)
    .flatMap(({ senses }) => senses.filter(({ kind }) => kind === 'group'))[0]?.id;
}
