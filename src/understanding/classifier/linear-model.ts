import {
  extractConceptFeatures,
  extractFeatures,
  extractNeighbours,
  extractWordFeatures,
  type ModelInput,
} from './features.ts';

/** How likely each label is; together they make 1. */
export type Shares = readonly { readonly label: string; readonly share: number }[];

export interface Example {
  readonly label: string;
  readonly input: ModelInput;
}

export interface Classifier {
  toShares(input: ModelInput): Shares;
}

const ROUNDS = 6;
const RATE = 0.35;
/** How sharply the sums of weights are told apart. Chosen on writers kept aside: 4 is 5% worse. */
const SCALE = 8;
/** A label with few messages counts for more, by this power of its share and so many times at most. */
const BALANCE = 0.2;
const MAX_BALANCE = 3;
const SHRINK = 0.0002;
/** The weights are averaged from this round on, so that the last examples do not sway them. */
const FIRST_AVERAGED_ROUND = 3;
const AVERAGED_EVERY = 500;
/** An example whose label has so much of the share teaches nothing more. */
const LEARNED_SHARE = 0.97;
/** A label whose share is so nearly right is left as it is. */
const MIN_ERROR = 0.002;

/** What was learned, as it is kept: weights of one byte, by feature and label. */
export interface TaughtWeights {
  readonly labels: readonly string[];
  readonly features: readonly string[];
  /** What a weight of 1 stands for, by label. */
  readonly steps: readonly number[];
  readonly bias: readonly number[];
  readonly weights: Int8Array;
}

/**
 * Learns a linear model by stochastic gradient descent with a fixed order of examples: the same
 * corpus gives the same model. An example that consists of concepts is shown by them alone as well,
 * so that they carry the meaning of new words.
 */
export function teach(examples: readonly Example[]): TaughtWeights {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const { numbers, encoded, height } = encode(mix(examples), labels);
  const model = createModel(labels.length, height);
  const weightOf = balanceWeights(encoded, labels.length);
  const learned = new Uint8Array(encoded.length);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let step = 0; step < encoded.length; step += 1) {
      const { target, features } = encoded[step] ?? NOTHING;
      if (learned[step] && round < ROUNDS - 1) continue;
      const shares = model.toShares(features);
      learned[step] = (shares[target] ?? 0) > LEARNED_SHARE ? 1 : 0;
      if (!learned[step])
        model.correct(target, features, ((weightOf[target] ?? 1) * RATE) / (1 + round / 2));
      if (round >= FIRST_AVERAGED_ROUND && step % AVERAGED_EVERY === 0) model.addToMean();
    }
  }
  const { weights, bias } = model.mean();
  return compress(labels, numbers, weights, bias);
}

/**
 * The examples in a well mixed order, each at a place that depends on what it says alone: one more
 * moves no other, so that twenty more change 0.6% of all readings, and not 4%.
 */
function mix(examples: readonly Example[]): Example[] {
  const places = new Map(
    examples.map((each) => [each, hash(`${each.label} ${each.input.words.join(' ')}`)]),
  );
  const placeOf = (each: Example) => places.get(each) ?? 0;
  return examples.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** FNV-1a: the same number for the same text, and no order in those of like ones. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text)
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}

/** The largest weight of a label is 127. */
const MAX_STEP = 127;

/** Weights of one byte each; a feature that weighs nothing is left out. */
function compress(
  labels: readonly string[],
  numbers: ReadonlyMap<string, number>,
  weights: Float32Array,
  bias: Float32Array,
): TaughtWeights {
  const width = labels.length;
  const largest = labels.map(() => 0);
  for (const [at, weight] of weights.entries())
    largest[at % width] = Math.max(largest[at % width] ?? 0, Math.abs(weight));
  const steps = largest.map((most) => most / MAX_STEP || 1);
  const rows = [...numbers].flatMap(([feature, number]) => {
    const row = Int8Array.from(labels, (_, label) =>
      Math.round((weights[number * width + label] ?? 0) / (steps[label] ?? 1)),
    );
    return row.some((weight) => weight !== 0) ? [{ feature, row }] : [];
  });
  const kept = new Int8Array(rows.length * width);
  for (const [at, { row }] of rows.entries()) kept.set(row, at * width);
  return {
    labels,
    features: rows.map(({ feature }) => feature),
    steps,
    bias: [...bias],
    weights: kept,
  };
}

