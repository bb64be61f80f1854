import { afterEach, expect, it } from 'vitest';
import { day } from '../../src/domain/dates.ts';
import type { Person } from '../../src/domain/partnership.ts';
import { readFolder } from '../support/a-folder.ts';
import { readLines } from '../support/card-reading.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import { personalConversation } from '../support/teams-client.ts';

let convenor: Convenor;
afterEach(() => convenor.stop());

const LEADS = ['council-partner-lead', 'police-partner-lead', 'health-partner-lead'];
const EVERYBODY = [
  ...LEADS,
  'business-manager',
  'coordinator',
  'partnership-chair',
  'independent-scrutineer',
];

async function begin(today: string, installed: readonly string[] = EVERYBODY): Promise<void> {
  convenor = await startConvenor({ today, isNew: true });
  for (const id of installed) await convenor.isInstalledBy(convenor.person(id));
}

it('on a Monday morning everybody who is owed something gets one message, and an hour later nobody gets another', async () => {
  await begin('2021-03-15');
  const got = await convenor.sweep();
  expect([...got.keys()].toSorted()).toEqual(EVERYBODY.toSorted());
  for (const messages of got.values()) expect(messages).toHaveLength(1);
  const [toHealth] = got.get('health-partner-lead') ?? [];
  expect(toHealth?.text).toBe(
    '9 things need you, 5 of them overdue. First: RR-2021-01: send the rapid review to the Panel within 6 working days.',
  );
  expect(
    readLines(toHealth?.attachments?.[0]?.content).some((line) => line.includes('SA-019')),
  ).toBe(true);
  convenor.turnTo('2021-03-15T10:00');
  expect((await convenor.sweep()).size).toBe(0);
});

it('before eight only what is in law is said; the rest comes at eight', async () => {
  await begin('2021-03-15T07:10');
  const early = await convenor.sweep();
  expect([...early.keys()].toSorted()).toEqual(
    [
      'business-manager',
      'coordinator',
      'council-partner-lead',
      'health-partner-lead',
      'police-partner-lead',
    ].toSorted(),
  );
  expect(early.get('police-partner-lead')?.[0]?.text).toMatch(
    /^RR-2021-01: send the rapid review to the Panel/,
  );
  convenor.turnTo('2021-03-15T08:00');
  const later = (await convenor.sweep()).get('police-partner-lead')?.[0]?.text;
  expect(later).toMatch(/^6 things need you, 3 of them overdue\./);
  expect(later).not.toMatch(/RR-2021-01/);
});

it('a rapid review that is late is spoken of on a Sunday evening; nothing else is', async () => {
  await begin('2021-03-28T20:00');
  await convenor.sweep();
  convenor.turnTo('2021-04-04T20:00');
  const got = await convenor.sweep();
  expect([...got.keys()].toSorted()).toEqual(
    [...LEADS, 'business-manager', 'coordinator'].toSorted(),
  );
  for (const [message] of got.values())
    expect(message?.text).toMatch(/RR-2021-01: send the rapid review to the Panel was due/);
});

it('who cannot be reached is on the list of what was not delivered until they install Convenor, and hears then', async () => {
  await begin('2021-03-15', ['business-manager']);
  const undelivered = async () => {
    const today = day('2021-03-15');
    const listed = await convenor.records.ledger.listByState(
      'sandwell',
      'undelivered',
      today,
      today,
    );
    return listed.map(({ person, reason }) => `${person}: ${reason}`);
  };
  await convenor.sweep();
  expect(await undelivered()).toContain('police-partner-lead: not-installed');
  convenor.turnTo('2021-03-15T11:00');
  await convenor.isInstalledBy(convenor.person('police-partner-lead'));
  const got = await convenor.sweep();
  expect([...got.keys()]).toEqual(['police-partner-lead']);
  expect(await undelivered()).not.toContain('police-partner-lead: not-installed');
});

it('what is asked from a notice is answered below it, and the notice stays', async () => {
  await begin('2021-03-15');
  await convenor.sweep();
  const id = 'health-partner-lead';
  const lead = convenor.person(id);
  const notice = convenor.client.sees(lead, convenor.personalMessages(id).at(-1));
  const work = await notice.press('All of mine');
  expect(work.lines.join('\n')).toMatch(/Your work: \d+ open actions/);
  const line = notice.lines.find((each) => each.startsWith('SA-019')) ?? 'SA-019';
  const action = await notice.press(line);
  expect(action.text).toMatch(/^SA-019/);
  const told = convenor.personalMessages(id).map(({ text }) => text);
  expect(told.filter((text) => text?.startsWith('9 things need you'))).toHaveLength(1);
});

