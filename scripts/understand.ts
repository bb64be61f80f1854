import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import type { Thread } from '../src/contract/feature.ts';
import type { Question } from '../src/contract/question.ts';
import type { MessageReading } from '../src/dispatch/read-message.ts';
import { withAskerAgency } from '../src/features/actions/asker-agency.ts';
import { intents, messages } from '../src/features/index.ts';
import { createTaughtCache } from '../src/taught-cache.ts';
import { createReader } from '../src/understanding/create-reader.ts';
import {
  differences,
  type Expected,
  inTheirWords,
  judgeReading,
  MAX_CHOICES,
  type ReadingOutcome,
} from './compare-readings.ts';
import { createMeasuredReader } from './measured-model.ts';
import { createFolderReader, readRehearsalFolder } from './rehearsal-folder.ts';

interface Asked {
  readonly id: string;
  readonly text: string;
  readonly expected: Expected;
  /** Whoever asks, where “we” is to be the agency of theirs that the answer is about. */
  readonly asker?: string;
  readonly followsFrom?: string;
  readonly previousText?: string;
}

interface Judged {
  readonly asked: Asked;
  readonly read: Expected;
  readonly wrong: readonly string[];
  readonly outcome: ReadingOutcome;
  readonly why: string;
}

const command = new Command('understand')
  .description(
    'Reads the messages of a file shaped like questions/open.json and says how many were understood; or one message',
  )
  .argument('<file or message>', 'questions with what they mean, *.json; or what somebody types')
  .option(
    '--partnership <folder>',
    'the folder of the partnership they are about',
    'samples/sandwell',
  )
  .option('--at-least <share>', 'fail below this share', '0.95')
  .option('--summary', 'figures only, no message')
  .option(
    '--model <where>',
    'a language model for what is unsure: the address of an endpoint (with MODEL_NAME and MODEL_KEY), or “recorded”',
  )
  .option(
    '--replies <file>',
    'what the model said: read where it is recorded, written where it is an endpoint',
    'model-replies.json',
  )
  .parse();
const { partnership, atLeast, summary, model, replies } = command.opts<{
  partnership: string;
  atLeast: string;
  summary?: boolean;
  model?: string;
  replies: string;
}>();

const folder = await readRehearsalFolder(partnership);
const reader = createReader(intents, messages, createTaughtCache(messages));
const measured = model
  ? await createMeasuredReader(reader, { model, replies }, process.env)
  : undefined;
const read = createFolderReader(measured?.read ?? reader, folder);
const [input = ''] = command.args;
if (!input.endsWith('.json')) {
  const reading = await read(input);
  console.log(`${formatReading(inTheirWords(reading))}\n${explain(reading)}`);
  process.exit();
}

const { questions } = JSON.parse(await readFile(input, 'utf8')) as { questions: Asked[] };
const judged: Judged[] = [];
for (const asked of questions) judged.push(await judge(asked));

const missed = judged.filter(({ wrong }) => wrong.length > 0);
if (!summary) for (const miss of missed) console.log(described(miss));
console.log(byIntent(judged));
console.log(byOutcome(judged));
if (measured) console.log(measured.summarise());
if (measured && model !== 'recorded') await measured.save(replies);
const share = (judged.length - missed.length) / Math.max(1, judged.length);
console.log(
  `${judged.length - missed.length} of ${judged.length} understood (${(share * 100).toFixed(1)}%)`,
);
process.exitCode = share >= Number(atLeast) ? 0 : 1;

async function judge(asked: Asked): Promise<Judged> {
  const reading = meantBy(asked.asker, await readInThread(asked));
  const understood = inTheirWords(reading);
  const { asOf, directory } = folder;
  const { yearStart } = directory.partnership;
  return {
    asked,
    read: understood,
    wrong: differences(asked.expected, understood, asOf, yearStart),
    outcome: judgeReading(asked.expected, reading, asOf, yearStart),
    why: explain(reading),
  };
}

/** The reading with the agency that “we” is of whoever asks, as the answer has it. */
function meantBy(asker: string | undefined, reading: MessageReading): MessageReading {
  const person = folder.directory.people.find(({ id }) => id === asker);
  const named = <T extends { question: Question }>(candidate: T): T => {
    const meant = person && withAskerAgency({ person }, candidate.question);
    return meant && 'question' in meant ? { ...candidate, question: meant.question } : candidate;
  };
  if (reading.kind === 'question') return named(reading);
  return reading.kind === 'choice'
    ? { ...reading, readings: reading.readings.map(named) }
    : reading;
}

/**
 * Reads a message after the messages that it follows, so that the thread is what the earlier
 * readings made of it.
 */
async function readInThread({
  text,
  followsFrom,
  previousText,
}: Pick<Asked, 'text' | 'followsFrom' | 'previousText'>): Promise<MessageReading> {
  const before =
    questions.find(({ id }) => id === followsFrom) ?? (previousText && { text: previousText });
  const earlier = before ? await readInThread(before) : undefined;
  const thread: Thread | undefined =
    earlier?.kind === 'question' ? { question: earlier.question } : undefined;
  return read(text, thread);
}

function explain(reading: MessageReading): string {
  if (reading.kind === 'question')
    return `${reading.confidence.toFixed(2)}${reading.unused?.length ? ` unused ‹${reading.unused.join('› ‹')}›` : ''} ${reading.parts.map(({ words, field, value }) => `${field}=${value}${words ? ` ‹${words}›` : ''}`).join(' · ')}`;
  if (reading.kind === 'choice')
    return reading.readings
      .map(({ question, confidence }) => `${question.intent} ${confidence.toFixed(2)}`)
      .join(' or ');
  if (reading.kind === 'several')
    return reading.questions.map(({ question }) => question.intent).join(' and ');
  if (reading.kind === 'document') return reading.document;
  if (reading.kind === 'no-row') return `${reading.shown} rows shown`;
  if (reading.kind === 'doubt') return 'may name a child';
  return reading.kind === 'refused'
    ? reading.refusal
    : `guess ${reading.guess?.question.intent} ${reading.guess?.confidence.toFixed(2)}`;
}

function formatReading({ intent, filters, args }: Expected): string {
  return `${intent} ${JSON.stringify(filters)} ${JSON.stringify(args)}`;
}

function described({ asked, read, wrong, outcome, why }: Judged): string {
  return [
    `${asked.id}  ${asked.previousText ? `[${asked.previousText}] ` : ''}“${asked.text}”  ✗ ${outcome}: ${wrong.join(', ')}`,
    `   expected   ${formatReading(asked.expected)}`,
    `   understood ${formatReading(read)}`,
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

/** How many messages came out how; what was offered is among what was asked back. */
function byOutcome(all: readonly Judged[]): string {
  const lines: Readonly<Record<ReadingOutcome, string>> = {
    whole: 'answered at once, or asked back or declined where so labelled, and all of it right',
    'asked back': 'instead of answering',
    offered: `of those, the whole reading among at most ${MAX_CHOICES} choices`,
    'sure and wrong': 'answered at once, and something is not as labelled',
    'not understood': 'neither answered nor asked back',
  };
  return Object.entries(lines)
    .map(([name, meaning]) => {
      const isCounted = ({ outcome }: Judged) =>
        outcome === name || (name === 'asked back' && outcome === 'offered');
      const count = all.filter(isCounted).length;
      const percent = ((count / Math.max(1, all.length)) * 100).toFixed(1);
      return `${name.padEnd(15)} ${String(count).padStart(4)} (${percent.padStart(5)}%)  ${meaning}`;
    })
    .join('\n');
}