/** So many words are remembered with their features' numbers: most messages are made of few words. */
const MAX_WORDS_REMEMBERED = 10_000;

/** Tells how likely each label is by what was learned. */
export function createClassifier(taught: TaughtWeights): Classifier {
  const { labels, features, steps, bias } = taught;
  const { starts, labelsAt, weightsAt } = withoutZeros(taught);
  const numbers = new Map(features.map((feature, at) => [feature, at]));
  const byWord = new Map<string, Uint32Array>();

  function numbersOfWord(word: string): Uint32Array {
    const known = byWord.get(word);
    if (known) return known;
    if (byWord.size >= MAX_WORDS_REMEMBERED) byWord.clear();
    const found = toNumbers(extractWordFeatures(word), numbers);
    byWord.set(word, found);
    return found;
  }

  /** The numbers of what `extractFeatures` gives, in another order. */
  function numbersOf(input: ModelInput): ReadonlySet<number> {
    const known = new Set<number>();
    for (const word of input.words) for (const number of numbersOfWord(word)) known.add(number);
    for (const feature of [...extractNeighbours(input.words), ...extractConceptFeatures(input)]) {
      const number = numbers.get(feature);
      if (number !== undefined) known.add(number);
    }
    return known;
  }

  return {
    toShares(input) {
      const known = numbersOf(input);
      const sums = new Int32Array(labels.length);
      for (const number of known) {
        const end = starts[number + 1] as number;
        for (let at = starts[number] as number; at < end; at += 1)
          (sums[labelsAt[at] as number] as number) += weightsAt[at] as number;
      }
      const scale = SCALE / Math.sqrt(known.size + 1);
      const scores = labels.map(
        (_, at) => (sums[at] ?? 0) * (steps[at] ?? 1) * scale + (bias[at] ?? 0),
      );
      const max = Math.max(...scores);
      const shares = scores.map((score) => Math.exp(score - max));
      const total = shares.reduce((sum, share) => sum + share, 0);
      return labels.map((label, at) => ({ label, share: (shares[at] ?? 0) / total }));
    },
  };
}

/**
 * The weights that are not 0, each with its label, and where those of each feature start: five in
 * six are 0, and a message would add them all.
 */
function withoutZeros({ labels: { length: width }, features, weights }: TaughtWeights) {
  const count = weights.reduce((sum, weight) => sum + (weight === 0 ? 0 : 1), 0);
  const starts = new Uint32Array(features.length + 1);
  const labelsAt = new Uint16Array(count);
  const weightsAt = new Int8Array(count);
  let end = 0;
  for (let at = 0; at < weights.length; at += 1) {
    if (weights[at] !== 0) {
      labelsAt[end] = at % width;
      weightsAt[end] = weights[at] as number;
      end += 1;
    }
    if ((at + 1) % width === 0) starts[(at + 1) / width] = end;
  }
  return { starts, labelsAt, weightsAt };
}

const NOTHING: EncodedExample = { target: 0, features: new Uint32Array() };

/** What an example of each label counts for. */
function balanceWeights(examples: readonly EncodedExample[], width: number): number[] {
  const sizes = Array.from({ length: width }, () => 1);
  for (const { target } of examples) sizes[target] = (sizes[target] ?? 0) + 1;
  const largest = Math.max(...sizes);
  return sizes.map((size) => Math.min(MAX_BALANCE, (largest / size) ** BALANCE));
}

interface EncodedExample {
  /** The number of its label. */
  readonly target: number;
  readonly features: Uint32Array;
}

