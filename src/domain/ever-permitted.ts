import { grantsFor, type Permission, toRoleKind } from './access.ts';
import type { Person } from './partnership.ts';

/** Whether any of a person's roles has the permission on some record. */
export function isEverPermitted({ roles }: Person, permission: Permission): boolean {
  const grants = grantsFor(permission);
  return roles
    .map(toRoleKind)
    .some((kind) =>
      [kind, `own:${kind}` as const, `sitting:${kind}` as const].some((grant) =>
        grants.includes(grant),
      ),
    );
}
