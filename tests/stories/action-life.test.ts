import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import type { Heard } from '../support/teams-client.ts';

const said = (reply: Heard): string => [reply.text, ...reply.lines].join('\n');

describe('the life of an action, from raised to verified', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  const manager = () => bot.person('business-manager');
  const police = () => bot.person('police-partner-lead');
  const chair = () => bot.person('partnership-chair');
  const scrutineer = () => bot.person('independent-scrutineer');
  const stored = (ref: string) => bot.records.actions.find('sandwell', ref);
  const REF = 'SA-114';

  it('is raised from a message, with the owner, the person and the day as they were said', async () => {
    const form = await bot.hears(
      manager(),
      'add action for police to send the vetting figures to the board by end of june',
    );
    expect(form.text).toMatch(/^Raise a new action\?/);
    const raised = await form.press('Raise it', {
      person: 'police-partner-lead',
      priority: 'LEAD',
      review: 'RR-2020-04',
    });
    expect(said(raised)).toContain('Recorded.');
    expect((await stored(REF))?.action).toMatchObject({
      title: 'send the vetting figures to the board',
      owner: { agency: 'WMP', person: 'police-partner-lead' },
      dueOn: '2021-06-30',
      priority: 'LEAD',
      review: 'RR-2020-04',
      status: 'not started',
      source: { name: 'Raised in chat' },
    });
  });

  it('stands first among the work of the person who owns it, with its buttons', async () => {
    const work = await bot.hears(police(), 'what have i got');
    expect(work.text).toMatch(
      /^13 actions of yours are open\. 1 of them is in your own name, 12 with West Midlands Police\./,
    );
    expect(work.lines).toContain('In your own name');
    expect(work.buttons.slice(0, 3)).toEqual(['Update', 'Done…', 'Need more time…']);
  });

  it('is moved on with a note', async () => {
    const work = await bot.hears(police(), 'what have i got');
    const form = await work.press('Update');
    expect(form.lines).toContain(`Update ${REF}?`);
    // The rest of the list stays above the form.
    expect(bot.personalMessages('police-partner-lead').at(-2)?.text).toBe(work.text);
    const updated = await form.press('Confirm', {
      status: 'in progress',
      reason: 'first two stations have answered',
    });
    expect(said(updated)).toContain('In progress, due in');
    expect(said(updated)).toContain(
      'updated by Police Partner Lead, status from not started to in progress. Note: first two stations have answered',
    );
  });

  it('is blocked with what it waits for, and only with that', async () => {
    const form = await bot.hears(police(), `${REF} is blocked waiting for the home office`);
    expect((await form.press('Confirm', { reason: '' })).text).toContain('Please give a reason');
    const blocked = await form.press('Confirm', { reason: 'the home office has the figures' });
    expect(said(blocked)).toContain('Why: the home office has the figures');
    expect((await stored(REF))?.action.status).toBe('blocked');
  });

  it('gets more time with a reason, twice, and shows that it was moved twice', async () => {
    for (const [due, reason] of [
      ['2021-07-16', 'the home office answers in July'],
      ['2021-09-30', 'the summer'],
    ] as const) {
      const card = await bot.hears(police(), REF);
      const form = await card.press('Need more time…');
      const moved = await form.press('Confirm', { due, reason });
      expect(said(moved)).toContain('Recorded.');
    }
    expect(said(await bot.hears(police(), REF))).toContain('Thu 30 September, moved twice');
  });

  it('is never moved to a day that has gone', async () => {
    const form = await (await bot.hears(police(), REF)).press('Need more time…');
    expect((await form.press('Confirm', { due: '2021-03-01', reason: 'x' })).text).toContain(
      'That day has gone.',
    );
  });

  it('is not moved by those whose action it is not', async () => {
    const refused = await bot.hears(bot.person('lay-member'), `push ${REF} to end of october`);
    expect(refused.text).toMatch(
      /^Nothing was recorded: SA-114 is not yours to change\. Please ask West Midlands Police/,
    );
  });

  it('is given to a colleague, with the reason', async () => {
    const form = await bot.hears(
      police(),
      `give ${REF} to the police deputy because the lead is on leave`,
    );
    expect(form.lines).toContain(`Give ${REF} to somebody else?`);
    const given = await form.press('Confirm', {
      agency: 'WMP',
      person: 'police-deputy',
      reason: 'the lead is on leave',
    });
    expect(said(given)).toContain(
      'person from Police Partner Lead to Police Deputy. Why: the lead is on leave',
    );
    expect((await stored(REF))?.action.owner).toEqual({ agency: 'WMP', person: 'police-deputy' });
  });

  it('two people with the same form: the second is told that somebody was first, and nothing is lost', async () => {
    const form = await bot.hears(manager(), `update ${REF}`);
    const other = await bot.hears(police(), `update ${REF}`);
    await form.press('Confirm', { status: 'in progress', reason: 'unblocked' });
    const late = await other.press('Confirm', { status: 'not started', reason: 'x' });
    expect(said(late)).toContain('Nothing was recorded: somebody changed this action meanwhile.');
    expect((await stored(REF))?.action.status).toBe('in progress');
  });

  it('is completed without evidence, and says that the impact is not yet evidenced', async () => {
    const deputy = bot.person('police-deputy');
    const form = await (await bot.hears(deputy, REF)).press('Done…');
    const done = await form.press('Confirm', { evidence: '' });
    expect(said(done)).toContain('Complete, impact not yet evidenced');
    expect((await bot.hears(manager(), 'complete without evidence')).text).toMatch(
      /^13 of 114 actions/,
    );
    expect(done.buttons).toContain('Add evidence…');
  });

  it('gets its evidence, and then waits to be verified', async () => {
    const form = await (await bot.hears(bot.person('police-deputy'), REF)).press('Add evidence…');
    const evidenced = await form.press('Confirm', { evidence: 'All stations report monthly' });
    expect(said(evidenced)).toContain('Complete with evidence, not yet verified');
    const waiting = await bot.hears(scrutineer(), 'what needs verifying');
    expect(waiting.text).toMatch(
      /^\d+ of 114 actions are complete with evidence of impact, not yet verified/,
    );
    expect(said(waiting)).toContain(REF);
  });

  it('is not verified by whoever completed it, nor by their agency, nor by those who are neither chair nor scrutineer', async () => {
    for (const id of [
      'police-deputy',
      'police-partner-lead',
      'business-manager',
      'lay-member',
      'council-member',
    ]) {
      const refused = await bot.hears(bot.person(id), `verify ${REF}`);
      expect(refused.text, id).toMatch(
        /^Nothing was recorded[:.].* Please ask .*Partnership Chair.*Independent Scrutineer/,
      );
    }
  });

  it('is sent back by the scrutineer with what is missing, and the owner reads it where they answer', async () => {
    const form = await bot.hears(scrutineer(), `verify ${REF}`);
    expect(form.lines).toContain('All stations report monthly');
    const back = await form.press('Send back…');
    expect((await back.press('Send back', { reason: ' ' })).text).toContain('Please give a reason');
    const sent = await back.press('Send back', { reason: 'what did it change for a child?' });
    expect(said(sent)).toContain('Complete, impact not yet evidenced');
    const again = await (await bot.hears(bot.person('police-deputy'), REF)).press('Add evidence…');
    expect(said(again)).toContain('Its evidence was taken back: what did it change for a child?');
    await again.press('Confirm', { evidence: 'Three unsuitable carers were found and stopped' });
  });

  it('is verified by the chair, once, however often the press arrives', async () => {
    const form = await bot.hears(chair(), `verify ${REF}`);
    const verified = await form.isPressedBy(
      chair(),
      'Verify',
      { reason: 'seen the returns' },
      { times: 3 },
    );
    expect(said(verified)).toContain('Complete, evidenced and verified');
    expect(said(verified)).toMatch(/Recorded\. \d+ left for you to verify\./);
    const [, ref] = /Verify next: (SA-\d+)/.exec(verified.buttons.join()) ?? [];
    const next = await verified.press(`Verify next: ${ref}`);
    expect(next.lines).toContain(`Verify ${ref}?`);
    const found = await stored(REF);
    expect(found?.action).toMatchObject({
      verifiedBy: 'partnership-chair',
      verifiedOn: '2021-03-15',
    });
    expect(found?.history.filter(({ type }) => type === 'verified')).toHaveLength(1);
    expect((await bot.hears(scrutineer(), `verify ${REF}`)).lines).toContain(
      'It is verified already.',
    );
  });

  it('is then not reopened by its owner, but by those who may verify, with a reason', async () => {
    const owner = await bot.hears(bot.person('police-deputy'), `reopen ${REF}`);
    expect(owner.text).toMatch(/^Nothing was recorded: SA-114 is verified/);
    const form = await bot.hears(chair(), `reopen ${REF}`);
    const reopened = await form.press('Reopen it', {
      reason: 'two stations have stopped reporting',
    });
    expect(said(reopened)).toContain('In progress');
    const found = await stored(REF);
    expect(found?.action.status).toBe('in progress');
    expect(
      found?.action.verifiedBy ?? found?.action.impactEvidence ?? found?.action.completedOn,
    ).toBeUndefined();
  });

  it('is withdrawn with a reason, and leaves the lists of what is open', async () => {
    const form = await bot.hears(manager(), `withdraw ${REF}`);
    const withdrawn = await form.press('Withdraw it', {
      reason: 'the board has merged it with SA-071',
    });
    expect(said(withdrawn)).toContain('Withdrawn');
    expect((await bot.hears(bot.person('police-deputy'), 'what have i got')).text).toContain(
      'None is in your own name',
    );
  });

  it('tells its whole history: who, when, from what to what, and why', async () => {
    const card = await bot.hears(scrutineer(), REF);
    const first = said(card);
    expect(first).toContain(
      'withdrawn by Business Manager, status from in progress to withdrawn. Why: the board has merged it',
    );
    expect(first).toContain(
      'evidence taken back: “Three unsuitable carers were found and stopped”',
    );
    expect(card.buttons).toContain('Show 6 earlier');
    const all = said(await card.press('Show 6 earlier'));
    for (const words of [
      'sent back by Independent Scrutineer, evidence taken back: “All stations report monthly”. Why: what did it change for a child?',
      'verified by Partnership Chair. Note: seen the returns',
      'due day from Wed 30 June to Fri 16 July. Why: the home office answers in July',
      'raised by Business Manager, status not started, due day Wed 30 June, agency West Midlands Police',
    ])
      expect(all).toContain(words);
  });

  it('keeps every word of all this out of the log', () => {
    const log = bot.logged.join('\n');
    for (const words of ['vetting', 'stations', 'home office', 'carers', 'Police'])
      expect(log).not.toContain(words);
  });
});

