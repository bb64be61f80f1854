import type { NamedRecords } from './find-named.ts';
import { toComparable } from './mapping.ts';

/**
 * A list of contacts has no accounts: those of somebody with this name who is known here are added,
 * and what the list does not say of them stays as it is. Whether there is such a person.
 */
export function addStoredPerson(cells: Record<string, string>, { people }: NamedRecords): boolean {
  const name = toComparable(cells.display_name ?? '');
  const [stored, ...others] = people.filter((each) => toComparable(each.displayName) === name);
  cells.id ??= stored && others.length === 0 ? stored.id : name.replace(/ /g, '-');
  if (!stored || others.length > 0) {
    cells.roles ??= 'member';
    return false;
  }
  const accounts = stored.otherIdentities?.map((each) => `${each.tenantId}/${each.objectId}`);
  const rest = {
    agency: stored.agency,
    roles: stored.roles.join(';'),
    groups: stored.groups.join(';'),
    tenant_id: stored.tenantId,
    object_id: stored.objectId,
    other_identities: accounts?.join(';'),
    basis: stored.basis,
  };
  for (const [column, value] of Object.entries(rest)) if (value) cells[column] ??= value;
  return true;
}
