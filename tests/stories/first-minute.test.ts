import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';

const NO_DETAILS = 'Don’t write children’s names or details here.';

let bot: Convenor;
beforeAll(async () => {
  bot = await startConvenor({ today: '2021-03-15', isNew: true });
});
afterAll(() => bot.stop());

describe('the first minute with Convenor', () => {
  it('greets by name and role, says what waits first, three things to try, and what never to write', async () => {
    const reply = await bot.isInstalledBy(bot.person('police-partner-lead'));
    expect(reply.lines).toEqual([
      'Hello, Police Partner Lead',
      "I’m Convenor. I keep the actions, meetings and reviews of the Sandwell Children's Safeguarding Partnership. You’re the lead for West Midlands Police and chair Child Exploitation Board.",
      '2 actions with West Midlands Police are overdue. The Rapid Review Panel meets on Fri 19 March.',
      'Worth trying',
      '“what have i got”',
      '“what is overdue”',
      '“what needs verifying”',
      `${NO_DETAILS} This is a rehearsal: today is Monday 15 March 2021.`,
    ]);
    expect((await reply.press('What is overdue')).text).toMatch(/^2 actions of yours are overdue/);
  });

  it.each([
    [
      'partnership-chair',
      /^Hello, Partnership Chair\. 18 actions are overdue\. 19 actions wait for you to verify\. The Board meets on Wed 12 May\./,
    ],
    [
      'independent-scrutineer',
      /3 of your risks are past their review day\..*The Rapid Review Panel meets/,
    ],
    [
      'education-lead',
      /^Hello, Education Lead\. 1 action with Education is overdue\. The SLPR meets on Thu 18 March\./,
    ],
    ['council-member', /^Hello, Lead Councillor\. The Board meets on Wed 12 May\./],
  ])('tells %s what waits for them', async (id, words) => {
    expect((await bot.isInstalledBy(bot.person(id))).text).toMatch(words);
  });

  it('a first message that asks something is answered first, and then told once who answers', async () => {
    const coordinator = bot.person('coordinator');
    const first = await bot.hears(coordinator, 'what is overdue for the police');
    expect(first.text).toMatch(/^2 of 14 actions with West Midlands Police are overdue\./);
    expect(first.text).toMatch(/I’m Convenor: I answer from the records of the Sandwell/);
    expect(first.lines.at(-1)).toContain(NO_DETAILS);
    const next = await bot.hears(coordinator, 'what is overdue for education');
    expect(next.text).not.toContain('I’m Convenor');
  });

  it('tells those in a chat of several who added it, what for, and what to try', async () => {
    const reply = await bot.isInstalledBy(bot.person('education-lead'), { in: 'group' });
    expect(reply.text).toBe(
      "Hello, I’m Convenor. Education Lead added me to keep the actions, attendance and decisions of the Sandwell Children's Safeguarding Partnership. Mention me and ask in your own words. " +
        NO_DETAILS,
    );
    expect(reply.lines.filter((line) => line.startsWith('“'))).toEqual([
      '“start attendance”',
      '“record a decision”',
      '“meeting summary”',
    ]);
    expect(reply.lines.join(' ')).not.toContain('overdue');
  });

  it('asks an administrator who adds it what the chat is for, and warns of children’s names', async () => {
    const reply = await bot.isInstalledBy(bot.person('business-manager'), { in: 'group' });
    expect(reply.text).toMatch(
      /^Hello, I’m Convenor\. Business Manager added me .* What is this chat for\?/,
    );
    expect(reply.lines).toContain(NO_DETAILS);
  });
});

describe('help', () => {
  it('has a line for each thing people come for, and opens its examples', async () => {
    const help = await bot.hears(bot.person('police-partner-lead'), 'help');
    expect(help.lines.filter((_, at) => at > 1 && at % 2 === 0)).toEqual([
      'Ask',
      'Act',
      'Meet',
      'Review',
      'Set up',
    ]);
    expect((await help.press('Act')).lines).toContain('“what have i got”');
    expect((await help.press('Meet')).lines).toContain('“board attendance this year”');
  });

  it('shows each role what that role comes for', async () => {
    const of = async (id: string, job: string) =>
      (await (await bot.hears(bot.person(id), 'what can i ask you')).press(job)).lines.join('\n');
    expect(await of('independent-scrutineer', 'Review')).toContain('complete without evidence');
    expect(await of('education-lead', 'Review')).not.toContain('complete without evidence');
    expect(await of('independent-scrutineer', 'Act')).not.toContain('what have i got');
  });
});
