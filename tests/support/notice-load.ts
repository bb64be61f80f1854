import type { Action } from '../../src/domain/action.ts';
import { day } from '../../src/domain/dates.ts';
import type { Group, Person } from '../../src/domain/partnership.ts';
import type { PartnershipRecords } from '../../src/domain/partnership-records.ts';
import type { Records } from '../../src/storage/records.ts';

export const LOADED = { today: day('2021-03-17'), opensAt: '2021-03-17T09:00:00Z' } as const;

/** In the JSON of a message: which notice it is. */
export const NOTICE_IN_MESSAGE = '([AV]-[0-9]{5})';

/** A conversation with this in its id is closed to Convenor. */
export const CLOSED = 'closed';

const EVERY_PROMPT = 20;
const EVERY_CLOSED = 50;
const SAVES_AT_ONCE = 4;
const NOTES_AT_ONCE = 16;
/** A partnership has hundreds of people who own actions, not thousands; an installation serves several. */
const IN_PARTNERSHIP = 1_000;

/** The partnerships that so many people make. */
export function listPartnerships(count: number): string[] {
  return Array.from({ length: Math.ceil(count / IN_PARTNERSHIP) }, (_, at) =>
    partnershipAt(at * IN_PARTNERSHIP),
  );
}

const partnershipAt = (at: number) => `dale-${Math.floor(at / IN_PARTNERSHIP)}`;

/**
 * Partnerships in which so many people are each owed one notice today: a reminder that their action is due, or, each twentieth, a
 * decision prompt about evidence that waits for them. Each fiftieth cannot be reached. All have been spoken with before.
 */
export async function loadNotices(
  records: Records,
  count: number,
  serviceUrl: string,
): Promise<void> {
  const people = Array.from({ length: count }, (_, at) => addressee(at));
  const partnerships = [...Map.groupBy(people, ({ partnership }) => partnership)];
  const saveSome = async () => {
    for (let next = partnerships.pop(); next; next = partnerships.pop())
      await records.partnerships.save(createPartnershipRecords(...next), 'load');
  };
  const left = [...people];
  const noteSome = async () => {
    for (let next = left.pop(); next; next = left.pop()) {
      const { id } = next.person;
      const place = { kind: 'personal', conversationId: next.conversationId } as const;
      const address = {
        conversationId: place.conversationId,
        serviceUrl,
        tenantId: 'council',
      };
      await records.conversations.note(next.partnership, place, address, id);
    }
  };
  await Promise.all([
    ...Array.from({ length: SAVES_AT_ONCE }, saveSome),
    ...Array.from({ length: NOTES_AT_ONCE }, noteSome),
  ]);
}

interface Addressee {
  readonly partnership: string;
  readonly person: Person;
  readonly conversationId: string;
  readonly action: Action;
  readonly group?: Group;
}

function addressee(at: number): Addressee {
  const number = String(at).padStart(5, '0');
  const id = `person-${number}`;
  const isClosed = at % EVERY_CLOSED === 1;
  const isPrompt = at % EVERY_PROMPT === 0;
  const group: Group = {
    id: `G${number}`,
    name: `Group ${number}`,
    alsoKnownAs: [],
    kind: 'sub-group',
  };
  const known = { source: {}, priority: undefined };
  const due: Action = {
    ...known,
    ref: `A-${number}`,
    title: `Action ${number}`,
    owner: { person: id },
    status: 'open',
    dueOn: LOADED.today,
  };
  const evidenced: Action = {
    ...known,
    ref: `V-${number}`,
    title: `Action ${number}`,
    owner: { group: group.id },
    status: 'complete',
    completedOn: LOADED.today,
    impactEvidence: 'Visits within a day.',
  };
  return {
    partnership: partnershipAt(at),
    person: {
      id,
      displayName: `Person ${number}`,
      agency: 'COUNCIL',
      roles: isPrompt ? [`chair:${group.id}`] : ['member'],
      groups: [],
      tenantId: 'council',
      objectId: id,
    },
    conversationId: `a:${isClosed ? CLOSED : 'open'}-${number}`,
    action: isPrompt ? evidenced : due,
    ...(isPrompt && { group }),
  };
}

/** The conversation of somebody who is owed a notice, by the notice’s reference. */
export function toConversationId(ref: string): string {
  return addressee(Number(ref.slice(2))).conversationId;
}

function createPartnershipRecords(
  partnership: string,
  all: readonly Addressee[],
): PartnershipRecords {
  const office = { groups: [], tenantId: 'council', agency: 'POLICE' };
  const manager = {
    id: 'manager',
    displayName: 'Manager',
    roles: ['administrator'],
    objectId: 'manager',
    ...office,
  };
  const lead = {
    id: 'lead',
    displayName: 'Lead',
    roles: ['partner-lead'],
    objectId: 'lead',
    ...office,
  };
  return {
    partnership: {
      id: partnership,
      name: 'Dale Safeguarding Children Partnership',
      shortName: 'DSCP',
      area: 'Dale',
      timeZone: 'Europe/London',
      yearStart: '04-01' as PartnershipRecords['partnership']['yearStart'],
      statutoryPartners: [{ agency: 'POLICE', voice: 'decides' }],
      quorum: [],
      clocks: [],
      notices: { weeklyTo: ['administrators'] },
    },
    agencies: ['POLICE', 'COUNCIL'].map((id) => ({
      id,
      name: `Dale ${id}`,
      alsoKnownAs: [],
      kind: 'statutory' as const,
    })),
    groups: [
      { id: 'BOARD', name: 'Board', alsoKnownAs: [], kind: 'board' },
      ...all.flatMap(({ group }) => group ?? []),
    ],
    memberships: [],
    people: [manager as Person, lead as Person, ...all.map(({ person }) => person)],
    priorities: [],
    actions: all.map(({ action }) => action),
    meetings: [],
    attendance: [],
    reviews: [],
  };
}
