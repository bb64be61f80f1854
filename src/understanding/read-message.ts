import { asksAfterChild, asksOfItsChild } from '../domain/named-child.ts';
import { looksPersonal } from '../domain/privacy-guard.ts';
import { actionByTitle } from './action-by-title.ts';
import { chosenOf } from './chosen-of.ts';
import type { Ranking } from './classify.ts';
import { compose } from './compose.ts';
import type { Scene } from './compose-filters.ts';
import { datesIn } from './dates-in-text.ts';
import type { TitleInText } from './find-title.ts';
import { leaningOf } from './follow-up.ts';
import type { Listening } from './listening.ts';
import { plausible } from './plausible.ts';
import type { Candidate, Reading, Refusal } from './reader.ts';
import { refusalFor } from './refuse.ts';
import { AMBIGUOUS_LABEL, OUT_OF_SCOPE_LABEL, type Understanding } from './understanding.ts';
import { unitsOf } from './units.ts';
import type { EntityKind } from './vocabulary.ts';

/** From what was heard to what was meant. */
export async function readMessage(listening: Listening): Promise<Reading> {
  const { hearing, heard, tongue, understanding, today, bankHolidays } = listening;
  const personal = personalIn(listening);
  if (personal) return refused(personal);
  if (heard.tokens.length === 0) return { kind: 'unknown' };
  const chosen = await chosenOf(listening);
  if (chosen) return { kind: 'question', ...chosen };

  const leaning = hearing.thread ? leaningOf(heard, hearing.thread, understanding) : 'none';
  const plainly = understanding.classifier.rank(unitsOf(heard, undefined, understanding.stems));
  const title = await actionByTitle(listening, plainly);
  const units = title ? unitsOf(heard, spanOf(title), understanding.stems) : undefined;
  const ranking = plausible(units ? understanding.classifier.rank(units) : plainly, {
    heard,
    title,
    understanding,
    thread: hearing.thread,
    leaning,
  });
  const scene: Scene = {
    heard,
    dates: datesIn(heard.tokens, today, bankHolidays),
    bankHolidays,
    directory: hearing.asker.directory,
    board: hearing.asker.home ?? tongue.vocabulary.board,
    today,
    title: title?.spans ?? [],
  };
  const likeliest = byIntent(ranking, understanding);
  const few =
    likeliest[0]?.label === AMBIGUOUS_LABEL
      ? couldAnswer(likeliest, listening)
      : likeliest.slice(0, MOST_READINGS);
  return decide(
    few.map(({ label, share }) => ({
      label,
      share,
      candidate: () => compose(label, share, scene, title, listening, leaning),
    })),
    listening,
  );
}

const MOST_READINGS = 4;

/** What could be asked of the thing that was named, nothing else, and nothing that writes: “the trust: its actions or its attendance?” */
function couldAnswer(likeliest: Ranking, { heard, understanding }: Listening): Ranking {
  const named = new Set(heard.mentions.map(({ meanings }) => meanings[0].kind));
  const fits = likeliest.filter(({ label }) => {
    const intent = understanding.settled.get(label)?.intent;
    const spoken = intent === undefined ? undefined : understanding.spoken.get(intent);
    return (
      spoken && !spoken.mutates && spoken.filters?.some((filter) => named.has(filter as EntityKind))
    );
  });
  return fits.length > 1
    ? [...likeliest.slice(0, 1), ...fits.slice(0, MOST_READINGS - 1)]
    : likeliest.slice(0, MOST_READINGS);
}

/** What must be declined whatever it asks, by the shape of its words. */
function personalIn({ hearing, heard, tongue }: Listening): Refusal | undefined {
  const personal = looksPersonal(hearing.text);
  if (personal)
    return personal.kind === 'child’s name' ? 'named child case data' : 'personal details';
  if (heard.reviewRefs.length > 0 && asksOfItsChild(hearing.text)) return 'child identity';
  return asksAfterChild(hearing.text, (name) => tongue.vocabulary.names.words.has(name))
    ? 'named child case data'
    : undefined;
}

interface Weighed {
  readonly label: string;
  readonly share: number;
  /** Most readings are never looked at, and to compose one is work. */
  readonly candidate: () => Candidate;
}

/** Below this the best reading is only a guess; of a message in which nothing was recognised, it is one for longer. */
const SURE_ENOUGH = 0.28;
/** Below this a reading that writes is asked back. */
const SURE_TO_WRITE = 0.42;
/** Two readings are close when the second has at least so much of the share of the first, and the first no more than half of all. */
const CLOSE = 0.75;
const NOT_SURE = 0.36;

/** The best reading where it is good enough; else the close ones to choose from, a guess, or a refusal. */
function decide(weighed: readonly Weighed[], { heard, understanding }: Listening): Reading {
  const [best, second] = weighed;
  if (!best) return { kind: 'unknown' };
  const real = weighed.filter(
    ({ label }) => label !== AMBIGUOUS_LABEL && label !== OUT_OF_SCOPE_LABEL,
  );
  const choice = (most: number): Reading => ({
    kind: 'choice',
    readings: real.slice(0, most).map(({ candidate }) => candidate()),
  });
  if (best.label === OUT_OF_SCOPE_LABEL) {
    const refusal = refusalFor(heard, understanding);
    return refusal ? refused(refusal) : { kind: 'unknown', guess: real[0]?.candidate() };
  }
  if (best.label === AMBIGUOUS_LABEL) return choice(3);
  const saysSomething =
    [...heard.concepts, ...heard.mentions, ...heard.parts, ...heard.actionRefs, ...heard.reviewRefs]
      .length > 0;
  const meant = best.candidate();
  if (best.share < (saysSomething ? SURE_ENOUGH : NOT_SURE + SURE_ENOUGH))
    return { kind: 'unknown', guess: meant };
  const writes = understanding.spoken.get(meant.question.intent)?.mutates;
  if (writes && best.share < SURE_TO_WRITE && real.length > 1) return choice(2);
  const isClose =
    second &&
    second.share >= best.share * CLOSE &&
    second.candidate().question.intent !== meant.question.intent &&
    second.label !== OUT_OF_SCOPE_LABEL;
  return isClose && best.share < NOT_SURE ? choice(2) : { kind: 'question', ...meant };
}

/** Of what is declined no word is kept. */
function refused(refusal: Refusal): Reading {
  return { kind: 'refused', refusal, because: [{ words: '', gave: 'refusal', value: refusal }] };
}

/** The labels of one intent stand together under the likeliest of them. */
function byIntent(ranking: Ranking, { settled }: Understanding): Ranking {
  const intentOf = (label: string) => settled.get(label)?.intent ?? label;
  const sums = new Map<string, { label: string; share: number }>();
  for (const { label, share } of ranking) {
    const known = sums.get(intentOf(label));
    if (known) known.share += share;
    else sums.set(intentOf(label), { label, share });
  }
  return [...sums.values()].sort((a, b) => b.share - a.share);
}

function spanOf({ spans }: TitleInText): { start: number; end: number } {
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}
