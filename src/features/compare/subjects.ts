import type { Section } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { EARLIEST } from '../../domain/calendar-spans.ts';
import { type Day, formatDay, parseDay } from '../../domain/dates.ts';
import { agencyName, groupName } from '../../domain/directory.ts';
import { type PartnershipYear, resolveYear, yearSpan } from '../../domain/partnership-year.ts';

/** One of the things that are compared: an agency, a group or a year, each within the rest of the question. */
export interface Subject {
  readonly name: string;
  readonly agency?: string;
  readonly group?: string;
  readonly year: PartnershipYear;
  /** `in 2020-21 so far` */
  readonly inYear: string;
  readonly from: Day;
  readonly to: Day;
}

export interface Subjects {
  readonly kind: 'agency' | 'group' | 'year';
  readonly all: readonly Subject[];
}

/** A part of a comparison: what it shows, and its table. */
export interface ComparedPart {
  readonly text: string;
  readonly section: Section;
}

/** Those of several that have most: one, or more where it is a tie. */
export function withMost<Each>(all: readonly Each[], value: (each: Each) => number): Each[] {
  const most = Math.max(...all.map(value));
  return all.filter((each) => value(each) === most);
}

/** What is to be compared, in the order in which it was named; fewer than two where that is not clear. */
export function findSubjects(request: Request, { filters, args }: Question): Subjects {
  const { directory, person, today } = request;
  const { yearStart } = directory.partnership;
  const { others = [] } = args;
  const isAgency = (id: string) => directory.agencies.some((agency) => agency.id === id);
  const isGroup = (id: string) => directory.groups.some((group) => group.id === id);
  const own = args.agencyOf === 'asker' ? person.agency : undefined;
  const agencies = unique([own, filters.agency, ...others.filter(isAgency)]);
  const groups = unique([filters.group, ...others.filter(isGroup)]);
  const named = [filters.year, ...others.filter((id) => !isAgency(id) && !isGroup(id))];
  const years = unique(named.map((year) => year && resolveYear(year, today, yearStart)));
  const current = resolveYear('current', today, yearStart) as PartnershipYear;
  const [first = current] = years as PartnershipYear[];
  const since = parseDay(args.fromDay);
  const inYear = (year: PartnershipYear) => {
    const span = yearSpan(year, yearStart);
    if (years.length > 1 || (years.length > 0 && !since))
      return { year, inYear: describeYear(year), ...span };
    if (since)
      return { year, inYear: `since ${formatDay(since, today)}`, from: since, to: span.to };
    if (args.ever) return { year, inYear: 'on record', from: EARLIEST, to: span.to };
    return { year, inYear: describeYear(year), ...span };
  };
  const describeYear = (year: PartnershipYear) => `in ${year}${year === current ? ' so far' : ''}`;
  if (agencies.length > 1)
    return {
      kind: 'agency',
      all: agencies.map((agency) => ({
        name: agencyName(directory, agency),
        agency,
        ...(filters.group && { group: filters.group }),
        ...inYear(first),
      })),
    };
  if (groups.length > 1)
    return {
      kind: 'group',
      all: groups.map((group) => ({
        name: groupName(directory, group),
        group,
        ...(filters.agency && { agency: filters.agency }),
        ...inYear(first),
      })),
    };
  // “better than 2019-20?”: than this year is meant, which the answer names.
  const compared = years.length === 1 ? unique([...years, current]) : years;
  return {
    kind: 'year',
    all: (compared.length > 1 ? (compared as PartnershipYear[]).toSorted() : []).map((year) => ({
      name: year,
      ...(filters.agency && { agency: filters.agency }),
      ...(filters.group && { group: filters.group }),
      ...inYear(year),
    })),
  };
}

const unique = (ids: readonly (string | undefined)[]): string[] => [
  ...new Set(ids.filter((id) => id !== undefined)),
];
