import { readFileSync } from 'node:fs';
import {
  differences,
  type Expected,
  inTheirWords,
  judgeReading,
  type ReadingOutcome,
} from '../../scripts/compare-readings.ts';
import { createFolderReader, readRehearsalFolder } from '../../scripts/rehearsal-folder.ts';
import type { Thread } from '../../src/contract/feature.ts';
import type { MessageReading } from '../../src/dispatch/read-message.ts';
import { reader } from '../support/understanding.ts';

export interface Asked {
  readonly id: string;
  readonly text: string;
  readonly expected: Expected;
  readonly followsFrom?: string;
}

/** The questions of a file in tests/understanding/questions. */
export function loadQuestions(file: string): readonly Asked[] {
  return JSON.parse(readFileSync(new URL(`questions/${file}`, import.meta.url), 'utf8')).questions;
}

const FOLDERS = {
  sandwell: '../../samples/sandwell',
  fenmarsh: '../../samples/fenmarsh',
  thornbury: 'folders/thornbury',
};

/** Somebody of a partnership who types one message after another; each is read in the light of the one before. */
export async function somebodyIn(partnership: keyof typeof FOLDERS) {
  const folder = await readRehearsalFolder(new URL(FOLDERS[partnership], import.meta.url).pathname);
  const { directory, asOf } = folder;
  const read = createFolderReader(reader, folder);

  const types = async (...messages: string[]): Promise<MessageReading> => {
    let thread: Thread | undefined;
    let reading: MessageReading = { kind: 'unknown' };
    for (const text of messages) {
      reading = await read(text, thread);
      thread = threadAfter(reading);
    }
    return reading;
  };
  const isUnderstood = async (asked: Asked, ...messages: string[]): Promise<boolean> =>
    differences(
      asked.expected,
      inTheirWords(await types(...messages)),
      asOf,
      directory.partnership.yearStart,
    ).length === 0;
  /** What became of a message: whole, offered, asked back, sure and wrong, or not understood. */
  const judge = async (asked: Asked, ...messages: string[]): Promise<ReadingOutcome> =>
    judgeReading(asked.expected, await types(...messages), asOf, directory.partnership.yearStart);
  return { types, isUnderstood, judge, directory };
}

/** What is remembered of a reading: what was asked, or what there was to choose between. */
function threadAfter(reading: MessageReading): Thread | undefined {
  if (reading.kind === 'question') return { question: reading.question };
  const choices = reading.kind === 'choice' ? reading.readings.map(({ question }) => question) : [];
  return choices[0] && { question: choices[0], choices };
}

/** The messages that lead to a question, the first first. */
export function precedingMessages(asked: Asked, all: readonly Asked[]): string[] {
  const before = all.find(({ id }) => id === asked.followsFrom);
  return [...(before ? precedingMessages(before, all) : []), asked.text];
}
