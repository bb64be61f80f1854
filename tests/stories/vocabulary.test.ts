import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';

let bot: Convenor;
beforeAll(async () => {
  bot = await startConvenor({ today: '2021-03-15' });
});
afterAll(() => bot.stop());

const manager = () => bot.person('business-manager');
const police = () => bot.person('police-partner-lead');
const tell = (text: string) => bot.hears(manager(), text);

describe('the words of the place', () => {
  it('are taught by an administrator and understood by everybody from the next message on', async () => {
    const taught = await tell('/vocabulary the bobby brigade = police');
    expect(taught.text).toBe(
      '“the bobby brigade” now means the agency West Midlands Police, for everybody in SCSP.',
    );
    expect(taught.buttons).toContain('Undo');

    const asked = await bot.hears(police(), 'whats overdue for the bobby brigade');
    expect(asked.text).toBe(
      (await bot.hears(police(), 'whats overdue for West Midlands Police')).text,
    );
  });

  it('are taken back with Undo, once', async () => {
    const taught = await tell('/vocabulary the woodentops = police');
    const undone = await taught.press('Undo');
    expect(undone.lines.join('\n')).toContain(
      'Undone: “the woodentops” means nothing in particular again.',
    );
    expect((await taught.press('Undo')).lines.join('\n')).toContain('Undone');
    expect((await tell('/vocabulary')).lines).not.toContain('“the woodentops”');
  });

  it('mean again what they meant before, when a change is undone', async () => {
    await tell('/vocabulary the lads = police');
    const changed = await tell('/vocabulary The  “lads” = tackling neglect subgroup');
    expect(changed.text).toBe(
      '“the lads” now means the group Tackling Neglect Subgroup, for everybody in SCSP. Until now it meant the agency West Midlands Police.',
    );
    await changed.press('Undo');
    expect((await bot.hears(police(), 'whats overdue for the lads')).text).toBe(
      (await bot.hears(police(), 'whats overdue for West Midlands Police')).text,
    );
  });

  it('are not undone over what somebody else has written since', async () => {
    const first = await tell('/vocabulary the blue line = police');
    await bot.hears(bot.person('coordinator'), '/vocabulary the blue line = Education');
    expect((await first.press('Undo')).lines.join('\n')).toContain(
      'Somebody changed what “the blue line” means',
    );
  });

  it('are listed and removed', async () => {
    await tell('/vocabulary the hq lot = police');
    const listed = await tell('/vocabulary');
    expect(listed.lines).toContain('“the hq lot”');

    const removed = await tell('/vocabulary remove the hq lot');
    expect(removed.text).toBe('“the hq lot” no longer means the agency West Midlands Police.');
    expect((await tell('/vocabulary')).lines).not.toContain('“the hq lot”');
    await removed.press('Undo');
    expect((await tell('/vocabulary')).lines).toContain('“the hq lot”');
    expect((await tell('/vocabulary remove what nobody ever said')).text).toContain(
      'was never taught',
    );
  });

  it('are asked back about when several records could be meant', async () => {
    const which = await tell("/vocabulary the little ones = children's");
    expect(which.text).toContain('nothing was written. Which does “the little ones” mean?');
    expect((await tell('/vocabulary')).lines).not.toContain('“the little ones”');

    const chosen = which.lines.find((line) => /Trust/.test(line)) ?? '';
    const taught = await which.press(chosen);
    expect(taught.text).toBe(
      `“the little ones” now means the agency ${chosen}, for everybody in SCSP.`,
    );
  });

  it('are asked back about when nothing has that name, with what is spelled most like it', async () => {
    const which = await tell('/vocabulary the quiet ones = nelgect');
    expect(which.text).toContain('Does “the quiet ones” mean one of these?');
    const taught = await which.press(which.lines.find((line) => /neglect/i.test(line)) ?? '');
    expect(taught.text).toMatch(/^“the quiet ones” now means the (priority|group) .*neglect/i);
  });

  it('cannot be words with which everybody asks', async () => {
    expect((await tell('/vocabulary what is overdue = police')).text).toMatch(
      /^Nothing was written\./,
    );
    expect((await tell('/vocabulary = police')).text).toMatch(/^Nothing was written\./);
    expect((await tell(`/vocabulary ${'very '.repeat(30)}long = police`)).text).toMatch(
      /^Nothing was written\./,
    );
  });

  it('are never somebody’s details', async () => {
    const reply = await tell('/vocabulary 943 476 5919 = police');
    expect(reply.text).toMatch(/^That looks like somebody’s personal details/);
    expect((await tell('/vocabulary')).lines.join()).not.toContain('943');
  });

  it('are for administrators to teach; everybody else is told whom to ask', async () => {
    for (const text of [
      '/vocabulary',
      '/vocabulary the fuzz = police',
      '/vocabulary review on',
      '/vocabulary review',
    ]) {
      const reply = await bot.hears(police(), text);
      expect(reply.text).toContain('Please ask Business Manager or Partnership Coordinator.');
    }
    expect((await tell('/vocabulary')).lines).not.toContain('“the fuzz”');
  });

  it('can be taught in a chat and in a channel too', async () => {
    const taught = await bot.hears(manager(), '/Vocabulary the desk = Education', {
      in: 'channel',
    });
    expect(taught.text).toMatch(/^“the desk” now means the agency/);
  });

  it('a command that does not exist guesses nothing', async () => {
    expect((await tell('/vocab the dads work = fathers')).text).toMatch(/^I know no such command/);
    expect((await tell('/vocabulary please help')).text).toContain(
      'To teach me, type for instance',
    );
  });
});

describe('messages that nobody understood', () => {
  /** Of other words something is always guessed, and asked back. */
  const rareWord = 'dithering';

  it('are counted without their words', async () => {
    await bot.hears(bot.person('education-lead'), rareWord);
    const review = await tell('/vocabulary review');
    expect(review.text).toMatch(/^1 message was not understood this month: 1 near /);
    expect(review.text).toContain('Their texts are not kept.');
    expect(review.lines).not.toContain(rareWord);
  });

  it('are kept for 30 days when an administrator switches the review list on, without who typed them', async () => {
    await tell('/vocabulary review on');
    await bot.hears(bot.person('education-lead'), rareWord);

    const review = await tell('/vocabulary review');
    expect(review.lines).toContain(rareWord);
    expect(JSON.stringify(review.messages)).not.toMatch(/education/i);

    bot.turnTo('2021-04-14');
    expect((await tell('/vocabulary review')).lines).not.toContain(rareWord);
    bot.turnTo('2021-03-15');
    expect((await tell('/vocabulary review')).lines).not.toContain(rareWord);
  });

  it('are deleted when the review list is switched off', async () => {
    await bot.hears(bot.person('education-lead'), rareWord);
    expect((await tell('/vocabulary review off')).text).toContain('are deleted');
    await tell('/vocabulary review on');
    expect((await tell('/vocabulary review')).lines).not.toContain(rareWord);
    await tell('/vocabulary review off');
  });

  it('are not read out in a group chat', async () => {
    const reply = await bot.hears(manager(), '/vocabulary review', { in: 'group' });
    expect(reply.text).toContain('Please ask me in our personal chat.');
  });

  it('never stand in the log', () => {
    expect(bot.logged.join('')).not.toContain('l&d');
  });
});
