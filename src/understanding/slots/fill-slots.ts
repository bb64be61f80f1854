import type { IntentGrammar, SlotName } from '../../contract/intent-grammar.ts';
import type { Args } from '../../contract/question.ts';
import { omitUndefined } from '../../domain/optional.ts';
import { typedWords } from '../entities/annotated-message.ts';
import { COLLECTIVE, refersToSelf } from '../text/self-reference.ts';
import { parseCount } from '../text/word-sets.ts';
import { parseDueChange, parseEvidence, parseNote, parseStatusChange } from './action-slots.ts';
import { parseAskerAgency } from './asker-agency.ts';
import { parseAttendees } from './attendees.ts';
import { parseDayRange } from './day-range.ts';
import { type FillContext, forGrammar } from './fill-context.ts';
import { parseGrouping, parseOrder } from './grouping.ts';
import { parseMeetingDate } from './meeting-date.ts';
import { parseDecision, parseItemPut } from './meeting-texts.ts';
import { parseNewAction } from './new-action.ts';
import { findLimit, findTimeOrder } from './order.ts';
import { asksWhatWas, looksAhead, toPastDay } from './past-days.ts';
import { parsePeriod } from './period.ts';
import { parsePresenceFilters } from './presence-filters.ts';
import { parseRecurrence } from './recurrence.ts';
import { parseReminder } from './reminder.ts';
import { parseReviewDays } from './review-days.ts';
import { parseOwnAgency, parseSeveral } from './several.ts';

/** The arguments that a message gives, of those that the intent has slots for. */
export function fillSlots(context: FillContext, grammar: IntentGrammar): Args {
  const { slots = [], patterns = {} } = grammar;
  const own = Object.entries(patterns).map(([name, pattern]) => ({
    [name]: pattern.exec(context.typed)?.[1]?.trim(),
  }));
  const dated = forGrammar(context, grammar);
  const shared = slots.map((slot) => SLOTS[slot](dated));
  return Object.assign({}, ...[...shared, ...own].map(omitUndefined));
}

const SLOTS: Readonly<Record<SlotName, (context: FillContext) => Args>> = {
  action: ({ message, title }) => {
    const [only, ...more] = title?.titles ?? [];
    const ref = message.actionRefs[0]?.ref ?? (more.length === 0 ? only?.ref : undefined);
    return { match: title?.words, actionRef: ref };
  },
  assignee: ({ message }) => ({
    assignee: refersToSelf(message.text) ? 'me' : findPerson(message),
  }),
  person: ({ message }) => ({
    person: findPerson(message) ?? (NAMES_SELF.test(message.text) ? 'me' : undefined),
  }),
  post: ({ message }) => {
    const post = message.absent.find(({ value }) => value === 'post');
    return { post: post && typedWords(message, post) };
  },
  'presence-filters': ({ message }) => parsePresenceFilters(message),
  grouping: ({ message: { text } }) => parseGrouping(text),
  rank: ({ message }) => ({
    order: parseOrder(message),
    limit: findLimit(message.text)?.value,
  }),
  order: ({ message: { text } }) => ({
    // Agencies that are counted come by their number alone.
    order: parseGrouping(text).groupBy ? undefined : findTimeOrder(text)?.value,
    limit: findLimit(text)?.value,
  }),
  field: ({ message }) => ({ field: FIELDS.find(([, words]) => words.test(message.text))?.[0] }),
  'meeting-date': parseMeetingDate,
  'past-date': (context) => {
    const { today } = context;
    const [found] = context.dates;
    if (!found || found.isPeriod || looksAhead(context)) return {};
    const on = toPastDay(found, today);
    return { on, ...(on !== found.day && { orOn: found.day }) };
  },
  tense: (context) => {
    if (looksAhead(context)) return { tense: 'coming' };
    return asksWhatWas(context.message.text) ? { tense: 'past' } : {};
  },
  'day-range': (context) => ({ range: parseDayRange(context) }),
  several: parseSeveral,
  'own-agency': parseOwnAgency,
  'asker-agency': ({ message }) => parseAskerAgency(message),
  'meeting-time': ({ typed }) => ({ time: TIME.exec(typed)?.slice(1).find(Boolean)?.trim() }),
  attendees: parseAttendees,
  recurrence: parseRecurrence,
  'status-change': parseStatusChange,
  'due-change': parseDueChange,
  note: parseNote,
  'evidence-text': ({ typed }) => ({ evidence: parseEvidence(typed) }),
  'new-action': parseNewAction,
  deputy: ({ typed }) => {
    const named =
      /\b(?:sending|send|sent|deputy (?:will be|is)|deputy:?)\s+(?!a deputy|my deputy|apologies|(?:some|any)(?:one|body)\b)(.+?)(?:\s+(?:instead|in my place|on my behalf|to the|to |for the|as my).*)?$/i.exec(
        typed,
      )?.[1];
    const comes =
      /^(?:hi,? |hello,? )?(?!someone|somebody|nobody|no one|who|he |she |i )(.+?)(?: is|’s|'s| will be) (?:coming|attending|going|standing in|sitting in|covering)(?: [^,;:]{1,60}?)?(?: (?:instead|for me|in my place|on my behalf|as my deputy))/i.exec(
        typed,
      )?.[1];
    const after = /[-–:,]\s*([^-–:,]+)$/.exec(typed)?.[1];
    return { deputy: (named ?? comes ?? after)?.trim() };
  },
  'agenda-item': ({ typed }) => {
    const item = /[-–:]\s*(.+)$/.exec(typed)?.[1] ?? parseItemPut(typed);
    return item && !/^(an? )?item$/i.test(item) ? { item: item.trim() } : {};
  },
  'decision-text': ({ typed }) => ({ decision: parseDecision(typed) }),
  reminder: parseReminder,
  since: ({ dates: [date], message: { text } }) => ({
    ...(date && /\b(since|from|after)\b/.test(text) && { from: date.typed, fromDay: date.day }),
    ...(EVER.test(text) && { ever: true }),
  }),
  period: parsePeriod,
  'review-days': parseReviewDays,
  'last-meetings': ({ message }) => {
    const count = LAST_MEETINGS.exec(message.text)?.[1];
    return { lastMeetings: count && parseCount(count) };
  },
  'drift-kind': ({ message }) => ({
    kind: message.concepts.some(({ name }) => name === 'not-met') ? 'meetings' : undefined,
    about: DRIFT_ABOUT.find(([concept]) =>
      message.concepts.some(({ name }) => name === concept),
    )?.[1],
  }),
  // These are filled with the filters, which say what the words mean otherwise.
  topic: () => ({}),
  'source-name': () => ({}),
  raised: () => ({}),
  timeliness: () => ({}),
  'as-at': () => ({}),
  except: () => ({}),
  section: ({ message }) => ({ section: SECTION.exec(message.text)?.[1] }),
};

