import { formatCount, formatList, pluralVerb, sentenceCase } from '../../answers/words.ts';
import type { State } from '../../contract/answer.ts';
import { agencyName, type Directory } from '../../domain/directory.ts';
import type { Quorum } from '../../domain/quorum.ts';
import { type Register, registerQuorum } from '../../domain/register.ts';

/** The quorum line of a register, in words and colour. */
export function quorumState(register: Register, directory: Directory): State {
  const quorum = registerQuorum(register, directory.partnership.quorum);
  if (!quorum) return { words: 'No quorum is set for this group', colour: 'default' };
  const tense = register.status === 'closed' ? 'Was' : '';
  if (quorum.quorate) return { words: tense ? 'Was quorate' : 'Quorate', colour: 'good' };
  const words = sentenceCase(
    `${tense} not quorate: ${describeShortfall(quorum, directory)}`.trim(),
  );
  const { proceeded } = register;
  return {
    words: proceeded ? `${words}. The chair proceeded: ${proceeded.reason}` : words,
    colour: 'warning',
  };
}

/** What a meeting lacks: `West Midlands Police is missing`, `2 more agencies are needed`. */
export function describeShortfall({ missing, short }: Quorum, directory: Directory): string {
  const toName = (agency: string) => agencyName(directory, agency);
  const names = missing.map(toName);
  const absent =
    names.length > 0
      ? [`${formatList(names)} ${pluralVerb(names.length, 'is', 'are')} missing`]
      : [];
  const needed = short.map(({ count, of }) => {
    const whom = of ? ` of ${formatList(of.map(toName), 'or')}` : '';
    return `${formatCount(count, 'more agency', 'more agencies')} ${pluralVerb(count, 'is', 'are')} needed${whom}`;
  });
  return formatList([...absent, ...needed]);
}
