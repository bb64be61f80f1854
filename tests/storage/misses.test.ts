import { describe, expect, it } from 'vitest';
import type { MissShape } from '../../src/contract/ports.ts';
import { freshRecords } from '../support/azurite.ts';

const shape: MissShape = { guess: 'list_actions', confidence: '0.2', place: 'personal' };

/** Records with a clock that can be put to another day. */
async function recordsOn(day: string) {
  let now = new Date(`${day}T10:00:00Z`);
  const records = await freshRecords({ now: () => now });
  const turnTo = (another: string) => {
    now = new Date(`${another}T10:00:00Z`);
  };
  return { misses: records.misses, turnTo };
}

describe('messages that nobody understood', () => {
  it('are counted by their shape, by however many at once, without their words', async () => {
    const { misses } = await recordsOn('2021-03-15');
    await Promise.all(
      Array.from({ length: 6 }, (_, at) => misses.note('home', `words ${at}`, shape)),
    );
    await misses.note('home', 'other words', { confidence: '0.0', place: 'channel' });
    await misses.note('elsewhere', 'their words', shape);

    expect(await misses.review('home')).toEqual({
      isOn: false,
      counts: [
        { ...shape, count: 6 },
        { confidence: '0.0', place: 'channel', count: 1 },
      ],
      texts: [],
    });
  });

  it('are kept while somebody wants to review them, the same words of a day once', async () => {
    const { misses, turnTo } = await recordsOn('2021-03-15');
    await misses.note('home', 'before', shape);
    await misses.switchReview('home', true, 'hill-g');
    await misses.note('home', 'how is the dads work', shape);
    await misses.note('home', 'how is the dads work', shape);
    turnTo('2021-03-16');
    await misses.note('home', 'and the lads', { confidence: '0.0', place: 'personal' });

    expect(await misses.review('home')).toMatchObject({
      isOn: true,
      texts: [
        { text: 'and the lads', on: '2021-03-16' },
        { text: 'how is the dads work', on: '2021-03-15', guess: 'list_actions' },
      ],
    });
  });

  it('are forgotten after 30 days', async () => {
    const { misses, turnTo } = await recordsOn('2021-03-01');
    await misses.switchReview('home', true, 'hill-g');
    await misses.note('home', 'how is the dads work', shape);

    turnTo('2021-03-30');
    expect((await misses.review('home')).texts).toHaveLength(1);
    turnTo('2021-03-31');
    expect((await misses.review('home')).texts).toEqual([]);
    turnTo('2021-03-01');
    expect((await misses.review('home')).texts).toEqual([]);
  });

  it('are forgotten when the review list is switched off', async () => {
    const { misses } = await recordsOn('2021-03-15');
    await misses.switchReview('home', true, 'hill-g');
    await misses.note('home', 'how is the dads work', shape);
    await misses.switchReview('home', false, 'hill-g');
    await misses.note('home', 'and the lads', shape);
    await misses.switchReview('home', true, 'hill-g');

    expect(await misses.review('home')).toMatchObject({
      isOn: true,
      texts: [],
      counts: [{ count: 2 }],
    });
  });
});
