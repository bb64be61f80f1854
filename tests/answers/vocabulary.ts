import { createRequire } from 'node:module';
import type * as Renderer from 'adaptivecards';
import { type Node, nodesIn } from './card-parts.ts';

const {
  AdaptiveCard,
  Column,
  GlobalRegistry,
  SerializationContext,
  TextRun,
  ValidationEvent,
  Versions,
} = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js') as typeof Renderer;

/** What the renderer reads besides the properties it declares, and what Teams adds to Adaptive Cards 1.5. */
const BESIDES: Readonly<Record<string, readonly string[]>> = {
  AdaptiveCard: ['$schema', 'type', 'body', 'actions', 'msteams'],
  'Action.ShowCard': ['card'],
  ActionSet: ['actions'],
  ColumnSet: ['columns'],
  Column: ['items'],
  Container: ['items'],
  RichTextBlock: ['inlines'],
};
const EVERYWHERE = ['type', 'fallback', 'targetWidth'];
const CHARTS: Readonly<Record<string, readonly string[]>> = {
  'Chart.HorizontalBar': ['displayMode', 'data'],
};

/**
 * What is wrong with a card as an Adaptive Card 1.5, by the declarations of Microsoft's own renderer: unknown elements and
 * actions, properties that they do not have, values that they do not take.
 */
export function faultsIn(card: object): string[] {
  const context = new SerializationContext(Versions.v1_5);
  new AdaptiveCard().parse(card, context);
  const said = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at))
    .filter(
      ({ event, message }) =>
        event !== ValidationEvent.UnknownElementType || !message.includes('Chart.'),
    )
    .map(({ message }) => message);
  return [...said, ...nodesIn(card).flatMap(strangersIn)];
}

function strangersIn(node: Node): string[] {
  if (typeof node.type !== 'string') return [];
  const known = listProperties(node.type);
  if (!known) return [`No element or action is called ${node.type}`];
  return Object.keys(node)
    .filter((key) => !known.includes(key))
    .map((key) => `${node.type} has no ${key}`);
}

function listProperties(type: string): readonly string[] | undefined {
  const chart = CHARTS[type];
  if (chart) return [...chart, ...EVERYWHERE];
  const declared = instantiate(type)?.getSchema();
  if (!declared) return undefined;
  const names = Array.from({ length: declared.getCount() }, (_, at) => declared.getItemAt(at))
    .filter(({ targetVersion }) => targetVersion.compareTo(Versions.v1_5) <= 0)
    .map(({ name }) => name);
  return [...names, ...(BESIDES[type] ?? []), ...EVERYWHERE];
}

function instantiate(type: string): Renderer.SerializableObject | undefined {
  if (type === 'AdaptiveCard') return new AdaptiveCard();
  if (type === 'Column') return new Column();
  if (type === 'TextRun') return new TextRun();
  const { defaultElements, defaultActions } = GlobalRegistry;
  return (
    defaultElements.createInstance(type, Versions.v1_5) ??
    defaultActions.createInstance(type, Versions.v1_5)
  );
}