/** Who is named; “Miriam's people” are those of her agency. */
const findPerson = ({ entities, tokens }: FillContext['message']): string | undefined =>
  entities.find(
    ({ senses, end }) =>
      senses[0].kind === 'person' &&
      !(/['’]s$/.test(tokens[end - 1]?.typed ?? '') && MANY.test(tokens[end]?.word ?? '')),
  )?.senses[0].id;
/** “for me: …”, “…, me, by friday”, “owner me” */
const NAMES_SELF =
  /\b(?:for|to|on) me\b|\bme to\b|(?:^|[,:–;-] )(?:me|mine|myself)(?= [,:–;-]|$)|\b(?:owner|owned by|owns it|lead|assigned to|mine) (?:is |: |- )?(?:me|myself)\b|\b(?:action|task|one) (?:of )?(?:me|mine|myself)\b/;
const MANY = new RegExp(`^${COLLECTIVE}$`);

const TIME = /\b(\d{1,2}(?:[:.]\d{2})? ?(?:am|pm)|\d{1,2}:\d{2})\b|\bat (\d{1,2}(?:\.\d{2})?)\b/i;
const SECTION =
  /\b(reviews?|attendance|actions|priorities|risks?|training|audits?|meetings|challenges?|escalations?|recommendations|learning|lcsprs)\b/;
/** “Of all those on record”, “every meeting we have a register for” */
const EVER =
  /\bever\b|\b(?:all|every|each|any|everything|whole)\b.{0,30}\b(?:on record|on file|recorded|in the records|(?:have|hold|keep|got) (?:an? |the )?(?:registers?|records?))\b|\ball (?:the )?years\b|\bsince records began\b|\ball time\b/;
/** Of what somebody asks whether it drifts. */
const DRIFT_ABOUT = [
  ['attend', 'attendance'],
  ['evidence', 'impact'],
] as const;

const LAST_MEETINGS =
  /\blast (\d+|two|three|four|five|six|few|couple)\b(?! (years?|months?|weeks?|days?))/;

const FIELDS: readonly (readonly [string, RegExp])[] = [
  ['history', /\b(history|updated|changed|touched|edited|audit trail|timeline|last looked)\b/],
  ['evidence', /\b(evidence|impact|proof|difference)\b/],
  ['nationalPanel', /\bpanel\b/],
  ['decision', /\b(decide|decided|decision|outcome)\b/],
  ['objectives', /\b(objectives?|aims?|goals?|achieve|trying to do)\b/],
  ['lead', /\b(leads?|led|charge|runs|responsible|owns|chairs?)\b/],
  ['due', /\b(due|deadline|when)\b/],
  ['owner', /\b(who|owner|whose)\b/],
  ['status', /\b(status|progress|up to)\b/],
];