it('what cannot be worked out is said to the administrators, and everybody hears of everything else, there and in other partnerships', async () => {
  await begin('2021-03-15');
  const { partnerships } = convenor.records;
  const never = { id: 'yearly-report', fromEvent: 'year_end', by: '13-45', source: 'a slip' };
  const broken = { ...never, validFrom: day('2018-06-29') };
  const sandwell = await partnerships.load('sandwell');
  const fenmarsh = (await readFolder('samples/fenmarsh')).records;
  if (!sandwell || !fenmarsh) throw new Error('The samples cannot be read');
  for (const records of [sandwell, fenmarsh]) {
    const { partnership } = records;
    const clocks = [...partnership.clocks, broken];
    await partnerships.save({ ...records, partnership: { ...partnership, clocks } }, 'test');
  }
  const officer = fenmarsh.people.find(({ id }) => id === 'unit-officer') as Person;
  await convenor.isInstalledBy({ ...officer, name: officer.displayName });

  const got = await convenor.sweep();
  expect(got.get('police-partner-lead')?.[0]?.text).toMatch(/^7 things need you|^RR-2021-01/);
  const lines = (id: string) => readLines(got.get(id)?.[0]?.attachments?.[0]?.content).join('\n');
  expect(lines('business-manager')).toMatch(
    /“yearly report due”\n.*can't be worked out, so none is sent/,
  );
  expect(lines('police-partner-lead')).not.toMatch(/can't be worked out/);
  const toOfficer = convenor.teams.messages(personalConversation(officer)).at(-1);
  expect(toOfficer?.text).toMatch(/I can't work out the notices “yearly report due”/);
  expect(convenor.logged.filter((line) => line.includes('notice source failed'))).toHaveLength(2);
  expect(convenor.logged.join('')).not.toMatch(/notice sweep failed/);
  convenor.turnTo('2021-03-15T10:00');
  expect((await convenor.sweep()).size).toBe(0);
});

it('nothing of it is logged but ids', async () => {
  await begin('2021-03-15');
  await convenor.sweep();
  const logged = convenor.logged.join('');
  expect(logged).toContain('"person":"police-partner-lead"');
  expect(logged).not.toMatch(/things need you|rapid review to the Panel|West Midlands Police/);
});

it('whoever removes Convenor is told of in the board’s chat once, and hears again when they install it', async () => {
  await begin('2021-03-15');
  const police = convenor.person('police-partner-lead');
  const manager = convenor.person('business-manager');
  const { conversation } = await convenor.hears(manager, 'next meeting', { in: 'group' });
  const board = { group: 'BOARD' };
  await convenor.records.meetings.link('sandwell', conversation, board, 'business-manager');
  const inGroup = () =>
    convenor.messagesIn(conversation).filter(({ text }) => text?.includes('Police Partner Lead'));
  await convenor.client.post(
    convenor.client.activity(police, 'personal', { type: 'installationUpdate', action: 'remove' }),
  );
  const told = convenor.personalMessages('police-partner-lead').length;
  for (const time of ['15T09:00', '15T09:20', '16T09:00', '17T09:00']) {
    convenor.turnTo(`2021-03-${time}`);
    await convenor.sweep();
  }
  expect(inGroup()).toHaveLength(1);
  // Not everybody in that chat may see the rapid review that it is about.
  expect(JSON.stringify(inGroup())).not.toContain('RR-2021-01');
  expect(convenor.personalMessages('police-partner-lead')).toHaveLength(told);
  await convenor.isInstalledBy(police);
  convenor.turnTo('2021-03-17T09:20');
  expect((await convenor.sweep()).get('police-partner-lead')).toHaveLength(1);
  expect(inGroup()).toHaveLength(1);
});

it.each([
  ['of an organisation that is known', 'of the same organisation'],
  ['of an organisation that is not', 'of-nobody-yet'],
])(
  'somebody who wrote before they were imported, %s, is reachable once they are',
  async (_, tenantId) => {
    await begin('2021-03-15', []);
    const isKnown = tenantId.includes(' ');
    const newcomer = { ...convenor.stranger(), ...(!isKnown && { tenantId }) };
    expect((await convenor.hears(newcomer, 'hello')).text).toMatch(/^I do not know/);
    const { records } = await readFolder('samples/sandwell');
    if (!records) throw new Error('The sample cannot be read');
    const people = records.people.map((person) =>
      person.id === 'police-partner-lead'
        ? { ...person, tenantId: newcomer.tenantId, objectId: newcomer.objectId }
        : person,
    );
    await convenor.records.partnerships.save({ ...records, people }, 'import');
    const chat = personalConversation(newcomer);
    const before = convenor.teams.messages(chat).length;
    await convenor.sweep();
    expect(convenor.teams.messages(chat)).toHaveLength(before + 1);
    // Theirs alone: whoever else was not there has nothing.
    expect(convenor.personalMessages('council-partner-lead')).toEqual([]);
  },
);

it('whoever cannot be reached is told in the board’s chat alone, where that is switched on', async () => {
  const settings = { TARGETED_MESSAGES: 'on' };
  convenor = await startConvenor({ today: '2021-03-15', settings, isNew: true });
  const manager = convenor.person('business-manager');
  const { conversation } = await convenor.hears(manager, 'next meeting', { in: 'group' });
  const board = { group: 'BOARD' };
  await convenor.records.meetings.link('sandwell', conversation, board, 'business-manager');
  const before = convenor.messagesIn(conversation).length;
  await convenor.sweep();
  const told = convenor.messagesIn(conversation).slice(before);
  expect(told.length).toBeGreaterThan(1);
  for (const message of told) expect(message).toMatchObject({ isTargeted: true });
  const police = convenor.person('police-partner-lead').objectId;
  const [own] = told.filter(({ recipient }) => recipient?.id === police);
  expect(own?.text).toContain('RR-2021-01');
  expect(own?.text).toContain('Only you see this');
  // What a button here answers would stand here for all.
  expect(own?.attachments).toBeUndefined();
});
