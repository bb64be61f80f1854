import { formatList } from '../../answers/words.ts';
import type { Request } from '../../contract/request.ts';
import { formatDay } from '../../domain/dates.ts';
import { type Deputy, isDeputyOn } from '../../domain/deputy.ts';
import { agencyName, personName } from '../../domain/directory.ts';
import { deputyStore } from './store.ts';

type DeputyRequest = Pick<Request, 'store' | 'today'>;

/** Whether somebody was named beforehand as deputy of an agency, and is so today. */
export async function isNamedDeputy(
  { store, today }: DeputyRequest,
  person: string,
  agency: string,
): Promise<boolean> {
  const deputy = await store(deputyStore).get([agency, person]);
  return deputy !== undefined && isDeputyOn(deputy, today);
}

/** The named deputies of today and of days to come: of all agencies, or of one. */
export async function listDeputies(
  { store, today }: DeputyRequest,
  agency?: string,
): Promise<Deputy[]> {
  const all = await store(deputyStore).list(agency && [agency]);
  return all.filter(({ from, to }) => isDeputyOn({ from, to }, today) || from > today);
}

/** “Jo Smith is named deputy for West Midlands Police until Wed 30 June” */
export function describeDeputy(
  request: Pick<Request, 'directory' | 'today'>,
  deputy: Deputy,
): string {
  const { directory } = request;
  const name = personName(directory, deputy.person);
  const days = describeDays(request, deputy);
  return `${name} is named deputy for ${agencyName(directory, deputy.agency)}${days && ` ${days}`}`;
}

export function describeDays({ today }: Pick<Request, 'today'>, { from, to }: Deputy): string {
  const parts = [
    from > today && `from ${formatDay(from, today)}`,
    to && `until ${formatDay(to, today)}`,
  ];
  return formatList(parts.filter((part) => typeof part === 'string')).replace(' and ', ' ');
}