describe('forms that are opened by a button of another card', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  const press = (id: string, data: object) => {
    const speaker = bot.person(id);
    const action = { type: 'Action.Execute', verb: 'actions.form', data };
    return bot.client.post(
      bot.client.activity(speaker, 'personal', {
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action },
      }),
    );
  };
  const shown = async (id: string, form: string, ref = 'SA-071') =>
    JSON.stringify((await press(id, { verb: 'actions.form', ref, form })).body);

  it.each([
    ['update', 'Update SA-071?'],
    ['done', 'Complete SA-071?'],
    ['more-time', 'More time for SA-071?'],
    ['block', 'Mark SA-071 as blocked?'],
    ['reassign', 'Give SA-071 to somebody else?'],
    ['withdraw', 'Withdraw SA-071?'],
  ])(
    '%s opens for the agency that owns the action, and for nobody else',
    async (form, headline) => {
      expect(await shown('police-partner-lead', form)).toContain(headline);
      expect(await shown('health-partner-lead', form)).toContain('is not yours to change');
    },
  );

  it.each([
    ['verify', 'It is not complete yet'],
    ['reopen', 'It is open already.'],
  ])('%s says why it is of no use, and shows how the action stands', async (form, why) => {
    const card = await shown('partnership-chair', form);
    expect(card).toContain(why);
    expect(card).toContain('Promote GCP2 training and its uptake');
  });

  it('an old or forged card opens nothing', async () => {
    expect(await shown('police-partner-lead', 'delete')).toContain('out of date');
    expect(await shown('police-partner-lead', 'update', 'SA-999')).toContain('out of date');
  });

  it('who confirms is looked at again', async () => {
    const form = await bot.hears(bot.person('police-partner-lead'), 'update SA-071');
    const refused = await form.isPressedBy(bot.person('health-partner-lead'), 'Confirm', {
      status: 'blocked',
      reason: 'x',
    });
    expect(refused.text).toContain('SA-071 is not yours to change');
  });

  it('nothing that looks like details of a child is kept, in any form', async () => {
    for (const [form, field, confirm] of [
      ['block SA-071', 'reason', 'Confirm'],
      ['withdraw SA-071', 'reason', 'Withdraw it'],
      ['SA-071 needs more time until 30 june', 'reason', 'Confirm'],
      ['give SA-071 to the trust', 'reason', 'Confirm'],
    ] as const) {
      const card = await bot.hears(bot.person('police-partner-lead'), form);
      const refused = await card.press(confirm, {
        [field]: 'tylers mum lives at 14 Acacia Avenue',
      });
      expect(refused.text, form).toMatch(
        /^Nothing was recorded: that looks like an? .+\. Leave the/,
      );
    }
    expect((await bot.records.actions.find('sandwell', 'SA-071'))?.history).toEqual([]);
  });
});