/** The examples with numbers for features; a feature of a single example is left out. */
function encode(examples: readonly Example[], labels: readonly string[]) {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const all = examples.map(({ input }) =>
    Uint32Array.from(extractFeatures(input), (feature) => {
      const number = numbers.get(feature) ?? numbers.size;
      if (number === numbers.size) numbers.set(feature, number);
      counts[number] = (counts[number] ?? 0) + 1;
      return number;
    }),
  );
  const isRepeated = (number: number) => (counts[number] ?? 0) > 1;
  for (const [feature, number] of numbers) if (!isRepeated(number)) numbers.delete(feature);
  const encoded = examples.flatMap(({ label, input }, index): EncodedExample[] => {
    const target = labels.indexOf(label);
    const whole = { target, features: (all[index] ?? NOTHING.features).filter(isRepeated) };
    return input.isConceptsOnly
      ? [whole, { target, features: toNumbers(extractConceptFeatures(input), numbers) }]
      : [whole];
  });
  return { numbers, encoded, height: counts.length };
}

function toNumbers(features: readonly string[], numbers: ReadonlyMap<string, number>): Uint32Array {
  return Uint32Array.from(features.flatMap((feature) => numbers.get(feature) ?? []));
}

/** The weights of a linear model with a softmax over its labels. */
function createModel(width: number, height: number) {
  const weights = new Float32Array(width * height);
  const bias = new Float32Array(width);
  const shares = new Float64Array(width);
  const wrong = new Int32Array(width);

  /** The share of each label. The same array is filled every time. */
  function toShares(features: Uint32Array): Float64Array {
    const scale = SCALE / Math.sqrt(features.length + 1);
    shares.fill(0);
    for (let at = 0; at < features.length; at += 1) {
      const from = (features[at] as number) * width;
      for (let label = 0; label < width; label += 1)
        (shares[label] as number) += weights[from + label] as number;
    }
    let max = Number.NEGATIVE_INFINITY;
    for (let label = 0; label < width; label += 1) {
      const score = (shares[label] as number) * scale + (bias[label] as number);
      shares[label] = score;
      if (score > max) max = score;
    }
    let sum = 0;
    for (let label = 0; label < width; label += 1)
      sum += shares[label] = Math.exp((shares[label] as number) - max);
    for (let label = 0; label < width; label += 1) (shares[label] as number) /= sum;
    return shares;
  }

  /** Moves the features' weights towards their label, from the shares just computed for them. */
  function correct(target: number, features: Uint32Array, rate: number): void {
    const push = rate / Math.sqrt(features.length + 1);
    let count = 0;
    for (let label = 0; label < width; label += 1) {
      const error = (label === target ? 1 : 0) - (shares[label] as number);
      shares[label] = push * error;
      if (Math.abs(error) < MIN_ERROR) continue;
      wrong[count++] = label;
      (bias[label] as number) += push * error * 0.1;
    }
    for (let at = 0; at < features.length; at += 1) {
      const from = (features[at] as number) * width;
      for (let index = 0; index < count; index += 1) {
        const label = wrong[index] as number;
        weights[from + label] =
          (weights[from + label] as number) * (1 - SHRINK) + (shares[label] as number);
      }
    }
  }

  const sums = { weights: new Float32Array(width * height), bias: new Float32Array(width) };
  let snapshots = 0;

  /** Counts the weights as they are towards their mean. */
  function addToMean(): void {
    snapshots += 1;
    for (let at = 0; at < weights.length; at += 1)
      (sums.weights[at] as number) += weights[at] as number;
    for (let at = 0; at < width; at += 1) (sums.bias[at] as number) += bias[at] as number;
  }

  /** The mean of the weights that were counted. */
  function mean() {
    return {
      weights: sums.weights.map((sum) => sum / snapshots),
      bias: sums.bias.map((sum) => sum / snapshots),
    };
  }

  return { toShares, correct, addToMean, mean };
}
