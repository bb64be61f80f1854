import { describeActionState, formatSource } from '../../answers/action-words.ts';
import { formatDays } from '../../answers/format-distance.ts';
import { formatCount, formatList } from '../../answers/words.ts';
import type { StoredAction } from '../../contract/ports.ts';
import type { Request } from '../../contract/request.ts';
import { type Action, isOpen, isOverdue } from '../../domain/action.ts';
import { timesMoved } from '../../domain/action-commands.ts';
import { daysBetween, formatDay } from '../../domain/dates.ts';
import { agencyName, groupName, personName } from '../../domain/directory.ts';
import { doubtOf } from '../../domain/evidence-doubt.ts';
import { describeHistory, describeMoves } from './describe-history.ts';

/** One sentence about the one thing that was asked of an action. */
type DescribeField = (stored: StoredAction, request: Request) => string;

const describeOwner: DescribeField = ({ action: { ref, owner } }, { directory }) => {
  const { agency, group, person } = owner;
  const agencyOf = agency && agencyName(directory, agency);
  const named = person && personName(directory, person);
  const owned = named && agencyOf ? `${named} (${agencyOf})` : (named ?? agencyOf);
  const overseen = group && groupName(directory, group);
  if (!owned)
    return overseen
      ? `${ref} is overseen by ${overseen}; no agency and no person is named as its owner.`
      : `No owner is recorded for ${ref}.`;
  const followed = overseen ? `, overseen by ${overseen}` : '';
  return `${ref} is assigned to ${owned}${followed}${person ? '.' : '; no person is named.'}`;
};

const describeDue: DescribeField = ({ action, history }, { today }) => {
  const { ref, dueOn, completedOn } = action;
  if (!dueOn) return `${ref} has no due date.`;
  const moves = describeMoves(timesMoved(history));
  const moved = moves ? `; its date was ${moves}` : '';
  const day = formatDay(dueOn, today);
  if (!isOpen(action)) {
    const completed = completedOn ? `, and was completed on ${formatDay(completedOn, today)}` : '';
    return `${ref} was due on ${day}${completed || `; it is ${action.status}`}${moved}.`;
  }
  if (isOverdue(action, today))
    return `${ref} was due on ${day} and is overdue by ${formatCount(daysBetween(dueOn, today), 'day')}${moved}.`;
  return `${ref} is due on ${day}, ${dueOn === today ? 'which is today' : formatDays(dueOn, today)}${moved}.`;
};

const describeEvidence: DescribeField = ({ action }, { directory, today }) => {
  const { ref, status, impactEvidence, verifiedBy, verifiedOn } = action;
  if (!impactEvidence)
    return status === 'complete'
      ? `${ref} is complete, and no evidence of impact is recorded.`
      : `No evidence of impact is recorded for ${ref}; it is ${status}.`;
  const verified = verifiedBy
    ? `Verified by ${personName(directory, verifiedBy)}${verifiedOn ? ` on ${formatDay(verifiedOn, today)}` : ''}.`
    : 'Not yet verified.';
  const doubt = doubtOf(action);
  const doubted = doubt ? ` That ${doubt}, so it is doubted until a person decides.` : '';
  return `Evidence recorded for ${ref}: “${impactEvidence}”. ${verified}${doubted}`;
};

const describeSource: DescribeField = (
  { action: { ref, source, review, raisedOn } },
  { today },
) => {
  const from = source.name ? `“${source.name}”` : formatSource(source);
  const raised = raisedOn ? `raised on ${formatDay(raisedOn, today)}` : '';
  if (!from && !review)
    return `The records do not say where ${ref} came from${raised ? `; it was ${raised}` : ''}.`;
  const kind = source.name && source.kind ? ` (${source.kind})` : '';
  const places = [from && `${from}${kind}`, review !== source.name ? review : undefined];
  return `${ref} came from ${formatList(places.filter((each) => each !== undefined && each !== '') as string[])}${raised ? `, ${raised}` : ''}.`;
};

/** What the rules of closing ask for next; nobody writes down a next step. */
const describeNext: DescribeField = ({ action }, request) => {
  const { ref, status, impactEvidence, verifiedBy } = action;
  if (status === 'withdrawn') return `${ref} was withdrawn, so nothing is left to do.`;
  if (status === 'complete') {
    if (!impactEvidence)
      return `${ref} is complete. Next is evidence of impact: what changed for children or for practice.`;
    return verifiedBy
      ? `${ref} is complete, evidenced and verified, so nothing is left to do.`
      : `${ref} is complete with evidence. Next, a chair or the scrutineer verifies it.`;
  }
  const standing = describeActionState(action, request);
  return `No next step is recorded for ${ref}. It is ${standing}, and closes with evidence of what changed.${notesOf(action)}`;
};

const describeBlock: DescribeField = ({ action, history }, { directory, today }) => {
  const { ref, status } = action;
  const notes = notesOf(action);
  if (status !== 'blocked')
    return `${ref} is not recorded as blocked; it is ${status}.${notes || ' No reason for a delay is recorded.'}`;
  const blocked = history.findLast(
    ({ changes, reason }) => changes?.status?.to === 'blocked' && reason,
  );
  if (blocked?.reason)
    return `${ref} is blocked: “${blocked.reason}”, recorded by ${personName(directory, blocked.by)} on ${formatDay(blocked.at.slice(0, 10) as typeof today, today)}.`;
  return `${ref} is blocked.${notes || ' No reason is recorded.'}`;
};

const describeWithdrawal: DescribeField = ({ action, history }, request) => {
  const { ref, status } = action;
  if (status !== 'withdrawn')
    return `${ref} has not been withdrawn; it is ${describeActionState(action, request)}.`;
  const reason = history.findLast(({ type }) => type === 'withdrawn')?.reason;
  if (reason) return `${ref} was withdrawn: “${reason}”.`;
  return `${ref} was withdrawn.${notesOf(action) || ' No reason is recorded.'}`;
};

const describeLastChange: DescribeField = ({ action, history }, { directory, today }) => {
  const [latest] = describeHistory(action, history, directory, today);
  return latest
    ? `${action.ref} was last updated on ${latest.when}: ${latest.what}.`
    : `The records do not say when ${action.ref} was last updated.`;
};

const notesOf = ({ notes }: Action): string => (notes ? ` The notes say: “${notes}”.` : '');

const FIELDS: Readonly<Record<string, DescribeField>> = {
  owner: describeOwner,
  lead: describeOwner,
  due: describeDue,
  evidence: describeEvidence,
  source: describeSource,
  next: describeNext,
  blocked: describeBlock,
  withdrawn: describeWithdrawal,
  history: describeLastChange,
};

/** The answer to what was asked of one action; `undefined` where it was the whole, or its status. */
export function describeField(
  field: string | undefined,
  stored: StoredAction,
  request: Request,
): string | undefined {
  return field === undefined ? undefined : FIELDS[field]?.(stored, request);
}
