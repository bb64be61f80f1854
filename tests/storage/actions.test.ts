import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Action, isOpen } from '../../src/domain/action.ts';
import { type Dimension, matchesQuery } from '../../src/domain/action-query.ts';
import { day } from '../../src/domain/dates.ts';
import type { Records } from '../../src/storage/records.ts';
import { freshPrefix, freshRecords } from '../support/azurite.ts';
import { anAction, someAction, someQuery } from './some-actions.ts';

const today = day('2021-03-15');

describe('the actions of a partnership', () => {
  let records: Records;
  let all: Action[];

  beforeAll(async () => {
    records = await freshRecords();
    all = fc
      .sample(someAction, { numRuns: 250, seed: 7 })
      .map((facts, index) => ({ ...facts, ref: `SA-${index}` }));
    await records.actions.save(
      'home',
      all.map((action) => ({ action })),
    );
  });

  it('come back in the order in which they came, each as it was', async () => {
    expect((await records.actions.all('home')).map(({ action }) => action)).toEqual(all);
  });

  it('are listed for any question exactly as if all were read and filtered', async () => {
    await fc.assert(
      fc.asyncProperty(someQuery, async (query) => {
        const listed = await records.actions.list('home', query, today);
        expect(sortedRefs(listed)).toEqual(
          sortedRefs(all.filter((action) => matchesQuery(action, query))),
        );
      }),
      { numRuns: 300, seed: 11 },
    );
  });

  it('are counted without being read', async () => {
    const tallies = await records.actions.tallies('home');
    const count = (wanted: readonly Action[]) => ({
      open: wanted.filter(isOpen).length,
      closed: wanted.filter((action) => !isOpen(action)).length,
    });
    expect(tallies.all).toEqual(count(all));
    const values: Record<Dimension, (action: Action) => string | undefined> = {
      agency: ({ owner }) => owner.agency,
      group: ({ owner }) => owner.group,
      person: ({ owner }) => owner.person,
      priority: ({ priority }) => priority,
      source: ({ source }) => source.kind,
      review: ({ review }) => review,
    };
    for (const [dimension, valueIn] of Object.entries(values) as [
      Dimension,
      (action: Action) => string | undefined,
    ][]) {
      const grouped = Object.groupBy(all, (action) => valueIn(action) ?? 'none');
      for (const [value, actions] of Object.entries(grouped))
        expect(tallies.get(dimension, value)).toEqual(count(actions ?? []));
      expect(tallies.getAll(dimension).size).toBe(Object.keys(grouped).length);
    }
    expect(tallies.get('agency', 'nobody')).toEqual({ open: 0, closed: 0 });
  });

  it('of another partnership are not seen', async () => {
    expect(await records.actions.list('elsewhere', {}, today)).toEqual([]);
    expect(await records.actions.find('elsewhere', 'SA-1')).toBeUndefined();
    expect((await records.actions.tallies('elsewhere')).all).toEqual({ open: 0, closed: 0 });
  });
});

