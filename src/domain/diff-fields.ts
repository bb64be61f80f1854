import type { Changes } from './change-event.ts';
import { omitUndefined } from './optional.ts';

/** The fields that differ, of `[field, before, after]`. */
export function diffFields(
  fields: readonly (readonly [string, string | undefined, string | undefined])[],
): Changes {
  const differing = fields.filter(([, from, to]) => from !== to);
  return Object.fromEntries(
    differing.map(([field, from, to]) => [field, omitUndefined({ from, to })]),
  );
}
