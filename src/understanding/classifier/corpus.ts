import type { IntentGrammar, Messages } from '../../contract/intent-grammar.ts';
import type { Args, Filters } from '../../contract/question.ts';
import type { Says } from './asking-words.ts';
import notOurs from './not-ours.json' with { type: 'json' };

/** Something that can be asked, and what the words for it can fill in. */
export interface IntentDefinition {
  readonly name: string;
  readonly phrases: IntentGrammar;
}

/** What a label of the classifier stands for: an intent, with what the choice of it settles. */
export interface IntentLabel {
  readonly intent: string;
  readonly grammar: IntentGrammar;
  readonly args: Args;
  readonly filters: Filters;
  /** What its messages say in words that may fill in nothing. */
  readonly inferred?: { readonly args: Args; readonly filters: Filters };
}

/** Messages that mean the same, under the label that the classifier learns for them. */
export interface LabelledMessages {
  readonly label: string;
  /** Left out where no feature answers: what is ambiguous, and what asks after a child. */
  readonly meaning?: IntentLabel;
  readonly messages: readonly string[];
  /** What each of the messages says beyond its slots. */
  readonly says: readonly Says[];
}

/** A heading of the corpus: the intent, and what its messages say beyond the slots. */
export interface Heading {
  readonly intent: string;
  readonly says: Says;
}

/**
 * Reads a heading.
 * @example parseHeading('list_actions status="not started" hasOwner=false')
 * // { intent: 'list_actions', says: { status: 'not started', hasOwner: 'false' } }
 */
export function parseHeading(heading: string): Heading {
  const [intent = ''] = heading.split(' ', 1);
  return { intent, says: parseSays(heading.slice(intent.length)) };
}

function parseSays(text: string): Says {
  const pairs = [...text.matchAll(/(?:^| )(\w+)=(?:"([^"]*)"|(\S+))/g)];
  return Object.fromEntries(pairs.map(([, name, quoted, plain]) => [name, quoted ?? plain]));
}

/** Labels that no feature answers: what could mean several things, and what asks after a child. */
export const AMBIGUOUS_LABEL = 'ambiguous';
export const CASE_LABEL = 'case';

const FILTER_NAMES: ReadonlySet<string> = new Set([
  ...[
    'agency',
    'group',
    'priority',
    'status',
    'dueRange',
    'source',
    'reviewRef',
    'meeting',
    'year',
  ],
]);

/**
 * The messages of all features and those that are none of ours, by label. A key of a heading is
 * part of the label where the intent's grammar `settles` it; any other is what the words fill in.
 */
export function labelMessages(
  intents: readonly IntentDefinition[],
  messages: readonly Messages[],
): LabelledMessages[] {
  const grammars = new Map(intents.map(({ name, phrases }) => [name, phrases]));
  const byLabel = new Map<string, { meaning?: IntentLabel; messages: string[]; says: Says[] }>();
  for (const [heading, said] of [...messages, notOurs].flatMap((each) => Object.entries(each))) {
    const { intent, says } = parseHeading(heading);
    const grammar = grammars.get(intent);
    const isNobodys = heading === AMBIGUOUS_LABEL || heading === CASE_LABEL;
    if (!grammar && !isNobodys) throw new Error(`messages for ${intent}, which nothing answers`);
    const settled = Object.entries(says).filter(([name]) => grammar?.settles?.includes(name));
    const inferred = findInferred(grammar, says);
    const label = [
      ...[intent, ...settled.map(([, value]) => value)],
      ...inferred.map((pair) => pair.join('=')),
    ].join('/');
    const known = byLabel.get(label);
    if (known) {
      known.messages.push(...said);
      known.says.push(...said.map(() => says));
    } else
      byLabel.set(label, {
        ...(grammar &&
          !isNobodys && {
            meaning: {
              ...{ intent, grammar, ...toParts(settled) },
              ...(inferred.length > 0 && { inferred: toParts(inferred) }),
            },
          }),
        messages: [...said],
        says: said.map(() => says),
      });
  }
  return [...byLabel].map(([label, each]) => ({ label, ...each }));
}

/** Of what its grammar infers, what a heading says. */
function findInferred(grammar: IntentGrammar | undefined, says: Says): [string, string][] {
  const found = grammar?.infers
    ?.map((each) => Object.entries(parseSays(each)))
    .find((pairs) => pairs.every(([name, value]) => says[name] === value));
  return found ?? [];
}

function toParts(pairs: readonly (readonly [string, string])[]) {
  const isFilter = ([name]: readonly [string, string]) => FILTER_NAMES.has(name);
  const toValue = (value: string) => (/^(true|false)$/.test(value) ? value === 'true' : value);
  const args = pairs.filter((each) => !isFilter(each));
  return {
    filters: Object.fromEntries(pairs.filter(isFilter)) as Filters,
    args: Object.fromEntries(args.map(([name, value]) => [name, toValue(value)])) as Args,
  };
}
