/** What speaks for a child, with points, or for a colleague, with points less. */
export type Sign = readonly [what: string, points: number];

export const sumPoints = (signs: readonly Sign[]): number =>
  signs.reduce((total, [, points]) => total + points, 0);
