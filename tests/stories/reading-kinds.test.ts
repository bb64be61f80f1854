import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Question } from '../../src/contract/question.ts';
import type { Candidate, Reading } from '../../src/understanding/reading.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import { reader } from '../support/understanding.ts';

const asks = (
  intent: string,
  filters: Question['filters'] = {},
  args: Question['args'] = {},
  rest: Partial<Candidate> = {},
): Candidate => ({ question: { intent, filters, args }, confidence: 0.9, parts: [], ...rest });

const overdue = asks('list_actions', { agency: 'WMP', dueRange: 'overdue' });
const attendance = asks('attendance_agency', { agency: 'WMP', year: 'current' });

/** What the reader makes of these messages; every other one it reads as it does. */
const READINGS: Readonly<Record<string, Reading>> = {
  'police overdue and when is the next board': {
    kind: 'several',
    questions: [overdue, asks('next_meeting', { group: 'BOARD' })],
  },
  'close SA-071 and whats overdue for police': {
    kind: 'several',
    questions: [asks('complete_action', {}, { actionRef: 'SA-071' }), overdue],
  },
  'overdue for police in the shed': {
    kind: 'question',
    ...overdue,
    unused: ['in the shed'],
  },
  'and the police': {
    kind: 'question',
    ...asks(
      'list_actions',
      { agency: 'WMP', priority: 'NEGLECT', status: 'open' },
      {},
      {
        inherited: ['priority'],
      },
    ),
  },
  'overdue for Barnardo’s': {
    kind: 'unknown-name',
    name: { words: 'Barnardo’s', kind: 'agency' },
    guess: asks('list_actions', { dueRange: 'overdue' }),
  },
  'actions of the toy library group': {
    kind: 'unknown-name',
    name: { words: 'toy library group', kind: 'group' },
  },
  'due by the twelfth of never': {
    kind: 'unknown-name',
    name: { words: 'the twelfth of never', kind: 'day' },
    guess: asks('list_actions', { status: 'open' }),
  },
  'police please': { kind: 'choice', readings: [overdue, attendance] },
  'who carries the can': {
    kind: 'choice',
    readings: [asks('not_kept', {}, { subject: 'budget' }, { confidence: 0.5 }), overdue],
  },
  'sa 19 or 24': {
    kind: 'choice',
    readings: [
      asks('action_detail', {}, { actionRef: 'SA-019' }),
      asks('action_detail', {}, { actionRef: 'SA-024' }),
    ],
  },
  'SA-019 and SA-024, you know': {
    kind: 'choice',
    readings: [
      asks('action_detail', {}, { actionRef: 'SA-019' }, { otherRefs: ['SA-024'] }),
      asks('reassign_action', { agency: 'PH' }, { actionRef: 'SA-019' }),
      asks('update_action_status', {}, { actionRef: 'SA-019', dueOn: '2021-06-30' }),
    ],
  },
  'june or so': {
    kind: 'choice',
    readings: [
      asks('list_actions', { dueRange: 'by:2021-06-30' }),
      asks('rapid_review_list', {}, { panel: 'questioned' }),
      asks('show_more'),
    ],
  },
  'police maybe': {
    kind: 'choice',
    readings: [
      asks(
        'list_people',
        { agency: 'WMP' },
        {},
        {
          confidence: 0.08,
          parts: [{ words: 'police', field: 'filters.agency', value: 'WMP' }],
        },
      ),
      asks('drift_report', {}, {}, { confidence: 0.05 }),
    ],
  },
  'SA-019 and so forth': {
    kind: 'unknown',
    guess: asks(
      'update_action_status',
      {},
      { actionRef: 'SA-019' },
      {
        parts: [{ words: '', field: 'args.actionRef', value: 'SA-019' }],
      },
    ),
  },
  'something with the police': {
    kind: 'unknown',
    guess: asks(
      'attendance_agency',
      { agency: 'WMP' },
      {},
      {
        parts: [{ words: 'the police', field: 'filters.agency', value: 'WMP' }],
      },
    ),
  },
};

