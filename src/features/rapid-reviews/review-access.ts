import { formatAdministrators } from '../../answers/access-words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Request } from '../../contract/request.ts';
import { isPermitted, isPermittedOn } from '../../domain/access.ts';
import type { Directory } from '../../domain/directory.ts';
import type { Person, Voice } from '../../domain/partnership.ts';
import type { Round } from '../../domain/rapid-review.ts';

type ByPerson = Pick<Request, 'person'>;

/** The statutory partners with this voice, as the partnership’s arrangements name them. */
export function statutoryPartners(voice: Voice, { partnership }: Directory): string[] {
  return partnership.statutoryPartners
    .filter((partner) => partner.voice === voice)
    .map(({ agency }) => agency);
}

/** Whether somebody may know positions and rationales: statutory partners’ leads and deputies, chair, scrutineer, administrators. */
export function canSeePositions({
  person,
  directory,
}: Pick<Request, 'person' | 'directory'>): boolean {
  const isStatutory = directory.partnership.statutoryPartners.some(
    ({ agency }) => agency === person.agency,
  );
  return isPermittedOn(
    person,
    'reviews.see-positions',
    isStatutory ? { agency: person.agency } : {},
  );
}

/** Positions are told in a personal chat alone: what is said in another is read by all who are in it. */
export function canHearPositions(request: Request): boolean {
  return request.place.kind === 'personal' && canSeePositions(request);
}

/** Opens reviews, asks for summaries, records what happened. */
export const canAdministerReviews = ({ person }: ByPerson): boolean =>
  isPermitted(person, 'reviews.administer');

/** Reveals, confirms and escalates: the partnership’s chair, or the chair of the group in whose chat the decision was opened. */
export function canConfirm({ person }: ByPerson, { group }: Pick<Round, 'group'>): boolean {
  return isPermittedOn(person, 'reviews.confirm', { group });
}

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

/** The leads and deputies of an agency, who speak for it. */
export function agencySpeakers(agency: string, { people }: Directory): Person[] {
  return people.filter(
    (person) =>
      person.agency === agency && isPermittedOn(person, 'reviews.give-position', { agency }),
  );
}

/** Whom an agency's summary is asked of: its leads and deputies; where it has none, all its people who may answer. */
export function summaryContacts(agency: string, directory: Directory): Person[] {
  const leads = agencySpeakers(agency, directory);
  const own = directory.people.filter((person) => person.agency === agency);
  return leads.length > 0
    ? leads
    : own.filter((person) => isPermittedOn(person, 'reviews.send-summary', { agency }));
}

/** The asker may not do this: who may. */
export function notPermitted(directory: Directory, what: string): Answer {
  const text = `Nothing was recorded: ${what}. Please ask ${formatAdministrators(directory)}.`;
  return { text, refused: 'access' };
}
