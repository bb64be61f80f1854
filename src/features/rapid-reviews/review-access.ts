import { formatAdministrators } from '../../answers/access-words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Request } from '../../contract/request.ts';
import { isPermitted, isPermittedOn } from '../../domain/access.ts';
import type { Directory } from '../../domain/directory.ts';
import type { Voice } from '../../domain/partnership.ts';
import type { Round } from '../../domain/rapid-review.ts';
import type { NewRound } from '../../domain/rapid-review-decision.ts';
import { reviewSight, seesPositions } from '../../domain/review-sight.ts';

type ByPerson = Pick<Request, 'person'>;

/** The statutory partners with this voice, as the partnership’s arrangements name them. */
export function statutoryPartners(voice: Voice, { partnership }: Directory): string[] {
  return partnership.statutoryPartners
    .filter((partner) => partner.voice === voice)
    .map(({ agency }) => agency);
}

/** Positions are told in a personal chat alone: what is said in another is read by all who are in it. */
export function canHearPositions(request: Request): boolean {
  return request.place.kind === 'personal' && seesPositions(request.person, request.directory);
}

/** A round as the partnership's settings have it. */
export const newRound = (directory: Directory): NewRound => ({
  partners: statutoryPartners('decides', directory),
  advisers: statutoryPartners('advises', directory),
  hidden: directory.partnership.positions !== 'shown',
});

/** Whether everybody who reads the answer sees every review. */
export const showsEveryReview = ({
  readers,
  directory,
}: Pick<Request, 'readers' | 'directory'>): boolean => reviewSight(readers, directory).isWhole;

/** Opens reviews, asks for summaries, records what happened. */
export const canAdministerReviews = ({ person }: ByPerson): boolean =>
  isPermitted(person, 'reviews.administer');

/** The partner for which somebody speaks in a round: their own agency, as its lead or deputy. */
export function findRepresentedAgency(
  { person }: ByPerson,
  round: Pick<Round, 'partners'> | undefined,
): string | undefined {
  const { agency } = person;
  return agency &&
    round?.partners.includes(agency) &&
    isPermittedOn(person, 'reviews.give-position', { agency })
    ? agency
    : undefined;
}

/** As whom somebody may add advice: the scrutineer, or a lead or deputy of a partner whose voice advises. */
export function adviserRole(
  { person }: ByPerson,
  round: Pick<Round, 'advisers'> | undefined,
): { readonly isScrutineer: boolean; readonly agency?: string } | undefined {
  if (isPermitted(person, 'reviews.advise')) return { isScrutineer: true };
  const { agency } = person;
  return agency &&
    round?.advisers.includes(agency) &&
    isPermittedOn(person, 'reviews.advise', { agency })
    ? { isScrutineer: false, agency }
    : undefined;
}

/** The asker may not do this: who may. */
export function notPermitted(directory: Directory, what: string): Answer {
  const text = `Nothing was recorded: ${what}. Please ask ${formatAdministrators(directory)}.`;
  return { text, refused: 'access' };
}
