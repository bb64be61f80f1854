import type { Actor } from './actor.ts';
import { acceptChange, type ChangeEvent, type PossibleChange } from './change-event.ts';
import { addDays, type Day } from './dates.ts';
import { diffFields } from './diff-fields.ts';
import { omitUndefined } from './optional.ts';
import { accept, type Outcome, refuse } from './outcome.ts';
import type { Person } from './partnership.ts';

/**
 * Somebody of another agency, or of none, whom an agency named beforehand: they take its seat at
 * meetings on these days, both included. It says nothing of rapid reviews.
 */
export interface Deputy {
  readonly agency: string;
  readonly person: string;
  readonly from: Day;
  readonly to?: Day;
  /** Person id of its lead or an administrator; `import` where a folder says so. */
  readonly namedBy: string;
}

export type DeputyRefusal = 'own-agency' | 'own-naming' | 'days-disagree' | 'day-past';

type DeputyOutcome = Outcome<PossibleChange<Deputy, ChangeEvent>, DeputyRefusal>;

/** Whether somebody is deputy on a day. */
export const isDeputyOn = ({ from, to }: Pick<Deputy, 'from' | 'to'>, on: Day): boolean =>
  from <= on && (to === undefined || on <= to);

/**
 * Names a deputy, or names them for other days. Nobody names themselves, and people of the agency
 * take its seat without it.
 */
export function nameDeputy(
  before: Deputy | undefined,
  wanted: Pick<Deputy, 'agency' | 'from' | 'to'> & { readonly person: Person },
  actor: Actor,
): DeputyOutcome {
  const { agency, person, from, to } = wanted;
  if (person.id === actor.by) return refuse('own-naming');
  if (person.agency === agency) return refuse('own-agency');
  if (to && to < from) return refuse('days-disagree');
  if (to && to < actor.today) return refuse('day-past');
  if (before?.from === from && before.to === to) return accept({ record: before });
  const after = omitUndefined({ agency, person: person.id, from, to, namedBy: actor.by });
  const changes = diffFields([
    ['from', before?.from, from],
    ['to', before?.to, to],
  ]);
  return acceptChange(after, { type: 'named', changes }, actor);
}

/** Ends it with the day before; a naming that has ended stays as it is. */
export function endDeputy(deputy: Deputy, actor: Actor): DeputyOutcome {
  const to = addDays(actor.today, -1);
  if (deputy.to && deputy.to <= to) return accept({ record: deputy });
  const changes = diffFields([['to', deputy.to, to]]);
  return acceptChange({ ...deputy, to }, { type: 'ended', changes }, actor);
}
