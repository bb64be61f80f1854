import { markOwn } from './mark-attendance.ts';

/**
 * *Here as deputy for …*: for the person’s own agency, unless another is chosen. The seat of another
 * is claimed, until somebody confirms it.
 */
export const comeAsDeputy = markOwn('attendance.deputy', ({ person }, { seat }) => {
  const agency = seat || person.agency;
  return { agency, status: 'here', isDeputy: true, isClaim: agency !== person.agency };
});
