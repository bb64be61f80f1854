import { type Element, mapElements } from './map-elements.ts';

/**
 * A card for a dialog. Dialogs support only Action.Submit, so each button becomes its fallback; one
 * that asks a question has no chat to ask it in, and is removed.
 */
export function toDialogCard(card: object): object {
  return mapButtons(card, (button) => {
    const plain = button.type === 'Action.Execute' ? (button.fallback as Element) : button;
    return (plain?.data as Element | undefined)?.verb === 'ask' ? undefined : plain;
  });
}

/** A card for somebody's own message, without buttons: Convenor may not be in that chat. */
export const withoutButtons = (card: object): object => mapButtons(card, () => undefined);

/**
 * The same card with other buttons, without automatic refresh and without `selectAction`; a set of
 * buttons without any left is removed too.
 */
function mapButtons(card: object, change: (button: Element) => Element | undefined): object {
  return mapElements(card, ({ refresh, selectAction, actions, ...rest }) => {
    const buttons = Array.isArray(actions) ? actions.flatMap((each) => change(each) ?? []) : [];
    const parts = Object.entries(rest).map(([key, part]) => [key, withoutEmptySets(part)]);
    return { ...Object.fromEntries(parts), ...(buttons.length > 0 && { actions: buttons }) };
  });
}

function withoutEmptySets(part: unknown): unknown {
  const isEmptySet = (each: Element) => each?.type === 'ActionSet' && !each.actions;
  return Array.isArray(part) ? part.filter((each) => !isEmptySet(each)) : part;
}
