import { counted, listed, sentenceCase, verb } from '../../answers/words.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import type { MissShape, Ports } from '../../contract/ports.ts';
import { formatDay } from '../../domain/dates.ts';
import { note, vocabularyCard } from './words-replies.ts';

/** “/vocabulary review”: how many messages were not understood, and their texts where they are kept. */
export async function reviewMisses(asker: Asker, ports: Ports): Promise<Answer> {
  const { directory, place } = asker;
  if (place.kind !== 'personal') {
    return note(
      'What people typed is for administrators only. Please ask me in our personal chat.',
    );
  }
  const { isOn, counts, texts } = await ports.misses.review(directory.partnership.id);
  const today = ports.calendar.today(directory.partnership.timeZone);
  const keeping = isOn
    ? 'Their texts are kept for 30 days, without who typed them.'
    : 'Their texts are not kept. Type /vocabulary review on to keep them for 30 days, without who typed them.';
  return vocabularyCard(asker, `${countedInWords(counts)} ${keeping}`, {
    headline: 'Messages that I did not understand',
    rows: texts.map(({ text, on, guess }) => ({
      title: text,
      line: [formatDay(on, today), guess && `perhaps “${spoken(guess)}”`]
        .filter(Boolean)
        .join(' · '),
    })),
    suggestions: [`/vocabulary review ${isOn ? 'off' : 'on'}`, '/vocabulary'],
  });
}

/** “/vocabulary review on” and “off” */
export async function switchReview(asker: Asker, isOn: boolean, ports: Ports): Promise<Answer> {
  const { directory, person } = asker;
  await ports.misses.switchReview(directory.partnership.id, isOn, person.id);
  return note(
    isOn
      ? 'From now on I keep the texts of messages that I do not understand, for 30 days and without who typed them.'
      : 'I keep no texts from now on, and those that I had are deleted. I only count.',
  );
}

/** “5 messages were not understood this month: 3 near “list actions”, 2 near nothing that I know.” */
function countedInWords(counts: readonly (MissShape & { count: number })[]): string {
  const byGuess = Map.groupBy(counts, ({ guess }) => guess);
  const sums = [...byGuess].map(([guess, those]) => ({
    guess,
    sum: those.reduce((sum, { count }) => sum + count, 0),
  }));
  const all = sums.reduce((total, { sum }) => total + sum, 0);
  if (all === 0) return 'I understood every message this month.';
  const parts = sums
    .sort((a, b) => b.sum - a.sum)
    .map(({ guess, sum }) => `${sum} near ${guess ? `“${spoken(guess)}”` : 'nothing that I know'}`);
  return `${sentenceCase(counted(all, 'message'))} ${verb(all, 'was', 'were')} not understood this month: ${listed(parts)}.`;
}

const spoken = (intent: string): string => intent.replaceAll('_', ' ');
