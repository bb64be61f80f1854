import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readInputs } from '../support/card-reading.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import type { Heard } from '../support/teams-client.ts';

const refsOf = ({ lines }: Heard): string[] =>
  lines.flatMap((line) => /^(?:SA|FM|TV)[-/][\d/]+/.exec(line)?.[0] ?? []);

describe('asking about actions in Sandwell on 15 March 2021', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  const manager = (text: string) => bot.hears(bot.person('business-manager'), text);

  it.each(['delete SA-105', 'remove action SA-105 please', 'get rid of SA-105, raised by mistake'])(
    'withdraws what is to be deleted, and says so: “%s”',
    async (asked) => {
      const form = await manager(asked);
      expect(form.text).toMatch(/^Withdraw SA-105\? Please check and confirm/);
      expect(form.lines.join('\n')).toContain('An action is never deleted');
    },
  );

  describe('what the records lack', () => {
    it('tells an agency that is missing from an owner that is missing', async () => {
      const reply = await manager('how many live actions have no agency put down as owner');
      expect(reply.text).toMatch(/^24 of /);
      const both = await manager('and which of them have no group either');
      expect(refsOf(both).sort()).toEqual(['SA-003', 'SA-099', 'SA-105']);
      expect((await manager('actions with no owner')).text).toMatch(
        /^3 of 113 actions are without an owner/,
      );
      expect((await manager('which have no named person')).text).toMatch(
        /^All 113 actions are without a named person/,
      );
    });

    it('takes what nobody has started or finished for where it stands', async () => {
      expect((await manager('what has nobody at the trust started')).text).toMatch(
        /^2 of 15 actions with Sandwell Children's Trust are not started/,
      );
      expect((await manager('what have the police never finished')).text).toMatch(
        /^12 of 14 actions with West Midlands Police are open/,
      );
    });

    it('asks back what two negations mean', async () => {
      const reply = await manager('which are not without an owner');
      expect(reply.text).toBe('Do you mean the actions with an owner, or those without?');
      expect((await reply.press('With an owner')).text).toMatch(
        /^110 of 113 actions are with an owner/,
      );
    });
  });

  describe('what they are about', () => {
    it('looks for words that name nothing in the titles, with any other filter', async () => {
      const all = await manager('any actions on the dataset');
      expect(all.text).toMatch(/^There are 2 actions mentioning “dataset”: 2 open/);
      expect(refsOf(all).sort()).toEqual(['SA-012', 'SA-059']);
      const late = await manager('actions about training that are late');
      expect(late.text).toMatch(/^3 actions mentioning “training” are overdue/);
      expect(refsOf(late).sort()).toEqual(['SA-070', 'SA-071', 'SA-102']);
    });

    it('says that no title has them, with the nearest', async () => {
      expect((await manager('any actions on the dashboard')).text).toBe(
        'No action has “dashboard” in its title.',
      );
      const near = await manager('actions regarding exploitation newsletters');
      expect(near.text).not.toMatch(/^There are 113/);
    });
  });

  describe('where they came from', () => {
    it('finds one source among those of its kind', async () => {
      expect((await manager('actions from the business plan 2020')).text).toMatch(
        /^There are 10 actions from “SCSP Strategic Business Plan 2020”/,
      );
      expect((await manager('what came out of the QPPA annual briefing')).text).toMatch(
        /^There are 18 actions from “QPPA annual briefing”/,
      );
      expect((await manager('actions from the yearly reflection')).text).toMatch(
        /^There are 6 actions from “Independent Scrutineer: yearly reflection”/,
      );
    });

    it('says which there are where it knows no such one', async () => {
      expect((await manager('actions from the 2019 inspection')).text).toBe(
        'No actions come from an inspection called “2019”. The only one recorded is “Ofsted visit findings, taken up by QPPA”.',
      );
      expect((await manager('actions from the neglect audit')).text).toBe(
        'No actions come from an audit called “neglect”.',
      );
    });
  });

  describe('when they were raised', () => {
    it('takes a month for the last of its name', async () => {
      const reply = await manager('raised in june');
      expect(reply.text).toMatch(/^16 of 113 actions were raised in June 2020/);
      expect((await manager('how many new this month')).text).toBe(
        'None of the 113 actions was raised in March.',
      );
    });

    it('takes this year for the partnership’s own', async () => {
      expect((await manager('what was added this year')).text).toMatch(
        /^All 113 actions were raised between Wed 1 April 2020 and Wed 31 March/,
      );
    });

    it('tells when they were raised from whether they are late', async () => {
      const reply = await manager('actions raised in october that are overdue');
      expect(refsOf(reply).sort()).toEqual(['SA-014', 'SA-017', 'SA-026', 'SA-071']);
    });
  });

  describe('how many', () => {
    it('counts a part of those in one state with the whole', async () => {
      const reply = await manager(
        'how many completed actions have nothing written down for impact, out of how many completed',
      );
      expect(reply.text).toMatch(/^12 of 31 completed actions are without evidence of impact\./);
      expect((await manager('how many overdue actions have no owner')).text).toBe(
        'None of the 18 overdue actions is without an owner.',
      );
    });

    it('says first who has the most, and a tie as a tie', async () => {
      const most = await manager('which agency has the most overdue');
      expect(most.text).toMatch(
        /^NHS Black Country Integrated Care Board has the most overdue actions, 5 of 18\./,
      );
      expect(most.lines.join('\n')).toContain('West Midlands Police');
      expect((await manager('which agency has the most open actions')).text).toMatch(
        /^NHS Black Country Integrated Care Board, Sandwell Metropolitan Borough Council and West Midlands Police have the most open actions, 12 each \(82 in all\)\./,
      );
      expect((await manager('who has the least actions')).text).toMatch(
        /^Of the agencies with any, Education \(schools and colleges\) has the fewest actions, 7 of 113\. 13 others have none\./,
      );
    });
  });

  describe('whose they are', () => {
    const says = (id: string, text: string) => bot.hears(bot.person(id), text);

    it('“my agency” is the agency of whoever asks', async () => {
      const reply = await says('trust-partner-lead', 'is my agency late with anything');
      expect(reply.text).toMatch(/^2 of 15 actions with Sandwell Children's Trust are overdue/);
      expect(refsOf(reply).sort()).toEqual(['SA-007', 'SA-017']);
    });

    it('“we” is a partner’s agency, with the whole partnership a press away', async () => {
      const reply = await says('trust-partner-lead', 'are we late with anything');
      expect(reply.text).toMatch(/^2 of 15 actions with Sandwell Children's Trust are overdue/);
      expect((await reply.press('Whole partnership')).text).toMatch(
        /^18 of 113 actions are overdue/,
      );
    });

    it('and of a scrutineer the partnership', async () => {
      const reply = await says('independent-scrutineer', 'are we late with anything');
      expect(reply.text).toMatch(/^18 of 113 actions are overdue/);
    });

    it('says of somebody who owns nothing what their agency has', async () => {
      expect((await manager('what has the education lead got')).text).toBe(
        'No action is assigned to Education Lead by name. Education (schools and colleges) has 6 open actions.',
      );
    });
  });

  it('puts the evidence of a message that closes an action on its form', async () => {
    const reply = await bot.hears(
      bot.person('police-partner-lead'),
      'close SA-071 now please, uptake doubled and six teams are using GCP2 in their assessments',
    );
    expect(reply.text).toMatch(/^Complete SA-071\? Please check and confirm/);
    expect(readInputs(reply.card).evidence).toBe(
      'uptake doubled and six teams are using GCP2 in their assessments',
    );
  });

  describe('one thing of one action', () => {
    it.each([
      [
        'who owns SA-071',
        'SA-071 is assigned to West Midlands Police, overseen by Tackling Neglect Subgroup; no person is named.',
      ],
      ['whose is SA-003', 'No owner is recorded for SA-003.'],
      ['when is SA-071 due', 'SA-071 was due on Fri 5 March and is overdue by 10 days.'],
      ['is there a deadline for SA-008', 'SA-008 has no due date.'],
      ['any impact for SA-038', 'SA-038 is complete, and no evidence of impact is recorded.'],
      [
        'where did SA-019 come from',
        'SA-019 came from “QPPA annual briefing” (sub-group), raised on Fri 31 July 2020.',
      ],
      [
        'what is blocking SA-017',
        'SA-017 is not recorded as blocked; it is open. The notes say: “barrier: limits full assurance; no remedy described”.',
      ],
      [
        'what happens next with SA-027',
        'SA-027 is complete with evidence. Next, a chair or the scrutineer verifies it.',
      ],
      [
        'why was SA-021 withdrawn',
        'SA-021 has not been withdrawn; it is not started, overdue by 45 days.',
      ],
    ])('“%s”', async (text, answer) => {
      expect((await manager(text)).text).toBe(answer);
    });
  });
});

describe('asking about actions of other partnerships', () => {
  let fenmarsh: Convenor;
  let thornbury: Convenor;
  beforeAll(async () => {
    fenmarsh = await startConvenor({ today: '2026-06-10', folder: 'samples/fenmarsh' });
    thornbury = await startConvenor({
      today: '2025-11-04',
      folder: 'tests/understanding/folders/thornbury',
    });
  });
  afterAll(() => Promise.all([fenmarsh.stop(), thornbury.stop()]));

  it('says why an action was withdrawn where its notes do', async () => {
    const reply = await fenmarsh.hears(fenmarsh.person('unit-manager'), 'why did we drop FM-140');
    expect(reply.text).toBe('FM-140 was withdrawn. The notes say: “no bid accepted”.');
  });

  it('names the person who owns an action', async () => {
    const reply = await thornbury.hears(
      thornbury.person('gillian-hartley'),
      'who owns TV/2025/001',
    );
    expect(reply.text).toBe(
      'TV/2025/001 is assigned to Karen Booth (Vale Community Health Services), overseen by Early Years Task Group.',
    );
  });

  it('lists what one person owns', async () => {
    const asks = (text: string) => thornbury.hears(thornbury.person('gillian-hartley'), text);
    expect((await asks('what has karen booth got')).text).toBe(
      'There is 1 action assigned to Karen Booth: 1 open.',
    );
    expect((await asks('is imran late with anything')).text).toBe(
      'Both actions assigned to Imran Sadiq are overdue.',
    );
  });

  it('finds the actions of one review by its name', async () => {
    const reply = await thornbury.hears(
      thornbury.person('gillian-hartley'),
      'actions from the rowan review',
    );
    expect(
      refsOf(reply)
        .filter((ref) => /\d{3}$/.test(ref))
        .sort(),
    ).toEqual(['TV/2024/008', 'TV/2024/009', 'TV/2024/010', 'TV/2024/011']);
  });
});

describe('the scrutineer asks after their recommendations', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  it.each([
    'which of my recommendations have gone nowhere',
    'what has happened to my recommendations',
  ])('takes the scrutineer’s own recommendations for those they made: “%s”', async (asked) => {
    const reply = await bot.hears(bot.person('independent-scrutineer'), asked);
    expect(reply.text).toMatch(/^All 11 actions from the scrutineer are open/);
  });
});
