import type { IntentGrammar, SlotName } from '../contract/intent-grammar.ts';
import type { Args } from '../contract/question.ts';
import { monthContaining } from '../domain/dates.ts';
import type { Scene } from './compose-filters.ts';
import { flagsIn } from './lacking.ts';
import { GROUP_WORDS } from './part-words.ts';
import { speaksOfOwn } from './people-words.ts';
import { reminderWords } from './reminder-words.ts';

type Grammar = (scene: Scene, text: string, typed: string) => Args;

/** The arguments that a message gives, of those that the intent reads. `typed` is the message as it was written. */
export function composeArgs(scene: Scene, spoken: IntentGrammar, typed: string): Args {
  const text = scene.heard.tokens.map(({ word }) => word).join(' ');
  return Object.assign(
    {},
    ...(spoken.slots ?? []).map((name) => GRAMMARS[name](scene, text, typed)),
  );
}

const GRAMMARS: Readonly<Record<SlotName, Grammar>> = {
  action: ({ heard }) => (heard.actionRefs[0] ? { actionRef: heard.actionRefs[0].ref } : {}),
  assignee: ({ heard }) => {
    const person = heard.mentions.find((mention) => mention.meanings[0].kind === 'person');
    return speaksOfOwn(heard)
      ? { assignee: 'me' }
      : person
        ? { assignee: person.meanings[0].id }
        : {};
  },
  person: ({ heard }, text) => {
    const person = heard.mentions.find((mention) => mention.meanings[0].kind === 'person')
      ?.meanings[0].id;
    return person ? { person } : /\b(?:for|to|on) me\b/.test(text) ? { person: 'me' } : {};
  },
  'evidence-flags': (_, text) => flagsIn(text),
  grouping: (_, text) => {
    const counts = /\b(how many|number|numbers|count|total|tally|how much)\b/.test(text);
    const by = groupedBy(text);
    return { ...(by ? { groupBy: by } : {}), ...(counts || by ? { count: true } : {}) };
  },
  order: (_, text) =>
    /\b(least|lowest|worst|poorest|fewest|bottom|poor)\b/.test(text)
      ? { order: 'lowest' }
      : /\b(most|highest|best|top)\b/.test(text) &&
          !/\bmost (pressing|recent|urgent|important|of)\b/.test(text)
        ? { order: 'highest' }
        : {},
  field: (_, text) => ({ field: FIELDS.find(([, words]) => words.test(text))?.[0] }),
  'meeting-date': ({ dates, heard }) => {
    const relative = heard.tokens.find(({ word }) => /^(today|tomorrow)$/.test(word));
    const [found] = dates;
    const date = found?.typed ?? relative?.word;
    return date ? { date, ...(found && !found.month && { on: found.day }) } : {};
  },
  'meeting-time': (_, _text, typed) => ({ time: TIME.exec(typed)?.slice(1).find(Boolean)?.trim() }),
  'status-change': statusChange,
  note: (_, _text, typed) => ({ note: NOTE.exec(typed)?.[1]?.trim() }),
  'evidence-text': (_, _text, typed) => ({ evidence: evidenceIn(typed) }),
  'new-action': newAction,
  deputy: (_, _text, typed) => {
    const named =
      /\b(?:sending|send|sent|deputy (?:will be|is)|deputy:?)\s+(?!a deputy|my deputy|apologies)(.+?)(?:\s+(?:instead|in my place|on my behalf|to the|to |for the|as my).*)?$/i.exec(
        typed,
      )?.[1];
    const after = /[-–:,]\s*([^-–:,]+)$/.exec(typed)?.[1];
    return { deputy: (named ?? after)?.trim() };
  },
  'agenda-item': (_, _text, typed) => {
    const item =
      /[-–:]\s*(.+)$/.exec(typed)?.[1] ??
      /\b(?:add|put|get|include|pop|stick)\s+(.+?)\s+(?:on|onto|to|in)\b/i.exec(typed)?.[1];
    return item && !/^(an? )?item$/i.test(item) ? { item: item.trim() } : {};
  },
  'decision-text': (_, _text, typed) => {
    const said =
      /\b(?:decision|decided|agreed|resolved)\b\s*(?:was|is|that|to|:|[-–])*\s+(.{3,})$/i.exec(
        typed,
      )?.[1];
    const after = /[:–]\s*(.+)$/.exec(typed)?.[1];
    return { decision: (after ?? said)?.trim() };
  },
  reminder: reminderWords,
  since: ({ dates }, text) =>
    /\b(since|from|after)\b/.test(text) && dates[0]
      ? { from: dates[0].typed, fromDay: dates[0].day }
      : {},
  'last-meetings': (_, text) => {
    const number =
      /\blast (\d+|two|three|four|five|six|few|couple)\b(?! (years?|months?|weeks?|days?))/.exec(
        text,
      )?.[1];
    const words = ['two', 'three', 'four', 'five', 'six'];
    return number
      ? {
          lastMeetings: /^\d/.test(number)
            ? Number(number)
            : words.includes(number)
              ? words.indexOf(number) + 2
              : number === 'couple'
                ? 2
                : 3,
        }
      : {};
  },
  'drift-kind': ({ heard }) =>
    heard.concepts.some(({ name }) => name === 'not-met') ? { kind: 'meetings' } : {},
  section: (_, text) => {
    const section = /\b(reviews?|attendance|actions|priorities|risks?|training|audits?)\b/.exec(
      text,
    )?.[1];
    return section ? { section } : {};
  },
};

