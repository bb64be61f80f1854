import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';

describe('asking about actions on 15 March 2021', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  const manager = () => bot.person('business-manager');
  const police = () => bot.person('police-partner-lead');

  it('says first, in one sentence, how many are overdue and with whom', async () => {
    const reply = await bot.hears(manager(), 'whats overdue');
    expect(reply.text).toMatch(
      /^18 of 113 actions are overdue, 5 of them with NHS Black Country Integrated Care Board\./,
    );
    expect(reply.text).toContain('34 more open actions there have no due date');
  });

  it('puts the longest overdue first, each with its owner, its due day and its state in words', async () => {
    const reply = await bot.hears(manager(), 'whats overdue');
    expect(reply.lines.filter((line) => line.startsWith('SA-')).slice(0, 3)).toEqual(
      ['SA-021', 'SA-014', 'SA-016'].map((ref) => expect.stringContaining(ref)),
    );
    expect(reply.lines.join('\n')).toContain('due Fri 29 January');
    expect(reply.lines.join('\n')).toMatch(/overdue by 45 days/);
  });

  it('narrows to an agency, in a personal chat, a group chat and a channel alike', async () => {
    for (const place of ['personal', 'group', 'channel'] as const) {
      const reply = await bot.hears(manager(), 'whats overdue for police', { in: place });
      expect(reply.text, place).toMatch(/^2 of 14 actions with West Midlands Police are overdue\./);
      expect(reply.lines.join('\n'), place).toContain('SA-071');
    }
  });

  it('lists what was completed in a month, whenever it had been due', async () => {
    const reply = await bot.hears(manager(), 'what did we close last month');
    expect(
      reply.lines.filter((line) => line.startsWith('SA-')).map((line) => line.slice(0, 6)),
    ).toEqual(['SA-083', 'SA-043']);
    expect(reply.text).toMatch(/complete between .*1.* and .*28 February/);
  });

  it('says that it does not know when half term is', async () => {
    const reply = await bot.hears(manager(), 'anything due by half term');
    expect(reply.text).toContain('I do not know when school terms begin and end');
  });

  it('pages a long list on the same card', async () => {
    const reply = await bot.hears(manager(), 'open actions');
    expect(reply.text).toMatch(/^82 of 113 actions are open/);
    expect(reply.lines.join('\n')).toContain('Showing 1 to 10 of 82');
    const messages = bot.messagesIn(reply.conversation).length;
    const more = await reply.press('Show 10 more');
    expect(more.lines.join('\n')).toContain('Showing 1 to 20 of 82');
    expect(bot.messagesIn(reply.conversation)).toHaveLength(messages);
  });

  it('shows the next page to whoever types “show more”', async () => {
    await bot.hears(manager(), 'open actions');
    const more = await bot.hears(manager(), 'show more');
    expect(more.lines.join('\n')).toContain('Showing 1 to 20 of 82');
  });

  it('says so when there is no list to show more of', async () => {
    const reply = await bot.hears(bot.person('lay-member'), 'show more');
    expect(reply.text).toContain('There is no list here');
  });

  it('counts by agency without leaving out those without one', async () => {
    const reply = await bot.hears(manager(), 'how many actions open by agency');
    expect(reply.text).toMatch(
      /^82 actions are open, across 6 agencies and \d+ with no agency recorded; /,
    );
    expect(reply.lines.join('\n')).toContain('No agency recorded');
  });

  it('tells a partner lead what is theirs, in their own name or with their agency', async () => {
    const reply = await bot.hears(police(), 'what actions have i got');
    expect(reply.text).toMatch(
      /^12 actions of yours are open\. None is in your own name, 12 with West Midlands Police\./,
    );
  });

  it('finds what nobody owns and what has no date', async () => {
    expect((await bot.hears(manager(), 'actions with no owner')).text).toMatch(
      /^3 of 113 actions are without an owner/,
    );
    expect((await bot.hears(manager(), 'anything without a due date')).text).toMatch(
      /^64 of 113 actions are without a due date/,
    );
  });

  it('finds what is done without showing what changed', async () => {
    const reply = await bot.hears(
      bot.person('independent-scrutineer'),
      'which actions are complete without evidence of impact',
    );
    expect(reply.text).toMatch(/^12 of 113 actions are complete without evidence of impact/);
    expect(reply.lines.join('\n')).toContain('complete, impact not yet evidenced');
  });

  it('says what is due before the next board, by its date', async () => {
    const reply = await bot.hears(police(), 'police actions due before the next board');
    expect(reply.text).toContain('due before the meeting on Wed 12 May');
  });

  it('says that there is nothing, and why', async () => {
    const reply = await bot.hears(manager(), 'overdue actions with public health');
    expect(reply.text).toBe('No action with Public Health (council) is recorded.');
  });

  it('shows everything about one action, and says what the records lack', async () => {
    const reply = await bot.hears(manager(), 'tell me about SA-019');
    expect(reply.text).toMatch(
      /^SA-019 “Complete overdue Section 11 audit via regional approach” is in progress, overdue by 17 days, with /,
    );
    const card = reply.lines.join('\n');
    expect(card).toContain('Quality of Practice, Performance and Assurance');
    expect(card).toContain('Fri 26 February');
    expect(card).toContain('Fri 31 July 2020');
    expect((await bot.hears(manager(), 'tell me about SA-008')).text).toContain(
      'It has no due date.',
    );
    expect((await bot.hears(manager(), 'tell me about SA-003')).text).toContain(
      'No owner is recorded.',
    );
  });

  it('says when it was last updated, as a follow-up', async () => {
    await bot.hears(manager(), 'tell me about SA-019');
    const reply = await bot.hears(manager(), 'when was it last updated');
    expect(reply.text).toBe('SA-019 was last updated on Fri 31 July 2020: raised.');
  });

  it('finds an action by words of its title, and asks back when several fit', async () => {
    expect((await bot.hears(manager(), 'wheres the section 11 audit up to')).text).toMatch(
      /^SA-019 /,
    );
    const several = await bot.hears(manager(), 'tell me about the gcp2 action');
    expect(several.text).toMatch(/^\d actions have words like/);
    const chosen = await several.press('SA-070');
    expect(chosen.text).toMatch(/^SA-070 “Find new GCP2 trainers”/);
  });

  it('takes a typed word for the choice, and a new question for itself', async () => {
    await bot.hears(manager(), 'tell me about the gcp2 action');
    expect((await bot.hears(manager(), 'the second one')).text).toMatch(/^SA-071 /);
    await bot.hears(manager(), 'tell me about the gcp2 action');
    expect((await bot.hears(manager(), 'SA-074')).text).toMatch(/^SA-074 /);
    await bot.hears(manager(), 'tell me about the gcp2 action');
    expect((await bot.hears(manager(), 'the trainers one')).text).toMatch(/^SA-070 /);
    await bot.hears(manager(), 'how is the trust doing');
    expect((await bot.hears(manager(), 'its actions')).text).toMatch(
      /actions? with Sandwell Children's Trust/,
    );
    await bot.hears(manager(), 'how is the trust doing');
    expect((await bot.hears(manager(), 'attendance')).text).toMatch(/Sandwell Children's Trust/);
    await bot.hears(manager(), 'tell me about the gcp2 action');
    expect((await bot.hears(manager(), 'what is overdue')).text).toMatch(
      /^18 of 113 actions are overdue/,
    );
  });

  it('says that it knows no such review', async () => {
    expect((await bot.hears(manager(), 'actions from rr9')).text).toBe(
      'I know no review “rr9”. It may be mistyped.',
    );
  });

  it('knows no action of that number', async () => {
    expect((await bot.hears(manager(), 'tell me about SA-999')).text).toMatch(
      /^No action has the reference SA-999\./,
    );
  });
});
