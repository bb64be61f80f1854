import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/domain/actor.ts';
import { day } from '../../src/domain/dates.ts';
import { startLcspr } from '../../src/domain/lcspr-commands.ts';
import { openReview } from '../../src/domain/rapid-review-commands.ts';
import { openRound, takePosition } from '../../src/domain/rapid-review-decision.ts';
import { importFolder } from '../../src/folder/import-folder.ts';
import type { FolderRead } from '../../src/folder/read-folder.ts';
import type { Records } from '../../src/storage/records.ts';
import { readFolder } from '../support/a-folder.ts';
import { freshPrefix, freshRecords } from '../support/azurite.ts';

const PARTNERSHIP = 'sandwell';
const actor: Actor = { by: 'manager', at: '2021-03-15T09:00:00.000Z', today: day('2021-03-15') };
const ROUND = { partners: ['SMBC', 'WMP'], advisers: ['SCT'], hidden: true };

let folder: FolderRead;
let tablePrefix: string;
let records: Records;
beforeEach(async () => {
  tablePrefix = freshPrefix();
  records = await freshRecords({ tablePrefix });
  folder = await readFolder('samples/sandwell');
  await importFolder(folder, records.partnerships);
});

function opened() {
  const wanted = {
    ref: 'RR-2021-02',
    year: '2020-21',
    category: 'death',
    awareOn: day('2021-03-11'),
  };
  const outcome = openReview(wanted, actor);
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value;
}
const open = (ref: string) =>
  records.reviews.change(PARTNERSHIP, ref, (review) => openRound(review, ROUND, actor));
const answer = (ref: string, agency: string, by: string) =>
  records.reviews.change(PARTNERSHIP, ref, (review) =>
    takePosition(
      review,
      { agency, answer: 'needed', rationale: `says ${by}`, national: true },
      { ...actor, by },
    ),
  );

describe('rapid reviews in the records', () => {
  it('go out of the partnership’s table as they came in', async () => {
    const stored = await records.partnerships.load(PARTNERSHIP);
    expect(stored?.reviews).toEqual(folder.records?.reviews);
  });

  it('that were imported can be gone on with, and the same import changes nothing', async () => {
    await open('RR-2021-01');
    await answer('RR-2021-01', 'WMP', 'police-partner-lead');
    const again = await importFolder(folder, records.partnerships);
    expect(again.files.find(({ file }) => file === 'reviews.csv')).toMatchObject({
      written: 0,
      unchanged: 9,
    });
    expect(
      (await records.reviews.find(PARTNERSHIP, 'RR-2021-01'))?.review.rounds[0]?.positions,
    ).toHaveLength(1);
  });

  it('are read whole by another instance, with everything that was done to them', async () => {
    await open('RR-2021-01');
    await answer('RR-2021-01', 'WMP', 'police-partner-lead');
    const changed = await answer('RR-2021-01', 'WMP', 'police-deputy');
    const other = await freshRecords({ tablePrefix });
    expect(await other.reviews.find(PARTNERSHIP, 'RR-2021-01')).toEqual(
      changed.ok && { review: changed.value.review, version: 3 },
    );
    const history = await other.reviews.history(PARTNERSHIP, 'RR-2021-01');
    expect(history.map(({ type, reason }) => [type, reason])).toEqual([
      ['opened the decision', undefined],
      ['answered', 'says police-partner-lead'],
      ['answered', 'says police-deputy'],
    ]);
  });

  it('opened in the chat are known by name to every instance at once', async () => {
    const other = await freshRecords({ tablePrefix });
    expect(await records.reviews.open(PARTNERSHIP, opened(), 'press-1')).toBe('opened');
    expect((await other.directories.find(PARTNERSHIP))?.reviewRefs.at(-1)).toBe('RR-2021-02');
    expect((await other.reviews.all(PARTNERSHIP)).at(-1)).toMatchObject({
      ref: 'RR-2021-02',
      category: 'death',
    });
  });

  it('are opened once by a press that comes twice, and not at all under a reference that is taken', async () => {
    await records.reviews.open(PARTNERSHIP, opened(), 'press-1');
    expect(await records.reviews.open(PARTNERSHIP, opened(), 'press-1')).toBe('opened');
    expect(await records.reviews.open(PARTNERSHIP, opened(), 'press-2')).toBe('taken');
    expect(await records.reviews.history(PARTNERSHIP, 'RR-2021-02')).toHaveLength(1);
  });

  it('that nobody opened are not made up', async () => {
    expect(await records.reviews.find(PARTNERSHIP, 'RR-1999-01')).toBeUndefined();
    expect(await open('RR-1999-01')).toEqual({ ok: false, refusal: 'unknown-review' });
  });

  it('share LCSPRs: one of the table takes another case and keeps its own', async () => {
    const join = { name: 'Joint LCSPR-C', ref: 'RR-2021-01', on: day('2021-03-15') };
    const joined = await records.reviews.changeLcspr(PARTNERSHIP, join.name, (lcspr) =>
      startLcspr(lcspr, join, actor),
    );
    expect(joined.ok && joined.value.cases).toEqual(['RR-2020-04', 'RR-2021-01']);
    const stored = await records.partnerships.load(PARTNERSHIP);
    expect(stored?.reviews.at(-1)).toMatchObject({
      ref: 'RR-2021-01',
      reviewName: 'Joint LCSPR-C',
    });
    expect(stored?.reviews.slice(0, -1)).toEqual(folder.records?.reviews.slice(0, -1));
  });
});
