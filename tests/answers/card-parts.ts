/** Any object within a card: element, action, inline, chart datum. */
export type Node = { readonly [key: string]: unknown };

/** Every object within a card, itself included; what buttons send is not part of what is shown. */
export function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== 'object' || value === null) return [];
  const { data, ...shown } = value as Node;
  return [
    value as Node,
    ...Object.values(Array.isArray(data) ? { ...shown, data } : shown).flatMap(nodesIn),
  ];
}

/** Every element of one type. */
export function ofType(card: object, type: string): Node[] {
  return nodesIn(card).filter((node) => node.type === type);
}

/** Every button and press. */
export function actionsIn(card: object): Node[] {
  return nodesIn(card).filter(({ type }) => typeof type === 'string' && type.startsWith('Action.'));
}
