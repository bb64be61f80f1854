import { ask } from '../../answers/questions.ts';
import { formatCount, pluralVerb, sentenceCase } from '../../answers/words.ts';
import type { Answer, Suggestion } from '../../contract/answer.ts';
import { FINDING_KINDS, type FindingKind, type FindingSource } from '../../contract/finding.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { type Day, formatDay } from '../../domain/dates.ts';
import { listByLastMet } from '../groups/queries.ts';
import {
  answeredSection,
  describeAnswered,
  goneSection,
  KIND_NAMES,
  kindSections,
  SHOW_ACCEPTED,
} from './drift-sections.ts';
import { findScope } from './find-scope.ts';
import {
  collectFindings,
  type DriftSince,
  type Findings,
  findingsSince,
  looksAfterDrift,
  seenFindings,
} from './queries.ts';

/** “what is drifting”, “… in QPPA”, “what would an inspector pick up”: the worst first, in five kinds. */
export async function showDrift(
  request: Request,
  { filters, args }: Question,
  sources: readonly FindingSource[],
): Promise<Answer> {
  const { directory, person, today } = request;
  // “which groups do not meet as they should” is a fact, and everybody's.
  if (args.kind === 'meetings' && !filters.group) return listByLastMet(request);
  if (!looksAfterDrift(person, directory))
    return {
      text: 'What drifts is looked after by the chairs, the scrutineer and the administrators. When a group last met or what is overdue I can tell you.',
      refused: 'access',
      suggestions: [{ title: 'When groups met', ...ask('list_groups', {}, { order: 'oldest' }) }],
    };
  const scope = await findScope(request, { filters, args });
  if ('text' in scope) return scope;
  const { since: on, home, of } = scope;
  const kind = FINDING_KINDS.find((each) => each === args.about);
  const found = await collectFindings(request, sources);
  const since = on && (await findingsSince(request, sources, found, on));
  const narrow = (all: Findings['findings']) =>
    seenFindings(all, person).filter((each) => scope.fits(each) && (!kind || each.kind === kind));
  const worse = new Set(narrow(since?.worse ?? []));
  const fresh = since && narrow(since.fresh);
  const findings = fresh
    ? narrow(found.findings).filter((each) => worse.has(each) || fresh.includes(each))
    : narrow(found.findings);
  const answered = narrow(found.answered).length;
  const gone = kind
    ? []
    : seenFindings(since?.gone ?? [], person).filter(({ group }) => !home || group === home);
  const about = kind ? ` in ${KIND_NAMES[kind].toLowerCase()}` : '';
  const count = fresh ? fresh.length : findings.length;
  const when = on
    ? ` that ${pluralVerb(count || 1, 'was', 'were')} not on ${formatDay(on, today)}`
    : '';
  const change = since ? describeChange(since, count, worse.size, gone.length) : '';
  const note = [describeUnkept(since, today), describeLeftOut(found)].filter(Boolean).join(' ');
  const asked = {
    ...(kind && { about: kind }),
    ...(args.letter && { letter: args.letter }),
    ...(args.paper && { paper: args.paper }),
  };
  const thread = { question: ask('drift_report', filters, asked).question };
  if (findings.length === 0 && gone.length === 0)
    return {
      text: [
        `By the rules that I know, nothing${of} is drifting${about}${when}.`,
        answered > 0 && `${describeAnswered(answered)}.`,
        note,
      ]
        .filter(Boolean)
        .join(' '),
      // A card, so that the exception report with what was accepted is a press away.
      ...(answered > 0 && {
        heading: `Nothing${of} is drifting${about}${when}`,
        sections: [...answeredSection(answered), { note }],
      }),
      suggestions: [
        ...(on ? [{ title: 'All that drifts', ...ask('drift_report') }] : []),
        ...(answered > 0 ? [SHOW_ACCEPTED] : []),
      ],
      thread,
    };
  const alerts = findings.filter(({ level }) => level === 'alert').length;
  const heading = `${count === 0 ? 'Nothing' : formatCount(count, 'thing')}${of} ${pluralVerb(count || 1, 'is', 'are')} drifting${about}${when}${change}`;
  const urgent = alerts > 0 ? `, ${alerts} of them for long` : '';
  const [first] = findings;
  return {
    text: `${heading}${on ? '' : urgent}.${first ? ` First: ${first.sentence}.` : ''}`,
    heading,
    about: 'what is drifting',
    sections: [
      ...kindSections(findings, {
        today,
        asked: thread.question,
        kind,
        from: Math.min(Number(args.from ?? 0) || 0, Math.max(0, findings.length - 1)),
        worse,
      }),
      ...goneSection(gone),
      ...answeredSection(answered),
      { note },
    ],
    suggestions: toSuggestions(
      FINDING_KINDS.filter((each) => findings.some((one) => one.kind === each)),
      home,
    ),
    thread,
  };
}

/** “, 2 have got worse and 1 is gone”; where nothing was kept, what is gone is not known. */
function describeChange(
  { isKept }: DriftSince,
  fresh: number,
  worse: number,
  gone: number,
): string {
  const parts = [
    ...(worse > 0 ? [`${worse} ${pluralVerb(worse, 'has', 'have')} got worse`] : []),
    ...(isKept ? [`${gone || 'none'} ${pluralVerb(gone || 1, 'is', 'are')} gone`] : []),
  ];
  if (parts.length === 0) return '';
  return `, ${fresh === 0 && worse > 0 ? 'but ' : ''}${parts.join(' and ')}`;
}

const describeUnkept = (since: DriftSince | undefined, today: Day): string =>
  since && !since.isKept
    ? `What drifted on ${formatDay(since.on, today)} was not kept, so it is reckoned from the records as they are now.`
    : '';

function describeLeftOut({ unmeasured }: Findings): string {
  const leftOut = new Set(unmeasured.flatMap(({ subjects }) => subjects)).size;
  return leftOut > 0
    ? `Nothing is reckoned from a day or an interval that is not recorded: ${formatCount(leftOut, 'record')} ${pluralVerb(leftOut, 'is', 'are')} left out.`
    : '';
}

const toSuggestions = (kinds: readonly FindingKind[], group: string | undefined): Suggestion[] =>
  kinds.length > 1
    ? kinds.slice(0, 3).map((kind) => ({
        title: sentenceCase(`${kind} alone`),
        ...ask('drift_report', group ? { group } : {}, { about: kind }),
      }))
    : [{ title: 'All that drifts', ...ask('drift_report', group ? { group } : {}) }];
