import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { learningReplyStore } from '../../src/features/learning/store.ts';
import { readLines } from '../support/card-reading.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';

const ALL = 'WMP,CCG,SMBC,SCT';

/** Sandwell sends a briefing to four agencies and waits for what each of them says. */
describe('a briefing that one agency never confirms', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
    for (const lead of ['police-partner-lead', 'health-partner-lead'])
      await bot.isInstalledBy(bot.person(lead));
    await bot.sweep();
  });
  afterAll(() => bot.stop());
  const manager = () => bot.person('business-manager');
  const police = () => bot.person('police-partner-lead');
  const health = () => bot.person('health-partner-lead');

  it('knows of none before one is sent', async () => {
    const none = await bot.hears(manager(), 'which briefings have we sent');
    expect(none.text).toBe('No briefing or learning event is recorded.');
  });

  it('is sent from a form, with what was said, and nobody is told before', async () => {
    const form = await bot.hears(manager(), 'send a seven minute briefing about hidden men to all');
    expect(form.text).toBe(
      'Send a briefing? Please check and confirm; nothing is recorded until then.',
    );
    const sent = await form.press('Send it', { agencies: ALL, kind: 'briefing' });
    expect(sent.lines.join('\n')).toContain('Hidden men');
    expect(sent.text || sent.lines.join('\n')).toMatch(/Recorded\. Each agency’s lead is told\./);
  });

  it('tells the lead of each agency, who confirms it in one press', async () => {
    bot.turnTo('2021-03-16T09:00');
    const told = await bot.sweep();
    const lines = readLines(told.get('police-partner-lead')?.[0]?.attachments?.[0]?.content);
    expect(lines.join('\n')).toContain('Hidden men');
    const seen = bot.client.sees(police(), bot.personalMessages('police-partner-lead').at(-1));
    const done = await seen.press('We have read it');
    expect(done.lines.join('\n')).toMatch(/Recorded\. Thank you\./);
  });

  it('keeps what an agency did, and takes it back with both in the history', async () => {
    const card = await bot.hears(health(), 'the hidden men briefing');
    const form = await card.press('We did…');
    const done = await form.press('Record it', { text: 'Asked about fathers at each booking' });
    expect(done.lines.join('\n')).toContain('Asked about fathers at each booking');
    await done.press('Undo');
    const history = await bot.records
      .stores('sandwell')(learningReplyStore)
      .history(['LB-001', 'CCG']);
    expect(history.map(({ type }) => type)).toEqual(['sent', 'acted', 'taken back']);
    const again = await (await bot.hears(health(), 'the hidden men briefing')).press('We did…');
    await again.press('Record it', { text: 'Asked about fathers at each booking' });
  });

  it('says who has not confirmed it, and never answers with another', async () => {
    const who = await bot.hears(manager(), 'who has not confirmed the hidden men briefing');
    expect(who.text).toMatch(
      /^LB-001 “Hidden men”, sent Mon 15 March: 2 of 4 agencies have confirmed it; .*Sandwell Metropolitan Borough Council.* have not\.$/,
    );
    const other = await bot.hears(manager(), 'who has not confirmed the neglect briefing');
    expect(other.text).toBe('I know no briefing or learning event called “neglect”.');
  });

  it('brings a question to those who sent it, and the answer back', async () => {
    const lead = bot.person('trust-partner-lead');
    const form = await (await bot.hears(lead, 'briefing LB-001')).press('Ask us…');
    await form.press('Send question', { text: 'Is there a version for governors?' });
    const card = await bot.hears(manager(), 'briefing LB-001');
    expect(card.lines.join('\n')).toContain('Asks: Is there a version for governors?');
    const answer = await card.press('Answer…');
    const sent = await answer.press('Send answer', { answer: 'Yes, page 3.' });
    expect(sent.lines.join('\n')).toContain('Answered: Yes, page 3.');
  });

  it('is late a month on, and chased weekly for as long as it is', async () => {
    bot.turnTo('2021-04-26T09:00');
    const late = await bot.hears(manager(), 'which briefings are not confirmed');
    expect(late.text).toMatch(
      /^1 briefing or event not confirmed by all agencies; 1 of them waits/,
    );
    const replies = await bot.records.stores('sandwell')(learningReplyStore).list(['LB-001']);
    expect(replies.filter(({ state }) => state === 'waiting').map(({ agency }) => agency)).toEqual([
      'SCT',
      'SMBC',
    ]);
  });

  it('asks nobody any more once it is called off, with the reason kept', async () => {
    const form = await (await bot.hears(manager(), 'briefing LB-001')).press('Call off…');
    const off = await form.press('Call it off', { reason: 'A new version is out' });
    expect(off.lines.join('\n')).toContain('Called off');
    bot.turnTo('2021-05-10T09:00');
    const told = await bot.sweep();
    expect(JSON.stringify([...told.values()])).not.toContain('Hidden men');
  });

  it('is answered by nobody for another agency', async () => {
    const form = await bot.hears(manager(), 'send the briefing on neglect to the police');
    await form.press('Send it', { agencies: 'WMP', kind: 'briefing' });
    const card = await bot.hears(health(), 'briefing LB-002');
    expect(card.lines.join('\n')).not.toContain('We have read it');
  });
});
