import { beforeAll, describe, expect, it } from 'vitest';
import type { Directory } from '../../src/domain/directory.ts';
import type { PartnershipRecords } from '../../src/domain/partnership-records.ts';
import type { Records } from '../../src/storage/records.ts';
import { aDirectory } from '../support/a-directory.ts';
import { freshPrefix, freshRecords } from '../support/azurite.ts';

const nothingElse = { actions: [], meetings: [], attendance: [], reviews: [] };
const { version: _, reviewRefs: __, learnedWords: ___, ...names } = aDirectory;
const northmoor: PartnershipRecords = { ...names, ...nothingElse };
const anybody = { tenantId: 'tenant', objectId: 'hill-g' };
const place = { kind: 'personal', conversationId: 'a:grace' } as const;

const police = { kind: 'agency', id: 'NPOL' } as const;
const fathers = { kind: 'priority', id: 'DADS' } as const;
const by = 'hill-g';

describe('words that are taught', () => {
  let one: Records;
  let other: Records;
  beforeAll(async () => {
    const tablePrefix = freshPrefix();
    [one, other] = await Promise.all([
      freshRecords({ tablePrefix }),
      freshRecords({ tablePrefix }),
    ]);
    await one.partnerships.save(northmoor, 'import');
  });
  const directory = (records: Records) =>
    records.directories
      .findForConversation(anybody, place)
      .then((match) => match?.directory as Directory);
  const teach = (words: string, change: object) =>
    one.vocabulary.change('Northmoor', { words, by, ...change });

  it('are known to every instance at once, and forgotten at once', async () => {
    expect((await directory(other)).learnedWords).toEqual([]);

    expect(await teach('the dads work', { to: fathers })).toBe('changed');
    expect(await teach('cops', { to: police })).toBe('changed');
    expect((await directory(other)).learnedWords).toEqual([
      { words: 'cops', ...police },
      { words: 'the dads work', ...fathers },
    ]);

    expect(await teach('cops', { from: police })).toBe('changed');
    expect((await directory(other)).learnedWords).toEqual([{ words: 'the dads work', ...fathers }]);
  });

  it('may be said twice', async () => {
    expect(await teach('bobbies', { to: police })).toBe('changed');
    expect(await teach('bobbies', { to: police })).toBe('unchanged');
    expect(await teach('bobbies', { from: police })).toBe('changed');
    expect(await teach('bobbies', { from: police })).toBe('unchanged');
  });

  it('are not changed by somebody who thought they meant something else', async () => {
    await teach('the lads', { to: fathers });
    expect(await teach('the lads', { to: police })).toBe('stale');
    expect(await teach('the lads', { from: police })).toBe('stale');
    expect(await teach('the lads', { from: fathers, to: police })).toBe('changed');
  });

  it('can be any words, taught at the same moment', async () => {
    const words = ['a/b', 'c#d?', 'naïve %', 'x|y', '~tilde', 'é'];
    await Promise.all(words.map((each) => teach(each, { to: police })));
    const known = (await directory(other)).learnedWords.map((learned) => learned.words);
    expect(known).toEqual(expect.arrayContaining(words));
  });

  it('stay when the folder is imported again, and are no part of what is exported', async () => {
    const before = (await directory(one)).learnedWords;
    await one.partnerships.save(
      { ...northmoor, agencies: northmoor.agencies.slice(0, 1) },
      'import',
    );
    expect((await directory(other)).learnedWords).toEqual(before);
    expect(await one.partnerships.load('Northmoor')).not.toHaveProperty('learnedWords');
  });
});
