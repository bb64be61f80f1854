import { formatList } from '../../answers/words.ts';
import type { Context } from '../../contract/request.ts';
import type { Action } from '../../domain/action.ts';
import type { QuorumSnapshot } from '../../domain/decision.ts';
import {
  bindsOnAction,
  bindsOnRecord,
  type Declaration,
  findBoundPeople,
  withoutBound,
} from '../../domain/declaration.ts';
import { type Directory, personName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { Period } from '../../domain/period.ts';
import { quorumSnapshot } from '../../domain/quorum-snapshot.ts';
import { declarationStore } from './store.ts';

type Reading = Pick<Context, 'store'>;

/** The interests declared at a meeting, as they were recorded; withdrawn ones too. */
export async function findDeclarations(
  { store }: Reading,
  { id }: Pick<Meeting, 'id'>,
): Promise<Declaration[]> {
  const found = await store(declarationStore).list([id]);
  return found.sort((a, b) => a.recordedAt.localeCompare(b.recordedAt));
}

/** The interests declared at meetings from one day to another, latest first. */
export async function findDeclarationsBetween(
  { store }: Reading,
  { from, to }: Period,
): Promise<Declaration[]> {
  const found = await store(declarationStore).range('byDay', [from], [to]);
  return found.sort((a, b) => b.on.localeCompare(a.on) || a.recordedAt.localeCompare(b.recordedAt));
}

const findOwn = ({ store }: Reading, person: string): Promise<Declaration[]> =>
  store(declarationStore).range('byPerson', [person], [person]);

/** Whether an interest that somebody declared keeps them from judging a review. */
export const isBoundOnReview = async (
  request: Reading,
  person: string,
  ref: string,
): Promise<boolean> => bindsOnRecord(await findOwn(request, person), ref);

/** The same of an action. */
export const isBoundOnAction = async (
  request: Reading,
  person: string,
  action: Action,
): Promise<boolean> => bindsOnAction(await findOwn(request, person), action);

/**
 * The quorum of this moment for one item of a meeting, without those who declared an interest in
 * it; `undefined` before its register was opened. `bound` are those of them who are here.
 */
export async function quorumFor(
  { directory, ports, store }: Pick<Context, 'directory' | 'ports' | 'store'>,
  meeting: Meeting,
  item?: string,
): Promise<{ readonly snapshot: QuorumSnapshot; readonly bound: readonly string[] } | undefined> {
  const { id, quorum } = directory.partnership;
  const [stored, declarations] = await Promise.all([
    ports.registers.find(id, meeting.id),
    findDeclarations({ store }, meeting),
  ]);
  if (!stored || stored.register.status === 'planned') return undefined;
  const bound = findBoundPeople(declarations, { meetingId: meeting.id, item });
  return {
    snapshot: quorumSnapshot(withoutBound(stored.register, bound), quorum),
    bound: [...bound],
  };
}

/** “Not counted, having declared an interest: Jo Field.” Empty where nobody has. */
export const describeBound = (bound: readonly string[], directory: Directory): string =>
  bound.length > 0
    ? ` Not counted, having declared an interest: ${formatList(bound.map((id) => personName(directory, id)))}.`
    : '';

/** “Jo Field, item “Schools”: governor of the school; left” */
export function describeDeclaration(
  { person, item, about, nature, part, withdrawnOn }: Declaration,
  directory: Directory,
): string {
  const where = item ? `“${item}”` : about ? about : 'the whole meeting';
  const extra = item && about ? ` (${about})` : '';
  return `${personName(directory, person)}, ${where}${extra}: ${nature}; ${part}${withdrawnOn ? '; withdrawn' : ''}`;
}
