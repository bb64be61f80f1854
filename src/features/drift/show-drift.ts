import { ask } from '../../answers/questions.ts';
import { formatCount, pluralVerb, sentenceCase } from '../../answers/words.ts';
import type { Answer, AnswerRow, Section, Suggestion } from '../../contract/answer.ts';
import { FINDING_KINDS, type FindingKind, type FindingSource } from '../../contract/finding.ts';
import type { Filters, Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { type Day, formatDay, toDay } from '../../domain/dates.ts';
import { groupName } from '../../domain/directory.ts';
import { findBoard } from '../../domain/find-board.ts';
import { resolveYear, yearContaining } from '../../domain/partnership-year.ts';
import { listByLastMet } from '../groups/queries.ts';
import { resolveMeeting } from '../meetings/queries.ts';
import { openFindingPress, toFindingInput } from './buttons.ts';
import {
  collectFindings,
  findingsSince,
  type KnownFinding,
  looksAfterDrift,
  seenFindings,
} from './queries.ts';
import { levelState } from './show-finding.ts';

const KIND_NAMES: Readonly<Record<FindingKind, string>> = {
  meetings: 'Meetings',
  attendance: 'Attendance',
  actions: 'Actions and recommendations',
  impact: 'Impact',
  learning: 'Learning',
};

/** So many of each kind fit a phone; all of one kind are a press away. */
const MAX_OF_EACH = 5;
const MAX_OF_ONE = 30;

/** “what is drifting”, “… in QPPA”, “what would an inspector pick up”: the worst first, in five kinds. */
export async function showDrift(
  request: Request,
  { filters, args }: Question,
  sources: readonly FindingSource[],
): Promise<Answer> {
  const { directory, person } = request;
  // “which groups do not meet as they should” is a fact, and everybody's.
  if (args.kind === 'meetings' && !filters.group) return listByLastMet(request);
  const found = await collectFindings(request, sources);
  if (!looksAfterDrift(person, directory))
    return {
      text: 'What drifts is looked after by the chairs, the scrutineer and the administrators. When a group last met or what is overdue I can tell you.',
      refused: 'access',
      suggestions: [{ title: 'When groups met', ...ask('list_groups', {}, { order: 'oldest' }) }],
    };
  const scope = await findScope(request, filters);
  if ('text' in scope) return scope;
  const { since, home, of } = scope;
  const kind = FINDING_KINDS.find((each) => each === args.about);
  const seen = seenFindings(found.findings, person);
  const all = since ? await findingsSince(request, sources, seen, since) : seen;
  const findings = all.filter((each) => scope.fits(each) && (!kind || each.kind === kind));
  const answered = seenFindings(found.answered, person).filter(
    (each) => scope.fits(each) && (!kind || each.kind === kind),
  );
  const thread = { question: ask('drift_report', filters, kind ? { about: kind } : {}).question };
  const leftOut = found.unmeasured.flatMap(({ subjects }) => subjects).length;
  const note =
    leftOut > 0
      ? `Nothing is reckoned from a day or an interval that is not recorded: ${leftOut} records are left out.`
      : '';
  const about = kind ? ` in ${KIND_NAMES[kind].toLowerCase()}` : '';
  const when = since
    ? ` that ${pluralVerb(findings.length || 1, 'was', 'were')} not on ${formatDay(since, request.today)}`
    : '';
  if (findings.length === 0)
    return {
      text: [
        `By the rules that I know, nothing${of} is drifting${about}${when}.`,
        answered.length > 0 && `${describeAnswered(answered.length)}.`,
        note,
      ]
        .filter(Boolean)
        .join(' '),
      suggestions: [
        ...(since ? [{ title: 'All that drifts', ...ask('drift_report') }] : []),
        ...(answered.length > 0 ? [SHOW_ACCEPTED] : []),
      ],
      thread,
    };
  const alerts = findings.filter(({ level }) => level === 'alert').length;
  const count = `${formatCount(findings.length, 'thing')}${of} ${pluralVerb(findings.length, 'is', 'are')} drifting${about}${when}`;
  const urgent = alerts > 0 ? `, ${alerts} of them for long` : '';
  const kinds = FINDING_KINDS.filter((each) => findings.some((one) => one.kind === each));
  return {
    text: `${count}${urgent}. First: ${findings[0]?.sentence}.`,
    heading: count,
    about: 'what is drifting',
    sections: [
      ...kinds.map((each) => toSection(request, each, findings, home, kind)),
      ...answeredSection(answered.length),
      { note },
    ],
    suggestions: toSuggestions(kinds, home),
    thread,
  };
}

const SHOW_ACCEPTED = { title: 'Show what was accepted', ...ask('list_accepted_findings') };

const describeAnswered = (count: number): string =>
  `${count} more ${pluralVerb(count, 'was', 'were')} accepted or looked into`;

const answeredSection = (count: number): Section[] =>
  count > 0 ? [{ note: describeAnswered(count), link: { ...SHOW_ACCEPTED, title: 'show' } }] : [];

interface Scope {
  /** A day gone by: what drifted then already is left out. */
  readonly since?: Day;
  /** The group that was asked about, for what leads on from there. */
  readonly home: string | undefined;
  /** Of what, in words. */
  readonly of: string;
  readonly fits: (finding: KnownFinding) => boolean;
}

/** What is asked for, or why it cannot be told: never another answer in its place. */
async function findScope(request: Request, filters: Filters): Promise<Scope | Answer> {
  const { directory, today } = request;
  const { group, priority, meeting, year } = filters;
  const { yearStart } = directory.partnership;
  if (year && resolveYear(year, today, yearStart) !== yearContaining(today, yearStart))
    return {
      text: 'I can tell what is drifting now, and what is new since a meeting; not what drifted in an earlier year.',
      suggestions: [{ title: 'What is drifting now', ...ask('drift_report') }],
    };
  if (meeting) {
    const last = await resolveMeeting(request, {
      group: group ?? findBoard(directory)?.id,
      meeting,
    });
    const on = last && toDay(last.startsAt);
    if (!on || on >= today)
      return {
        text: 'I could not tell since which meeting. Say for instance “what is newly drifting since the last board”.',
        suggestions: [{ title: 'All that drifts', ...ask('drift_report') }],
      };
    return { since: on, home: undefined, of: '', fits: () => true };
  }
  if (priority) {
    const { leadGroup, title } = directory.priorities.find(({ id }) => id === priority) ?? {};
    return {
      home: undefined,
      of: ` on “${title ?? priority}”, or of the group that leads it,`,
      fits: ({ subject, group: own }) =>
        subject === priority || (leadGroup !== undefined && own === leadGroup),
    };
  }
  return {
    home: group,
    of: group ? ` of ${groupName(directory, group)}` : '',
    fits: (each) => !group || each.group === group,
  };
}

function toSection(
  { today }: Request,
  kind: FindingKind,
  findings: readonly KnownFinding[],
  group: string | undefined,
  asked: FindingKind | undefined,
): Section {
  const own = findings.filter((each) => each.kind === kind);
  const max = asked ? MAX_OF_ONE : MAX_OF_EACH;
  const rows = own.slice(0, max).map(
    (finding): AnswerRow => ({
      title: finding.sentence,
      state: levelState(finding),
      ...(finding.since && { line: `since ${formatDay(finding.since, today)}` }),
      ...(asked && { details: finding.why }),
      opens: openFindingPress.press(toFindingInput(finding)),
    }),
  );
  return {
    heading: `${KIND_NAMES[kind]} · ${own.length}`,
    rows,
    ...(own.length > max && {
      note: `The first ${max} of ${own.length} shown`,
      ...(!asked && {
        link: {
          title: `all ${own.length}`,
          ...ask('drift_report', group ? { group } : {}, { about: kind }),
        },
      }),
    }),
  };
}

const toSuggestions = (kinds: readonly FindingKind[], group: string | undefined): Suggestion[] =>
  kinds.length > 1
    ? kinds.slice(0, 3).map((kind) => ({
        title: sentenceCase(`${kind} alone`),
        ...ask('drift_report', group ? { group } : {}, { about: kind }),
      }))
    : [{ title: 'All that drifts', ...ask('drift_report', group ? { group } : {}) }];
