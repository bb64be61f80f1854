import { describe, expect, it } from 'vitest';
import type { Asker, Inbound, Thread } from '../../src/contract/feature.ts';
import { createThreadPrefetch } from '../../src/dispatch/prefetch.ts';

const place = { kind: 'personal', conversationId: 'a:1' } as const;
const saying = (text: string): Inbound => ({
  kind: 'message',
  text,
  from: { tenantId: 't', objectId: 'o' },
  place,
});
const as = (person: string, partnership = 'sandwell') =>
  ({ person: { id: person }, directory: { partnership: { id: partnership } } }) as Pick<
    Asker,
    'person' | 'directory'
  >;
const about = (agency: string): Thread => ({
  question: { intent: 'list_actions', filters: { agency }, args: {} },
});

/** Storage that holds threads by partnership and person, and can be out of reach. */
function storage(held: Readonly<Record<string, Thread>>) {
  const kept = new Map(Object.entries(held));
  return {
    kept,
    isDown: false,
    async load(partnership: string, person: string) {
      if (this.isDown) throw new Error('Storage is down');
      return kept.get(`${partnership}/${person}`);
    },
    save: async () => {},
  };
}

describe('the thread of somebody who speaks again', () => {
  it('is what was last spoken about, however often that changes', async () => {
    const threads = storage({ 'sandwell/chair': about('WMP') });
    const startReading = createThreadPrefetch(threads);
    expect(await startReading(saying('overdue'))(as('chair'))).toEqual(about('WMP'));
    threads.kept.set('sandwell/chair', about('SCT'));
    expect(await startReading(saying('and health?'))(as('chair'))).toEqual(about('SCT'));
  });

  it('is their own when they play another part than before, or speak for another partnership', async () => {
    const startReading = createThreadPrefetch(
      storage({
        'sandwell/chair': about('WMP'),
        'sandwell/lead': about('SCT'),
        'fenmarsh/chair': about('FCC'),
      }),
    );
    await startReading(saying('overdue'))(as('chair'));
    expect(await startReading(saying('and health?'))(as('lead'))).toEqual(about('SCT'));
    expect(await startReading(saying('and health?'))(as('chair', 'fenmarsh'))).toEqual(
      about('FCC'),
    );
    expect(await startReading(saying('and health?'))(as('somebody-new'))).toBeUndefined();
  });

  it('is read after a command too', async () => {
    const startReading = createThreadPrefetch(storage({ 'sandwell/chair': about('WMP') }));
    await startReading(saying('overdue'))(as('chair'));
    startReading(saying('/as chair'));
    expect(await startReading(saying('and health?'))(as('chair'))).toEqual(about('WMP'));
  });

  it('cannot be told while storage is out of reach, and can again afterwards', async () => {
    const threads = storage({ 'sandwell/chair': about('WMP') });
    const startReading = createThreadPrefetch(threads);
    await startReading(saying('overdue'))(as('chair'));
    threads.isDown = true;
    await expect(startReading(saying('overdue'))(as('chair'))).rejects.toThrow('Storage is down');
    threads.isDown = false;
    expect(await startReading(saying('overdue'))(as('chair'))).toEqual(about('WMP'));
  });
});
