import type { Actor } from './actor.ts';
import { acceptChange } from './change-event.ts';
import type { Lcspr } from './lcspr.ts';
import type { LcsprChange, LcsprRefusal } from './lcspr-commands.ts';
import { accept, type Outcome, refuse } from './outcome.ts';
import type { ReviewEvent } from './rapid-review-commands.ts';
import type { UndoRefusal } from './record-change.ts';
import { refuseUndo } from './undo.ts';

/** The change with the LCSPR as it was before in its event, so that one press can set it back. */
export function rememberBefore(
  before: Lcspr | undefined,
  decided: Outcome<LcsprChange, LcsprRefusal>,
): Outcome<LcsprChange, LcsprRefusal> {
  if (!decided.ok || !decided.value.event || !before) return decided;
  const { record, event } = decided.value;
  return accept({ record, event: { ...event, before } });
}

/**
 * Sets back what the actor's last press recorded of an LCSPR, while nothing followed it; the history
 * keeps both. Its cases stay, for reviews join them.
 */
export function undoLcspr(
  lcspr: Lcspr | undefined,
  { history, operation }: { readonly history: readonly ReviewEvent[]; readonly operation: string },
  actor: Actor,
): Outcome<LcsprChange, UndoRefusal> {
  const last = history.at(-1);
  if (!lcspr || !history.some((each) => each.operation === operation))
    return refuse('nothing-to-undo');
  // Pressed again, it has been done.
  if (last?.type === 'undone of an LCSPR' && history.at(-2)?.operation === operation)
    return accept({ record: lcspr });
  if (last?.operation !== operation) return refuse('changed-since');
  const { before } = last;
  if (!before) return refuse('nothing-to-undo');
  const refusal = refuseUndo(last, actor);
  if (refusal) return refuse(refusal);
  const { name, cases } = lcspr;
  return acceptChange(
    { ...before, name, cases },
    { type: 'undone of an LCSPR' as const, what: name, reason: `“${last.type}” was a mistake` },
    actor,
  );
}
