import type { Request } from '../../contract/request.ts';
import { type PartnershipYear, parseYear, resolveYear } from '../../domain/partnership-year.ts';
import { reportedYear } from '../../domain/yearly-report.ts';

/** The year whose report is meant: the one that ended last where none is named. */
export function reportYearOf(
  { directory, today }: Pick<Request, 'directory' | 'today'>,
  asked = '',
): PartnershipYear {
  const { yearStart } = directory.partnership;
  const named = asked === 'current' ? undefined : resolveYear(asked.trim(), today, yearStart);
  return parseYear(named ?? '') ?? reportedYear(today, yearStart);
}
