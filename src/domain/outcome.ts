/**
 * What became of a request: its value, or an expected refusal as a code that is put into words at
 * the edge.
 */
export type Outcome<Value, Refusal extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal };

export const accept = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value });

export const refuse = <Refusal extends string>(
  refusal: Refusal,
): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal,
});
