import type { Page } from 'playwright-core';

/** What a screen reader has of one thing on a card: Chromium's accessibility tree, in its order. */
export interface Heard {
  readonly role: string;
  readonly name: string;
  /** What is said after the name: a button's tooltip. */
  readonly more: string;
  readonly takesFocus: boolean;
}

const FIELDS = [
  'textbox',
  'combobox',
  'radio',
  'checkbox',
  'spinbutton',
  'Date',
  'button',
  'link',
  'image',
  'img',
];

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
    .map(({ role, name, description, properties = [] }) => ({
      role: String(role?.value),
      name: String(name?.value ?? '').trim(),
      more: String(description?.value ?? '').trim(),
      takesFocus: properties.some((each) => each.name === 'focusable' && each.value.value === true),
    }));
}

/** Fields, buttons and pictures that nothing is said about. */
export function nameless(heard: readonly Heard[]): string[] {
  return heard
    .filter(({ role, name }) => FIELDS.includes(role) && name === '')
    .map(({ role }) => role);
}

/** Fields and buttons that a keyboard cannot reach. */
export function unreachable(heard: readonly Heard[]): string[] {
  const wanted = heard.filter(({ role }) =>
    ['textbox', 'combobox', 'radio', 'checkbox', 'button', 'link'].includes(role),
  );
  return wanted.filter(({ takesFocus }) => !takesFocus).map(({ name }) => name);
}

/** Buttons that are called alike, so that who goes from one to the next by ear cannot tell which is which. */
export function mistakable(heard: readonly Heard[]): string[] {
  const names = heard.filter(({ role }) => role === 'button').map(({ name, more }) => more || name);
  return names.filter((name, at) => names.indexOf(name) < at);
}
