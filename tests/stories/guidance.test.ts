import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import messages from '../../src/features/guidance/messages.json' with { type: 'json' };
import { NOT_KEPT } from '../../src/features/guidance/not-kept.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';

let bot: Convenor;
beforeAll(async () => {
  bot = await startConvenor({ today: '2021-03-15' });
});
afterAll(() => bot.stop());

const manager = () => bot.person('business-manager');
const says = (text: string, who = 'business-manager') => bot.hears(bot.person(who), text);

describe('what Convenor keeps no record of', () => {
  it.each([
    [
      'how much does each partner contribute to the budget',
      /no record of money/,
      'Decisions this year',
    ],
    [
      'when is the next safeguarding course and can i book a place',
      /no record of courses/,
      'Actions on training',
    ],
    [
      'have you got a phone number for the designated nurse',
      /no phone numbers/,
      'Who is on the board',
    ],
    ['what did the multi agency audit find', /no audits/, 'Actions from audits'],
    ['what grade did ofsted give us', /no inspection grades/, 'Inspection actions'],
    [
      'where are our published arrangements',
      /don’t hold the published arrangements/,
      'Board decisions',
    ],
  ])('“%s” is told who does, with the nearest thing to press', async (question, text, nearest) => {
    const reply = await says(question);
    expect(reply.text).toMatch(text);
    expect(reply.buttons).toContain(nearest);
    const pressed = await reply.press(nearest);
    expect(pressed.text).not.toMatch(/did not understand|out of date/);
  });

  it('the weather gets a light sentence', async () => {
    expect((await says('is it going to rain on saturday')).text).toMatch(/weather enough in those/);
  });

  it('has a sentence for every subject that people are known to ask about, and at most two buttons', () => {
    const subjects = Object.keys(messages).flatMap((heading) =>
      heading.startsWith('not_kept ') ? [heading.replace('not_kept subject=', '')] : [],
    );
    expect(subjects.sort()).toEqual(Object.keys(NOT_KEPT).sort());
    for (const { text, nearest } of Object.values(NOT_KEPT)) {
      expect(text).toMatch(/^[A-Z].*\.$/);
      expect(nearest.length).toBeGreaterThan(0);
      expect(nearest.length).toBeLessThanOrEqual(2);
      for (const { title } of nearest) expect(title.length).toBeLessThanOrEqual(22);
    }
  });
});

describe('a worry about a child', () => {
  it('gets a safe signpost and never a list of examples', async () => {
    const reply = await says('im worried about a child at my school', 'education-lead');
    expect(reply.text).toBe(
      'If a child is in danger now, call 999. Otherwise tell the council’s children’s services front door. I can’t pass a worry on, so don’t write a child’s name or details here.',
    );
    expect(reply.card).toBeUndefined();
  });

  it('gets it with a name in it too, and the name is not repeated', async () => {
    const reply = await says('im worried about kayden, he has bruises again', 'education-lead');
    expect(reply.text).toMatch(/^If a child is in danger now, call 999\./);
    expect(reply.text.toLowerCase()).not.toContain('kayden');
  });

  it('is told the name and number of the front door where the partnership has given them', async () => {
    const fenmarsh = await startConvenor({ today: '2026-06-10', folder: 'samples/fenmarsh' });
    const [somebody] = (await fenmarsh.records.directories.find('fenmarsh'))?.people ?? [];
    const reply = await fenmarsh.hears(
      fenmarsh.person(somebody?.id ?? ''),
      'i think a boy in my clinic is being hit',
    );
    await fenmarsh.stop();
    expect(reply.text).toContain("the Fenmarsh Children's Front Door on 01632 960144");
  });
});

describe('small talk', () => {
  it('a greeting in the personal chat is answered with what waits for this person', async () => {
    const reply = await says('hello', 'police-partner-lead');
    expect(reply.text).toMatch(
      /^Hello, Police Partner Lead\. 2 actions with West Midlands Police are/,
    );
    expect(reply.buttons).toEqual(['What is overdue', 'My next meeting']);
    const inGroup = await bot.hears(bot.person('police-partner-lead'), 'hello', { in: 'group' });
    expect(inGroup.buttons).toEqual([]);
  });

  it.each([
    ['thanks very much', /^You are welcome\.$/],
    ['bye for now', /^Goodbye\./],
    ['see you', /^Goodbye\./],
    ['what does lcspr mean', /^An LCSPR is a local child safeguarding practice review: /],
    ['sorry whats an LCSPR', /^An LCSPR is /],
    ['what is a rapid review', /^A rapid review is the first look at a serious incident/],
    ['whos the DCS', /director of children’s services\. I keep no job titles/],
    ['what does quorate mean', /^A meeting is quorate when enough of the agencies/],
    ['what does MACFA stand for', /^A MACFA is a multi-agency case file audit/],
    ['remind me what the MASH is', /^A MASH is /],
    ['what does ICPC mean', /^An ICPC is an initial child protection conference/],
    ['what is a jar', /^A JAR is a joint agency response/],
    ['what is tna', /^A TNA is a training needs analysis/],
    ['what does WMP mean', /^West Midlands Police is a statutory partner of the SCSP\.$/],
    ['what does LAY mean', /^Lay Person has a seat in the SCSP\.$/],
    ['what does the rapid review panel mean', /^Rapid Review Panel is a group of the SCSP\./],
    ['what does HWBB mean', /Here: Health and Wellbeing Board is a linked board beside the SCSP\./],
    ['what does flumph mean', /^I have no explanation of that word\./],
    ['undo that', /^I have nothing here that a press can undo\. What was recorded is put right/],
    ['go back', /^I have nothing here/],
    ['can i reverse that', /^I have nothing here/],
    ['12345', /^I did not understand that/],
    ['are you a robot', /^I’m Convenor, a bot and no person\./],
    ['what day is it', /^Today is Monday 15 March 2021\.$/],
    ['you are brilliant', /^Thank you/],
    ['this is useless', /^I’m sorry\./],
  ])('“%s” is answered civilly', async (text, answer) => {
    expect((await says(text)).text).toMatch(answer);
  });

  it('“that is wrong” is told how the question was understood, and offered less of it', async () => {
    await bot.hears(manager(), 'whats overdue for the police');
    const sorry = await bot.hears(manager(), 'no thats wrong');
    expect(sorry.text).toMatch(
      /^Sorry\. I understood your last question as “West Midlands Police: overdue actions”\./,
    );
    expect(sorry.buttons).toEqual(['All agencies', 'Whenever due', 'What I can do']);
    const all = await sorry.press('All agencies');
    expect(all.text).toMatch(/^18 of 113 actions are overdue/);
  });

  it('“that is wrong” before anything was asked is told how to go on', async () => {
    const sorry = await bot.hears(bot.person('lay-member'), 'thats not what i asked');
    expect(sorry.text).toMatch(/^Sorry\. Please ask again in other words/);
    expect(sorry.buttons).toEqual(['What I can do']);
  });
});
