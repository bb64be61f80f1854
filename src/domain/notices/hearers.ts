import type { ActionOwner } from '../action.ts';
import type { Directory } from '../directory.ts';
import type { Person, Role } from '../partnership.ts';
import type { Ground } from './notice.ts';
import type { Addressee } from './notice-settings.ts';

/** Somebody who hears of something, and why. */
export interface Hearer {
  readonly person: string;
  readonly why: Ground;
}

/** Whom a matter concerns: who owns it, the agency it is about, the group that follows it up. */
export interface Concern {
  readonly owner?: ActionOwner;
  readonly agency?: string;
  readonly group?: string;
}

/**
 * Who hears, each once. Where an addressee has nobody, the next in line does, and in the end the administrators; a partnership that
 * wants nobody to hear says so with an empty list.
 */
export function hearersOf(
  to: readonly Addressee[],
  concern: Concern,
  directory: Directory,
): Hearer[] {
  const found = to.flatMap((addressee) => FIND[addressee](concern, directory));
  const heard = found.length > 0 || to.length === 0 ? found : administrators(directory);
  return [
    ...new Map(heard.toReversed().map((hearer) => [hearer.person, hearer])).values(),
  ].toReversed();
}

const FIND: Readonly<Record<Addressee, (concern: Concern, directory: Directory) => Hearer[]>> = {
  owner: ({ owner = {} }, directory) => ownersOf(owner, directory),
  'agency-lead': ({ agency, owner }, directory) => voicesOf(agency ?? owner?.agency, directory),
  'group-chair': ({ group }, directory) => (group ? chairsOf(group, directory) : chairs(directory)),
  chair: (_, directory) => chairs(directory),
  scrutineer: (_, directory) => withRole('scrutineer', directory, { kind: 'scrutineer' }),
  'statutory-leads': (_, directory) =>
    directory.partnership.statutoryPartners
      .filter(({ voice }) => voice === 'decides')
      .flatMap(({ agency }) => voicesOf(agency, directory))
      .map(({ person, why }) => ({
        person,
        why: why.kind === 'agency' ? { ...why, kind: 'statutory' } : why,
      })),
  administrators: (_, directory) => administrators(directory),
};

function ownersOf({ person, agency, group }: ActionOwner, directory: Directory): Hearer[] {
  if (person && directory.people.some(({ id }) => id === person))
    return [{ person, why: { kind: 'owner' } }];
  const voices = voicesOf(agency, directory);
  return voices.length > 0 || !group ? voices : chairsOf(group, directory);
}

/** Who speaks for an agency: its partner leads; else its deputies; else whoever sits in groups for it. */
function voicesOf(agency: string | undefined, { people }: Directory): Hearer[] {
  if (!agency) return [];
  const own = people.filter((person) => person.agency === agency);
  const inOrder: readonly Role[] = ['partner-lead', 'deputy', 'member'];
  const role = inOrder.find((each) => own.some(({ roles }) => roles.includes(each)));
  return own
    .filter(({ roles }) => role && roles.includes(role))
    .map(hears({ kind: 'agency', agency }));
}

function chairsOf(group: string, directory: Directory): Hearer[] {
  const own = withRole(`chair:${group}`, directory, { kind: 'chair', group });
  return own.length > 0 ? own : chairs(directory);
}

const chairs = (directory: Directory) => withRole('chair', directory, { kind: 'chair' });
const administrators = (directory: Directory) =>
  withRole('administrator', directory, { kind: 'administrator' });

function withRole(role: Role, { people }: Directory, why: Ground): Hearer[] {
  return people.filter(({ roles }) => roles.includes(role)).map(hears(why));
}

const hears =
  (why: Ground) =>
  ({ id }: Person): Hearer => ({ person: id, why });