describe('the chair of a group', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  it('verifies what partners did for that group, but not what their own agency did, nor what another group follows up', async () => {
    const slprChair = bot.person('trust-partner-lead');
    const verified = await (await bot.hears(slprChair, 'verify SA-039')).press('Verify');
    expect(said(verified)).toContain('Complete, evidenced and verified');
    expect((await bot.hears(slprChair, 'verify SA-038')).text).toContain(
      'It is your agency’s own action',
    );
    expect((await bot.hears(slprChair, 'verify SA-061')).text).toContain(
      'verified by a chair or the scrutineer',
    );
  });
});

describe('my work', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  it.each(['what have i got', 'my work', 'whats on my plate', 'my actions'])(
    '“%s” is the same card',
    async (words) => {
      const work = await bot.hears(bot.person('police-partner-lead'), words);
      expect(work.lines).toContain('Your work: 12 open actions');
      expect(work.lines).toContain('With West Midlands Police');
    },
  );

  it('has everything behind it', async () => {
    const work = await bot.hears(bot.person('police-partner-lead'), 'my work');
    const all = await work.press('Show all 12');
    expect(all.lines.join('\n')).toContain('Showing 1 to 10 of 12');
  });

  it('in a chat of several answers whoever asks, without buttons that are theirs alone', async () => {
    const work = await bot.hears(bot.person('police-partner-lead'), 'what have i got', {
      in: 'group',
    });
    expect(work.lines).toContain('Your work: 12 open actions');
    expect(work.buttons).not.toContain('Done…');
  });

  it('says so when there is nothing', async () => {
    const work = await bot.hears(bot.person('lay-member'), 'what have i got');
    expect(work.text).toMatch(/^No action of yours is open\./);
  });
});

