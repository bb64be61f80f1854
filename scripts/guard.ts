import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { asksAfterChild } from '../src/domain/named-child.ts';
import { findPersonalDetail } from '../src/domain/privacy-guard.ts';
import { folderFiles } from '../src/features/index.ts';
import { readFolder } from '../src/folder/read-folder.ts';
import { isDoubtful, weighText } from '../src/privacy/doubt.ts';
import { knownWords } from '../src/privacy/known-words.ts';
import type { IsKnownWord } from '../src/privacy/passage.ts';

/** A text as its writer labelled it: of what kind, and whether they were sure. */
export interface Labelled {
  readonly text: string;
  readonly kind: string;
  readonly sure: boolean;
}

export type Verdict = 'refused' | 'asked' | 'passed';

/** What the privacy guard does with a text. */
export function judge(text: string, isKnown: IsKnownWord): Verdict {
  if (findPersonalDetail(text) || asksAfterChild(text, isKnown)) return 'refused';
  return isDoubtful(text, isKnown) ? 'asked' : 'passed';
}

/** The names that a partnership folder knows. */
export async function knownInFolder(folder: string): Promise<IsKnownWord> {
  const { records } = await readFolder(folder, folderFiles);
  if (!records) throw new Error(`${folder} cannot be read`);
  return knownWords(records);
}

export const loadLabelled = async (file: string): Promise<readonly Labelled[]> =>
  JSON.parse(await readFile(file, 'utf8'));

/** `220: 12 refused (5.5%), 3 asked (1.4%), 205 passed (93.2%)` */
function formatCounts(verdicts: readonly Verdict[]): string {
  const counts = (['refused', 'asked', 'passed'] as const).map((verdict) => {
    const count = verdicts.filter((each) => each === verdict).length;
    return `${count} ${verdict} (${((100 * count) / verdicts.length).toFixed(1)}%)`;
  });
  return `${verdicts.length}: ${counts.join(', ')}`;
}

async function judgeFile(file: string, isKnown: IsKnownWord, show?: Verdict): Promise<void> {
  const judged = (await loadLabelled(file)).map((each) => ({
    ...each,
    verdict: judge(each.text, isKnown),
  }));
  const print = (name: string, some: typeof judged) =>
    some.length > 0 &&
    console.log(`${name.padEnd(24)}${formatCounts(some.map(({ verdict }) => verdict))}`);
  print('all', judged);
  print(
    'of which surely so',
    judged.filter(({ sure }) => sure),
  );
  for (const kind of [...new Set(judged.map((each) => each.kind))].sort())
    print(
      kind,
      judged.filter((each) => each.kind === kind),
    );
  for (const { text, verdict } of judged) if (verdict === show) console.log(`${verdict}  ${text}`);
}

if (import.meta.main) {
  const command = new Command('guard')
    .description(
      'Says what the privacy guard does with the texts of a file, or with one text and why',
    )
    .argument('<file or text>', 'labelled texts, *.json; or what somebody writes')
    .option('--partnership <folder>', 'the folder whose names are known', 'samples/sandwell')
    .option('--show <verdict>', 'print the texts that were refused, asked or passed')
    .parse();
  const { partnership, show } = command.opts<{ partnership: string; show?: Verdict }>();
  const [subject = ''] = command.args;
  const isKnown = await knownInFolder(partnership);
  if (subject.endsWith('.json')) await judgeFile(subject, isKnown, show);
  else {
    const { points, signs } = weighText(subject, isKnown);
    console.log(`${judge(subject, isKnown)}, ${points.toFixed(1)} points`);
    for (const [what, each] of signs) console.log(`${each.toFixed(1).padStart(6)}  ${what}`);
  }
}
