/** What a rule found: positive points speak for a child, negative ones for a colleague. */
export type Sign = readonly [what: string, points: number];

export const sumPoints = (signs: readonly Sign[]): number =>
  signs.reduce((total, [, points]) => total + points, 0);
