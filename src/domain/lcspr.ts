import type { Day } from './dates.ts';
import { formatDayWithYear } from './dates.ts';
import type { NamedLcspr } from './named-lcspr.ts';
import type { ReviewTableRow } from './review-table.ts';

/** A point on the way to the report by which the partners look at time taken and quality. */
export interface Milestone {
  readonly what: string;
  readonly dueOn: Day;
  readonly doneOn?: Day;
}

/** Publication put off, with a reason such as criminal proceedings or the family. */
export interface Delay {
  readonly until: Day;
  readonly reason: string;
  /** When the Panel was told of it. */
  readonly panelToldOn?: Day;
  /** Who recorded it, and when; not known of one that came with a folder. */
  readonly by?: string;
  readonly at?: string;
}

/**
 * A local child safeguarding practice review (LCSPR). It may cover several cases, and a case may be
 * covered by several. It holds nothing about a child.
 */
export interface Lcspr extends NamedLcspr {
  /** The day of the decision to start it, from which its six months run. */
  readonly decidedOn?: Day;
  /** A post or a body, such as “independent reviewer”. */
  readonly reviewer?: string;
  readonly scope?: string;
  readonly milestones?: readonly Milestone[];
  /** When the family was offered a part in it. */
  readonly familyOfferedOn?: Day;
  readonly draftDueOn?: Day;
  /** When the Panel and the Secretary of State were sent the report, before it is published. */
  readonly advanceCopyOn?: Day;
  readonly delays: readonly Delay[];
  /** Set, with the reason, when it will not be published. */
  readonly withheld?: {
    readonly on: Day;
    readonly reason: string;
    /** Where the improvements that follow from it are published instead. */
    readonly improvementsAt?: string;
  };
  /** It was opened by mistake: no clock of it runs, and it counts nowhere. */
  readonly withdrawn?: { readonly on: Day; readonly reason: string };
  readonly basis?: string;
}

/**
 * A name without what only says that it is one of a review.
 * @example bareLcsprName('Joint LCSPR-C') // 'C'
 */
export const bareLcsprName = (name: string): string =>
  name
    .replace(
      /\b(the|joint|local|child safeguarding|practice|reviews?|lcsprs?|csprs?|scrs?)\b/gi,
      ' ',
    )
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether it is still to be published. */
export const isUnderWay = ({
  published,
  withheld,
  withdrawn,
}: Pick<Lcspr, 'published' | 'withheld' | 'withdrawn'>): boolean =>
  !published && !withheld && !withdrawn;

/** How far an LCSPR is, in a few words. */
export function describeLcspr({ published, withheld, withdrawn }: Lcspr): string {
  if (withdrawn) return 'LCSPR withdrawn';
  if (published) return `LCSPR published on ${formatDayWithYear(published.on)}`;
  return withheld ? 'LCSPR not published' : 'LCSPR under way';
}

/** The LCSPRs named in a partnership's table, with the cases that share them. */
export function lcsprsFromTable(rows: readonly ReviewTableRow[]): Lcspr[] {
  const names = [...new Set(rows.flatMap(({ reviewName }) => reviewName ?? []))];
  const findCases = (name: string) =>
    rows.filter(({ reviewName }) => reviewName === name).map(({ ref }) => ref);
  return names.map((name) => ({ name, cases: findCases(name), delays: [] }));
}

/**
 * Those of a table of reviews and those with a record of their own, of which the latter stand; one
 * whose record names no case has those of the table.
 */
export function mergeLcsprs<Each extends NamedLcspr>(
  inTable: readonly Each[],
  recorded: readonly Each[],
): Each[] {
  const isNamed = (name: string) => (each: Each) => each.name === name;
  return [
    ...inTable.map((each) => {
      const own = recorded.find(isNamed(each.name));
      return own ? withTableCases(own, each) : each;
    }),
    ...recorded.filter(({ name }) => !inTable.some(isNamed(name))),
  ];
}

/** A record with the cases that the table of reviews gives it, where it names none itself. */
export function withTableCases<Each extends NamedLcspr>(
  record: Each,
  inTable: NamedLcspr | undefined,
): Each {
  return record.cases.length > 0 || !inTable ? record : { ...record, cases: inTable.cases };
}

/** What everybody may know of one that is published: the rest is for those who see its cases. */
export const publicPart = ({ name, published }: Lcspr): Lcspr => ({
  name,
  cases: [],
  delays: [],
  ...(published && { published }),
});