let bot: Convenor;
beforeAll(async () => {
  bot = await startConvenor({
    today: '2021-03-15',
    reader: async (text, lexicon, context) => READINGS[text] ?? reader(text, lexicon, context),
  });
});
afterAll(() => bot.stop());

const says = (text: string, who = 'coordinator') => bot.hears(bot.person(who), text);
/** What stands on the card, in the plain text that is read aloud, and in the message. */
const everywhere = ({ text, lines, card }: Awaited<ReturnType<typeof says>>) => [
  text,
  lines.join('\n'),
  String((card as { speak?: string } | undefined)?.speak),
];

describe('several questions in one message', () => {
  it('are answered one after the other, each under its own heading', async () => {
    const both = await says('police overdue and when is the next board');
    const one = await says('whats overdue for West Midlands Police');
    const other = await says('when is the next board meeting');
    expect(both.messages).toHaveLength(1);
    expect(both.text).toBe(`${one.text} ${other.text}`);
    expect(both.lines).toContain('2 answers');
    for (const line of one.lines.filter((each) => /SA-\d/.test(each)))
      expect(both.lines).toContain(line);
    expect(both.buttons.length).toBeLessThanOrEqual(6);
  });

  it('one that changes something is opened first, and the rest is named with a button', async () => {
    const form = await says('close SA-071 and whats overdue for police', 'police-partner-lead');
    expect(form.text).toMatch(/^Complete SA-071\?/);
    expect(form.text).toContain('After this: “West Midlands Police: overdue actions”.');
    const rest = await form.press('Overdue actions');
    expect(rest.text).toMatch(/with West Midlands Police (is|are) overdue/);
  });
});

describe('what an answer took for granted', () => {
  it('words that were not used are named on the card and in the plain text', async () => {
    const reply = await says('overdue for police in the shed');
    const plain = await says('whats overdue for West Midlands Police');
    expect(reply.text).toBe(`${plain.text} I did not use “in the shed”.`);
    for (const said of everywhere(reply)) expect(said).toContain('I did not use “in the shed”');
  });

  it('what is still meant from before is named, with a button that asks without it', async () => {
    const reply = await says('and the police');
    for (const said of everywhere(reply)) expect(said).toContain('On Neglect, as before');
    expect(reply.buttons).toContain('Not only Neglect');
    const all = await reply.press('Not only Neglect');
    expect(all.text).not.toMatch(/neglect/i);
    expect(all.text).toMatch(/West Midlands Police/);
  });
});

describe('a name that no record bears', () => {
  it('is said to be unknown, with the names that are known and the question without it', async () => {
    const reply = await says('overdue for Barnardo’s', 'lay-member');
    expect(reply.text).toMatch(
      /^I know no agency called “Barnardo’s”\. I know SMBC, West Midlands Police, .*…$/,
    );
    expect(reply.text.split(', ')).toHaveLength(8);
    expect(reply.buttons).toEqual(['Overdue actions', 'What can I ask you?']);
    expect((await reply.press('Overdue actions')).text).toMatch(/^18 of 113 actions are overdue/);
  });

  it('can be taught by an administrator at once', async () => {
    const reply = await says('actions of the toy library group', 'business-manager');
    expect(reply.text).toMatch(/^I know no group called “toy library group”\. I know /);
    const which = await reply.press('Teach me the word');
    expect(which.lines.join('\n')).toContain('What does “toy library group” mean?');
  });

  it('a day that cannot be read is asked for', async () => {
    const reply = await says('due by the twelfth of never');
    expect(reply.text).toBe(
      'I could not read “the twelfth of never” as a day. Which day do you mean?',
    );
  });
});

