import { formatOwner } from '../answers/action-words.ts';
import type { FormRow } from '../answers/confirm-view.ts';
import type { Asker } from '../contract/feature.ts';
import type { Ports, StoredAction } from '../contract/ports.ts';
import { isOpen } from '../domain/action.ts';
import { formatDay } from '../domain/dates.ts';
import { sharedTitleWords, significantWords } from '../domain/title-similarity.ts';

/** So many are pointed out; so many titles are looked at for them. */
const MAX_SIMILAR = 3;
const MAX_COMPARED = 8;

/** Open actions with a title clearly like one that is about to be raised, the likest first. */
export async function findSimilarActions(
  { directory }: Asker,
  title: string,
  ports: Ports,
): Promise<StoredAction[]> {
  const { id } = directory.partnership;
  const words = significantWords(title).join(' ');
  if (!words) return [];
  const alike = (await ports.actions.titled(id, words, MAX_COMPARED)).filter(
    (each) => sharedTitleWords(each.title, title).length > 0,
  );
  const found = await Promise.all(alike.map(({ ref }) => ports.actions.find(id, ref)));
  return found
    .filter((each) => each !== undefined && isOpen(each.action))
    .slice(0, MAX_SIMILAR) as StoredAction[];
}

/** A similar action on a form: what it is, whose, and by when. */
export function toSimilarRow(
  { action }: StoredAction,
  { directory }: Asker,
  ports: Ports,
): FormRow & { readonly ref: string } {
  const today = ports.calendar.today(directory.partnership.timeZone);
  const owner = formatOwner(action, directory) ?? 'no owner recorded';
  const due = action.dueOn ? `due ${formatDay(action.dueOn, today)}` : 'no due date';
  return { ref: action.ref, title: `${action.ref}  ${action.title}`, line: `${owner} · ${due}` };
}
