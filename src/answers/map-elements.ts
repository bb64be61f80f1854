/** A part of a card: a text, a container, a button. */
export type Element = { readonly [key: string]: unknown };

/** Every element of a card changed, from the inside out; what buttons send is left alone. */
export function mapElements(node: object, change: (element: Element) => Element): object {
  if (Array.isArray(node))
    return node.map((item) => (isObject(item) ? mapElements(item, change) : item));
  const element: Record<string, unknown> = { ...node };
  for (const key in element) {
    const value = element[key];
    const isSent = key === 'data' && !Array.isArray(value);
    if (isObject(value) && !isSent) element[key] = mapElements(value, change);
  }
  return change(element);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
