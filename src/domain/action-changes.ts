import type { Action, ActionChange } from './action.ts';

/**
 * Which fields differ from one state of an action to another; empty when none does.
 * @example changesBetween(action, { ...action, owner: { agency: 'WMP' } }) // { 'owner.agency': { to: 'WMP' } }
 */
export function changesBetween(before: Action, after: Action): ActionChange['changes'] {
  const [from, to] = [fieldsOf(before), fieldsOf(after)];
  const names = new Set([...from.keys(), ...to.keys()]);
  const changed = [...names].filter((name) => from.get(name) !== to.get(name));
  return Object.fromEntries(changed.map((name) => [name, present({ from: from.get(name), to: to.get(name) })]));
}

function fieldsOf({ source, owner, ...rest }: Action): Map<string, string> {
  const fields = Object.entries({
    ...rest,
    'source.kind': source.kind,
    'source.name': source.name,
    'owner.agency': owner.agency,
    'owner.group': owner.group,
    'owner.person': owner.person,
  });
  return new Map(fields.filter((field): field is [string, string] => field[1] !== undefined));
}

function present(change: { from?: string; to?: string }): { from?: string; to?: string } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
