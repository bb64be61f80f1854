import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';

describe('asking about a group, on 15 March 2021', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  const manager = () => bot.person('business-manager');
  const text = async (question: string, who = manager()) => (await bot.hears(who, question)).text;

  it('tells a newcomer what a group is for, who chairs it, who sits on it and when it meets', async () => {
    const reply = await bot.hears(manager(), 'tell me about the exploitation board');
    expect(reply.text).toBe(
      'Child Exploitation Board: Police Partner Lead chairs it, 8 agencies have a seat, it last met on Wed 16 September 2020 and no meeting is scheduled.',
    );
    expect(reply.lines).toEqual(
      expect.arrayContaining([
        'Strategy, dataset, referral pathways and links for all forms of child exploitation',
        '8 agencies',
        'none scheduled',
      ]),
    );
    expect(await text('what is qppa for')).toMatch(
      /^Quality of Practice, Performance and Assurance: Assurance through audits, data, /,
    );
  });

  it('lists who sits on it: agencies with a seat, the people named for them, and where nobody is named', async () => {
    const reply = await bot.hears(manager(), 'who sits on qppa');
    expect(reply.text).toBe(
      '10 agencies have a seat on Quality of Practice, Performance and Assurance; 8 people are named.',
    );
    const at = (line: string) => reply.lines[reply.lines.indexOf(line) + 1];
    expect(at('NHS Black Country Integrated Care Board')).toBe('Health Partner Lead');
    expect(at("Sandwell Children's Trust")).toBe('nobody named');
    expect(reply.lines).toContain('Independent Scrutineer (chair)');
  });

  it('says whether an agency or the asker has a seat, and which groups they sit on', async () => {
    expect(await text('do schools have a seat on the neglect group')).toMatch(
      /^Yes, Education \(schools and colleges\) has a seat on Tackling Neglect Subgroup\./,
    );
    expect(await text('is nspcc on the board')).toMatch(/^No, NSPCC has no seat on /);
    expect(await text('am i a member of slpr', bot.person('police-partner-lead'))).toMatch(
      /^You are not named for Sandwell Learning from Practice Reviews\./,
    );
    expect(await text('which groups is health on')).toMatch(/sits on 7 groups\.$/);
  });

  it('takes “we” for the partner’s own agency', async () => {
    const police = bot.person('police-partner-lead');
    expect(await text('are we on the neglect group', police)).toMatch(
      /^Yes, West Midlands Police has a seat on Tackling Neglect Subgroup\./,
    );
    expect(await text('do we sit on qppa', bot.person('education-lead'))).toMatch(
      /^Yes, Education \(schools and colleges\) has a seat/,
    );
  });

  it.each([
    'which groups dont have a chair',
    'any group without a chair',
    'is every group chaired',
  ])('counts the groups that have no chair: “%s”', async (asked) => {
    expect(await text(asked)).toBe('5 of 13 groups have no chair recorded.');
  });

  it.each([
    'which group has gone longest without meeting',
    'how long is it since each of the groups met, longest first',
    'which groups have not been meeting as they should',
  ])('tells how long ago each group met, the longest first: “%s”', async (asked) => {
    const reply = await bot.hears(manager(), asked);
    expect(reply.text).toMatch(
      /^Child Exploitation Board has gone longest without meeting: it last met on Wed 16 September 2020, 180 days ago/,
    );
    const ago = reply.lines.flatMap((line) => /, (\d+) days ago/.exec(line)?.[1] ?? []).map(Number);
    expect(ago.slice(1)).toEqual(ago.slice(1).toSorted((one, other) => other - one));
  });

  it('names the chair, or says that none is named; it never guesses one', async () => {
    expect(await text('who chairs the exploitation board')).toBe(
      'Police Partner Lead (West Midlands Police) chairs Child Exploitation Board.',
    );
    expect(await text('is health still chairing the exploitation board')).toMatch(
      /chairs Child Exploitation Board, not NHS Black Country Integrated Care Board\.$/,
    );
    expect(await text('who chairs the neglect group')).toBe(
      'The chair of Tackling Neglect Subgroup is recorded as “Chair hard to find, to be identified”; nobody is named.',
    );
    expect(await text('who chairs learning and development')).toBe(
      'The records do not say who chairs Learning and Development.',
    );
    expect(await text('who is the chair of the partnership')).toMatch(/^Partnership Chair /);
  });

  it('says when it last met and how long ago, by when it should have again, and what was called off', async () => {
    expect(await text('when did the exploitation board last meet')).toBe(
      'Child Exploitation Board last met on Wed 16 September 2020, 180 days ago (about 6 months). It meets every 13 weeks, so the next was due by Wed 16 December 2020. Since then the meeting of Wed 9 December 2020 was postponed and the meeting of Wed 20 January was cancelled. No meeting is scheduled.',
    );
    expect(await text('how long since the board sat')).toMatch(
      /last met on Wed 10 March, 5 days ago\. It meets next on Wed 12 May at 14:00\.$/,
    );
    expect(await text('has slpr met since january')).toMatch(
      /^Yes, it met twice since Fri 1 January, on Thu 21 January and Thu 4 March\./,
    );
    expect(await text('did ceb get together in december')).toMatch(
      /^No, it did not meet in December 2020\./,
    );
  });

  it('lists all groups with their kind, chair and last meeting, and those that are only linked apart', async () => {
    const reply = await bot.hears(manager(), 'which groups do we have');
    expect(reply.text).toMatch(
      /^The partnership has 13 groups: 1 board, 5 sub-groups, .* 8 more are linked to it\.$/,
    );
    expect(reply.lines).toContain(
      'sub-group · chair: Police Partner Lead · last met Wed 16 September 2020',
    );
    expect(reply.lines.indexOf('Linked boards and panels')).toBeLessThan(
      reply.lines.indexOf('Sandwell Safeguarding Adults Board'),
    );
  });
});

describe('a seat that is vacant', () => {
  it('is said to be so, as the latest register has it', async () => {
    const bot = await startConvenor({ today: '2021-05-12T14:00' });
    try {
      const manager = bot.person('business-manager');
      const card = await bot.hears(manager, 'start attendance for todays board', { in: 'group' });
      const own = await card.asSeenBy(manager);
      await own.press('Mark', { who: 'somebody:COUNCILLOR', status: 'vacant' });
      const reply = await bot.hears(manager, 'who sits on the board');
      expect(reply.text).toMatch(/; 1 seat is vacant\.$/);
      expect(reply.lines.join('\n')).toMatch(/Local Council Member\n(● )?vacant/);
    } finally {
      await bot.stop();
    }
  });
});
