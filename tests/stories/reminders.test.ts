import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';

describe('what people say to notices', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  it('debug', async () => {
    const lead = bot.person('police-partner-lead');
    for (const said of [
      'dont message me at weekends',
      'im on leave until 14 april',
      'snooze SA-019 till after easter',
      'remind me about SA-019 on monday',
      'remind me a week before the board',
      'remind me to chase the council on friday',
      'what reminders have i got',
      'im back',
    ]) {
      const reply = await bot.hears(lead, said);
      console.log(said, '→', reply.text, '\n', reply.lines.join('\n   '), reply.actions);
      if (!/Confirm|Remind me/.test(JSON.stringify(reply.actions))) continue;
      const set = await reply.press(/Remind me/.test(JSON.stringify(reply.actions)) ? 'Remind me' : 'Confirm', {});
      console.log('   PRESSED →', set.text, '\n', set.lines.join('\n   '));
    }
    const last = await bot.hears(lead, 'my notice settings');
    console.log(last.text, last.lines);
  });
});