describe('raising what is being done already', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  const manager = () => bot.person('business-manager');
  const count = async () => (await bot.records.actions.all('sandwell')).length;

  it('points out open actions like it, with owner and day, each with a button that opens it', async () => {
    const form = await bot.hears(manager(), 'add action for health to find GCP2 trainers');
    expect(said(form)).toContain('An open action like this');
    expect(said(form)).toContain('SA-070  Find new GCP2 trainers');
    expect(said(form)).toContain(
      'NHS Black Country Integrated Care Board, Tackling Neglect Subgroup · due Fri 12 March',
    );
    const opened = await form.press('Open SA-070');
    expect(opened.text).toMatch(/^SA-070 “Find new GCP2 trainers”/);
  });

  it('and when it only turns out from what was typed, comes back with them before anything is recorded', async () => {
    const before = await count();
    const form = await bot.hears(manager(), 'raise an action');
    expect(form.buttons).toContain('Raise it');
    const again = await form.press('Raise it', { title: 'Find more GCP2 trainers', agency: 'WMP' });
    expect(said(again)).toContain('SA-070  Find new GCP2 trainers');
    expect(await count()).toBe(before);
    const raised = await again.isPressedBy(manager(), 'Raise it anyway', {}, { times: 3 });
    expect(said(raised)).toContain('Find more GCP2 trainers');
    expect(await count()).toBe(before + 1);
  });
});

describe('an action that is raised at a meeting', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-05-12T14:30' });
  });
  afterAll(() => bot.stop());

  it('has the meeting of its chat as its source', async () => {
    const manager = bot.person('business-manager');
    const linked = await bot.isInstalledBy(manager, { in: 'group' });
    await linked.press('Link this chat', { to: 'BOARD|BOARD-2021-05-12' });
    const form = await bot.hears(manager, 'add action for police to circulate the protocol', {
      in: 'group',
    });
    const raised = await form.press('Raise it');
    expect(said(raised)).toContain(
      "Source\nSandwell Children's Safeguarding Partnership, Wed 12 May 2021",
    );
  });
});

describe('an action that is raised about a meeting', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  it('has the meeting that was just spoken of as its source, which can be put right on the form', async () => {
    const chair = bot.person('partnership-chair');
    await bot.hears(chair, 'who came to the last board');
    const form = await bot.hears(chair, 'add action for police to circulate the protocol');
    expect(form.lines).toContain('Agreed at');
    const raised = await form.press('Raise it');
    expect(said(raised)).toContain(
      "Source\nSandwell Children's Safeguarding Partnership, Wed 10 March 2021",
    );
    const other = await bot.hears(chair, 'add action for health to bring back waiting times');
    expect(said(await other.press('Raise it', { meeting: '' }))).toContain(
      'Source\nRaised in chat',
    );
  });
});

