import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { type RehearsalFolder, readRehearsalFolder } from '../src/cli/rehearsal-folder.ts';
import { createCalendar } from '../src/contract/calendar.ts';
import type { Thread } from '../src/contract/feature.ts';
import type { Person } from '../src/domain/partnership.ts';
import { intents } from '../src/features/index.ts';
import { createReader } from '../src/understanding/create-reader.ts';
import type { Reader, Reading } from '../src/understanding/reader.ts';
import { differences, type Expected, inTheirWords } from './compare-readings.ts';

interface Asked {
  readonly id: string;
  readonly role?: string;
  readonly text: string;
  readonly expected: Expected;
  readonly followsFrom?: string;
  readonly previousText?: string;
}

interface Judged {
  readonly asked: Asked;
  readonly read: Expected;
  readonly wrong: readonly string[];
  readonly why: string;
}

const command = new Command('understand')
  .description(
    'Reads the messages of a file shaped like questions/open.json and says how many were understood',
  )
  .argument('<file>', 'questions with what they mean')
  .option(
    '--partnership <folder>',
    'the folder of the partnership they are about',
    'samples/sandwell',
  )
  .option('--at-least <share>', 'fail below this share', '0.95')
  .option('--summary', 'figures only, no message')
  .parse();
const { partnership, atLeast, summary } = command.opts<{
  partnership: string;
  atLeast: string;
  summary?: boolean;
}>();

const { questions } = JSON.parse(await readFile(command.args[0] ?? '', 'utf8')) as {
  questions: Asked[];
};
const folder = await readRehearsalFolder(partnership);
const reader = createReader({
  intents,
  actions: folder.actions,
  calendar: { ...createCalendar(), today: () => folder.asOf },
});
const judged: Judged[] = [];
for (const asked of questions) judged.push(await judge(asked));

const missed = judged.filter(({ wrong }) => wrong.length > 0);
if (!summary) for (const miss of missed) console.log(described(miss));
console.log(byIntent(judged));
const share = (judged.length - missed.length) / Math.max(1, judged.length);
console.log(
  `${judged.length - missed.length} of ${judged.length} understood (${(share * 100).toFixed(1)} %)`,
);
process.exitCode = share >= Number(atLeast) ? 0 : 1;

async function judge(asked: Asked): Promise<Judged> {
  const reading = await hear(reader, asked, folder);
  const read = inTheirWords(reading);
  const { asOf, directory } = folder;
  return {
    asked,
    read,
    wrong: differences(asked.expected, read, asOf, directory.partnership.yearStart),
    why: whyOf(reading),
  };
}

/** Reads a message after the messages that it follows, so that the thread is what the earlier readings made of it. */
async function hear(by: Reader, asked: Asked, { directory }: RehearsalFolder): Promise<Reading> {
  const before =
    questions.find(({ id }) => id === asked.followsFrom) ??
    (asked.previousText
      ? { ...asked, text: asked.previousText, followsFrom: undefined, previousText: undefined }
      : undefined);
  const earlier = before && (await hear(by, before as Asked, folder));
  const thread: Thread | undefined =
    earlier?.kind === 'question' ? { question: earlier.question } : undefined;
  const person = personInRole(asked.role, directory.people, directory.agencies);
  return by.read({
    text: asked.text,
    asker: { person, directory, place: { kind: 'personal', conversationId: 'understand' } },
    ...(thread ? { thread } : {}),
  });
}

/** “police lead” is a lead of an agency like that; anybody will do when nobody fits. */
function personInRole(
  role: string | undefined,
  people: readonly Person[],
  agencies: readonly { id: string; name: string }[],
): Person {
  const word = (role ?? '').split(' ')[0]?.toLowerCase() ?? '';
  const fits = people.find(({ displayName, agency }) =>
    `${displayName} ${agencies.find(({ id }) => id === agency)?.name}`.toLowerCase().includes(word),
  );
  return (fits ?? people[0]) as Person;
}

function whyOf(reading: Reading): string {
  if (reading.kind === 'question')
    return `${reading.confidence.toFixed(2)} ${reading.because.map(({ words, gave, value }) => `${gave}=${value}${words ? ` ‹${words}›` : ''}`).join(' · ')}`;
  if (reading.kind === 'choice')
    return reading.readings
      .map(({ question, confidence }) => `${question.intent} ${confidence.toFixed(2)}`)
      .join(' or ');
  return reading.kind === 'unknown'
    ? `guess ${reading.guess?.question.intent} ${reading.guess?.confidence.toFixed(2)}`
    : reading.refusal;
}

function described({ asked, read, wrong, why }: Judged): string {
  const short = ({ intent, filters, args }: Expected) =>
    `${intent} ${JSON.stringify(filters)} ${JSON.stringify(args)}`;
  return [
    `${asked.id}  ${asked.previousText ? `[${asked.previousText}] ` : ''}“${asked.text}”  ✗ ${wrong.join(', ')}`,
    `   expected   ${short(asked.expected)}`,
    `   understood ${short(read)}`,
    `   because    ${why}`,
    '',
  ].join('\n');
}

function byIntent(all: readonly Judged[]): string {
  const intents = [...new Set(all.map(({ asked }) => asked.expected.intent))].sort();
  return intents
    .map((intent) => {
      const own = all.filter(({ asked }) => asked.expected.intent === intent);
      const right = own.filter(({ wrong }) => wrong.length === 0).length;
      return `${intent.padEnd(36)} ${String(right).padStart(3)} of ${own.length}`;
    })
    .join('\n');
}
