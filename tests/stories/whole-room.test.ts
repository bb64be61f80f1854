import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import {
  findBoardHistory,
  findBoardRegister,
  IN_THE_MEETING,
  startBoardRollCall,
} from '../support/board-roll-call.ts';
import { readInputs } from '../support/card-reading.ts';
import type { Convenor } from '../support/convenor.ts';
import type { Heard } from '../support/teams-client.ts';

let bot: Convenor;
let card: Heard;
afterAll(() => bot?.stop());

beforeEach(async () => {
  await bot?.stop();
  ({ bot, card } = await startBoardRollCall());
});

const manager = () => bot.person('business-manager');
const register = () => findBoardRegister(bot);
const history = () => findBoardHistory(bot);
const inWords = (heard: Heard) => heard.lines.join('\n');

describe('a whole room', () => {
  const say = (words: string, who = manager()) => bot.hears(who, words, IN_THE_MEETING);
  const here = async () =>
    (await register())?.marks.filter(({ status }) => status === 'here').map(({ agency }) => agency);

  it('is marked from one message, each agency named, and taken back by one press', async () => {
    await card.isPressedBy(bot.person('council-partner-lead'), 'I’m here');
    await card.isPressedBy(bot.person('lay-member'), 'Send apologies', { message: '' });
    const form = await say('everybody on the list is here but the police and education');
    expect(form.text).toContain('Mark 8 agencies present at');
    const words = inWords(form);
    expect(words).toMatch(/West Midlands Police\s+not marked/);
    expect(words).toMatch(/Education \(schools and colleges\)\s+not marked/);
    expect(words).toMatch(/Lay Person\s+sent apologies; not marked/);
    expect(words).toMatch(/Sandwell Metropolitan Borough Council\s+here already/);
    expect(await here()).toEqual(['SMBC']);

    const marked = await form.press('Mark present');
    expect(inWords(marked)).toContain('9 of 12 agencies are here');
    expect(await here()).not.toContain('WMP');
    expect(await here()).not.toContain('EDU');
    expect((await history()).at(-1)).toMatchObject({
      type: 'marked',
      by: 'business-manager',
      person: expect.stringContaining('somebody:CCG'),
    });
    const undone = await marked.press('Undo');
    expect(inWords(undone)).toContain('1 of 12 agencies are here');
    expect((await history()).at(-1)).toMatchObject({ type: 'undone', by: 'business-manager' });
  });

  it.each([
    ['all present except the police', 'Mark 11 agencies present'],
    ['everyone is here apart from health and public health', 'Mark 10 agencies present'],
    ['mark everybody present', 'Mark 12 agencies present'],
  ])('“%s” is understood', async (words, heading) => {
    expect((await say(words)).text).toContain(heading);
  });

  it('says which name it does not know, and is for those who keep the register', async () => {
    const form = await say('everybody on the list is here but the police and Barnardo’s');
    expect(`${form.text} ${inWords(form)}`).toMatch(/barnardo/i);
    const refused = await say('all present except the police', bot.person('police-deputy'));
    expect(refused.text).toContain('a register is kept by the chair and the administrators');
  });
});

describe('some of a room', () => {
  const say = (words: string, who = manager()) => bot.hears(who, words, IN_THE_MEETING);
  const marks = async () =>
    (await register())?.marks.map(({ agency, status }) => `${agency} ${status}`) ?? [];

  it('is marked by one form with every part of what was said, and taken back by one press', async () => {
    const form = await say('council and health are here too, lay member sends apologies');
    expect(form.text).toMatch(/^Mark 2 agencies present and record apologies from Lay Person at /);
    expect(readInputs(form.card)).toEqual({ present: 'SMBC,CCG', excused: 'LAY' });
    expect(await marks()).toEqual([]);
    const marked = await form.press('Mark attendance', readInputs(form.card));
    expect(inWords(marked)).toContain('2 of 12 agencies are here');
    expect(await marks()).toEqual(['SMBC here', 'CCG here', 'LAY apologies']);
    await marked.press('Undo');
    expect(await marks()).toEqual([]);
    expect((await history()).map(({ type }) => type)).toEqual(['opened', 'marked', 'undone']);
  });

  it.each([
    ['police are here', { present: 'WMP' }],
    ['apologies from the lay member', { excused: 'LAY' }],
    ['council and police present, education apologies', { present: 'SMBC,WMP', excused: 'EDU' }],
    ['the police have arrived', { present: 'WMP' }],
  ])('“%s”', async (words, inputs) => {
    expect(readInputs((await say(words)).card)).toEqual(inputs);
  });

  it('those not named are everybody else only where that is said', async () => {
    const form = await say('voluntary sector sends apologies, everyone else is here');
    expect(readInputs(form.card).excused).toBe('SCVO');
    expect(readInputs(form.card).present?.split(',')).toHaveLength(11);
  });

  it('says who is not expected or was marked before, and is for those who keep the register', async () => {
    await card.isPressedBy(bot.person('council-partner-lead'), 'I’m here');
    const form = await say('housing, council and health are here');
    expect(inWords(form)).toMatch(/Housing\s+not expected at this meeting/);
    expect(inWords(form)).toMatch(/Sandwell Metropolitan Borough Council\s+here already/);
    const refused = await say('council and health are here', bot.person('police-deputy'));
    expect(refused.text).toContain('a register is kept by the chair and the administrators');
  });

  it('apologies of others can be recorded before the meeting, on the day that was said', async () => {
    const form = await bot.hears(manager(), 'apologies from education for 14 july');
    expect(form.text).toContain('Wed 14 July 2021');
    await form.press('Record apologies', readInputs(form.card));
    const later = await bot.records.registers.find('sandwell', 'BOARD-2021-07-14');
    expect(later?.register.marks).toMatchObject([{ agency: 'EDU', status: 'apologies' }]);
    const own = await bot.hears(bot.person('lay-member'), 'apologies from me', IN_THE_MEETING);
    expect(own.text).toMatch(/^Give your apologies for /);
  });
});