/** “…, no sign that families noticed”, “… because the lead has left” */
const NOTE = /(?:\bbecause|[-–,:;])\s+(.{4,})$/i;
const TIME = /\b(\d{1,2}(?:[:.]\d{2})? ?(?:am|pm)|\d{1,2}:\d{2})\b|\bat (\d{1,2}(?:\.\d{2})?)\b/i;

function groupedBy(text: string): Args['groupBy'] {
  for (const [value, words] of Object.entries(GROUP_WORDS)) {
    const any = words.split(', ').join('|');
    const asked = new RegExp(
      `\\b(by|per|each|every|across|between|split by|for each|for every|in each|to each|grouped by|against each|broken down by|breakdown by|with each|from each|sorted by|which) (?:lead |owning |owner |different |partner |the |all |all the |of the |rag )*(${any})\\b`,
    );
    const counted =
      /\b(most|fewest|least|how many|numbers?|count|split|breakdown|broken|tally|total|highest|lowest|by|per|each|every)\b/;
    const hit = asked.exec(text);
    if (!hit || !counted.test(text)) continue;
    if (hit[1] === 'which' && !/\b(most|fewest|least|highest|lowest)\b/.test(text)) continue;
    if (
      /^(by|across)$/.test(hit[1] ?? '') &&
      new RegExp(`\\b(by|across) (the|all|all the) (${any})\\b`).test(text) &&
      !/\b(how many|count|split|break|number)/.test(text)
    )
      continue;
    return value as Args['groupBy'];
  }
  const divided = /\b(agency|group|priority|status|theme) (breakdown|split|by \1)\b/.exec(
    text,
  )?.[1];
  if (divided) return (divided === 'theme' ? 'priority' : divided) as Args['groupBy'];
  return /\bwho (?:has|owns) (the )?(most|fewest|least)\b/.test(text) ? 'agency' : undefined;
}

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

function statusChange({ heard, dates }: Scene, text: string, typed: string): Args {
  const status = heard.parts.find(
    (part) => part.filter === 'status' && part.value !== 'open',
  )?.value;
  const withdraws = /\b(withdraw|cancel|scrap|drop|abandon)\b/.test(text);
  const blocked = /\b(stuck|blocked|on hold|held up|waiting (on|for)|paused|parked|stalled)\b/.test(
    text,
  );
  const started =
    /\b(start|started|begun|kicked off|under way|underway|going|ongoing|in progress|progress)\b/.test(
      text,
    ) && !/\bnot (been )?(start|started|begun)\b/.test(text);
  const moves =
    /\b(push|move|moved|extend|extended|shift|put back|back to|until|till|due|date|deadline|to the end|slip|bump|defer|delay)\b/.test(
      text,
    );
  const due = moves ? (dates.at(-1)?.typed ?? endOfMonthIn(typed)) : undefined;
  const note = /(?:\bas stuck|\bstuck|\bblocked|\bstarted|\bbecause|[-–,:])\s+(.+)$/i.exec(
    typed,
  )?.[1];
  const statusNew = withdraws
    ? 'withdrawn'
    : blocked || started
      ? status === 'not started'
        ? status
        : 'in progress'
      : status;
  return {
    ...(statusNew ? { statusNew } : {}),
    ...(blocked ? { blocked: true } : {}),
    ...(due ? { dueNew: due } : {}),
    ...(moves ? dueOn(dates) : {}),
    ...(note ? { note: note.trim() } : {}),
  };
}

const endOfMonthIn = (typed: string): string | undefined =>
  /\b(?:next|this|end of) (?:the )?(?:week|month|\w+)\b/i.exec(typed)?.[0];

function evidenceIn(typed: string): string | undefined {
  const said = /\b(?:evidence|impact)\s*(?:is|was|:|-|–|of impact)?\s*:?\s+(.+)$/i.exec(typed)?.[1];
  const after = /(?:\bdone|\bcomplete[d]?|\bfinished|\bclosed?|\bnow|\d)\s*[-–,:;.]\s*(.+)$/i.exec(
    typed,
  )?.[1];
  const text = (said ?? after)?.trim();
  return text && text.length > 3 ? text : undefined;
}

/** “add action: scvo to send the plan by 30 june” */
function newAction({ dates }: Scene, _text: string, typed: string): Args {
  const rest = typed
    .replace(
      /^.*?\b(?:add|new|log|raise|record|create|put down|put|assign|note|minute|take)\b(?: (?:an?|new|another|this|the|to)\b)*(?: actions?\b| tasks?\b)?\s*(?:out of \w+|from \w+)?\s*[:–-]?\s*/i,
      '',
    )
    .replace(/^(?:for|to)\s+/i, '');
  const due = dates.at(-1)?.typed ?? /\bnext (?:board|meeting)\b/i.exec(typed)?.[0];
  const escaped = due?.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const dated = escaped
    ? rest.replace(
        new RegExp(
          `[,\\s]*(?:due|by|before|back in|in|on|end of|for)?\\s*(?:the )?${escaped}.*$`,
          'i',
        ),
        '',
      )
    : rest;
  const title =
    /^(?:\S+\s){1,5}?to\s+(.+)$/i.exec(dated)?.[1] ?? /[-–:]\s*(.+)$/.exec(dated)?.[1] ?? dated;
  return { title: title.trim() || undefined, ...(due ? { due } : {}), ...dueOn(dates) };
}

/** The day by which something is to be done; the last one of a month that was named alone. */
function dueOn(dates: Scene['dates']): Args {
  const date = dates.at(-1);
  return date ? { dueOn: date.month ? monthContaining(date.day).to : date.day } : {};
}