describe('several at once', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  const manager = () => bot.person('business-manager');
  const stored = async (ref: string) => (await bot.records.actions.find('sandwell', ref))?.action;

  it('an administrator chooses them from a list, sees what will happen to each, and confirms once', async () => {
    const list = await bot.hears(manager(), 'whats overdue for police');
    const choose = await list.press('Change several…');
    const check = await choose.press('Show what will happen', {
      chosen: 'SA-071,SA-021',
      what: 'move',
      due: '2021-06-30',
      reason: 'agreed at the chairs’ meeting',
    });
    expect(check.lines).toContain('Change 2 actions?');
    expect(check.lines).toContain('SA-071  Promote GCP2 training and its uptake');
    expect(check.lines).toContain('due Fri 5 March, will be moved to Wed 30 June');
    expect((await stored('SA-071'))?.dueOn).toBe('2021-03-05');
    const result = await check.isPressedBy(manager(), 'Change all 2', {}, { times: 3 });
    expect(result.lines).toContain('2 actions moved');
    expect((await stored('SA-071'))?.dueOn).toBe('2021-06-30');
    const history = (await bot.records.actions.find('sandwell', 'SA-071'))?.history;
    expect(history).toHaveLength(1);
    expect(history?.[0]).toMatchObject({ type: 'moved', reason: 'agreed at the chairs’ meeting' });
  });

  it('says which were not changed and why, and leaves those as they are', async () => {
    const list = await bot.hears(manager(), 'open actions');
    const choose = await list.press('Change several…');
    const check = await choose.press('Show what will happen', {
      chosen: 'SA-019,SA-014,SA-027',
      what: 'withdraw',
      reason: 'the plan was rewritten',
    });
    expect(check.lines).toContain('Change 2 actions?');
    expect(said(check)).toContain('will not be changed: it is closed');
    const meanwhile = await bot.hears(bot.person('health-partner-lead'), 'update SA-019');
    await meanwhile.press('Confirm', { status: 'blocked', reason: 'waiting for the region' });
    const result = await check.press('Change all 2');
    expect(result.lines).toContain('1 of 2 actions withdrawn, 1 not');
    expect(said(result)).toContain('not withdrawn: somebody changed it meanwhile');
    expect((await stored('SA-019'))?.status).toBe('blocked');
    expect((await stored('SA-014'))?.status).toBe('withdrawn');
  });

  it.each([
    [
      'give',
      { agency: 'SMBC', reason: 'new lead' },
      'will go to Sandwell Metropolitan Borough Council',
    ],
    ['complete', {}, 'will be complete, impact not yet evidenced'],
  ])('can %s them too', async (what, fields, words) => {
    const choose = await (await bot.hears(manager(), 'open actions')).press('Change several…');
    const check = await choose.press('Show what will happen', {
      chosen: 'SA-016',
      what,
      ...fields,
    });
    expect(said(check)).toContain(words);
    expect(said(await check.press('Change it'))).toMatch(
      /1 action (given to another owner|closed)/,
    );
  });

  it('is for administrators alone, whoever has the card', async () => {
    const police = bot.person('police-partner-lead');
    const list = await bot.hears(manager(), 'open actions');
    expect((await bot.hears(police, 'open actions')).buttons).not.toContain('Change several…');
    expect((await list.isPressedBy(police, 'Change several…')).text).toContain(
      'that is for administrators',
    );
  });

  it('asks for what is missing before anything is confirmed', async () => {
    const choose = await (await bot.hears(manager(), 'open actions')).press('Change several…');
    expect((await choose.press('Show what will happen', { chosen: '' })).text).toContain(
      'choose the actions first',
    );
    const undated = await choose.press('Show what will happen', {
      chosen: 'SA-018',
      what: 'move',
      reason: 'x',
    });
    expect(undated.text).toContain('please choose the new due day');
  });
});

describe('themes that came back', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  it('names what was raised again after it had been closed, beside what sources name again', async () => {
    const manager = bot.person('business-manager');
    const form = await bot.hears(manager, 'raise an action');
    await form.press('Raise it', {
      title: 'Invite the scoping return authors again',
      agency: 'EDU',
    });
    const reply = await bot.hears(
      bot.person('independent-scrutineer'),
      'which closed actions came back',
    );
    expect(reply.text).toMatch(/actions were raised after a similar one.* had been completed\.$/);
    expect(said(reply)).toContain('Invite the scoping return authors again');
    expect(said(reply)).toContain(
      'raised Mon 15 March after SA-045 was completed, Fri 10 July 2020',
    );
    expect(said(reply)).toContain(
      '“Invite scoping return authors to present their reports” shares',
    );
  });
});
