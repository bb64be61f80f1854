import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../src/domain/partnership.ts';
import { readFolder } from '../support/a-folder.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import type { Heard } from '../support/teams-client.ts';

const SANDWELL = "Sandwell Children's Safeguarding Partnership";
const FENMARSH = 'Fenmarsh Safeguarding Children Partnership';
const WHICH = /^You belong to the .+ and the .+\. Which one do you mean in this chat\?$/;
const IN_THE_MEETING = { in: 'group' } as const;

let bot: Convenor;
let fenmarsh: readonly Person[];
afterAll(() => bot.stop());

const lead = () => bot.person('police-partner-lead');
const says = (text: string) => bot.hears(lead(), text);
const source = (heard: Heard) => heard.lines[0];

/** Sandwell, and Fenmarsh in the same deployment: its constabulary's lead is Sandwell's police lead. */
async function begin(today: string): Promise<void> {
  bot = await startConvenor({ today });
  const { records } = await readFolder('samples/fenmarsh');
  if (!records) throw new Error('The sample cannot be read');
  const { tenantId, objectId } = lead();
  const people = records.people.map((person) =>
    person.id === 'constabulary-lead' ? { ...person, tenantId, objectId } : person,
  );
  fenmarsh = people;
  await bot.records.partnerships.save({ ...records, people }, 'import');
}

describe('a police lead who belongs to two partnerships', () => {
  beforeAll(() => begin('2026-06-10'));

  it('is asked once which one a chat is about, and each answer says whose it is', async () => {
    const asked = await says('which actions are overdue');
    expect(asked.text).toMatch(WHICH);
    expect(asked.lines).toEqual(expect.arrayContaining([SANDWELL, FENMARSH]));
    expect((await asked.press(FENMARSH)).text).toBe(
      `In this chat I now speak of the ${FENMARSH}. To change that, say “switch partnership”.`,
    );
    const answer = await says('which actions are overdue');
    expect(source(answer)).toMatch(/FSCP · as at/);
    expect(answer.text).not.toMatch(WHICH);
  });

  it('switches when they say so, by its name or from the choice', async () => {
    const list = await says('switch partnership');
    expect(list.lines).toContain('● Spoken of now');
    await list.press(SANDWELL);
    expect(source(await says('show SA-019'))).toMatch(/SCSP · as at/);
    await says('switch to Fenmarsh');
    expect(source(await says('which actions are overdue'))).toMatch(/FSCP · as at/);
  });

  it('presses a card of the one while the chat is about the other, and means that of the card', async () => {
    const manager = bot.person('business-manager');
    const said = (text: string) => bot.hears(manager, text);
    await said('switch to Sandwell');
    const card = await said('show SA-019');
    await said('switch to Fenmarsh');
    const form = await card.press('Done…');
    expect(form.lines.join('\n')).toContain('SA-019');
    await form.press('Confirm', { evidence: 'The plan is shared and used in supervision' });
    const { action } = (await bot.records.actions.find('sandwell', 'SA-019')) ?? {};
    expect(action?.status).toBe('complete');
    expect(source(await said('which actions are overdue'))).toMatch(/FSCP · as at/);
  });

  it('hears of what is due in both, in the one chat that they have', async () => {
    const { personal } = bot.records.conversations;
    expect(await personal('sandwell', 'police-partner-lead')).toMatchObject({
      conversationId: `a:${lead().objectId}`,
    });
    expect(await personal('fenmarsh', 'constabulary-lead')).toEqual(
      await personal('sandwell', 'police-partner-lead'),
    );
  });
});

