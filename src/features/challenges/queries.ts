import { shortName } from '../../answers/short-name.ts';
import type { Context } from '../../contract/request.ts';
import type { Challenge } from '../../domain/challenge.ts';
import { type Day, formatDay } from '../../domain/dates.ts';
import { agencyName, type Directory } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { challengeStore } from './store.ts';

/** The challenges asked at a meeting that stand, in the order of their references. */
export async function findChallengesAt(
  { store }: Pick<Context, 'store'>,
  { id }: Pick<Meeting, 'id'>,
): Promise<Challenge[]> {
  const found = await store(challengeStore).range('byMeeting', [id], [id]);
  return found.filter(({ withdrawnOn }) => !withdrawnOn);
}

/** “SMBC to West Midlands Police” */
export const formatParties = (
  { fromAgency, toAgency }: Pick<Challenge, 'fromAgency' | 'toAgency'>,
  directory: Directory,
): string =>
  [fromAgency, toAgency]
    .map((id) => shortName(agencyName(directory, id), directory.agencies))
    .join(' to ');

/** A line of the minutes: “CHG-01, SMBC to West Midlands Police: why …? Answer due Wed 14 April.” */
export function describeChallenge(challenge: Challenge, directory: Directory, today: Day): string {
  const { id, question, answer, answerDueOn } = challenge;
  const came = answer ? `Answer: ${answer}` : `Answer due ${formatDay(answerDueOn, today)}`;
  return `${id}, ${formatParties(challenge, directory)}: ${question} ${came}`;
}
