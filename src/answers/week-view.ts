import type { OutgoingMessage } from '../contract/ports/personal-chats.ts';
import type { ActionRow, Figure } from './card-parts.ts';
import {
  type DigestRow,
  type Occasion,
  type Press,
  repeatNote,
  SETTINGS,
  sourceLine,
} from './notice-views.ts';
import { counted, verb } from './words.ts';

/** How a chair's week begins: of one group, or of the whole partnership. */
export interface Week {
  /** The group that the person chairs; left out for the partnership's chair. */
  readonly group?: string;
  /** The most pressing first. */
  readonly overdue: readonly ActionRow[];
  /** What goes quiet, as sentences: “… missed the last 3 meetings of … without a deputy.” */
  readonly drifting: readonly string[];
  /** Due within the next 14 days, the first first. */
  readonly comingUp: readonly ActionRow[];
}

/** `cards/weekly-digest.json` */
export interface WeekView {
  readonly source: string;
  readonly headline: string;
  readonly sentence: string;
  readonly figures: readonly Figure[];
  /** What else is owed to the chair, with what settles each; none or one list. */
  readonly own: readonly {
    readonly title: string;
    readonly rows: readonly DigestRow[];
    readonly extent: string;
  }[];
  readonly lists: readonly WeekList[];
  readonly why: string;
  readonly change: string;
  readonly presses: readonly Press[];
}

/** Actions, or what drifts in sentences. */
interface WeekList {
  readonly title: string;
  readonly rows: readonly ActionRow[];
  readonly sentences: readonly string[];
  readonly extent: string;
}

/** So many of each are shown; the button shows them all. */
const MAX_ROWS = 5;

/** The weekly digest of a chair: figures first, then the lists behind them. */
export function composeWeek(
  { group, overdue, drifting, comingUp }: Week,
  occasion: Occasion,
): OutgoingMessage {
  const name = group ?? 'the partnership';
  const inGroup = group ? ` in ${group}` : '';
  const headline = `The week of ${name}`;
  const sentence = sentenceOf(overdue.length, drifting.length, comingUp.length);
  const view: WeekView = {
    source: sourceLine(occasion),
    headline,
    sentence,
    figures: [
      {
        number: String(overdue.length),
        caption: 'overdue',
        colour: overdue.length > 0 ? 'attention' : 'default',
      },
      {
        number: String(drifting.length),
        caption: 'drifting',
        colour: drifting.length > 0 ? 'warning' : 'default',
      },
      { number: String(comingUp.length), caption: 'due in 14 days', colour: 'default' },
    ],
    own: [],
    lists: [
      listOf('Overdue', overdue, []),
      listOf('Drifting', [], drifting),
      listOf('Coming up', comingUp, []),
    ].filter(({ rows, sentences }) => rows.length + sentences.length > 0),
    why: `You chair ${name}. This comes once a week.`,
    change: SETTINGS,
    presses: [
      ...(overdue.length > 0 ? [{ title: 'All overdue', ask: `what is overdue${inGroup}` }] : []),
      { title: 'All coming up', ask: `due in the next 14 days${inGroup}` },
    ],
  };
  const text = `${headline}: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}${repeatNote(occasion)}`;
  return { text, card: { name: 'weekly-digest', view, plain: plainOf(text, view) } };
}

function sentenceOf(overdue: number, drifting: number, comingUp: number): string {
  if (overdue + drifting + comingUp === 0)
    return 'Nothing is overdue, nothing drifts and nothing is due in the next 14 days.';
  const late =
    overdue === 0
      ? 'Nothing is overdue'
      : `${counted(overdue, 'action')} ${verb(overdue, 'is', 'are')} overdue`;
  const drift =
    drifting === 0 ? '' : `, ${counted(drifting, 'thing')} ${verb(drifting, 'is', 'are')} drifting`;
  return `${late}${drift} and ${counted(comingUp, 'action')} ${verb(comingUp, 'is', 'are')} due in the next 14 days.`;
}

function listOf(title: string, rows: readonly ActionRow[], sentences: readonly string[]): WeekList {
  const more = rows.length + sentences.length - MAX_ROWS;
  return {
    title,
    rows: rows.slice(0, MAX_ROWS),
    sentences: sentences.slice(0, MAX_ROWS),
    extent: more > 0 ? `and ${more} more` : '',
  };
}

function plainOf(text: string, { lists, why, change }: WeekView): string {
  return [
    text,
    ...lists.flatMap(({ title, rows, sentences, extent }) => [
      `${title}:`,
      ...rows.map((row) => `${row.ref}: ${row.title}, ${row.standing}. ${row.line}.`),
      ...sentences,
      ...(extent ? [`${extent}.`] : []),
    ]),
    why,
    `To change what comes, say: ${change}.`,
  ].join('\n');
}
