import { z } from 'zod';
import { formatCount, formatList, pluralVerb, sentenceCase } from '../../answers/words.ts';
import { action } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import type { MissShape } from '../../contract/ports.ts';
import type { Request } from '../../contract/request.ts';
import { formatDay } from '../../domain/dates.ts';
import { answerNote, createWordsSuggestion } from './answers.ts';

/** “/vocabulary review”: how many messages were not understood, and their texts where they are kept. */
export async function reviewMisses(request: Request): Promise<Answer> {
  const { directory, place, today, ports } = request;
  if (place.kind !== 'personal') {
    return answerNote(
      'What people typed is for administrators only. Please ask me in our personal chat.',
    );
  }
  const { isOn, counts, texts } = await ports.misses.review(directory.partnership.id);
  const keeping = isOn
    ? 'Their texts are kept for 30 days, without who typed them.'
    : 'Their texts are not kept. Type /vocabulary review on to keep them for 30 days, without who typed them.';
  const rows = texts.map(({ text, on, guess }) => ({
    title: text,
    line: [formatDay(on, today), guess && `perhaps “${readable(guess)}”`]
      .filter(Boolean)
      .join(' · '),
  }));
  return {
    text: `${describeCounts(counts)} ${keeping}`,
    source: directory.partnership.shortName,
    heading: 'Messages that I did not understand',
    sections: [{ rows }],
    suggestions: [
      {
        title: isOn ? 'Stop keeping texts' : 'Keep texts 30 days',
        ...switchKeeping.press({ on: !isOn }),
      },
      createWordsSuggestion(),
    ],
  };
}

/** “/vocabulary review on” and “off” */
export async function switchReview(request: Request, isOn: boolean): Promise<Answer> {
  const { directory, person, ports } = request;
  await ports.misses.switchReview(directory.partnership.id, isOn, person.id);
  return answerNote(
    isOn
      ? 'From now on I keep the texts of messages that I do not understand, for 30 days and without who typed them.'
      : 'I keep no texts from now on, and those that I had are deleted. I only count.',
  );
}

export const showReview = action({
  id: 'vocabulary.review',
  permission: 'vocabulary.change',
  input: z.object({}),
  handle: reviewMisses,
});

export const switchKeeping = action({
  id: 'vocabulary.keep-texts',
  permission: 'vocabulary.change',
  input: z.object({ on: z.boolean() }),
  handle: (request: Request, { on }) => switchReview(request, on),
});

/** “5 messages were not understood this month: 3 near “list actions”, 2 near nothing that I know.” */
function describeCounts(counts: readonly (MissShape & { count: number })[]): string {
  const byGuess = Map.groupBy(counts, ({ guess }) => guess);
  const sums = [...byGuess].map(([guess, those]) => ({
    guess,
    sum: those.reduce((sum, { count }) => sum + count, 0),
  }));
  const all = sums.reduce((total, { sum }) => total + sum, 0);
  if (all === 0) return 'I understood every message this month.';
  const parts = sums
    .sort((a, b) => b.sum - a.sum)
    .map(
      ({ guess, sum }) => `${sum} near ${guess ? `“${readable(guess)}”` : 'nothing that I know'}`,
    );
  return `${sentenceCase(formatCount(all, 'message'))} ${pluralVerb(all, 'was', 'were')} not understood this month: ${formatList(parts)}.`;
}

const readable = (intent: string): string => intent.replaceAll('_', ' ');
