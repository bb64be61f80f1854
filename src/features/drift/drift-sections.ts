import { ask } from '../../answers/questions.ts';
import { formatCount, pluralVerb } from '../../answers/words.ts';
import type { AnswerRow, Section } from '../../contract/answer.ts';
import { FINDING_KINDS, type FindingKind } from '../../contract/finding.ts';
import type { Question } from '../../contract/question.ts';
import { type Day, formatDay } from '../../domain/dates.ts';
import type { SnapshotLine } from '../../domain/drift-snapshot.ts';
import { openFindingPress, toFindingInput } from './buttons.ts';
import type { KnownFinding } from './queries.ts';
import { levelState } from './show-finding.ts';

export const KIND_NAMES: Readonly<Record<FindingKind, string>> = {
  meetings: 'Meetings',
  attendance: 'Attendance',
  actions: 'Actions and recommendations',
  impact: 'Impact',
  learning: 'Learning',
};

/** So many of each kind fit a phone; all of one kind are a press away, in pages. */
const MAX_OF_EACH = 5;
const PAGE = 15;
const MAX_GONE = 5;

export const SHOW_ACCEPTED = {
  title: 'Show what was accepted',
  ...ask('list_accepted_findings'),
};

export interface Shown {
  readonly today: Day;
  /** What was asked: a page that follows asks the same. */
  readonly asked: Question;
  /** The one kind that was asked for, and how many of it were shown before. */
  readonly kind: FindingKind | undefined;
  readonly from: number;
  /** What was there then already, and is worse. */
  readonly worse: ReadonlySet<KnownFinding>;
}

/** A section for each kind that has something, the worst first. */
export const kindSections = (findings: readonly KnownFinding[], shown: Shown): Section[] =>
  FINDING_KINDS.flatMap((kind) => {
    const own = findings.filter((each) => each.kind === kind);
    return own.length > 0 ? [kindSection(kind, own, shown)] : [];
  });

function kindSection(kind: FindingKind, own: readonly KnownFinding[], shown: Shown): Section {
  const { from } = shown;
  const { filters, args } = shown.asked;
  const asked = shown.kind !== undefined;
  const end = Math.min(asked ? from + PAGE : MAX_OF_EACH, own.length);
  const page = own.slice(asked ? from : 0, end);
  const left = own.length - end;
  const part =
    asked && from > 0 ? `${from + 1} to ${end} of ${own.length}` : `${end} of ${own.length}`;
  const link = {
    title: asked ? `show ${Math.min(left, PAGE)} more` : `all ${own.length}`,
    ...ask('drift_report', filters, {
      ...args,
      about: kind,
      ...(asked && { from: String(end) }),
    }),
  };
  return {
    heading: `${KIND_NAMES[kind]} · ${own.length}`,
    rows: page.map((each, at) => toRow(each, shown, asked && isFirstOfRule(page, at))),
    ...((left > 0 || from > 0) && { note: `${part} shown`, ...(left > 0 && { link }) }),
  };
}

/** The rule is said once a page, with the first that it found. */
const isFirstOfRule = (page: readonly KnownFinding[], at: number): boolean =>
  page.findIndex(({ rule }) => rule === page[at]?.rule) === at;

const toRow = (finding: KnownFinding, { today, worse }: Shown, withRule: boolean): AnswerRow => ({
  title: finding.sentence,
  state: worse.has(finding) ? { words: 'worse', colour: 'attention' } : levelState(finding),
  ...(finding.since && { line: `since ${formatDay(finding.since, today)}` }),
  ...(withRule && { details: finding.why }),
  opens: openFindingPress.press(toFindingInput(finding)),
});

export const describeAnswered = (count: number): string =>
  `${count} more ${pluralVerb(count, 'was', 'were')} accepted or looked into`;

export const answeredSection = (count: number): Section[] =>
  count > 0 ? [{ note: describeAnswered(count), link: { ...SHOW_ACCEPTED, title: 'show' } }] : [];

/** What drifted then and does no more, in the words of that day. */
export const goneSection = (gone: readonly SnapshotLine[]): Section[] =>
  gone.length > 0
    ? [
        {
          heading: `Gone since · ${gone.length}`,
          items: gone.slice(0, MAX_GONE).map(({ sentence }) => sentence),
          ...(gone.length > MAX_GONE && {
            note: `and ${formatCount(gone.length - MAX_GONE, 'other')}`,
          }),
        },
      ]
    : [];