describe('those who share a tenant and belong to one', () => {
  it('are known, whichever partnership comes first by its id', async () => {
    const answer = await bot.hears(bot.person('health-partner-lead'), 'which actions are overdue');
    expect(source(answer)).toMatch(/SCSP · as at/);
    const nurse = fenmarsh.find(({ id }) => id === 'named-nurse') as Person;
    const theirs = await bot.hears({ ...nurse, name: 'Nurse' }, 'which actions are overdue');
    expect(source(theirs)).toMatch(/FSCP · as at/);
  });

  it('are nobody on a card of the other, and change nothing there', async () => {
    const card = await bot.hears(bot.person('business-manager'), 'switch to Sandwell');
    expect(card.text).toMatch(/^In this chat I now speak of the Sandwell/);
    const action = await bot.hears(bot.person('business-manager'), 'show SA-019');
    const nurse = fenmarsh.find(({ id }) => id === 'named-nurse') as Person;
    const pressed = await action.isPressedBy({ ...nurse, name: 'Nurse' }, 'Reopen…');
    expect(pressed.text).toMatch(
      /^I do not know you yet, so I cannot show you the records of the Sandwell/,
    );
  });
});

describe('a chat of several', () => {
  it('is about the partnership for whose group it is kept, and otherwise asks; then an administrator changes it', async () => {
    const asked = await bot.hears(lead(), 'which actions are overdue', IN_THE_MEETING);
    expect(asked.text).toMatch(WHICH);
    await asked.press(SANDWELL);
    expect(source(await bot.hears(lead(), 'show SA-019', IN_THE_MEETING))).toMatch(/SCSP · as at/);
    const refused = await bot.hears(lead(), 'switch to Fenmarsh', IN_THE_MEETING);
    expect(refused.text).toMatch(
      /^This chat is about the Sandwell .* An administrator of the Fenmarsh/,
    );
    const manager = bot.person('business-manager');
    await bot.hears(manager, 'switch to Fenmarsh', IN_THE_MEETING);
    expect(source(await bot.hears(lead(), 'which actions are overdue', IN_THE_MEETING))).toMatch(
      /FSCP · as at/,
    );
  });

  it('that is kept for a group of one of them needs no question', async () => {
    const link = { group: 'BOARD' };
    const channel = '19:general@thread.tacv2';
    await bot.records.meetings.link('sandwell', channel, link, 'business-manager');
    const answer = await bot.hears(lead(), 'show SA-019', { in: 'channel' });
    expect(source(answer)).toMatch(/SCSP · as at/);
  });

  it('is what the message extension goes by; elsewhere by what was chosen in one’s own chat', async () => {
    const found = await bot.client.search(lead(), 'SA-019');
    expect(found.results.map(({ title }) => title).join()).not.toMatch(/SA-019/);
    await bot.records.directories.bindChat(
      { kind: 'group', conversationId: '19:meeting-of-the-board@thread.v2' },
      'sandwell',
    );
    expect((await bot.client.search(lead(), 'SA-019')).results[0]?.title).toMatch(/SA-019/);
  });
});

describe('somebody who belongs to three partnerships', () => {
  const ALDERMOOR = 'Aldermoor Safeguarding Children Partnership';

  it('chooses among all, and is asked where a name is that of two', async () => {
    const { records } = await readFolder('samples/fenmarsh');
    if (!records) throw new Error('The sample cannot be read');
    const partnership = { ...records.partnership, id: 'aldermoor', name: ALDERMOOR };
    const people = fenmarsh.map((person) =>
      person.id === 'constabulary-lead' ? person : { ...person, objectId: `${person.objectId}-a` },
    );
    await bot.records.partnerships.save({ ...records, partnership, people }, 'import');
    const named = await says('switch to Fenmarsh');
    expect(named.lines).toEqual(expect.arrayContaining([ALDERMOOR, FENMARSH, SANDWELL]));
    await named.press(ALDERMOOR);
    const answer = await says('which actions are overdue');
    expect(answer.text).toMatch(/actions are overdue/);
    await says('switch to aldermoor');
    await says('switch to Sandwell');
    expect(source(await says('show SA-019'))).toMatch(/SCSP · as at/);
  });
});
