import {
  createFolderReader,
  createTitleLookup,
  readRehearsalFolder,
} from '../../scripts/rehearsal-folder.ts';
import type { Person } from '../../src/domain/partnership.ts';
import { intents, messages } from '../../src/features/index.ts';
import { createReader } from '../../src/understanding/create-reader.ts';
import { loadQuestions } from '../understanding/ask.ts';

/** How long reading takes with 50,000 actions and 300 people stored: the start-up once, then each open question many times. */
const ACTIONS = 50_000;
const PEOPLE = 300;
const ROUNDS = 30;

const folder = await readRehearsalFolder(
  new URL('../../samples/sandwell', import.meta.url).pathname,
);
const begun = performance.now();
const titles = await manyTitles();
console.log(`title index of ${ACTIONS} actions built in ${took(begun)} ms`);

const learning = performance.now();
const reader = createReader(intents, messages);
console.log(`taught in ${took(learning)} ms`);
const directory = { ...folder.directory, people: manyPeople(folder.directory.people) };
const read = createFolderReader(reader, {
  ...folder,
  directory,
  actions: createTitleLookup(titles),
});

const first = performance.now();
await read('what is overdue');
console.log(`first message, with the vocabulary learned, ${took(first)} ms`);

const open = loadQuestions('open.json');
const times: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [index, { text }] of open.entries()) {
    const typed = round % 2 ? withSlip(text, round + index) : text;
    const start = performance.now();
    await read(typed);
    times.push(performance.now() - start);
  }
}
times.sort((a, b) => a - b);
for (const share of [0.5, 0.9, 0.99, 0.999])
  console.log(
    `p${share * 100}`.padEnd(6),
    times[Math.floor(times.length * share)]?.toFixed(2),
    'ms',
  );

for (const length of [2_000, 20_000]) {
  const start = performance.now();
  await read('whatevr priorites attendence of neglct '.repeat(600).slice(0, length));
  console.log(`a message of ${length} characters ${took(start)} ms`);
}

/** Titles made of the sample's own words, so that words repeat as they do in real ones. */
async function manyTitles(): Promise<{ ref: string; title: string }[]> {
  const real = await folder.actions.searchTitles(
    'sandwell',
    'the and for of review action children plan practice learning agencies audit quality partnership neglect exploitation',
    113,
  );
  const words = [...new Set(real.flatMap(({ title }) => title.split(' ')))];
  return Array.from({ length: ACTIONS }, (_, index) => ({
    ref: `SA-${String(index + 1).padStart(3, '0')}`,
    title:
      real[index]?.title ??
      Array.from(
        { length: 7 },
        (__, at) => words[(index * 31 + at * 97 + ((index * at) % 13)) % words.length],
      ).join(' '),
  }));
}

function manyPeople(some: readonly Person[]): Person[] {
  return Array.from(
    { length: PEOPLE },
    (_, index) =>
      some[index] ??
      ({
        ...some[0],
        id: `person-${index}`,
        displayName: `Ashworth${index} Bellingham${index}`,
      } as Person),
  );
}

function withSlip(text: string, seed: number): string {
  const at = 1 + ((seed * 7) % Math.max(1, text.length - 2));
  return text.slice(0, at) + text.slice(at + 1);
}

function took(since: number): string {
  return (performance.now() - since).toFixed(0);
}
