import type { AnswerRow } from '../contract/answer.ts';
import { formatDayWithYear } from '../domain/dates.ts';
import type { Decision, QuorumSnapshot } from '../domain/decision.ts';
import { agencyName, type Directory, groupName } from '../domain/directory.ts';
import { formatCount, formatList } from './words.ts';

/** A decision in a list: what, then who and when, then what else is to be known of it. */
export function toDecisionRow(
  decision: Decision,
  directory: Directory,
): Required<Pick<AnswerRow, 'title' | 'line' | 'details'>> {
  const { what, group, decidedOn, meetingId, authority, dissent, options, inError } = decision;
  const details = [
    ...(inError ? [`Recorded in error: ${inError.reason}`] : []),
    meetingId ? describeQuorumSnapshot(decision.quorumThen, directory) : 'Taken between meetings',
    `Authority: ${authority}`,
    ...(options.length > 0 ? [`Options: ${options.join('; ')}`] : []),
    dissent ? `Dissent: ${dissent}` : 'Nobody dissented',
  ];
  return {
    title: what,
    line: `${groupName(directory, group)} · ${formatDayWithYear(decidedOn)}`,
    details: details.join('. '),
  };
}

/** Whether the meeting could decide at that moment, as the minutes say it. */
export function describeQuorumSnapshot(
  then: QuorumSnapshot | undefined,
  directory: Directory,
): string {
  if (!then) return 'No register was open';
  const attending = `${formatCount(then.attending.length, 'agency', 'agencies')} attended`;
  if (!then.quorum) return `${attending}, no quorum is set`;
  if (then.quorum.quorate) return `Quorate, ${attending}`;
  const missing = then.quorum.missing.map((id) => agencyName(directory, id));
  const without = missing.length > 0 ? ` without ${formatList(missing)}` : '';
  return `Inquorate${without}, ${attending}; the chair proceeded: ${then.proceeding ?? 'no reason recorded'}`;
}
