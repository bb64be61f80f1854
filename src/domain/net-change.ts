import type { ChangeEvent } from './change-event.ts';

/**
 * What several events together did to a field: its value before the first and after the last of
 * them; `undefined` where it ended as it began, for what was undone is no change.
 * @example netChange([moved('5 May', '7 May'), moved('7 May', '5 May')], 'due') // undefined
 */
export function netChange(
  events: readonly ChangeEvent[],
  field: string,
): { readonly from?: string; readonly to?: string } | undefined {
  const changes = events.flatMap(({ changes }) => changes?.[field] ?? []);
  const from = changes[0]?.from;
  const to = changes.at(-1)?.to;
  if (from === to) return undefined;
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}
