import type { Day } from './dates.ts';

/** Who does something, and when: all that a rule needs to know of the one who asks for a change. */
export interface Actor {
  /** Person id; `import`, `convenor`, `retention` or `administration` for what nobody pressed. */
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
  readonly today: Day;
}
