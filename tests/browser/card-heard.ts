import type { Page } from 'playwright-core';

/** What a screen reader has of one thing on a card: Chromium's accessibility tree, in its order. */
export interface Heard {
  readonly role: string;
  readonly name: string;
  /** A line of a list that can be pressed is heard as one button with several texts in it. */
  readonly texts: number;
}

const FIELDS = ['textbox', 'combobox', 'radio', 'checkbox', 'spinbutton', 'Date', 'button', 'link', 'image', 'img'];

/** Everything on the card that is heard as something: headings, texts, fields, buttons. */
export async function heardOn(page: Page): Promise<Heard[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const under = (id: string): typeof nodes => {
    const node = byId.get(id);
    return node ? [node, ...(node.childIds ?? []).flatMap(under)] : [];
  };
  return under(nodes[0]?.nodeId ?? '')
    .filter(({ ignored, role }) => !ignored && role?.value !== 'InlineTextBox')
    .map(({ nodeId, role, name }) => ({
      role: String(role?.value),
      name: String(name?.value ?? '').trim(),
      texts: under(nodeId).filter((inner) => inner.role?.value === 'StaticText').length,
    }));
}

/** Fields, buttons and pictures that nothing is said about. */
export function nameless(heard: readonly Heard[]): string[] {
  return heard.filter(({ role, name }) => FIELDS.includes(role) && name === '').map(({ role }) => role);
}

/** Buttons that are called alike with nothing between them that says which is which. */
export function mistakable(heard: readonly Heard[]): string[] {
  let beside = new Set<string>();
  return heard.flatMap(({ role, name, texts }) => {
    const isPlainButton = role === 'button' && texts <= 1;
    if (isPlainButton && beside.has(name)) return [name];
    if (isPlainButton) beside.add(name);
    else if (['heading', 'button'].includes(role)) beside = new Set();
    return [];
  });
}
