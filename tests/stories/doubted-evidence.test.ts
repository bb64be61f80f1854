import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import type { Heard } from '../support/teams-client.ts';

const inWords = ({ text, lines }: Heard) => [text, ...lines].join('\n');

describe('evidence that is none by its own words', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());
  const manager = () => bot.person('business-manager');
  const find = async (ref: string) => (await bot.records.actions.find('sandwell', ref))?.action;

  it('is shown apart from actions with nothing written, and not counted among them', async () => {
    const before = (await bot.hears(manager(), 'which actions are complete without evidence')).text;
    expect(before).toContain(
      'Not counted: 3 others have something written that says there is none, or only that it was done: SA-046, SA-054 and SA-111.',
    );
  });

  it('is offered back to its author, who puts it right or records it all the same', async () => {
    const form = await bot.hears(manager(), 'SA-019 is done');
    const again = await form.press('Confirm', { evidence: 'met the deadline' });
    expect(inWords(again)).toContain('What is written says only that it was done.');
    expect((await find('SA-019'))?.status).toBe('in progress');
    const kept = await again.press('Record all the same', { evidence: 'met the deadline' });
    expect(inWords(kept)).toContain('Doubted: it says only that it was done');
    expect(await find('SA-019')).toMatchObject({
      status: 'complete',
      impactEvidence: 'met the deadline',
    });
  });

  it('is a doubt until a person verifies it', async () => {
    const asked = () => bot.hears(manager(), 'what is the evidence for SA-019');
    expect((await asked()).text).toContain('so it is doubted until a person decides.');
    const form = await bot.hears(bot.person('independent-scrutineer'), 'verify SA-019');
    await form.press('Verify');
    expect((await asked()).text).not.toContain('doubted');
  });
});
