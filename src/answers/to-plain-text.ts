import type { Answer, AnswerRow, Field, Section } from '../contract/answer.ts';
import { hasContent, withoutEmptyParts } from './to-view.ts';

/** An answer as it is read aloud, or shown where no card can be: the sentence, then what the card says, in its order. */
export function toPlainText(answer: Answer): string {
  if (answer.card) return answer.card.plain;
  const { text, news, heading, sentence, state, sections = [], form } = answer;
  const isSaid = (part: string | undefined) =>
    part === undefined || text.toLowerCase().includes(part.toLowerCase());
  return [
    isSaid(news) ? '' : `${news}`,
    text,
    isSaid(heading) || isSaid(sentence) ? '' : `${heading}.`,
    isSaid(sentence) ? '' : `${sentence}`,
    isSaid(state?.words) ? '' : `${state?.words}.`,
    ...sections
      .map(withoutEmptyParts)
      .filter(hasContent)
      .flatMap((section) => sectionLines(section, text)),
    ...(form?.fields ?? []).map(fieldLine),
  ]
    .filter(Boolean)
    .join('\n');
}

function sectionLines(section: Section, answerText: string): string[] {
  const { heading, text, figures, facts, rows, table, items, asks } = section;
  const { events, shares, fields, note, link } = section;
  return [
    heading ? `${heading}:` : '',
    text ?? '',
    ...(figures ?? []).map(({ number, caption }) => `${number} ${caption}.`),
    ...(facts ?? []).map(({ title, value }) => `${title}: ${value}.`),
    ...(rows ?? []).map(rowLine),
    ...(table?.rows ?? []).map(
      ({ title, line, cells }) => `${title}: ${[...cells, line].filter(Boolean).join(', ')}.`,
    ),
    ...(items ?? []),
    ...(asks ?? []).map(({ title }) => `“${title}”`),
    ...(events ?? []).map(({ when, what }) => `${when}: ${what}.`),
    ...(shares ?? []).map(({ label, count }) => `${label}: ${count}.`),
    ...(fields ?? []).map(fieldLine),
    note && !answerText.includes(note) ? `${note}.` : '',
    link?.aloud ? `${link.aloud}.` : '',
  ].map((line) => line.replace(/([.?!])\.$/, '$1'));
}

function rowLine({ ref, title, state, line, details }: AnswerRow): string {
  const about = [state?.words, line].filter(Boolean).join(', ');
  const named = ref ? `${ref}: ${title}` : title;
  return [about ? `${named}. ${about}.` : `${named}.`, details ? `${details}.` : '']
    .filter(Boolean)
    .join(' ');
}

const fieldLine = ({ label, value, choices }: Field): string =>
  `${label}: ${choices?.find((choice) => choice.value === value)?.title || value || 'empty'}.`;
