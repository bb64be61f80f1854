import type { Action } from './action.ts';
import type { Actor } from './actor.ts';
import { acceptChange, type Change } from './change-event.ts';
import type { Day } from './dates.ts';
import { omitUndefined, trimToUndefined } from './optional.ts';
import { type Outcome, refuse } from './outcome.ts';
import { findPersonalDetail } from './privacy-guard.ts';
import { changeFields } from './record-change.ts';
import type { Register } from './register.ts';

/** Whether they left the room for it, or took part in what was said. */
export const DECLARED_PARTS = ['left', 'took part'] as const;
export type DeclaredPart = (typeof DECLARED_PARTS)[number];

/**
 * An interest that somebody declares in an item of a meeting, or in all of it. It binds the person
 * and not the agency, whose deputy may speak and counts.
 */
export interface Declaration {
  /** The operation that recorded it. */
  readonly id: string;
  readonly meetingId: string;
  readonly group: string;
  /** The day of the meeting. */
  readonly on: Day;
  /** The title of the item of its agenda, as it was then; none for the whole meeting. */
  readonly item?: string;
  /** The action or the review that it is about: `SA-019`, `RR-2021-02`. */
  readonly about?: string;
  /** Person id. */
  readonly person: string;
  /** In few words: “governor of the school”. */
  readonly nature: string;
  readonly part: DeclaredPart;
  readonly recordedBy: string;
  readonly recordedAt: string;
  /** It was recorded by mistake: it stays in the records and binds nobody. */
  readonly withdrawnOn?: Day;
}

export type DeclarationRefusal =
  | 'nature-missing'
  | 'personal'
  | 'withdrawn-already'
  | 'not-yours-to-declare';

type DeclarationOutcome = Outcome<Change<Declaration>, DeclarationRefusal>;

/** Declares an interest, for oneself or as it was said at the meeting. */
export function declareInterest(
  wanted: Omit<Declaration, 'recordedBy' | 'recordedAt' | 'withdrawnOn'>,
  actor: Actor,
): DeclarationOutcome {
  const nature = trimToUndefined(wanted.nature);
  if (!nature) return refuse('nature-missing');
  if (findPersonalDetail(nature)) return refuse('personal');
  return acceptChange<Declaration, { type: string }>(
    omitUndefined({
      ...wanted,
      nature,
      about: trimToUndefined(wanted.about)?.toUpperCase(),
      recordedBy: actor.by,
      recordedAt: actor.at,
    }) as Declaration,
    { type: 'added' },
    actor,
  );
}

/** Takes back what was recorded by mistake; the history keeps both. */
export function withdrawDeclaration(declaration: Declaration, actor: Actor): DeclarationOutcome {
  if (declaration.withdrawnOn) return refuse('withdrawn-already');
  return changeFields(declaration, { withdrawnOn: actor.today }, { type: 'withdrawn' }, actor);
}

const stands = ({ withdrawnOn }: Declaration): boolean => withdrawnOn === undefined;

/** Who is bound when an item of a meeting is decided: by a declaration in it, or in the whole meeting. */
export function findBoundPeople(
  declarations: readonly Declaration[],
  { meetingId, item }: { readonly meetingId: string; readonly item?: string | undefined },
): ReadonlySet<string> {
  const own = declarations.filter(
    (each) => stands(each) && each.meetingId === meetingId && (!each.item || each.item === item),
  );
  return new Set(own.map(({ person }) => person));
}

/** A register without those who are bound: their agency counts where somebody else speaks for it. */
export function withoutBound(register: Register, bound: ReadonlySet<string>): Register {
  if (bound.size === 0) return register;
  return {
    ...register,
    marks: register.marks.filter(({ person }) => !bound.has(person)),
    lines: register.lines.filter(({ person }) => !person || !bound.has(person)),
  };
}

/** Whether somebody's declarations keep them from judging a record: it was named, or its item was. */
export const bindsOnRecord = (declarations: readonly Declaration[], ref: string): boolean =>
  declarations.some(
    (each) =>
      stands(each) &&
      [each.about, each.item].some((text) => text !== undefined && namesRecord(text, ref)),
  );

/** The same of an action, which may have been raised under an item in which an interest was declared. */
export const bindsOnAction = (
  declarations: readonly Declaration[],
  { ref, source: { item }, raisedOn, owner }: Action,
): boolean =>
  bindsOnRecord(declarations, ref) ||
  declarations.some(
    (each) =>
      stands(each) &&
      each.item !== undefined &&
      each.item === item &&
      each.on === raisedOn &&
      (!owner.group || owner.group === each.group),
  );

/** `SA-01` is not named in “about SA-019”. */
function namesRecord(text: string, ref: string): boolean {
  const escaped = ref.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w-])${escaped}(?![\\w-])`, 'i').test(text);
}
