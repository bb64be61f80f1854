import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { registerSeats } from '../../src/domain/register.ts';
import { freshPrefix } from '../support/azurite.ts';
import {
  BOARD_DAY,
  memberRef,
  startThreeInstances,
  type ThreeInstances,
  toSpeaker,
} from '../support/three-instances.ts';

/** How long it takes: npm run bench -- instances. */
const OWED = 1_000;
const PRESSES = 60;

let three: ThreeInstances;
beforeAll(async () => {
  three = await startThreeInstances({
    connectionString: inject('azurite'),
    tablePrefix: freshPrefix(),
    owed: OWED,
  });
});
afterAll(() => three?.stop());

const manager = () => three.person('business-manager');
const police = () => three.person('police-partner-lead');

it('words that are taught at one instance are understood at the next two', async () => {
  await three.client.say(manager(), '/vocabulary the bobby brigade = police');
  await three.client.say(police(), 'hello'); // the first message is answered with who answers
  const answers: string[] = [];
  for (let instance = 0; instance < 3; instance += 1)
    answers.push((await three.client.say(police(), 'whats overdue for the bobby brigade')).text);
  expect(new Set(answers)).toEqual(
    new Set([(await three.client.say(police(), 'whats overdue for police')).text]),
  );
});

it('what somebody was speaking about at one instance is known at the next', async () => {
  for (let instance = 0; instance < 3; instance += 1) {
    await three.client.say(police(), 'whats overdue for police');
    const next = await three.client.say(police(), 'and for education?');
    expect(next.text).toContain('Education');
  }
});

it('an action that is raised at one instance is changed at the next and read at the third', async () => {
  const form = await three.client.say(
    manager(),
    'add action for police to share the vetting figures by end of june',
  );
  const raised = await form.press('Raise it');
  const ref = /SA-\d+/.exec(raised.lines.join(' '))?.[0] ?? '';
  const update = await three.client.say(police(), `update ${ref}`);
  await update.press('Confirm', { status: 'in progress', reason: 'two stations have answered' });
  const seen = await three.client.say(police(), ref);
  expect(seen.lines.join('\n')).toContain('In progress');
});

it('while the three share the notices of the day, sixty people press at the board: each press is kept once, each notice is told once', async () => {
  const { client, crowd, records, teams } = three;
  const card = await client.say(manager(), 'start attendance for todays board', { in: 'group' });
  three.speakUp();
  const here = { verb: 'attendance.here', meeting: `BOARD-${BOARD_DAY}`, version: 1 };
  const value = {
    action: { type: 'Action.Execute', verb: here.verb, data: here },
    trigger: 'manual',
  };
  const replyToId = card.messages[0]?.id;
  const pressing = crowd.slice(0, PRESSES);
  const answers = await Promise.all(
    pressing.map((person) =>
      client.post(
        client.activity(toSpeaker(person), 'group', {
          type: 'invoke',
          name: 'adaptiveCard/action',
          value,
          replyToId,
        }),
      ),
    ),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(JSON.stringify(answers)).not.toMatch(/taking too long|cannot reach its records/);

  const stored = await records.registers.find('sandwell', here.meeting);
  if (!stored) throw new Error('The register is not there');
  const marked = stored.register.marks.map(({ person }) => person);
  expect(marked.toSorted()).toEqual(pressing.map(({ id }) => id).toSorted());
  expect(registerSeats(stored.register).filter(({ status }) => status === 'present')).toHaveLength(
    12,
  );
  const history = await records.registers.history('sandwell', here.meeting);
  expect(history.filter(({ type }) => type === 'marked')).toHaveLength(PRESSES);

  const deliveries = await three.whenTold();
  const notices = deliveries.flatMap((delivery) => delivery.notices);
  expect(new Set(notices).size).toBe(notices.length);
  const toCrowd = deliveries.filter(({ person }) => person.startsWith('member-'));
  expect(toCrowd.map(({ person, state }) => `${person} ${state}`).toSorted()).toEqual(
    crowd.map(({ id }) => `${id} sent`).toSorted(),
  );
  for (const { id, objectId } of crowd) {
    expect(teams.messages(`a:${objectId}`), id).toHaveLength(1);
    const told = toCrowd.find(({ person }) => person === id)?.notices;
    expect(told).toContain(`action/${memberRef(id)}/${BOARD_DAY}/day-0/${id}`);
  }
  expect(new Set(toCrowd.map(({ by }) => by)).size).toBe(3);
});

it('all three had their share of what was said and pressed', () => {
  const [least = 0, most = 0] = [
    Math.min(...three.balancer.counts),
    Math.max(...three.balancer.counts),
  ];
  expect(three.balancer.counts).toHaveLength(3);
  expect(most - least).toBeLessThan(2);
});
