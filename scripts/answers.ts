import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { z } from 'zod';
import { startAzurite } from '../src/rehearsal/azurite.ts';
import { readButtons, readLines, readShownInputs } from '../tests/support/card-reading.ts';
import { type Convenor, startConvenor } from '../tests/support/convenor.ts';
import type { AdaptiveCard } from '../tests/support/fake-teams.ts';
import {
  judgeAnswer,
  type Outcome,
  type Shown,
  type Task,
  taskSchema,
  type Verdict,
} from './judge-answer.ts';
import { readRehearsalFolder } from './rehearsal-folder.ts';

interface Played extends Shown, Verdict {
  readonly task: Task;
}

/** Turns pages by its button: *Show 10 more*. */
const NEXT_PAGE = /^Show \d+ more$/;

const command = new Command('answers')
  .description(
    'Asks the messages of a file at the front door, and says which answers do not show what they must',
  )
  .argument('<file>', 'tasks: messages with what a right answer shows')
  .option('--partnership <folder>', 'the folder of the partnership they ask', 'samples/sandwell')
  .option(
    '--names-no-child',
    'you have looked at what may name a child in the folder, and it names none',
    false,
  )
  .option('--at-least <share>', 'fail when a smaller share is right', '0.9')
  .option('--show', 'print every answer, not only those that fall short')
  .parse();
const { partnership, namesNoChild, atLeast, show } = command.opts<{
  partnership: string;
  namesNoChild: boolean;
  atLeast: string;
  show?: boolean;
}>();

const { tasks } = z
  .object({ tasks: z.array(taskSchema) })
  .parse(JSON.parse(await readFile(command.args[0] ?? '', 'utf8')));
const { asOf } = await readRehearsalFolder(partnership);
const azurite = await startAzurite();
try {
  const bot = await startConvenor({
    today: asOf,
    folder: partnership,
    namesNoChild,
    storage: azurite.connectionString,
  });
  const played: Played[] = [];
  for (const task of tasks) played.push(await play(bot, task));
  await bot.stop();
  for (const each of played) if (show || each.outcome !== 'right') console.log(described(each));
  console.log(figures(played));
  process.exitCode = countShare(played, 'right') >= Number(atLeast) ? 0 : 1;
} finally {
  await azurite.stop();
}

/** Each task has a chat of its own, so that nothing follows from another but what it says. */
async function play(bot: Convenor, task: Task): Promise<Played> {
  const speaker = { ...bot.person(task.role), chat: task.id };
  bot.turnTo(task.day ?? asOf);
  for (const { text } of messagesBefore(task)) await bot.hears(speaker, text);
  let heard = await bot.hears(speaker, task.text);
  const [first] = heard.messages;
  const sentence = first?.text ?? heard.text;
  const lines = heard.messages.flatMap(({ text = '', attachments = [] }) => [
    text,
    ...attachments.flatMap(({ content }) => linesShown(content)),
  ]);
  for (let page: string[] = lines; page.length > 0; ) {
    const next = heard.buttons.find((title) => NEXT_PAGE.test(title));
    if (!next) break;
    heard = await heard.press(next);
    page = linesShown(heard.card).filter((line) => !lines.includes(line));
    lines.push(...page);
  }
  const shown = { sentence, lines: lines.filter(Boolean) };
  return { task, ...shown, ...judgeAnswer(task, shown) };
}

function messagesBefore({ id, followsFrom }: Task): Task[] {
  if (!followsFrom) return [];
  const before = tasks.find((each) => each.id === followsFrom);
  if (!before) throw new Error(`${id} follows from ${followsFrom}, which is no task of this file`);
  return [...messagesBefore(before), before];
}

/** Everything that can be read on a card: its texts, what its inputs hold, its buttons, and what is read aloud. */
function linesShown(card: AdaptiveCard | undefined): string[] {
  return [
    ...readLines(card),
    ...readShownInputs(card),
    ...readButtons(card).map(({ title }) => title),
    ...String(card?.speak ?? '').split('\n'),
  ];
}

function described({ task, outcome, faults, lines }: Played): string {
  const { id, role, text, followsFrom } = task;
  const before = messagesBefore(task).map((each) => `“${each.text}” → `);
  return [
    `${id}  ${role}  ${followsFrom ? before.join('') : ''}“${text}”  ${outcome}`,
    ...faults.map((fault) => `   ✗ ${fault}`),
    ...lines.map((line) => `   | ${line.replaceAll('\n', '\n   | ')}`),
    '',
  ].join('\n');
}

function figures(played: readonly Played[]): string {
  return (['right', 'asked back', 'wrong'] as const)
    .map((outcome) => {
      const count = played.filter((each) => each.outcome === outcome).length;
      const share = (countShare(played, outcome) * 100).toFixed(1);
      return `${outcome.padEnd(12)} ${String(count).padStart(3)} of ${played.length} (${share}%)`;
    })
    .join('\n');
}

function countShare(played: readonly Played[], outcome: Outcome): number {
  return played.filter((each) => each.outcome === outcome).length / Math.max(1, played.length);
}
