import {
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
import type { FullMinutes } from './full-minutes.ts';
import type { MinutedAction } from './minuted-actions.ts';

/** A meeting's minutes as a Word document, in the order that a clerk expects. */
export function createMinutesDocument(minutes: FullMinutes): Promise<Uint8Array> {
  const { partnership, group, title, date, place, chair, note } = minutes;
  return createWordDocument({ title: `${group}: ${title}`, creator: partnership }, [
    ...wordTitle(partnership, group, title),
    wordLabelled('Date', date),
    wordLabelled('Place', place ?? NOT_RECORDED),
    ...(chair ? [wordLabelled('Chair', chair)] : []),
    ...(note ? [wordLine(`${note}.`)] : []),
    wordHeading('Attendance'),
    ...attendanceParts(minutes),
    wordHeading('Quorum'),
    ...quorumParts(minutes),
    wordHeading('Actions from earlier meetings'),
    ...earlierParts(minutes),
    wordHeading('Agenda'),
    ...agendaParts(minutes),
    wordHeading('Decisions'),
    ...decisionParts(minutes),
    wordHeading('Actions'),
    ...actionParts(minutes),
    wordHeading('Next meeting'),
    wordLine(minutes.next ?? 'No next meeting was in the records.'),
    wordHeading('What the records do not say'),
    ...minutes.notRecorded.map(wordLine),
  ]);
}

const NOT_RECORDED = 'Not recorded';

function attendanceParts({ attendance }: FullMinutes): WordPart[] {
  if (attendance.length === 0) return [wordLine('No register was kept.')];
  return attendance.flatMap(({ how, who }) => [
    wordBoldLine(`${how} (${who.length})`),
    ...who.map(wordLine),
  ]);
}

function quorumParts({ quorum, rule, proceeding }: FullMinutes): WordPart[] {
  const reason = proceeding && `The chair went on without a quorum: ${proceeding}.`;
  return [quorum, rule, reason].flatMap((sentence) => (sentence ? [wordLine(sentence)] : []));
}

function earlierParts({ earlier }: FullMinutes): WordPart[] {
  if (earlier.length === 0) return [wordLine('None was open.')];
  return [wordTable([...ACTION_COLUMNS, 'Status then'], earlier.map(toRow))];
}

function agendaParts({ agenda, decisions }: FullMinutes): WordPart[] {
  return agenda.flatMap(({ title, paper, presenter, decisions: places, actions }, at) => [
    wordItem(`${at + 1}  ${title}${presenter ? ` (${presenter})` : ''}`, paper),
    ...places.map((place) => wordLabelled(`Decision ${place}`, decisions[place - 1]?.title ?? '')),
    ...actions.map(({ ref, title: action, owner, due }) =>
      wordLabelled(`Action ${ref}`, `${action} (${owner}, ${due})`),
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
  return [wordTable([...ACTION_COLUMNS, 'Status on the day'], minuted.map(toRow))];
}

const toRow = ({ ref, title, owner, due, status }: MinutedAction): string[] => [
  ref,
  title,
  owner,
  due,
  status,
];
