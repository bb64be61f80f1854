import { formatList } from '../../answers/words.ts';
import type { Args } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { agencyName } from '../../domain/directory.ts';
import type { Person, Role } from '../../domain/partnership.ts';
import { resolveYear, yearSpan } from '../../domain/partnership-year.ts';
import {
  AMBER_FROM,
  RED_FROM,
  type Risk,
  type RiskLevel,
  riskLevel,
  riskScore,
} from '../../domain/risk.ts';
import { riskStore } from './store.ts';

/** What a question narrows the register to beside the names in it, and how that is said. */
export interface RiskSelection {
  readonly fits: (risk: Risk) => boolean;
  /** “red”, “red and amber”: before the noun. */
  readonly colour: string;
  /** “with a score above 15”, “without an owner”: behind the noun. */
  readonly scope: readonly string[];
  /** What was taken for granted. */
  readonly note: string;
}

/** Reads colour, score, owner and newness from what the patterns of `list_risks` found. */
export async function selectRisks(request: Request, args: Args): Promise<RiskSelection> {
  const colours = coloursIn(text(args.colour));
  const score = parseScore(text(args.score));
  const agency = args.own ? ownAgency(request.person) : undefined;
  const added = args.added ? await addedThisYear(request) : undefined;
  return {
    fits: (risk) =>
      (colours.length === 0 || colours.includes(riskLevel(risk))) &&
      (!score || score.fits(riskScore(risk))) &&
      (!args.unowned || (!risk.ownerAgency && !risk.ownerGroup)) &&
      (!agency || risk.ownerAgency === agency) &&
      (!added || added.has(risk.id)),
    colour: formatList(colours),
    scope: [
      ...(agency ? [`of ${agencyName(request.directory, agency)}`] : []),
      ...(score ? [`with ${score.words}`] : []),
      ...(args.unowned ? ['without an owner'] : []),
      ...(added ? ['added this year'] : []),
    ],
    note: [
      ...(colours.length > 0
        ? [`Red is a score from ${RED_FROM}, amber from ${AMBER_FROM}, green below.`]
        : []),
      ...(added ? ['When those that came with an import were added is not recorded.'] : []),
    ].join(' '),
  };
}

const text = (value: unknown): string => (typeof value === 'string' ? value.toLowerCase() : '');

const COLOURS: readonly RiskLevel[] = ['red', 'amber', 'green'];

const coloursIn = (words: string) => COLOURS.filter((colour) => words.includes(colour));

/** “above 15”, “of 12 or more”, “under 9”, “of 20”: which scores are meant, in words. */
function parseScore(words: string) {
  const number = Number(/\d+/.exec(words)?.[0]);
  if (!number) return undefined;
  const orEqual =
    /at least|from|or (?:more|above|over|higher)|and (?:above|over)|at most|or (?:less|below|under|lower)/.test(
      words,
    );
  const isBelow = /below|under|less|lower|at most/.test(words);
  const isAbove = /above|over|more|higher|greater|exceed|at least|from|>/.test(words);
  const holds = (score: number) =>
    (orEqual && score === number) ||
    (isBelow ? score < number : isAbove ? score > number : score === number);
  const side = isBelow ? 'below' : isAbove ? 'above' : '';
  return {
    fits: (score: number | undefined) => score !== undefined && holds(score),
    words: orEqual
      ? `a score of ${number} or ${isBelow ? 'less' : 'more'}`
      : `a score ${side || 'of'} ${number}`,
  };
}

/** Those who mean the partnership when they say “us”. */
const FOR_ALL: readonly Role[] = ['administrator', 'chair', 'scrutineer', 'observer'];

const ownAgency = ({ roles, agency }: Person): string | undefined =>
  roles.some((role) => FOR_ALL.includes(role)) ? undefined : agency;

/** The risks whose history has the day on which they were put on the register, in the year that runs. */
async function addedThisYear({ store, today, directory }: Request): Promise<Set<string>> {
  const { yearStart } = directory.partnership;
  const year = resolveYear('current', today, yearStart);
  const from = year && yearSpan(year, yearStart).from;
  const risks = await store(riskStore).list();
  const added = await Promise.all(
    risks.map(async ({ id }) => {
      const events = await store(riskStore).history(id);
      return events.some(({ type, at }) => type === 'added' && from !== undefined && at >= from);
    }),
  );
  return new Set(risks.flatMap(({ id }, at) => (added[at] ? [id] : [])));
}
