import { writeFile } from 'node:fs/promises';
import { DUTIES } from '../src/domain/duties.ts';

/** `docs/duties.md`: what a partnership owes in a year, from `domain/duties.ts`. */
export function dutiesDocument(): string {
  const rows = DUTIES.map(({ id, name, everyMonths, when, lead, source }) =>
    [
      `\`${id}\``,
      name,
      everyMonths === 12 ? 'every year' : everyMonths ? `every ${everyMonths / 12} years` : '',
      when,
      lead,
      source,
    ].join(' | '),
  );
  return `${[
    '# The duties of a year',
    'Made from `src/domain/duties.ts` by `npm run docs -- duties`; a test says when it is out of date. What a partnership owes, how often, and what asks for it. Where no rule of law or guidance names a period, it is what partnerships usually do: a forward plan may set another ([`forward-plan.csv`](partnership-folder.md), `every_months` and `due_on`).',
    [
      '| id | duty | how often | when | lead | what asks for it |',
      '| --- | --- | --- | --- | --- | --- |',
      ...rows.map((row) => `| ${row} |`),
    ].join('\n'),
    'Convenor reminds whoever writes the paper 20, 10 and 5 working days before it is due, then weekly; administrators hear of what missed its meeting. “what is on the forward plan for the board”, “which papers are late”, “when is our MASA due for review”.',
  ].join('\n\n')}\n`;
}

if (import.meta.main) {
  await writeFile('docs/duties.md', dutiesDocument());
  console.log('docs/duties.md is written.');
}
