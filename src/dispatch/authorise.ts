import type { Answer } from '../contract/answer.ts';
import { isEverPermitted } from '../domain/ever-permitted.ts';
import type { Call } from './call.ts';
import { refuseRole } from './standard-answers.ts';

/** What no role of the asker's allows on any record is refused; on which records it is allowed, the handler decides. */
export function authorise({ request, permission }: Call): Answer | undefined {
  if (!permission || permission === 'own' || permission === 'anybody') return undefined;
  return isEverPermitted(request.person, permission)
    ? undefined
    : refuseRole(permission, request.directory);
}
