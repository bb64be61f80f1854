import { ask } from '../../answers/questions.ts';
import { formatCount, pluralVerb, sentenceCase } from '../../answers/words.ts';
import type { Answer, AnswerRow, Section, Suggestion } from '../../contract/answer.ts';
import { FINDING_KINDS, type FindingKind, type FindingSource } from '../../contract/finding.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { isPermitted } from '../../domain/access.ts';
import { formatDay } from '../../domain/dates.ts';
import { groupName } from '../../domain/directory.ts';
import { listByLastMet } from '../groups/queries.ts';
import { collectFindings, type KnownFinding } from './queries.ts';

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
  const { group } = filters;
  // “which groups do not meet as they should” is a fact, and everybody's.
  if (args.kind === 'meetings' && !group) return listByLastMet(request);
  const found = await collectFindings(request, sources);
  const chairs = directory.groups.some(({ id }) => person.roles.includes(`chair:${id}`));
  if (!isPermitted(person, 'drift.read') && !chairs)
    return {
      text: 'What drifts is looked after by the chairs, the scrutineer and the administrators. When a group last met or what is overdue I can tell you.',
      refused: 'access',
      suggestions: [{ title: 'When groups met', ...ask('list_groups', {}, { order: 'oldest' }) }],
    };
  const kind = FINDING_KINDS.find((each) => each === args.about);
  const findings = found.findings.filter(
    (each) => (!group || each.group === group) && (!kind || each.kind === kind),
  );
  const of = group ? ` of ${groupName(directory, group)}` : '';
  const thread = { question: ask('drift_report', filters, kind ? { about: kind } : {}).question };
  const leftOut = found.unmeasured.flatMap(({ subjects }) => subjects).length;
  const note =
    leftOut > 0
      ? `Nothing is reckoned from a day or an interval that is not recorded: ${leftOut} records are left out.`
      : '';
  const about = kind ? ` in ${KIND_NAMES[kind].toLowerCase()}` : '';
  if (findings.length === 0)
    return {
      text: `By the rules that I know, nothing${of} is drifting${about}. ${note}`.trim(),
      thread,
    };
  const alerts = findings.filter(({ level }) => level === 'alert').length;
  const count = `${formatCount(findings.length, 'thing')}${of} ${pluralVerb(findings.length, 'is', 'are')} drifting${about}`;
  const urgent = alerts > 0 ? `, ${alerts} of them for long` : '';
  const kinds = FINDING_KINDS.filter((each) => findings.some((one) => one.kind === each));
  return {
    text: `${count}${urgent}. First: ${findings[0]?.sentence}.`,
    heading: count,
    about: 'what is drifting',
    sections: [...kinds.map((each) => toSection(request, each, findings, group, kind)), { note }],
    suggestions: toSuggestions(kinds, group),
    thread,
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
    ({ sentence, since, level, opens, why }): AnswerRow => ({
      title: sentence,
      state: {
        words: level === 'alert' ? 'for long' : 'drifting',
        colour: level === 'alert' ? 'attention' : 'warning',
      },
      ...(since && { line: `since ${formatDay(since, today)}` }),
      ...(asked && { details: why }),
      ...(opens && { opens }),
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
