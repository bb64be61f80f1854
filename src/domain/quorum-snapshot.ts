import type { QuorumRule } from './partnership.ts';
import type { Quorum } from './quorum.ts';
import { attendingAgencies, type Register, registerQuorum } from './register.ts';

/**
 * Whether a meeting may decide at one moment, with the agencies that attend and the reason for
 * going on without a quorum.
 */
export function quorumSnapshot(
  register: Register,
  rules: readonly QuorumRule[],
): { quorum?: Quorum; attending: readonly string[]; proceeding?: string } {
  const quorum = registerQuorum(register, rules);
  const { proceeded } = register;
  return {
    ...(quorum && { quorum }),
    attending: [...attendingAgencies(register)],
    ...(proceeded && { proceeding: proceeded.reason }),
  };
}
