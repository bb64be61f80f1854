import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declarationStore } from '../../src/features/declarations/store.ts';
import { BOARD, startBoardRollCall } from '../support/board-roll-call.ts';
import type { Convenor } from '../support/convenor.ts';
import type { Heard } from '../support/teams-client.ts';

const inWords = ({ text, lines }: Heard) => [text, ...lines].join('\n');

describe('an interest declared at the board', () => {
  let bot: Convenor;
  let card: Heard;
  beforeAll(async () => {
    const begun = await startBoardRollCall();
    bot = begun.bot;
    card = begun.card;
    for (const id of ['council-partner-lead', 'police-partner-lead', 'health-partner-lead'])
      await card.isPressedBy(bot.person(id), 'I’m here');
  });
  afterAll(() => bot.stop());
  const chair = () => bot.person('partnership-chair');
  const police = () => bot.person('police-partner-lead');
  const manager = () => bot.person('business-manager');

  it('is asked for in words and confirmed on a form', async () => {
    const form = await bot.hears(police(), 'I declare an interest in item 2 at the board');
    expect(form.text).toMatch(/^Declare an interest\? Please check and confirm/);
    expect(await bot.records.stores('sandwell')(declarationStore).list()).toEqual([]);
    const done = await form.press('Declare it', { nature: 'trustee of the charity that bids' });
    expect(inWords(done)).toContain(
      'Recorded: you declared an interest in item 2, “Decisions and actions of last time”. Not counted in its quorum.',
    );
    expect(done.buttons).toContain('Undo');
  });

  it('takes the member out of the quorum of that item alone', async () => {
    const decide = async (number: number) =>
      inWords(await bot.hears(manager(), `/decision ${BOARD} ${number}`));
    expect(await decide(2)).toContain(
      'Not counted, having declared an interest: Police Partner Lead.',
    );
    expect(await decide(1)).not.toContain('having declared an interest');
    const form = await bot.hears(manager(), `/decision ${BOARD} 2`);
    const refused = await form.press('Record it', { what: 'Fund it', authority: 'terms' });
    expect(refused.text).toMatch(/^Nothing was recorded. The meeting is not quorate/);
    const other = await bot.hears(manager(), `/decision ${BOARD} 1`);
    const taken = await other.press('Record it', { what: 'Note it', authority: 'terms' });
    expect(inWords(taken)).toContain('Decision recorded');
  });

  it('binds the person and not the agency: its deputy speaks and counts', async () => {
    await card.isPressedBy(bot.person('police-deputy'), 'I’m here');
    const form = await bot.hears(manager(), `/decision ${BOARD} 2`);
    const taken = await form.press('Record it', { what: 'Fund it', authority: 'terms' });
    expect(inWords(taken)).toContain('Decision recorded');
  });

  it('is told to whoever asks, on the agenda and in the summary', async () => {
    const asked = await bot.hears(
      bot.person('lay-member'),
      'who declared an interest at the board',
    );
    expect(inWords(asked)).toContain('by Police Partner Lead.');
    expect(inWords(asked)).toContain('trustee of the charity that bids');
    expect((await bot.hears(chair(), 'declarations of interest this year')).text).toMatch(
      /^1 interest was declared in 2021-22 so far, by Police Partner Lead\./,
    );
    expect(inWords(await bot.hears(chair(), 'agenda of the board'))).toContain(
      'Interests declared',
    );
    expect(inWords(await bot.hears(chair(), 'summary of the board'))).toContain(
      'trustee of the charity that bids',
    );
  });

  it('keeps its maker from verifying what it is about, and says why', async () => {
    const scrutineer = bot.person('independent-scrutineer');
    const waiting = await bot.records.actions.awaitingVerification('sandwell');
    const ref = waiting.find(({ owner }) => owner.agency !== 'SCRUT')?.ref as string;
    const form = await bot.hears(scrutineer, `verify ${ref}`);
    const own = await bot.hears(scrutineer, 'I declare an interest at the board');
    await own.press('Declare it', { nature: 'I advised on it', about: ref });
    expect((await form.press('Verify')).text).toBe(
      'Nothing was recorded. You declared an interest in it, or in the item under which it was raised, so you cannot judge it.',
    );
  });

  it('is recorded for somebody else by the chair alone, withdrawn and undone', async () => {
    const forged = await bot.hears(bot.person('lay-member'), 'declare an interest at the board');
    const refused = await forged.press('Declare it', {
      person: 'education-lead',
      nature: 'x governor',
    });
    expect(refused.text).toContain('Everybody declares their own interests');
    const form = await bot.hears(chair(), 'I declare an interest in item 1 at the board');
    const done = await form.press('Declare it', { person: 'education-lead', nature: 'governor' });
    expect(inWords(done)).toContain('Recorded: Education Lead declared an interest in item 1');
    expect(inWords(await done.press('Undo'))).toContain('Undone.');
    const mine = await bot.hears(police(), 'who declared an interest at the board');
    const withdrawn = await mine.press('Withdraw');
    expect(inWords(withdrawn)).toContain('Recorded: it is withdrawn, and binds nobody.');
    const after = await bot.hears(manager(), `/decision ${BOARD} 2`);
    expect(inWords(after)).toContain('having declared an interest: Independent Scrutineer.');
  });
});
