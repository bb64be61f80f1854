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
import type { Minutes } from './minutes.ts';

/** A meeting's minutes as a Word document. */
export function createMinutesDocument(minutes: Minutes): Promise<Uint8Array> {
  const { partnership, group, title, note, quorum } = minutes;
  return createWordDocument({ title: `${group}: ${title}`, creator: partnership }, [
    ...wordTitle(partnership, group, title),
    ...(note ? [wordLine(`${note}.`)] : []),
    wordHeading('Attendance'),
    wordLine(quorum),
    ...minutes.attendance.map(({ how, who }) => wordLabelled(how, who.join(', '))),
    wordHeading('Agenda'),
    ...minutes.agenda.map(({ title: item, paper, presenter }, at) =>
      wordItem(`${at + 1}  ${item}${presenter ? ` (${presenter})` : ''}`, paper),
    ),
    wordHeading('Decisions'),
    ...decisionParts(minutes),
    wordHeading('Actions'),
    ...actionParts(minutes),
  ]);
}

function decisionParts({ decisions }: Minutes): WordPart[] {
  if (decisions.length === 0) return [wordLine('No decision was recorded.')];
  return decisions.flatMap(({ title, details }, at) => [
    wordBoldLine(`${at + 1}  ${title}`),
    wordLine(`${details}.`),
  ]);
}

function actionParts({ minuted }: Minutes): WordPart[] {
  if (minuted.length === 0) return [wordLine('No action was raised.')];
  const rows = minuted.map(({ ref, title, owner, due, status }) => [
    ref,
    title,
    owner,
    due,
    status,
  ]);
  return [wordTable(['Reference', 'Action', 'Owner', 'Due', 'Status on the day'], rows)];
}
