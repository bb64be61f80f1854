import type { Mapping } from './mapping.ts';
import type { Proposal } from './proposal.ts';

/**
 * A mapping that says what was proposed, for a person to correct and for the next import to be given
 * again. Its values are those that mean something; days are told by their form.
 */
export function toMapping(proposals: readonly Proposal[]): Mapping {
  const columns: Record<string, Record<string, string>> = {};
  const values: Record<string, Record<string, Record<string, string>>> = {};
  for (const { kind, columns: proposed, values: read } of proposals) {
    columns[kind] = Object.fromEntries(
      proposed
        .filter(({ heading, by }) => heading && by !== 'own name')
        .map(({ heading, column = '' }) => [heading, column]),
    );
    const said: Record<string, Record<string, string>> = {};
    for (const { column, written, meaning, isRowSpecific } of read) {
      if (written && meaning && !isRowSpecific && !/^\d{4}-\d{2}/.test(meaning))
        said[column] = { ...said[column], [written]: meaning };
    }
    values[kind] = said;
  }
  return { sheets: {}, columns, values };
}
