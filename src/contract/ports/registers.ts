import type { Outcome } from '../../domain/outcome.ts';
import type { Register, RegisterChange } from '../../domain/register.ts';
import type { Operation } from '../operation.ts';

export interface StoredRegister {
  readonly register: Register;
  /** Rises with every change; 0 for a register that was imported closed. */
  readonly version: number;
}

/**
 * A register after a change was asked for; `before` is how it stood, where it had been spoken of
 * before.
 */
export interface ChangedRegister extends StoredRegister {
  readonly before?: Register;
}

/** Finds and changes registers. */
export interface RegisterChanges {
  /** The register of a meeting, open or closed; `undefined` before anybody spoke of it. */
  find(partnership: string, meetingId: string): Promise<StoredRegister | undefined>;
  /**
   * Decides on the register as it stands and saves it with the line for its history, both or
   * neither. Decides again when somebody else was first, so that no press is lost. Closing it also
   * writes its lines and makes the meeting held; opening it again makes it scheduled.
   */
  change<Refusal extends string>(
    partnership: string,
    meetingId: string,
    decide: (register: Register | undefined) => Outcome<RegisterChange, Refusal>,
    operation?: Operation,
  ): Promise<Outcome<ChangedRegister, Refusal>>;
}
