import {
  ACTION_WIDTHS,
  createWordDocument,
  type WordPart,
  wordBoldLine,
  wordHeading,
  wordItem,
  wordLabelled,
  wordLine,
  wordTable,
  wordTitle,
} from '../../documents/word-document.ts';
import { fillTemplate, type TemplateValues } from '../../documents/word-template.ts';
import type { FullMinutes } from './full-minutes.ts';
import type { MinutedAction } from './minuted-actions.ts';

const NOT_RECORDED = 'Not recorded';

/**
 * A meeting's minutes as a Word document: with the partnership's own template, else in the order
 * that a clerk expects.
 */
export function createMinutesDocument(
  minutes: FullMinutes,
  template?: Uint8Array,
): Promise<Uint8Array> {
  const values = toTemplateValues(minutes);
  if (template) return fillTemplate(template, values);
  const { partnership, group, title, chair, note } = minutes;
  const { texts, parts } = values;
  return createWordDocument({ title: `${group}: ${title}`, creator: partnership }, [
    ...wordTitle(partnership, group, title),
    wordLabelled('Date', texts.date),
    wordLabelled('Place', texts.place),
    ...(chair ? [wordLabelled('Chair', chair)] : []),
    ...(note ? [wordLine(texts.note)] : []),
    wordHeading('Attendance'),
    ...parts.attendance,
    wordHeading('Quorum'),
    ...parts.quorum,
    wordHeading('Actions from earlier meetings'),
    ...parts.earlier_actions,
    wordHeading('Agenda'),
    ...parts.agenda,
    wordHeading('Decisions'),
    ...parts.decisions,
    wordHeading('Actions'),
    ...parts.actions,
    wordHeading('Next meeting'),
    wordLine(texts.next_meeting),
    wordHeading('What the records do not say'),
    ...parts.not_recorded,
  ]);
}

const TEXTS = [
  'partnership',
  'group',
  'meeting',
  'date',
  'place',
  'chair',
  'note',
  'next_meeting',
] as const;
const PARTS = [
  'attendance',
  'quorum',
  'earlier_actions',
  'agenda',
  'decisions',
  'actions',
  'not_recorded',
] as const;

/** What a template may hold, as `{{date}}`. */
export const PLACEHOLDERS: readonly string[] = [...TEXTS, ...PARTS];

/** Minutes without these would leave something out. */
export const REQUIRED_PLACEHOLDERS: readonly string[] = [
  'date',
  'attendance',
  'quorum',
  'agenda',
  'decisions',
  'actions',
];

interface MinutesValues extends TemplateValues {
  readonly texts: Readonly<Record<(typeof TEXTS)[number], string>>;
  readonly parts: Readonly<Record<(typeof PARTS)[number], readonly WordPart[]>>;
}

function toTemplateValues(minutes: FullMinutes): MinutesValues {
  const { partnership, group, title, date, place, chair, note, next } = minutes;
  return {
    texts: {
      partnership,
      group,
      meeting: title,
      date,
      place: place ?? NOT_RECORDED,
      chair: chair ?? NOT_RECORDED,
      note: note ? `${note}.` : '',
      next_meeting: next ?? 'No next meeting was in the records.',
    },
    parts: {
      attendance: attendanceParts(minutes),
      quorum: quorumParts(minutes),
      earlier_actions: earlierParts(minutes),
      agenda: agendaParts(minutes),
      decisions: decisionParts(minutes),
      actions: actionParts(minutes),
      not_recorded: minutes.notRecorded.map(wordLine),
    },
  };
}

function attendanceParts({ attendance }: FullMinutes): WordPart[] {
  if (attendance.length === 0) return [wordLine('No register was kept.')];
  return attendance.flatMap(({ how, who }) => [
    wordBoldLine(`${how} (${who.length})`),
    ...who.map(wordLine),
  ]);
}

function quorumParts({ quorum, rule, proceeding, declared, challenged }: FullMinutes): WordPart[] {
  const reason = proceeding && `The chair went on without a quorum: ${proceeding}.`;
  return [
    ...[quorum, rule, reason].flatMap((sentence) => (sentence ? [wordLine(sentence)] : [])),
    ...(declared.length > 0 ? [wordBoldLine(`Interests declared (${declared.length})`)] : []),
    ...declared.map((each) => wordLine(each)),
    ...(challenged.length > 0 ? [wordBoldLine(`Challenges (${challenged.length})`)] : []),
    ...challenged.map((each) => wordLine(each)),
  ];
}

function earlierParts({ earlier }: FullMinutes): WordPart[] {
  if (earlier.length === 0) return [wordLine('None was open.')];
  return [wordTable([...ACTION_COLUMNS, 'Status then'], earlier.map(toRow), ACTION_WIDTHS)];
}

function agendaParts({ agenda, decisions }: FullMinutes): WordPart[] {
  return agenda.flatMap(({ title, paper, presenter, decisions: places, actions }, at) => [
    wordItem(`${at + 1}  ${title}${presenter ? ` (${presenter})` : ''}`, paper),
    ...places.map((place) =>
      wordLabelled(`Decision ${place}`, decisions[place - 1]?.title ?? '', true),
    ),
    ...actions.map(({ ref, title: action, owner, due }) =>
      wordLabelled(`Action ${ref}`, `${action} (${owner}, ${due})`, true),
    ),
  ]);
}

function decisionParts({ decisions }: FullMinutes): WordPart[] {
  if (decisions.length === 0) return [wordLine('No decision was recorded.')];
  return decisions.flatMap(({ title, details }, at) => [
    wordBoldLine(`${at + 1}  ${title}`),
    wordLine(`${details}.`),
  ]);
}

const ACTION_COLUMNS = ['Reference', 'Action', 'Owner', 'Due'];

function actionParts({ minuted }: FullMinutes): WordPart[] {
  if (minuted.length === 0) return [wordLine('No action was raised.')];
  return [wordTable([...ACTION_COLUMNS, 'Status on the day'], minuted.map(toRow), ACTION_WIDTHS)];
}

const toRow = ({ ref, title, owner, due, status }: MinutedAction): string[] => [
  ref,
  title,
  owner,
  due,
  status,
];