describe('one action', () => {
  it('is found with its changes, oldest first, and never with those of a longer reference', async () => {
    const { actions } = await freshRecords();
    const change = (verb: string) => ({
      at: '2021-03-15T09:00:00Z',
      by: 'coordinator',
      type: verb,
      changes: { status: { to: verb } },
    });
    await actions.save('home', [
      { action: anAction('SA-1') },
      { action: anAction('SA-10') },
      { action: anAction('SA-1/2') },
    ]);
    await actions.save('home', [
      { action: anAction('SA-1', { status: 'in progress' }), change: change('started') },
    ]);
    await actions.save('home', [
      { action: anAction('SA-1', { status: 'blocked' }), change: change('blocked') },
    ]);
    const found = await actions.find('home', 'SA-1');
    expect(found?.action.status).toBe('blocked');
    expect(found?.version).toBe(3);
    expect(found?.history).toEqual([change('started'), change('blocked')]);
    expect(await actions.find('home', 'SA-')).toBeUndefined();
  });

  it('leaves every list it no longer belongs to', async () => {
    const { actions } = await freshRecords();
    await actions.save('home', [
      { action: anAction('SA-1', { owner: { agency: 'WMP' }, dueOn: day('2021-03-01') }) },
    ]);
    await actions.save('home', [
      { action: anAction('SA-1', { owner: { agency: 'CCG' }, dueOn: day('2021-04-01') }) },
    ]);
    expect(await actions.list('home', { agency: 'WMP' }, today)).toEqual([]);
    expect(await actions.list('home', { dueTo: day('2021-03-14') }, today)).toEqual([]);
    expect(
      sortedRefs(await actions.list('home', { agency: 'CCG', status: 'not complete' }, today)),
    ).toEqual(['SA-1']);
    const tallies = await actions.tallies('home');
    expect([...tallies.getAll('agency')]).toEqual([['CCG', { open: 1, closed: 0 }]]);
  });

  it('is not overwritten by somebody who has read an older version', async () => {
    const { actions } = await freshRecords();
    const first = anAction('SA-1');
    expect(await actions.save('home', [{ action: first, expectedVersion: 0 }])).toEqual({
      saved: ['SA-1'],
      stale: [],
    });
    expect(await actions.save('home', [{ action: first, expectedVersion: 0 }])).toEqual({
      saved: [],
      stale: ['SA-1'],
    });
    const both = [
      { action: { ...first, title: 'Second' }, expectedVersion: 1 },
      { action: { ...first, title: 'Third' }, expectedVersion: 1 },
    ];
    expect(await actions.save('home', both)).toEqual({ saved: ['SA-1'], stale: ['SA-1'] });
    expect((await actions.find('home', 'SA-1'))?.action.title).toBe('Second');
  });

  it('is found by words of its title, misspelt or unfinished, and at once after another instance renamed it', async () => {
    const tablePrefix = freshPrefix();
    const [here, there] = [
      await freshRecords({ tablePrefix }),
      await freshRecords({ tablePrefix }),
    ];
    await here.actions.save('home', [
      {
        action: anAction('SA-1', {
          title: 'Make child protection plans clear on change, timing and measures',
        }),
      },
      { action: anAction('SA-2', { title: 'Report on the section 11 audit' }) },
    ]);
    const refs = async (words: string) =>
      (await here.actions.searchTitles('home', words, 5)).map(({ ref }) => ref);
    expect(await refs('protecton plan')).toEqual(['SA-1']);
    expect(await here.actions.searchTitles('home', 'section 11', 5)).toEqual([
      { ref: 'SA-2', title: 'Report on the section 11 audit', score: 1 },
    ]);
    await there.actions.save('home', [
      { action: anAction('SA-2', { title: 'Fathers in assessments' }) },
      { action: anAction('SA-3', { title: 'Section 11 audit again' }) },
    ]);
    expect(await refs('fathers')).toEqual(['SA-2']);
    expect(await refs('section 11')).toEqual(['SA-3']);
    expect(await refs('zebra')).toEqual([]);
  });
});

describe('twenty people at once', () => {
  it('lose no change of theirs, and the tallies are right', async () => {
    const tablePrefix = freshPrefix();
    await freshRecords({ tablePrefix });
    const writers = Array.from({ length: 20 }, async (_, writer) => {
      const { actions } = await freshRecords({ tablePrefix });
      for (let turn = 0; turn < 4; turn += 1) {
        const action = anAction(`SA-${writer}-${turn}`, { owner: { agency: 'WMP' } });
        await whenNotBusy(() => actions.save('home', [{ action }]));
        await addToNotes(actions, `${writer}.${turn}`);
      }
    });
    await Promise.all(writers);
    const { actions } = await freshRecords({ tablePrefix });
    const shared = await actions.find('home', 'SHARED');
    const wanted = Array.from({ length: 20 }, (_, writer) =>
      [0, 1, 2, 3].map((turn) => `${writer}.${turn}`),
    ).flat();
    expect(shared?.action.notes?.trim().split(' ').sort()).toEqual(wanted.sort());
    expect(shared?.history).toHaveLength(80);
    expect((await actions.tallies('home')).all).toEqual({ open: 81, closed: 0 });
    expect((await actions.tallies('home')).get('agency', 'WMP')).toEqual({ open: 80, closed: 0 });
    expect(await actions.list('home', { agency: 'WMP' }, today)).toHaveLength(80);
  });
});

/** Adds a word to the notes of one action that all write to: load, decide, save under the version, again on a conflict. */
async function addToNotes(actions: Records['actions'], word: string): Promise<void> {
  for (;;) {
    const found = await actions.find('home', 'SHARED');
    const action = anAction('SHARED', { notes: `${found?.action.notes ?? ''} ${word}` });
    const change = {
      at: '2021-03-15T09:00:00Z',
      by: 'coordinator',
      type: 'noted',
      changes: { notes: { to: word } },
    };
    const { stale } = await whenNotBusy(() =>
      actions.save('home', [{ action, change, expectedVersion: found?.version ?? 0 }]),
    );
    if (stale.length === 0) return;
  }
}

/** Whoever hears that others kept writing tries again, as people do: on a slow machine twenty instances need longer. */
async function whenNotBusy<Result>(work: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!String(error).includes('others kept writing')) throw error;
    }
  }
}

function sortedRefs(actions: readonly Action[]): string[] {
  return actions.map(({ ref }) => ref).sort();
}
