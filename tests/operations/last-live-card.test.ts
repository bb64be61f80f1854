import { expect, it } from 'vitest';
import { readLines } from '../support/card-reading.ts';
import { startConvenor } from '../support/convenor.ts';

it('the last state of a live card is shown before it stops', async () => {
  const bot = await startConvenor({ today: '2021-05-12T14:00' });
  const card = await bot.hears(
    bot.person('business-manager'),
    'start attendance for todays board',
    { in: 'group' },
  );
  const leads = ['police-partner-lead', 'health-partner-lead', 'council-partner-lead'].map(
    bot.person,
  );
  await Promise.all(leads.map((lead) => card.isPressedBy(lead, 'I’m here')));

  await bot.stop();

  const shown = bot.messagesIn(card.conversation).find(({ attachments }) => attachments)
    ?.attachments?.[0]?.content;
  expect(readLines(shown).join('\n')).toContain('3 of 12 agencies are here');
});
