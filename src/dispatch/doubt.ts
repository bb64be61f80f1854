import { createHash, randomUUID } from 'node:crypto';
import { signpostConcern } from '../answers/child-words.ts';
import { childPress, noChildPress } from '../answers/form.ts';
import { formatList } from '../answers/words.ts';
import type { Answer } from '../contract/answer.ts';
import { type ConfirmedText, MAX_CONFIRMED_TEXTS } from '../contract/ports/confirmations.ts';
import type { Request } from '../contract/request.ts';
import type { Directory } from '../domain/directory.ts';
import { voicesWorry } from '../domain/named-child.ts';
import { collectTexts } from '../domain/privacy-guard.ts';
import { isDoubtful, MAX_WEIGHED_CHARACTERS } from '../privacy/doubt.ts';
import { knownWords } from '../privacy/known-words.ts';

type Speaker = Pick<Request, 'directory' | 'person' | 'place' | 'ports'>;

/** Texts that may name a child. */
export interface Doubts {
  /** Their writer has not said yet whether they do. */
  readonly open: readonly string[];
  /** Their writer has said that they do not. */
  readonly settled: readonly string[];
}

export async function findDoubts(
  { directory, person, place, ports }: Speaker,
  texts: Iterable<string>,
  isInDoubt: typeof isDoubtful = isDoubtful,
): Promise<Doubts> {
  const isKnown = knownWords(directory);
  const withoutTaught = createTaughtRemover(directory);
  let left = MAX_WEIGHED_CHARACTERS;
  const doubtful = [...new Set(texts)].filter((text) => {
    left -= text.length;
    return left < 0 || isInDoubt(withoutTaught(text), isKnown);
  });
  if (doubtful.length === 0) return { open: [], settled: [] };
  const confirmed = await ports.confirmations.load(directory.partnership.id, person.id, place);
  const isSettled = (text: string) => confirmed.some((each) => matches(each, text));
  const open = doubtful.filter((text) => !isSettled(text));
  if (open.length > MAX_CONFIRMED_TEXTS && isSettled(joinTexts(open)))
    return { open: [], settled: doubtful };
  return { open, settled: doubtful.filter(isSettled) };
}

/** More texts than a press can confirm one by one are confirmed as one. */
const joinTexts = (texts: readonly string[]): string => [...texts].sort().join('\n');

const toConfirmedTexts = (texts: readonly string[]): ConfirmedText[] =>
  (texts.length > MAX_CONFIRMED_TEXTS ? [joinTexts(texts)] : texts).map(toConfirmed);

/** “the lads” are whom an administrator says they are. */
function createTaughtRemover({ learnedWords }: Directory): (text: string) => string {
  if (learnedWords.length === 0) return (text) => text;
  const phrases = learnedWords.map(({ words }) => words.replace(/[^\p{L}\p{N}]+/gu, '\\W+'));
  const taught = new RegExp(`(?<!\\p{L})(?:${phrases.join('|')})(?!\\p{L})`, 'giu');
  return (text) => text.replace(taught, ' ');
}

/**
 * Remembers that an answer to a confirmed message may be pressed: its form holds words of that
 * message, and nobody is asked about them twice.
 */
export async function confirmAnswer(request: Speaker, answer: Answer): Promise<void> {
  const texts = [...collectTexts(answer)].filter((text) => text !== undefined);
  const { open } = await findDoubts(request, texts);
  if (open.length === 0) return;
  const { directory, person, place, ports } = request;
  const confirmed = toConfirmedTexts(open);
  await ports.confirmations.add(directory.partnership.id, person.id, place, confirmed);
}

const QUESTION = 'Does this name a child?';
const UNSURE = 'I can’t tell, so I’ve kept nothing of it.';
const PLEASE = 'Please don’t name a child or family here, or write what would show who they are.';

/**
 * Asks back without the words, once for all of them: what is confirmed passes when it is sent again.
 * Of a form the fields to look at are named.
 */
export function askWhetherChild(
  { directory }: Speaker,
  doubts: readonly string[],
  fields: readonly string[] = [],
): Answer {
  const worry = doubts.some(voicesWorry) ? `${signpostConcern(directory.partnership)} ` : '';
  const look = fields.length > 0 ? ` Look at ${formatList(fields.map(toWords))}.` : '';
  const sentence = `${UNSURE}${look} ${PLEASE}`;
  return {
    text: `${worry}${QUESTION} ${sentence}`,
    heading: QUESTION,
    sentence: `${worry}${sentence}`,
    source: '',
    buttons: [
      noChildPress.button('It names no child', { texts: toConfirmedTexts(doubts) }),
      childPress.button('It names a child', {}),
    ],
  };
}

/** `whatChanged` is “what changed”. */
const toWords = (id: string): string =>
  `“${id.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}”`;

function toConfirmed(text: string): ConfirmedText {
  const salt = randomUUID();
  return { salt, digest: toDigest(salt, text) };
}

const matches = ({ salt, digest }: ConfirmedText, text: string): boolean =>
  digest === toDigest(salt, text);

/** Written like an id, so that its digits are taken for nothing else; the spaces of a text may differ. */
function toDigest(salt: string, text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  const hex = createHash('sha256').update(`${salt} ${words}`).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
