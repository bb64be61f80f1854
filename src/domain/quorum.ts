import type { QuorumRule } from './partnership.ts';

/** Whether a meeting may decide, and what it lacks. */
export interface Quorum {
  readonly quorate: boolean;
  /** Agencies that must attend and do not. */
  readonly missing: readonly string[];
  /** How many more agencies are needed (of `of`, when the rule names agencies). */
  readonly short: readonly { readonly count: number; readonly of?: readonly string[] }[];
}

/**
 * Assesses a group's quorum rules against the agencies that attend now. Every rule must hold: all
 * of these agencies, at least n of these, at least n in all (the partnership's published
 * arrangements). A group without a rule cannot be inquorate; for it the answer is `undefined`, not
 * “quorate”.
 */
export function assessQuorum(
  group: string,
  rules: readonly QuorumRule[],
  attending: ReadonlySet<string>,
): Quorum | undefined {
  const own = rules.filter((rule) => rule.group === group);
  if (own.length === 0) return undefined;
  const missing = own.flatMap(({ allOf = [] }) => allOf.filter((agency) => !attending.has(agency)));
  const short = own.flatMap(({ atLeast = 0, of }) => {
    const counted = of ? of.filter((agency) => attending.has(agency)).length : attending.size;
    return counted < atLeast ? [{ count: atLeast - counted, ...(of && { of }) }] : [];
  });
  return {
    quorate: missing.length === 0 && short.length === 0,
    missing: [...new Set(missing)],
    short,
  };
}
