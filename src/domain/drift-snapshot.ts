import type { Day } from './dates.ts';
import { findingKey } from './finding-response.ts';

/** What drifted on a day, in short: enough to say what is new, worse and gone since. */
export interface SnapshotLine {
  readonly rule: string;
  readonly subject: string;
  readonly level: 'alert' | 'warn';
  readonly figure: number;
  readonly group?: string | undefined;
  /** As it was told then, for what is gone since. */
  readonly sentence: string;
}

/** What drifted on the day of a letter or a board, in parts that fit into a row each. */
export interface DriftSnapshot {
  readonly on: Day;
  readonly part: number;
  readonly lines: readonly SnapshotLine[];
}

/** So many lines, each of so many characters at most, are well within what one column holds. */
const MAX_LINES = 75;
const MAX_CHARACTERS = 300;

/** Something that drifts now; of a figure that counts days, that it rose alone is nothing worse. */
type Measured = SnapshotLine & { readonly countsDays?: true | undefined };

/** What drifts on a day, as it is kept; a day on which nothing drifts is kept too. */
export function toSnapshots(on: Day, findings: readonly SnapshotLine[]): DriftSnapshot[] {
  const parts = Math.max(1, Math.ceil(findings.length / MAX_LINES));
  return Array.from({ length: parts }, (_, part) => ({
    on,
    part,
    lines: findings.slice(part * MAX_LINES, (part + 1) * MAX_LINES).map(toLine),
  }));
}

const toLine = ({ rule, subject, level, figure, group, sentence }: SnapshotLine): SnapshotLine => ({
  ...{ rule, subject, level, figure },
  ...(group && { group }),
  sentence: sentence.slice(0, MAX_CHARACTERS),
});

/** What has changed since a snapshot. */
export interface DriftChange<Item> {
  readonly fresh: readonly Item[];
  /** It drifted then, and its level or its figure has risen. */
  readonly worse: readonly Item[];
  readonly gone: readonly SnapshotLine[];
}

/**
 * What is new, worse and gone since a snapshot. `others` drift too, and are not shown: what was
 * accepted meanwhile is not gone.
 * @example compareToSnapshot([{ …, figure: 2 }], [{ …, figure: 3 }], []).worse // that one
 */
export function compareToSnapshot<Item extends Measured>(
  then: readonly SnapshotLine[],
  now: readonly Item[],
  others: readonly Item[],
): DriftChange<Item> {
  const before = new Map(then.map((line) => [findingKey(line), line]));
  const still = new Set([...now, ...others].map(findingKey));
  return {
    fresh: now.filter((each) => !before.has(findingKey(each))),
    worse: now.filter((each) => isWorse(each, before.get(findingKey(each)))),
    gone: then.filter((line) => !still.has(findingKey(line))),
  };
}

const isWorse = (
  now: Measured,
  then: Pick<SnapshotLine, 'level' | 'figure'> | undefined,
): boolean =>
  then !== undefined &&
  ((now.level === 'alert' && then.level === 'warn') ||
    (!now.countsDays && now.figure > then.figure));
