import type { Directory } from '../directory.ts';
import { findBoard } from '../find-board.ts';
import type { Owner, Person, Role } from '../partnership.ts';

/** Who hears. Where nobody can be found, the administrators do: nothing is owed to no one. */
export const ADDRESSEES = [
  /** The person; else who speaks for the agency; else the group’s chair. */
  'owner',
  'agency-lead',
  'group-chair',
  /** The partnership’s chair. */
  'chair',
  'scrutineer',
  /** Who speaks for each statutory partner that decides. */
  'statutory-leads',
  'administrators',
] as const;
export type Addressee = (typeof ADDRESSEES)[number];

/** Why somebody hears of something. */
export type RecipientReason =
  | { readonly kind: 'owner' }
  /** Speaks for the agency: the one that owns it, or that was absent. */
  | { readonly kind: 'agency'; readonly agency: string }
  | { readonly kind: 'statutory'; readonly agency: string }
  /** Chairs the group; the partnership where none is named. */
  | { readonly kind: 'chair'; readonly group?: string }
  | { readonly kind: 'scrutineer' }
  | { readonly kind: 'administrator' }
  | { readonly kind: 'asked' };

/** Somebody who hears of something, and why. */
export interface Recipient {
  readonly person: string;
  readonly reason: RecipientReason;
}

/** Whom a matter concerns: who owns it, the agency it is about, the group that follows it up. */
export interface Concern {
  readonly owner?: Owner;
  readonly agency?: string;
  readonly group?: string | undefined;
}

/**
 * Who hears, each once. Where an addressee has nobody, the next in line does, and in the end the administrators; a partnership that
 * wants nobody to hear says so with an empty list.
 */
export function resolveRecipients(
  to: readonly Addressee[],
  concern: Concern,
  directory: Directory,
): Recipient[] {
  const found = to.flatMap((addressee) => FINDERS[addressee](concern, directory));
  const recipients = found.length > 0 || to.length === 0 ? found : administrators(directory);
  return [
    ...new Map(recipients.toReversed().map((recipient) => [recipient.person, recipient])).values(),
  ].toReversed();
}

const FINDERS: Readonly<
  Record<Addressee, (concern: Concern, directory: Directory) => Recipient[]>
> = {
  owner: ({ owner = {} }, directory) => findOwners(owner, directory),
  'agency-lead': ({ agency, owner }, directory) =>
    findRepresentatives(agency ?? owner?.agency, directory),
  'group-chair': ({ group }, directory) =>
    group ? findChairs(group, directory) : chairs(directory),
  chair: (_, directory) => chairs(directory),
  scrutineer: (_, directory) => withRole('scrutineer', directory, { kind: 'scrutineer' }),
  'statutory-leads': (_, directory) =>
    directory.partnership.statutoryPartners
      .filter(({ voice }) => voice === 'decides')
      .flatMap(({ agency }) => findRepresentatives(agency, directory))
      .map(({ person, reason }) => ({
        person,
        reason: reason.kind === 'agency' ? { ...reason, kind: 'statutory' } : reason,
      })),
  administrators: (_, directory) => administrators(directory),
};

function findOwners({ person, agency, group }: Owner, directory: Directory): Recipient[] {
  if (person && directory.people.some(({ id }) => id === person))
    return [{ person, reason: { kind: 'owner' } }];
  const voices = findRepresentatives(agency, directory);
  return voices.length > 0 || !group ? voices : findChairs(group, directory);
}

/** Who speaks for an agency: its partner leads; else its deputies; else whoever sits in groups for it. */
function findRepresentatives(agency: string | undefined, { people }: Directory): Recipient[] {
  if (!agency) return [];
  const own = people.filter((person) => person.agency === agency);
  const inOrder: readonly Role[] = ['partner-lead', 'deputy', 'member'];
  const role = inOrder.find((each) => own.some(({ roles }) => roles.includes(each)));
  return own
    .filter(({ roles }) => role && roles.includes(role))
    .map(toRecipient({ kind: 'agency', agency }));
}

function findChairs(group: string, directory: Directory): Recipient[] {
  const own = withRole(`chair:${group}`, directory, { kind: 'chair', group });
  return own.length > 0 ? own : chairs(directory);
}

const chairs = (directory: Directory) => withRole('chair', directory, { kind: 'chair' });
const administrators = (directory: Directory) =>
  withRole('administrator', directory, { kind: 'administrator' });

function withRole(role: Role, { people }: Directory, reason: RecipientReason): Recipient[] {
  return people.filter(({ roles }) => roles.includes(role)).map(toRecipient(reason));
}

const toRecipient =
  (reason: RecipientReason) =>
  ({ id }: Person): Recipient => ({ person: id, reason });

/** The group that follows something up: its own, else that of its priority, else the board. */
export function followingGroup(
  { group, priority, year }: { group?: string; priority?: string; year?: string },
  directory: Directory,
): string | undefined {
  const editions = directory.priorities.filter(({ id }) => id === priority);
  const led = editions.find((edition) => edition.year === year) ?? editions.at(-1);
  return group ?? led?.leadGroup ?? findBoard(directory)?.id;
}
