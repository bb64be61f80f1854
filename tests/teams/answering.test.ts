import { afterEach, expect, test } from 'vitest';
import type { Inbound, Reply } from '../../src/features/feature.ts';
import { type RunningBot, startBot } from '../support/start-bot.ts';

const police = { name: 'Police Partner Lead', tenantId: 'tenant-of-the-partnership', objectId: 'police-partner-lead' };

let bot: RunningBot;
afterEach(() => bot.stop());

async function startHearing(
  answer: (inbound: Inbound) => Reply | undefined | Promise<Reply | undefined>,
): Promise<Inbound[]> {
  const heard: Inbound[] = [];
  const conversation = {
    hear: async (inbound: Inbound) => {
      heard.push(inbound);
      return answer(inbound);
    },
  };
  bot = await startBot({ conversation });
  return heard;
}

test('what a person says reaches the conversation with who they are and where they said it, and is answered there', async () => {
  const heard = await startHearing(() => ({ text: 'Nothing is due.' }));

  const reply = await bot.say(police, 'what is due this week?');

  expect(heard).toMatchObject([
    {
      kind: 'message',
      text: 'what is due this week?',
      from: { tenantId: 'tenant-of-the-partnership', objectId: 'police-partner-lead' },
      place: { kind: 'personal', conversationId: 'a:police-partner-lead' },
    },
  ]);
  expect(reply).toMatchObject({ status: 200, text: 'Nothing is due.' });
});
