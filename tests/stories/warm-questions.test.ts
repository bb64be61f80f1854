import { type PipelinePolicy, RestError } from '@azure/core-rest-pipeline';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import { createRequestMeter } from '../support/request-meter.ts';
import type { Where } from '../support/teams-client.ts';

/** Stands between the bot and the threads that it saves: lets them through, holds them, or loses them. */
function createThreadGate() {
  let held: PromiseWithResolvers<void> | undefined;
  let isBroken = false;
  let isSaving = false;
  const policy: PipelinePolicy = {
    name: 'threadGate',
    async sendRequest(request, next) {
      if (request.method !== 'PUT' || !/Threads\(/.test(request.url)) return next(request);
      isSaving = true;
      if (isBroken) throw new RestError('The storage is out of reach', { code: 'ECONNREFUSED' });
      await held?.promise;
      return next(request);
    },
  };
  return {
    policy,
    isSaving: () => isSaving,
    hold: () => {
      isSaving = false;
      held = Promise.withResolvers();
    },
    lose: () => {
      isBroken = true;
    },
    release: () => {
      held?.resolve();
      held = undefined;
      isBroken = false;
    },
  };
}

describe('a question of somebody who has asked before', () => {
  const meter = createRequestMeter();
  const gate = createThreadGate();
  let bot: Convenor;
  beforeAll(async () => {
    // What is held does not count before it is let go, so the gate stands before the meter.
    bot = await startConvenor({ today: '2021-03-15', policies: [gate.policy, meter.policy] });
  });
  afterEach(gate.release);
  afterAll(() => bot.stop());

  const manager = () => bot.person('business-manager');
  const ask = (text: string, where: Where = 'personal') =>
    bot.hears(manager(), text, { in: where });

  /** Asks while no thread can be saved; answers what it took until the answer stood in the chat. */
  async function measureUntilAnswered(text: string, where: Where) {
    for (let time = 0; time < 3; time += 1) await ask(text, where);
    const { conversation } = await ask(text, where);
    const before = bot.messagesIn(conversation).length;
    gate.hold();
    let asking: ReturnType<typeof ask> | undefined;
    const cost = await meter.measure(async () => {
      asking = ask(text, where);
      await vi.waitUntil(() => bot.messagesIn(conversation).length > before, { timeout: 60_000 });
    });
    const wasSaving = gate.isSaving();
    gate.release();
    const answer = await asking;
    return { cost, wasSaving, answer };
  }

  it.each([
    ['whats overdue for police', 3],
    ['whats due this month for health', 3],
    ['what are our priorities', 3],
    ['how far have we got with neglect', 3],
    ['tell me about SA-019', 3],
    ['when does the board meet next', 3],
    ['decisions of the board', 3],
    ['what is mine', 4],
    ['how are we doing', 2],
  ])(
    '%s: is answered after %i requests, two in sequence at most, while its thread is on its way',
    async (text, requests) => {
      const { cost, wasSaving, answer } = await measureUntilAnswered(text, 'personal');

      expect(cost.requests).toBe(requests);
      expect(cost.inSequence).toBeLessThanOrEqual(2);
      expect(wasSaving).toBe(true);
      expect(answer?.text).not.toMatch(/cannot reach its records|did not understand/);
    },
  );

  it('asks one more in a chat of several, what the chat is kept for, and waits for none more', async () => {
    const { cost } = await measureUntilAnswered('whats overdue for police', 'group');

    expect(cost).toMatchObject({ requests: 4, inSequence: 2 });
  });

  it('saves its thread with one request more, and nothing else', async () => {
    await ask('whats overdue for police');

    const { requests } = await meter.measure(() => ask('whats overdue for police'));

    expect(requests).toBe(4);
  });

  it('is understood with the one before it, though that is still being saved', async () => {
    await ask('what are our priorities');
    const { conversation } = await ask('what are our priorities');
    const before = bot.messagesIn(conversation).length;
    gate.hold();
    const first = ask('whats overdue for police');
    await vi.waitUntil(() => bot.messagesIn(conversation).length > before, { timeout: 60_000 });
    const second = ask('and for health?');
    gate.release();

    await Promise.all([first, second]);

    expect(bot.messagesIn(conversation).at(-1)?.text).toMatch(/overdue/);
    expect(bot.messagesIn(conversation).at(-1)?.text).not.toMatch(/Police/);
  });

  it('is answered though its thread is lost, which the log says with ids and no words', async () => {
    gate.lose();

    const { text } = await ask('whats overdue for police');

    expect(text).toMatch(/^2 of 14 actions with West Midlands Police are overdue/);
    const lost = bot.logged.filter((line) => line.includes('thread save failed'));
    expect(lost).toHaveLength(1);
    expect(lost[0]).not.toContain('police');
  });
});
