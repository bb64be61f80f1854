import { describeStates } from '../../answers/recommendation-words.ts';
import { formatCount } from '../../answers/words.ts';
import type { AnswerRow } from '../../contract/answer.ts';
import { sourceTitle } from '../../domain/source.ts';
import { aboutTheme } from './buttons.ts';
import type { KnownTheme } from './known-theme.ts';

/** A theme in a list: pressing it opens it. */
export function toThemeRow(known: KnownTheme): AnswerRow {
  const { theme, found, sources, settledBefore } = known;
  const before =
    known.sources.length > 1 && settledBefore.length > 0
      ? `${formatCount(settledBefore.length, 'recommendation')} of before had been settled`
      : '';
  return {
    title: theme.name,
    state:
      known.sources.length > 1
        ? { words: `in ${sources.length} sources`, colour: 'warning' }
        : { words: sources.length === 0 ? 'no recommendation' : 'in 1 source', colour: 'default' },
    line: [sources.map(sourceTitle).join(', '), before].filter(Boolean).join(' · '),
    ...(found.length > 0 && { details: describeStates(found) }),
    opens: aboutTheme(theme.id),
  };
}
