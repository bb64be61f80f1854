/** What became of something asked for: the value, or an expected refusal by its code, put into words at the edge. */
export type Outcome<Value, Refusal extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal };

export const done = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value });

export const refused = <Refusal extends string>(
  refusal: Refusal,
): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal,
});
