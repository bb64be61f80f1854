import { formatCount, pluralVerb, sentenceCase } from '../../answers/words.ts';
import { type FileKind, toWordFile } from '../../contract/file.ts';
import { FINDING_KINDS, type FindingSource } from '../../contract/finding.ts';
import type { Request } from '../../contract/request.ts';
import { seenBy } from '../../contract/seen-by.ts';
import {
  createWordDocument,
  type WordPart,
  wordHeading,
  wordLabelled,
  wordLine,
  wordTable,
  wordTitle,
} from '../../documents/word-document.ts';
import { formatDayWithYear, toDay } from '../../domain/dates.ts';
import { groupName, personName } from '../../domain/directory.ts';
import { findBoard } from '../../domain/find-board.ts';
import { findLastHeld } from '../meetings/queries.ts';
import { describeAnswered, KIND_NAMES } from './drift-sections.ts';
import { findScope } from './find-scope.ts';
import {
  collectFindings,
  type DriftSince,
  type Findings,
  findingsSince,
  type KnownFinding,
  seenFindings,
} from './queries.ts';

/** So many references are named; of more the count says enough on paper. */
const MAX_ROWS_NAMED = 12;

/** *Get exception report*: what drifts, with its rows and what was said to it, for a board's papers. */
export const createExceptionReport = (sources: () => readonly FindingSource[]): FileKind => ({
  name: 'exception-report',
  label: 'the exception report',
  intent: 'drift_report',
  format: 'Word',
  button: 'Get exception report',
  permission: 'drift.read',
  async make(asked, { filters, args }) {
    // A board's paper goes to people who may see no rapid review, whoever asks for it.
    const request: Request = { ...asked, ...seenBy([], asked) };
    const { directory, person, today } = request;
    const scope = await findScope(request, { filters, args });
    if ('text' in scope) return scope;
    const found = await collectFindings(request, sources());
    const narrow = (all: readonly KnownFinding[]) => seenFindings(all, person).filter(scope.fits);
    const [findings, answered] = [narrow(found.findings), narrow(found.answered)];
    if (findings.length + answered.length === 0)
      return { text: `Nothing${scope.of} is drifting, so there is no exception report.` };
    const since = await sinceLastBoard(request, found);
    const partnership = directory.partnership.name;
    const title = scope.home ? groupName(directory, scope.home) : partnership;
    const bytes = await createWordDocument(
      { title: `Exception report: ${title}`, creator: partnership },
      [
        ...wordTitle(partnership, title, 'Exception report'),
        wordLabelled('As the records stood on', formatDayWithYear(today)),
        ...summaryParts(findings, answered, since),
        ...kindParts(findings, since),
        ...answeredParts(answered, request),
        ...ruleParts([...findings, ...answered]),
        ...unmeasuredParts(found),
      ],
    );
    return toWordFile(bytes, 'exception-report', scope.home ?? '', today);
  },
});

/** What has changed since the last board, where it was kept what drifted then. */
async function sinceLastBoard(request: Request, found: Findings): Promise<DriftSince | undefined> {
  const board = findBoard(request.directory);
  const last = board && (await findLastHeld(request, board.id));
  const since = last && (await findingsSince(request, [], found, toDay(last.startsAt)));
  return since?.isKept ? since : undefined;
}

function summaryParts(
  findings: readonly KnownFinding[],
  answered: readonly KnownFinding[],
  since: DriftSince | undefined,
): WordPart[] {
  const alerts = findings.filter(({ level }) => level === 'alert').length;
  const change =
    since &&
    `Since the last board on ${formatDayWithYear(since.on)}: ${since.fresh.length} new, ${since.worse.length} worse, ${since.gone.length} gone.`;
  return [
    wordLine(
      `${formatCount(findings.length, 'thing')} ${pluralVerb(findings.length, 'is', 'are')} drifting, ${alerts} of them for long; ${describeAnswered(answered.length)}.`,
    ),
    ...(change ? [wordLine(change)] : []),
  ];
}

const COLUMNS = ['What drifts', 'Since', 'How bad', 'Records behind it'];
const WIDTHS = [46, 16, 14, 24];

const kindParts = (findings: readonly KnownFinding[], since: DriftSince | undefined): WordPart[] =>
  FINDING_KINDS.flatMap((kind) => {
    const own = findings.filter((each) => each.kind === kind);
    const rows = own.map((each) => [
      each.sentence,
      each.since ? formatDayWithYear(each.since) : 'Not recorded',
      describeLevel(each, since),
      nameRows(each),
    ]);
    return own.length > 0
      ? [wordHeading(`${KIND_NAMES[kind]} (${own.length})`), wordTable(COLUMNS, rows, WIDTHS)]
      : [];
  });

function describeLevel(finding: KnownFinding, since: DriftSince | undefined): string {
  const change = since?.fresh.includes(finding)
    ? ', new'
    : since?.worse.includes(finding)
      ? ', worse'
      : '';
  return `${finding.level === 'alert' ? 'For long' : 'Drifting'}${change}`;
}

function nameRows({ rows }: KnownFinding): string {
  const named = rows.slice(0, MAX_ROWS_NAMED).join(', ');
  const left = rows.length - MAX_ROWS_NAMED;
  return left > 0 ? `${named} and ${left} more` : named;
}

function answeredParts(answered: readonly KnownFinding[], { directory }: Request): WordPart[] {
  const rows = answered.flatMap(({ sentence, response }) =>
    response
      ? [
          [
            sentence,
            sentenceCase(response.state),
            response.words,
            `${personName(directory, response.by)}, ${formatDayWithYear(response.on)}`,
            formatDayWithYear(response.until),
          ],
        ]
      : [],
  );
  return rows.length > 0
    ? [
        wordHeading(`Accepted or looked into (${rows.length})`),
        wordTable(
          ['What drifts', 'What was said', 'Reason, or what was found', 'By', 'Until'],
          rows,
          [30, 14, 26, 16, 14],
        ),
      ]
    : [];
}

/** Each rule that found something, once. */
const ruleParts = (findings: readonly KnownFinding[]): WordPart[] =>
  findings.length > 0
    ? [
        wordHeading('Why these count'),
        ...[...new Set(findings.map(({ why }) => why))].map((why) => wordLine(why)),
      ]
    : [];

function unmeasuredParts({ unmeasured }: Findings): WordPart[] {
  const count = new Set(unmeasured.flatMap(({ subjects }) => subjects)).size;
  return [
    wordHeading('What is left out'),
    ...(count > 0
      ? [
          wordLine(
            `Nothing is reckoned from a day or an interval that is not recorded: ${formatCount(count, 'record')} left out.`,
          ),
        ]
      : []),
    wordLine('Rapid reviews, which not everybody on a board may see.'),
  ];
}
