import { listed } from '../../answers/words.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import { isPermitted, isPermittedOn } from '../../domain/access.ts';
import type { Directory } from '../../domain/directory.ts';
import type { Person, Voice } from '../../domain/partnership.ts';
import type { Round } from '../../domain/rapid-review.ts';

/** The statutory partners with this voice, as the partnership’s arrangements name them. */
export function partnersWith(voice: Voice, { partnership }: Directory): string[] {
  return partnership.statutoryPartners
    .filter((partner) => partner.voice === voice)
    .map(({ agency }) => agency);
}

/** Whether somebody may know positions and rationales: statutory partners’ leads and deputies, chair, scrutineer, administrators. */
export function seesPositions({ person, directory }: Pick<Asker, 'person' | 'directory'>): boolean {
  return isPermittedOn(person, 'reviews.positions', { agency: statutory(person, directory) });
}

/** Positions are told in a personal chat alone: what is said in another is read by all who are in it. */
export function hearsPositions(asker: Asker): boolean {
  return asker.place.kind === 'personal' && seesPositions(asker);
}

/** Opens reviews, asks for summaries, records what happened. */
export const isKeeper = ({ person }: Pick<Asker, 'person'>): boolean =>
  isPermitted(person, 'reviews.keep');

/** Reveals, confirms and escalates: the partnership’s chair, or the chair of the group in whose chat the decision was opened. */
export function isChair(
  { person }: Pick<Asker, 'person'>,
  { group }: Pick<Round, 'group'>,
): boolean {
  return isPermittedOn(person, 'reviews.confirm', { group });
}

/** The partner for which somebody speaks in a round: their own agency, as its lead or deputy. */
export function voiceIn(
  { person }: Pick<Asker, 'person'>,
  { partners }: Pick<Round, 'partners'>,
): string | undefined {
  const { agency } = person;
  return agency && partners.includes(agency) && isPermittedOn(person, 'reviews.speak', { agency })
    ? agency
    : undefined;
}

/** Whether somebody may add advice: the scrutineer, or a lead or deputy of a partner whose voice advises. */
export function adviserIn(
  { person }: Pick<Asker, 'person'>,
  { advisers }: Pick<Round, 'advisers'>,
): { isScrutineer: boolean; agency?: string } | undefined {
  if (isPermitted(person, 'reviews.advise')) return { isScrutineer: true };
  const { agency } = person;
  return agency && advisers.includes(agency) && isPermittedOn(person, 'reviews.advise', { agency })
    ? { isScrutineer: false, agency }
    : undefined;
}

/** The leads and deputies of an agency, who speak for it. */
export function speakersOf(agency: string, { people }: Directory): Person[] {
  return people.filter(
    (person) => person.agency === agency && isPermittedOn(person, 'reviews.speak', { agency }),
  );
}

/** Whom an agency's summary is asked of: its leads and deputies; where it has none, all its people who may answer. */
export function answerersOf(agency: string, directory: Directory): Person[] {
  const leads = speakersOf(agency, directory);
  const own = directory.people.filter((person) => person.agency === agency);
  return leads.length > 0
    ? leads
    : own.filter((person) => isPermittedOn(person, 'reviews.return', { agency }));
}

/** The asker may not do this: who may. */
export function mayNot(directory: Directory, what: string): Answer {
  const administrators = directory.people.filter(({ roles }) => roles.includes('administrator'));
  const names = administrators.map(({ displayName }) => displayName);
  const text = `Nothing was recorded: ${what}. Please ask ${listed(names, 'or') || 'the business unit'}.`;
  return { text, refused: 'access' };
}

function statutory({ agency }: Person, { partnership }: Directory): string | undefined {
  return partnership.statutoryPartners.find((partner) => partner.agency === agency)?.agency;
}
