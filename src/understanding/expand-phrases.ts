/** Primes by which the choices of a template turn at different speeds. */
const SPEEDS = [1, 7, 11, 13, 17, 19, 23, 29];

/**
 * The ways that a template says something, `most` of them at the most but for what it takes to use every alternative once; the
 * same ones every time. Names in braces stay as they are.
 * @example expand('[show|list] {agency} actions', 9) // ['show {agency} actions', 'list {agency} actions']
 */
export function expand(template: string, most: number): string[] {
  const parts = template.split(/\[([^\]]*)\]/);
  const choices = parts.map((part, index) => (index % 2 ? part.split('|') : [part]));
  const all = choices.reduce((product, { length }) => product * length, 1);
  const needed = Math.max(most, ...choices.map(({ length }) => length));
  return Array.from({ length: Math.min(all, needed) }, (_, index) =>
    phraseAt(choices, index, all <= needed),
  );
}

/** One of the ways: numbered in full when there are few, else each choice turning at its own speed. */
function phraseAt(choices: readonly (readonly string[])[], index: number, inFull: boolean): string {
  let left = index;
  const words = choices.map((alternatives, place) => {
    const { length } = alternatives;
    const turn = inFull
      ? left % length
      : (index * (SPEEDS[place % SPEEDS.length] ?? 1) + Math.floor(index / length)) % length;
    left = Math.floor(left / length);
    return alternatives[turn] ?? '';
  });
  return words.join('').replace(/ +/g, ' ').trim();
}
