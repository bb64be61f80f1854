import { beforeAll, describe, expect, it } from 'vitest';
import { createFolderReader, readRehearsalFolder } from '../../scripts/rehearsal-folder.ts';
import { reader } from '../support/understanding.ts';
import { somebodyIn } from './ask.ts';

type Somebody = Awaited<ReturnType<typeof somebodyIn>>;

describe('A local review is named', () => {
  let fenmarsh: Somebody;
  let sandwell: Somebody;
  beforeAll(async () => {
    [fenmarsh, sandwell] = await Promise.all([somebodyIn('fenmarsh'), somebodyIn('sandwell')]);
  });

  it.each([
    ['where is the heron review up to', 'rapid_review_detail'],
    ['show me LCSPR Heron', 'rapid_review_detail'],
    ['when is heron due to be published', 'rapid_review_deadline'],
    ['who has not decided on heron', 'rapid_review_who_not_decided'],
    ['actions from heron', 'list_actions'],
    ['whats overdue from the heron practice review', 'list_actions'],
  ])('by its name, beside “review” or alone: “%s”', async (message, intent) => {
    expect(await fenmarsh.types(message)).toMatchObject({
      kind: 'question',
      question: { intent, filters: { reviewRef: 'Heron' } },
    });
  });

  it.each([
    ['status of LCSPR-D', 'LCSPR-D'],
    ['where is lcspr a up to', 'LCSPR-A'],
    ['joint lcspr c', 'Joint LCSPR-C'],
  ])('by its letter: “%s”', async (message, reviewRef) => {
    expect(await sandwell.types(message)).toMatchObject({
      question: { intent: 'rapid_review_detail', filters: { reviewRef } },
    });
  });

  it.each([
    ["what's happening with the Hawthorn review", 'Hawthorn'],
    ['the hawthorn lcspr', 'hawthorn'],
    ['deadline for the hawthorn review', 'hawthorn'],
    ['tell me about the Sparrow practice review', 'Sparrow'],
    ['the child a review', 'child a'],
    ['status of LCSPR-Z', 'LCSPR Z'],
  ])('and never answered with another where none is called so: “%s”', async (message, words) => {
    expect(await sandwell.types(message)).toMatchObject({
      kind: 'unknown-name',
      name: { words, kind: 'review' },
    });
  });

  it.each([
    'how many lcsprs were there last year',
    'what is a rapid review',
    'review the risk CH-07',
    'when was the last case review',
    'add action: arrange an independent review of the Beacon referrals',
  ])('by no other word beside “review”: “%s”', async (message) => {
    expect((await sandwell.types(message)).kind).not.toBe('unknown-name');
  });

  it('by a child’s letter where the records call it so, which asks after no child', async () => {
    const folder = await readRehearsalFolder('samples/sandwell');
    const lcsprs = [{ name: 'Child K', cases: ['RR-2020-03'] }];
    const read = createFolderReader(reader, {
      ...folder,
      directory: { ...folder.directory, lcsprs },
    });
    expect(await read('where is the child k review up to')).toMatchObject({
      question: { filters: { reviewRef: 'Child K' } },
    });
    expect((await read('who is child k')).kind).toBe('refused');
    expect((await read('who is the mum in the child k review')).kind).toBe('refused');
  });
});
