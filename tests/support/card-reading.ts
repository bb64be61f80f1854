import type { AdaptiveCard } from './fake-teams.ts';

type Part = Readonly<Record<string, unknown>>;

/** A button of a card, wherever it stands. */
export interface Button extends Part {
  readonly type: string;
  readonly title: string;
  readonly verb?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** All text of a card in the order in which it is read: a line for each block, fact (`title: value`) and label. */
export function readLines(card: AdaptiveCard | undefined): string[] {
  return readParts(card).flatMap(readLine);
}

/** The buttons of a card in order, each once: what an older client would show in its place is left out. */
export function readButtons(card: AdaptiveCard | undefined): Button[] {
  const isButton = (part: Part): part is Button =>
    String(part.type).startsWith('Action.') && Boolean(part.title);
  const buttons = readParts(card).filter(isButton);
  const fallbacks = new Set(buttons.map(({ fallback }) => fallback));
  return buttons.filter((button) => !fallbacks.has(button));
}

/** The lines of a card that can be pressed, each titled by the first text on it. */
export function readPressableLines(card: AdaptiveCard | undefined): Button[] {
  return readParts(card).flatMap(({ selectAction, ...part }) => {
    const [title] = readLines(part as AdaptiveCard);
    return selectAction && title ? [{ ...(selectAction as Button), title }] : [];
  });
}

/** What the inputs of a card hold before anybody touches them. */
export function readInputs(card: AdaptiveCard | undefined): Record<string, string> {
  const inputs = readParts(card).filter(({ type, id }) => String(type).startsWith('Input.') && id);
  return Object.fromEntries(inputs.map(({ id, value }) => [String(id), String(value ?? '')]));
}

/** What the inputs of a card show before anybody touches them (`label: value`): a choice by its title, an empty one by its hint. */
export function readShownInputs(card: AdaptiveCard | undefined): string[] {
  return readParts(card)
    .filter(({ type }) => String(type).startsWith('Input.'))
    .flatMap(({ label, value, choices, placeholder }) => {
      const values = String(value ?? '').split(',');
      const titles = (choices as { title: string; value: string }[] | undefined)
        ?.filter((choice) => values.includes(choice.value))
        .map(({ title }) => title);
      const shown = titles?.join(', ') || (titles ? '' : value) || placeholder;
      return shown ? [[label, shown].filter(Boolean).join(': ')] : [];
    });
}

function readLine(part: Part): string[] {
  const { type, text, facts, inlines, label } = part as Part & {
    facts?: { title: string; value: string }[];
  };
  if (type === 'TextBlock') return [String(text)];
  if (type === 'RichTextBlock')
    return [(inlines as ({ text: string } | string)[]).map(readText).join('')];
  if (type === 'FactSet') return (facts ?? []).map(({ title, value }) => `${title}: ${value}`);
  return String(type).startsWith('Input.') && label ? [String(label)] : [];
}

const readText = (run: { text: string } | string) => (typeof run === 'string' ? run : run.text);

/** Every part of a card, depth first. */
function readParts(value: unknown): Part[] {
  if (Array.isArray(value)) return value.flatMap(readParts);
  if (typeof value !== 'object' || value === null) return [];
  const { data: _, inlines: __, refresh: ___, ...inside } = value as Part;
  return [...('type' in value ? [value as Part] : []), ...Object.values(inside).flatMap(readParts)];
}