describe('a message that could mean several things', () => {
  it('is asked back about the thing, in people’s words', async () => {
    const reply = await says('police please');
    expect(reply.text).toBe(
      'Which do you mean: “West Midlands Police: overdue actions” or “West Midlands Police: attendance this year”?',
    );
    const chosen = await reply.press('West Midlands Police: overdue actions');
    expect(chosen.text).toMatch(/with West Midlands Police (is|are) overdue/);
  });

  it('is told what no record is kept of where that is likeliest, and may have meant otherwise', async () => {
    const reply = await says('who carries the can');
    expect(reply.text).toMatch(/^I keep no record of money.* If you meant something else, choose/);
    expect(reply.buttons).toEqual(['Overdue actions']);
  });

  it('of one action that is named once, and says what differs', async () => {
    const reply = await says('SA-019 and SA-024, you know', 'business-manager');
    const { action } = (await bot.records.actions.find('sandwell', 'SA-019')) ?? {};
    expect(reply.text).toBe(
      `Which do you mean for SA-019 “${action?.title}”: “Everything about it”, “Give it to Public Health” or “Move its due date”? One at a time: SA-024 after this.`,
    );
    const form = await reply.press('Give it to Public Health');
    expect(form.text).toMatch(/^Give SA-019 to somebody else\?/);
  });

  it('with days as they are said, and no more of a list that was not shown', async () => {
    const reply = await says('june or so', 'partnership-chair');
    expect(reply.text).toBe(
      'Which do you mean: “Actions due by Wed 30 June 2021” or “Reviews the Panel questioned”?',
    );
  });

  it('is not asked back where all is unlikely, but what was named is said', async () => {
    const reply = await says('police maybe');
    expect(reply.text).toBe('I know West Midlands Police, but not what you want to know about it.');
    expect(reply.buttons).toEqual(['People', 'Open actions', 'Attendance this year']);
  });

  it('names actions by their titles', async () => {
    const reply = await says('sa 19 or 24');
    const { action } = (await bot.records.actions.find('sandwell', 'SA-019')) ?? {};
    expect(reply.text).toContain(`“SA-019 “${action?.title}”`);
    expect(reply.text).not.toContain('action_detail');
  });
});

describe('a message that was understood in part', () => {
  it('says which action it knows, and offers it', async () => {
    const reply = await says('SA-019 and so forth');
    expect(reply.text).toBe('I know SA-019, but not what to do with it.');
    const shown = await reply.press('Show the action');
    expect(shown.text).toMatch(/^SA-019 “/);
  });

  it('says which agency it knows, and offers the likeliest questions about it', async () => {
    const reply = await says('something with the police');
    expect(reply.text).toBe('I know West Midlands Police, but not what you want to know about it.');
    expect(reply.buttons).toEqual(['Attendance', 'Open actions', 'What can I ask you?']);
    expect((await reply.press('Open actions')).text).toMatch(/West Midlands Police/);
  });
});

describe('what is pasted in place of a message', () => {
  it.each([
    [
      'an agenda',
      '1. Welcome and apologies\n2. Minutes of the last meeting\n3. Neglect strategy\n4. AOB',
      /^That looks like a whole agenda, and nothing was added\./,
    ],
    [
      'a table',
      'Action\tOwner\tDue\nSA-019\tPolice\t12 March\nSA-024\tICB\t1 April',
      /^That looks like a table, and nothing was recorded\./,
    ],
    [
      'a list of actions',
      'new actions:\n- police to share data\n- health to audit\n- council to report\n- schools to train',
      /^That looks like a whole list, and nothing was recorded\./,
    ],
    [
      'a mail thread with quoted dates',
      'From: Jo Field\nSent: 12 March 2021 09:14\nTo: Office\nSubject: SA-019\n\nplease close SA-019 by 30 April',
      /^That looks like an e-mail thread, so I took nothing from it\./,
    ],
    ['another language', 'quelles sont les actions en retard', /^I only read English so far\./],
  ])('%s gets one sensible sentence, and opens and records nothing', async (_, text, sentence) => {
    const before = await bot.records.actions.all('sandwell');
    const reply = await says(text);
    expect(reply.text).toMatch(sentence);
    expect(reply.buttons).toEqual(['What can I ask you?']);
    expect(reply.messages).toHaveLength(1);
    expect(await bot.records.actions.all('sandwell')).toEqual(before);
  });

  it('is refused like any message when it names a child', async () => {
    const reply = await says(
      'From: Jo\nSent: Friday\nTo: Office\nSubject: case\n\nis jayden smith on a cp plan',
    );
    expect(reply.text).toMatch(/^I hold no case records/);
  });
});
