import { extractConceptFeatures, extractFeatures, type ModelInput } from './features.ts';

/** How likely each label is, the likeliest first; together they make 1. */
export type Ranking = readonly { readonly label: string; readonly share: number }[];

export interface Example {
  readonly label: string;
  readonly input: ModelInput;
}

export interface Classifier {
  rank(input: ModelInput): Ranking;
}

const ROUNDS = 5;
const RATE = 0.35;
const SHRINK = 0.0002;
/** The weights are averaged from this round on, so that the last examples do not sway them. */
const FIRST_AVERAGED_ROUND = 3;
const AVERAGED_EVERY = 2_000;
/** An example whose label has so much of the share teaches nothing more. */
const LEARNED_SHARE = 0.97;
/** A label whose share is so nearly right is left as it is. */
const MIN_ERROR = 0.002;
/** A prime larger than any corpus: visits all examples in a fixed, well mixed order. */
const STRIDE = 1_000_003;

/**
 * A linear model, trained by stochastic gradient descent with a fixed order of examples: the same
 * corpus gives the same model. An example that consists of concepts is shown by them alone as well,
 * so that they carry the meaning of new words.
 */
export function trainClassifier(examples: readonly Example[]): Classifier {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const { numbers, encoded, height } = encode(examples, labels);
  const model = createModel(labels.length, height);
  const learned = new Uint8Array(encoded.length);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let step = 0; step < encoded.length; step += 1) {
      const index = (step * STRIDE) % encoded.length;
      const { target, features } = encoded[index] ?? NOTHING;
      if (learned[index] && round < ROUNDS - 1) continue;
      const shares = model.sharesOf(features);
      learned[index] = (shares[target] ?? 0) > LEARNED_SHARE ? 1 : 0;
      if (!learned[index]) model.correct(target, features, RATE / (1 + round));
      if (round >= FIRST_AVERAGED_ROUND && step % AVERAGED_EVERY === 0) model.addToMean();
    }
  }
  model.useMean();
  return {
    rank(input) {
      const shares = model.sharesOf(numbersOf(extractFeatures(input), numbers));
      return labels
        .map((label, index) => ({ label, share: shares[index] ?? 0 }))
        .sort((a, b) => b.share - a.share);
    },
  };
}

const NOTHING: EncodedExample = { target: 0, features: new Uint32Array() };

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
      ? [whole, { target, features: numbersOf(extractConceptFeatures(input), numbers) }]
      : [whole];
  });
  return { numbers, encoded, height: counts.length };
}

function numbersOf(features: readonly string[], numbers: ReadonlyMap<string, number>): Uint32Array {
  return Uint32Array.from(features.flatMap((feature) => numbers.get(feature) ?? []));
}

/** The weights of a linear model with a softmax over its labels. */
function createModel(width: number, height: number) {
  const weights = new Float32Array(width * height);
  const bias = new Float32Array(width);
  const shares = new Float64Array(width);
  const wrong = new Int32Array(width);

  /** The share of each label. The same array is filled every time. */
  function sharesOf(features: Uint32Array): Float64Array {
    const scale = 4 / Math.sqrt(features.length + 1);
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

  /** Replaces the weights by their mean. */
  function useMean(): void {
    for (let at = 0; at < weights.length; at += 1)
      weights[at] = (sums.weights[at] as number) / snapshots;
    for (let at = 0; at < width; at += 1) bias[at] = (sums.bias[at] as number) / snapshots;
  }

  return { sharesOf, correct, addToMean, useMean };
}
