import type { Filters, Question } from '../contract/question.ts';
import { overlapsAny } from './heard.ts';
import type { Listening } from './listening.ts';
import type { Candidate } from './reader.ts';
import { type Units, unitsOf } from './units.ts';

const MOST_WORDS = 6;
/** So much likelier than the next must the choice be that words alone pick. */
const CLEARLY = 2;
const AFRESH =
  /^(what|which|show|list|give|find|who|when|where|how|why|is|are|has|have|did|does|any|add|close|mark)\b/;
const ORDINALS = [
  /^(1|1st|first|one|former|top)$/,
  /^(2|2nd|second|two|latter)$/,
  /^(3|3rd|third|three)$/,
  /^(4|4th|fourth|four)$/,
];

/**
 * The one of the choices offered before that a few words pick: “the second one”, “SA-070”, “the trainers one”, “its actions”,
 * “attendance”. `undefined` when there was nothing to choose, or when the message is a new question.
 */
export async function chosenOf(listening: Listening): Promise<Candidate | undefined> {
  const { heard, hearing } = listening;
  const choices = hearing.thread?.choices ?? [];
  const text = heard.tokens.map(({ word }) => word).join(' ');
  if (choices.length === 0 || heard.tokens.length > MOST_WORDS || AFRESH.test(text))
    return undefined;
  const question =
    byPlace(text, choices) ??
    byName(listening, choices) ??
    (await byTitle(listening, choices)) ??
    byWords(listening, choices);
  return (
    question && {
      question,
      confidence: 1,
      because: [{ words: text, gave: 'choice', value: question.intent }],
    }
  );
}

/** “the second one”, “2”, “last one” */
function byPlace(text: string, choices: readonly Question[]): Question | undefined {
  const words = text
    .split(' ')
    .filter((word) => !/^(the|option|number|no|please|that|this)$/.test(word));
  const [first = '', ...rest] = words;
  if (rest.some((word) => word !== 'one')) return undefined;
  return first === 'last'
    ? choices.at(-1)
    : choices[ORDINALS.findIndex((ordinal) => ordinal.test(first))];
}

/** “SA-070”, “the trust” */
function byName({ heard }: Listening, choices: readonly Question[]): Question | undefined {
  const named = [
    ...[...heard.actionRefs, ...heard.reviewRefs].map(({ ref }) => ref),
    ...heard.mentions.flatMap(({ meanings }) => meanings.map(({ id }) => id)),
  ];
  const fits = choices.filter(({ filters, args }) =>
    [...Object.values(filters), args.actionRef].some((value) => value && named.includes(value)),
  );
  return fits.length === 1 ? fits[0] : undefined;
}

/** “the trainers one”, of several actions */
async function byTitle(
  { heard, hearing, actions }: Listening,
  choices: readonly Question[],
): Promise<Question | undefined> {
  const refs = choices.flatMap(({ args }) => args.actionRef ?? []);
  if (refs.length === 0) return undefined;
  const words = heard.tokens
    .map(({ word }) => word)
    .filter((word) => word.length > 2 && !/^(the|one|action|that)$/.test(word));
  if (words.length === 0) return undefined;
  const found = await actions.titled(
    hearing.asker.directory.partnership.id,
    words.join(' '),
    MOST_FOUND,
  );
  const [best, next] = found.filter(({ ref }) => refs.includes(ref));
  return best && best.score > (next?.score ?? 0)
    ? choices.find(({ args }) => args.actionRef === best.ref)
    : undefined;
}

const MOST_FOUND = 10;

/** “its actions”, “attendance”: of the intents to choose between, the one that the words speak for. Another name is another question. */
function byWords(
  { heard, understanding }: Listening,
  choices: readonly Question[],
): Question | undefined {
  const known = new Set(choices.flatMap(({ filters }) => Object.values(filters)));
  const others = heard.mentions.filter(({ meanings }) => !meanings.some(({ id }) => known.has(id)));
  const says = heard.tokens.some((_, at) =>
    overlapsAny({ start: at, end: at + 1 }, [...heard.concepts, ...heard.parts]),
  );
  if (others.length > 0 || heard.actionRefs.length > 0 || heard.reviewRefs.length > 0 || !says)
    return undefined;
  const { settled, classifier } = understanding;
  const shareOf = ({ intent, filters }: Question) =>
    classifier
      .rank(spokenOf(unitsOf(heard), filters))
      .reduce(
        (sum, { label, share }) =>
          sum + ((settled.get(label)?.intent ?? label) === intent ? share : 0),
        0,
      );
  const [best, next] = choices
    .map((question) => ({ question, share: shareOf(question) }))
    .sort((a, b) => b.share - a.share);
  return best && best.share > CLEARLY * (next?.share ?? 0) ? best.question : undefined;
}

/** As if what the choice is about had been named again: “attendance” of an agency is “{agency} attendance”. */
function spokenOf(units: Units, filters: Filters): Units {
  const kinds = (['agency', 'group', 'priority'] as const)
    .filter((kind) => filters[kind])
    .map((kind) => `{${kind}}`);
  return { ...units, words: [...kinds, ...units.words], concepts: [...units.concepts, ...kinds] };
}
