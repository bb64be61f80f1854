import type { Request } from '../../contract/request.ts';
import { isNamedDeputy } from '../deputies/queries.ts';
import { markOwn } from './mark-attendance.ts';

/**
 * *Here as deputy for …*: for the person’s own agency, unless another is chosen. The seat of another
 * is theirs where they were named beforehand; else they claim it, until somebody confirms it.
 */
export const comeAsDeputy = markOwn('attendance.deputy', async (request: Request, { seat }) => {
  const { id, agency: own } = request.person;
  const agency = seat || own;
  const isClaim =
    agency !== undefined && agency !== own && !(await isNamedDeputy(request, id, agency));
  return { agency, status: 'here', isDeputy: true, isClaim };
});
