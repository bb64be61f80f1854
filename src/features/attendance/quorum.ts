import { formatCount, formatList, pluralVerb, sentenceCase } from '../../answers/words.ts';
import type { State } from '../../contract/answer.ts';
import { agencyName, type Directory } from '../../domain/directory.ts';
import type { QuorumRule } from '../../domain/partnership.ts';
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
  const names = missing.map((agency) => agencyName(directory, agency));
  const absent =
    names.length > 0
      ? [`${formatList(names)} ${pluralVerb(names.length, 'is', 'are')} missing`]
      : [];
  const needed = short.map(({ count, of }) => {
    const whom = of
      ? ` of ${formatList(
          of.map((agency) => agencyName(directory, agency)),
          'or',
        )}`
      : '';
    return `${formatCount(count, 'more agency', 'more agencies')} ${pluralVerb(count, 'is', 'are')} needed${whom}`;
  });
  return formatList([...absent, ...needed]);
}

/** What a group needs: `all of the council, the police and health`, `at least 4 agencies`. */
export function describeRule(
  group: string,
  rules: readonly QuorumRule[],
  directory: Directory,
): string | undefined {
  const name = (agency: string) => agencyName(directory, agency);
  const parts = rules
    .filter((rule) => rule.group === group)
    .flatMap(({ allOf, atLeast, of }) => [
      ...(allOf?.length ? [`all of ${formatList(allOf.map(name))}`] : []),
      ...(atLeast
        ? [`at least ${atLeast} ${of ? `of ${formatList(of.map(name))}` : 'agencies'}`]
        : []),
    ]);
  return parts.length > 0 ? formatList(parts) : undefined;
}
