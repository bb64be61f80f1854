import { isPermittedOn } from './access.ts';
import type { Action } from './action.ts';
import type { Directory } from './directory.ts';
import type { NamedLcspr } from './named-lcspr.ts';
import type { Owner, Person } from './partnership.ts';

/** Whose all rapid reviews are, seen from somebody: a statutory partner's, and of the group that handles them. */
function reviewsOwner({ agency }: Person, { partnership }: Directory): Owner {
  const { statutoryPartners, rapidReviewGroup: group } = partnership;
  const isStatutory = statutoryPartners.some((partner) => partner.agency === agency);
  return { ...(isStatutory && { agency }), ...(group && { group }) };
}

/** Whether somebody sees every rapid review: its reference, category, days and where it stands. */
export function seesEveryReview(person: Person, directory: Directory): boolean {
  return isPermittedOn(person, 'reviews.read', reviewsOwner(person, directory));
}

/** Whether somebody sees what partners decided, with their positions and advice, once these are revealed. */
export function seesPositions(person: Person, directory: Directory): boolean {
  return isPermittedOn(person, 'reviews.see-positions', reviewsOwner(person, directory));
}

/** Whether somebody reveals, confirms and escalates: the chair, and whoever chairs the group that handles reviews. */
export function confirmsReviews(person: Person, directory: Directory): boolean {
  return isPermittedOn(person, 'reviews.confirm', reviewsOwner(person, directory));
}

/** The leads and deputies of an agency, who speak for it. */
export function agencySpeakers(agency: string, { people }: Directory): Person[] {
  return people.filter(
    (person) =>
      person.agency === agency && isPermittedOn(person, 'reviews.give-position', { agency }),
  );
}

/**
 * Whom an agency's summary is asked of: its leads and deputies; where it has none, all its people
 * who may answer.
 */
export function summaryContacts(agency: string, directory: Directory): Person[] {
  const leads = agencySpeakers(agency, directory);
  const own = directory.people.filter((person) => person.agency === agency);
  return leads.length > 0
    ? leads
    : own.filter((person) => isPermittedOn(person, 'reviews.send-summary', { agency }));
}

/** What some readers together may see of the reviews: what each of them may. */
export interface ReviewSight {
  readonly isWhole: boolean;
  sees(ref: string): boolean;
}

/**
 * The reviews that all of these people may see; of nobody in particular, none. Whatever names,
 * counts or offers reviews asks this first: one that is not seen does not exist.
 */
export function reviewSight(readers: readonly Person[], directory: Directory): ReviewSight {
  const partly = readers.filter((person) => !seesEveryReview(person, directory));
  const wasAsked = ({ id, agency }: Person, ref: string) =>
    agency !== undefined &&
    (directory.summariesAsked[ref] ?? []).includes(agency) &&
    summaryContacts(agency, directory).some((contact) => contact.id === id);
  return {
    isWhole: readers.length > 0 && partly.length === 0,
    sees: (ref) => readers.length > 0 && partly.every((person) => wasAsked(person, ref)),
  };
}

/** Everybody who sits in a group or chairs it. */
export function groupPeople(group: string, { people }: Directory): Person[] {
  return people.filter(
    ({ groups, roles }) => groups.includes(group) || roles.includes(`chair:${group}`),
  );
}

/** What a sight leaves of the LCSPRs: those that are published, and those of cases that are seen; no other case. */
export function visibleLcsprs<Each extends NamedLcspr>(
  lcsprs: readonly Each[],
  { sees }: Pick<ReviewSight, 'sees'>,
): Each[] {
  return lcsprs.flatMap((lcspr) => {
    const cases = lcspr.cases.filter(sees);
    return cases.length > 0 || lcspr.published ? [{ ...lcspr, cases }] : [];
  });
}

/** How what comes from a review that is not seen is called. */
export const UNSEEN_REVIEW = 'a rapid review';

/**
 * Puts {@link UNSEEN_REVIEW} in the place of references, however they are written.
 * @example withoutRefs(['RR-2021-01'])('as rr 2021/01 says') // 'as a rapid review says'
 * @example withoutRefs(['RR-2021-01'])('from rapid review 1') // 'from a rapid review'
 */
export function withoutRefs(refs: readonly string[]): (text: string) => string {
  if (refs.length === 0) return (text) => text;
  const written = refs.map((ref) =>
    ref
      .split(/[^\p{L}\d]+/u)
      .map((part) => part.replace(/(?<=\p{L})(?=\d)/u, SEPARATOR))
      .join(SEPARATOR),
  );
  const numbers = refs.flatMap((ref) => /(\d{1,3})$/.exec(ref)?.slice(1).map(Number) ?? []);
  const byNumber = `(?:rapid reviews?|rr)[\\s-]?0{0,2}(?:${numbers.join('|') || '(?!)'})`;
  const pattern = new RegExp(
    `(?<![\\p{L}\\d])(?:${[...written, byNumber].join('|')})(?![\\p{L}\\d])`,
    'giu',
  );
  return (text) => text.replace(pattern, UNSEEN_REVIEW);
}

const SEPARATOR = '[^\\p{L}\\d]{0,2}';

/** “rapid review 8”, “RR8”: a review by its number. */
const BY_NUMBER = /\b(?:rapid reviews?|rr)[\s-]?\d{1,3}\b/i;

/**
 * An action as those see it who do not see these reviews: the action itself, and in the place of
 * the review that it comes from {@link UNSEEN_REVIEW}.
 */
export function withoutReviews(
  action: Action,
  isUnseen: (ref: string) => boolean,
  rewrite: (text: string) => string,
): Action {
  const { review, source, title, notes, impactEvidence } = action;
  const comesOfUnseen = review !== undefined && isUnseen(review);
  const { kind, name } = source;
  const namesUnseen =
    name !== undefined &&
    (rewrite(name) !== name || BY_NUMBER.test(name) || (comesOfUnseen && kind === 'rapid review'));
  if (!comesOfUnseen && !namesUnseen && ![title, notes, impactEvidence].some(isRewritten))
    return action;
  const { review: _, ...rest } = action;
  return {
    ...rest,
    ...(review !== undefined && !comesOfUnseen && { review }),
    title: rewrite(title),
    ...(notes !== undefined && { notes: rewrite(notes) }),
    ...(impactEvidence !== undefined && { impactEvidence: rewrite(impactEvidence) }),
    source: namesUnseen ? { kind: kind ?? 'rapid review' } : source,
  };

  function isRewritten(text: string | undefined): boolean {
    return text !== undefined && rewrite(text) !== text;
  }
}
