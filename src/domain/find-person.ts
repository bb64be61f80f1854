import type { Directory } from './directory.ts';
import type { Identity, Person } from './partnership.ts';

/** All accounts by which somebody is known, their own first. */
export function identitiesOf({ tenantId, objectId, otherIdentities = [] }: Person): Identity[] {
  return [{ tenantId, objectId }, ...otherIdentities];
}

/**
 * The person with this identity, or `undefined` for somebody the partnership does not know. Teams
 * reports a guest now by the tenant of the chat and now by their own: of an organisation that the
 * partnership knows, the directory object alone says who it is.
 */
export function findPerson(directory: Directory, identity: Identity): Person | undefined {
  const { people } = directory;
  const isTheirs = (each: Identity) =>
    each.tenantId === identity.tenantId && each.objectId === identity.objectId;
  const exact = people.find((person) => identitiesOf(person).some(isTheirs));
  const isKnownTenant = () =>
    people.some((each) =>
      identitiesOf(each).some(({ tenantId }) => tenantId === identity.tenantId),
    );
  return exact ?? (isKnownTenant() ? findPersonByObject(directory, identity.objectId) : undefined);
}

/** The only person with this directory object, whatever the tenant: no two people share one. */
export function findPersonByObject({ people }: Directory, objectId: string): Person | undefined {
  const [only, ...others] = people.filter((person) =>
    identitiesOf(person).some((each) => each.objectId === objectId),
  );
  return objectId && others.length === 0 ? only : undefined;
}
