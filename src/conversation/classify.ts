import type { Units } from './units.ts';

/** How likely each label is, the likeliest first; together they make 1. */
export type Ranking = readonly { readonly label: string; readonly share: number }[];

export interface Example {
  readonly label: string;
  readonly units: Units;
}

export interface Classifier {
  rank(units: Units): Ranking;
}

const ROUNDS = 5;
const RATE = 0.35;
const SHRINK = 0.00002;
/** An example that has so much of the share teaches nothing more. */
const LEARNED = 0.97;

/**
 * A linear model over words, pairs of neighbours, concepts and pairs of concepts, taught by stochastic gradient descent with a
 * fixed order of examples, so that the same corpus gives the same model. An example that its concepts carry whole is also shown by
 * them alone, so that concepts carry the meaning when the words are new.
 */
export function teach(examples: readonly Example[]): Classifier {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const numbers = new Map<string, number>();
  const number = (feature: string): number => {
    const known = numbers.get(feature);
    if (known !== undefined) return known;
    numbers.set(feature, numbers.size);
    return numbers.size - 1;
  };
  const featured = examples.map(({ units }) => featuresOf(units));
  const usual = usualFeatures(featured);
  const shown = examples.flatMap(({ label, units }, index) => {
    const target = labels.indexOf(label);
    const all = featured[index] ?? [];
    return (units.whole ? [all, conceptFeatures(units)] : [all]).map((features) => ({
      target,
      features: Uint32Array.from(features.filter((feature) => usual.has(feature)).map(number)),
    }));
  });
  const width = labels.length;
  const weights = new Float32Array(numbers.size * width);
  const bias = new Float32Array(width);
  const learned = new Uint8Array(shown.length);
  const shares = (features: Uint32Array): Float64Array => softmax(weights, bias, features, width);

  for (let round = 0; round < ROUNDS; round += 1) {
    const rate = RATE / (1 + round);
    for (let step = 0; step < shown.length; step += 1) {
      const index = (step * STRIDE) % shown.length;
      const { target, features } = shown[index] ?? NOTHING;
      if (learned[index] && round < ROUNDS - 1) continue;
      const result = shares(features);
      learned[index] = (result[target] ?? 0) > LEARNED ? 1 : 0;
      if (learned[index]) continue;
      const push = rate / Math.sqrt(features.length + 1);
      for (let label = 0; label < width; label += 1) {
        const error = (label === target ? 1 : 0) - (result[label] ?? 0);
        if (Math.abs(error) < 0.002) continue;
        bias[label] = (bias[label] ?? 0) + push * error * 0.1;
        for (const feature of features) {
          const at = feature * width + label;
          weights[at] = (weights[at] ?? 0) * (1 - SHRINK) + push * error;
        }
      }
    }
  }
  const knownOf = (units: Units) => Uint32Array.from(featuresOf(units).flatMap((feature) => numbers.get(feature) ?? []));
  return {
    rank(units) {
      const result = shares(knownOf(units));
      return labels.map((label, index) => ({ label, share: result[index] ?? 0 })).sort((a, b) => b.share - a.share);
    },
  };
}

/** Features of more than one example; what stands in a single one teaches nothing about others. */
function usualFeatures(featured: readonly (readonly string[])[]): Set<string> {
  const seen = new Set<string>();
  const usual = new Set<string>();
  for (const feature of featured.flat()) (seen.has(feature) ? usual : seen).add(feature);
  return usual;
}

const NOTHING = { target: 0, features: new Uint32Array() };

/** A prime larger than any corpus: visits all examples in a fixed, well mixed order. */
const STRIDE = 1_000_003;

function softmax(weights: Float32Array, bias: Float32Array, features: Uint32Array, width: number): Float64Array {
  const scores = Float64Array.from(bias);
  const scale = 1 / Math.sqrt(features.length + 1);
  for (const feature of features) {
    const from = feature * width;
    for (let label = 0; label < width; label += 1)
      scores[label] = (scores[label] ?? 0) + (weights[from + label] ?? 0) * scale * 4;
  }
  const most = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  let sum = 0;
  for (let label = 0; label < width; label += 1) {
    const share = Math.exp((scores[label] ?? 0) - most);
    scores[label] = share;
    sum += share;
  }
  return scores.map((share) => share / sum);
}

function featuresOf(units: Units): string[] {
  const { words } = units;
  const framed = ['^', ...words, '$'];
  const pairs = framed.slice(1).map((word, index) => `b:${framed[index]} ${word}`);
  return [...new Set([...words.map((word) => `w:${word}`), ...pairs, ...conceptFeatures(units)])];
}

/** The first word tells a question from an order and a statement. */
const OPENING = /^(is|has|have|did|do|doe|are|was|were|who|what|when|wher|which|how|can|\{ref\}|\{title\}|\{review\})$/;

function conceptFeatures({ concepts, words }: Units): string[] {
  const some = concepts.slice(0, 14).sort();
  const pairs = some.flatMap((one, index) => some.slice(index + 1).map((other) => `p:${one}+${other}`));
  const opening = OPENING.test(words[0] ?? '') ? (words[0] ?? '') : 'other';
  const opened = [`f:${opening}`, ...some.map((concept) => `f:${opening}+${concept}`)];
  return [...some.map((concept) => `c:${concept}`), ...pairs, ...opened, `n:${Math.min(some.length, 4)}`];
}
