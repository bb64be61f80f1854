import { Template } from 'adaptivecards-templating';
import type { Answer, AnswerFile, Card } from '../contract/answer.ts';
import { fitToSize } from './fit-to-size.ts';
import { mapElements } from './map-elements.ts';
import { readTemplate } from './read-template.ts';
import { toPlainText } from './to-plain-text.ts';
import { toView } from './to-view.ts';

/** An answer as it is sent: its sentence, and where it has a card, the card with its plain text. */
export interface Rendered {
  readonly text: string;
  readonly card?: object;
  /** What the card says, in words. */
  readonly plain?: string;
  /** A file beside the words, in place of a card. */
  readonly file?: AnswerFile;
  /** The card has only buttons for the sentence: it says nothing in its place. */
  readonly isOnlyButtons?: true;
  /** The card has only the sentence, to stand in the place of a form. */
  readonly isOnlyWords?: true;
}

const templates = new Map<string, Template>();

/**
 * An answer with its Adaptive Card 1.5, made of `cards/answer.json`, or of the template of a card that is truly special.
 * @throws when there is no such template, or when there is more in it than a card can hold
 */
export function render(answer: Answer): Rendered {
  const { text, card, heading, buttons, suggestions, live } = answer;
  const { partnership = live?.subject.partnership } = answer;
  if (answer.file) return { text, file: answer.file };
  if (card) return { text, card: renderCard(card, partnership), plain: card.plain };
  if (!heading && answer.endsForm)
    return { ...render({ ...answer, heading: text, source: '' }), isOnlyWords: true };
  if (!heading && !buttons?.length && !suggestions?.length) return { text };
  const plain = toPlainText(answer);
  return {
    text,
    card: renderCard({ name: 'answer', view: toView(withCaption(answer)), plain }, partnership),
    plain,
    ...(!heading && { isOnlyButtons: true }),
  };
}

/**
 * `cards/<name>.json` expanded with its view. The words of the view are only ever text, neither expression nor markdown,
 * and the card keeps within 25 KB. What its buttons send names the partnership that it is of.
 */
export function renderCard({ name, view, plain }: Card, partnership?: string): object {
  const template = templates.get(name) ?? new Template(readTemplate(name));
  templates.set(name, template);
  const card: object = template.expand({ $root: view });
  return fitToSize(partnership ? withPartnership(card, partnership) : card, plain);
}

function withPartnership(card: object, partnership: string): object {
  return mapElements(card, (element) => {
    const { type, data } = element;
    const isSent = String(type).startsWith('Action.') && typeof data === 'object';
    return isSent ? { ...element, data: { ...data, partnership } } : element;
  });
}

/** Buttons and suggestions stand below the sentence even where there is nothing else to show on a card. */
function withCaption(answer: Answer): Answer {
  const { heading, buttons } = answer;
  return heading || buttons?.length ? answer : { ...answer, source: 'You could ask' };
}
