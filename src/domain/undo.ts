import type { Actor } from './actor.ts';

/** So long after it was recorded a change is undone by one press; later it is changed again. */
export const UNDO_HOURS = 24;

/**
 * Why one press does not undo what was recorded: it was somebody else, or too long ago.
 * @example refuseUndo({ by: 'chair', at: '2021-05-10T09:00:00Z' }, chair) // 'too-long-ago' on 12 May
 */
export function refuseUndo(
  recorded: Pick<Actor, 'by' | 'at'>,
  actor: Pick<Actor, 'by' | 'at'>,
): 'not-yours' | 'too-long-ago' | undefined {
  if (recorded.by !== actor.by) return 'not-yours';
  const elapsed = Date.parse(actor.at) - Date.parse(recorded.at);
  return elapsed > UNDO_HOURS * 3_600_000 ? 'too-long-ago' : undefined;
}
