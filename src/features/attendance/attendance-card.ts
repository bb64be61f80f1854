import type { Answer, Section } from '../../contract/answer.ts';

/** How attendance is counted (the published tables of the yearly report): stands under every figure. */
export const BASIS =
  'Counted by agency at the meetings held; a deputy counts as attending. Postponed and cancelled meetings are listed and not counted. A vacant seat is not an absence.';

/** So many lines of one kind stand under a list; a card has to stay small. */
const MAX_LINES = 5;

interface AttendanceCard {
  readonly about: string;
  readonly heading: string;
  readonly sections: readonly Section[];
  readonly corrections?: readonly string[];
  /** For those who chair or run the meetings. */
  readonly watch?: readonly string[];
  readonly isCounted: boolean;
}

/** The card of a list or table, with what was corrected, what to watch and how it was counted; no card where nothing is listed. */
export function attendanceCard({
  about,
  heading,
  sections: lists,
  corrections = [],
  watch = [],
  isCounted,
}: AttendanceCard): Pick<Answer, 'about' | 'heading' | 'sections'> {
  const sections: Section[] = [
    ...lists,
    { heading: 'Corrected after closing', items: firstFew(corrections) },
    { heading: 'To watch', items: firstFew(watch) },
  ];
  const listed = sections.flatMap(({ rows = [], table, items = [] }) => [
    ...rows,
    ...(table?.rows ?? []),
    ...items,
  ]);
  if (listed.length === 0) return {};
  return { about, heading, sections: isCounted ? [...sections, { note: BASIS }] : sections };
}

/** The first few lines, and how many more there are. */
export function firstFew(lines: readonly string[]): readonly string[] {
  const left = lines.length - MAX_LINES + 1;
  return left > 1 ? [...lines.slice(0, -left), `and ${left} more`] : lines;
}
