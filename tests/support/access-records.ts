import { randomUUID } from 'node:crypto';
import type { Store } from '../../src/contract/store.ts';
import type { Action } from '../../src/domain/action.ts';
import { day, type LocalTime } from '../../src/domain/dates.ts';
import type { MeetingStatus } from '../../src/domain/meeting.ts';
import type { PositionAnswer, Round } from '../../src/domain/rapid-review.ts';
import { plannedRegister } from '../../src/domain/register.ts';
import { close, notePresence, open } from '../../src/domain/register-commands.ts';
import { mark } from '../../src/domain/register-marks.ts';
import { decisionStore } from '../../src/features/decisions/store.ts';
import { reminderStore } from '../../src/features/reminders/store.ts';
import { OTHER, OWN } from './access-scene.ts';
import type { Convenor } from './convenor.ts';
import { newWords } from './new-words.ts';

/** Whose a record is, seen from whoever presses. `of the group`: of the group they chair, and of another agency. */
export type Whose = 'own' | 'other' | 'of the group';

const BY = { by: 'coordinator', at: '2021-03-15T08:00:00.000Z' };
const ACTOR = { ...BY, today: day('2021-03-15') };

/** Writes records as they would be after a life of their own, each unlike all others. */
export async function createRecordMaker({ records, person, hears, sweep }: Convenor, home: string) {
  let count = 0;
  const next = () => {
    count += 1;
    return count;
  };
  await sweep(); // nobody has installed the app, so there are messages that could not be delivered
  const { card } = await hears(person('coordinator'), 'which notices could not be delivered');
  const undelivered = [
    ...JSON.stringify(card).matchAll(/"verb":"notices\.dismiss"[^}]*"id":"([^"]+)"/g),
  ].map(([, id]) => id);

  const toOwner = (whose: Whose) =>
    whose === 'own' ? OWN : whose === 'other' ? OTHER : { ...OTHER, group: OWN.group };
  const toGroup = (whose: Whose) => toOwner(whose).group;

  async function meeting(whose: Whose, status: string): Promise<string> {
    const number = next();
    const group = toGroup(whose);
    const id = `${group}-MATRIX-${number}`;
    const on = status === 'held' ? '2021-03-15' : '2021-06-22';
    const startsAt = `${on}T${clock(number)}` as LocalTime;
    const made = {
      id,
      group,
      title: group,
      kind: 'ordinary',
      startsAt,
      minutes: 60,
      status: status as MeetingStatus,
    };
    await records.meetings.record(
      home,
      { record: made, event: { ...BY, type: 'scheduled', changes: {} } },
      '',
    );
    return id;
  }

  const make = {
    toOwner,
    toGroup,
    meeting,
    freeTime: () => clock(next()),
    freeReview: () => `RR-2021-${100 + next()}`,
    freeWords: () => `the matrix crew ${next()}`,
    delivery: () => undelivered[next() % undelivered.length],
    /** A reference that no record has yet, and that is never the next after another. */
    freeRef: () => `MX-${next()}X`,
    /** Adds a record to the store of a feature. */
    async add<Item>(store: Store<Item>, record: Item, event: object = {}): Promise<void> {
      await records
        .stores(home)(store)
        .add(record, { ...BY, type: 'added', ...event });
    },
    async action(
      whose: Whose,
      state: string,
      by: { by: string; at: string } = BY,
    ): Promise<string> {
      const isOpen = state === 'open';
      const action: Action = {
        ref: 'SA-300',
        title: newWords(),
        source: { kind: 'chat', name: 'Raised in chat' },
        owner: toOwner(whose),
        raisedOn: day('2021-03-01'),
        status: isOpen ? 'in progress' : 'complete',
        ...(!isOpen && {
          completedOn: day('2021-03-10'),
          impactEvidence: 'Fewer repeat referrals',
        }),
        ...(state === 'verified' && {
          verifiedBy: 'partnership-chair',
          verifiedOn: day('2021-03-11'),
        }),
      };
      return records.actions.add(home, {
        record: action,
        event: { ...by, type: 'raised', changes: {}, operation: randomUUID() },
      });
    },
    async storedVersion(id: string): Promise<string> {
      return (await records.meetings.find(home, id))?.version ?? '';
    },
    async register(whose: Whose, state: string): Promise<string> {
      const id = await meeting(whose, 'held');
      if (state === 'planned') return id;
      const core = ['SMBC', 'WMP', 'PH'];
      const began = open(plannedRegister({ id, group: toGroup(whose) }, core), core, ACTOR);
      if (!began.ok) throw new Error('A new register can be opened');
      const joined = notePresence(
        began.value.record,
        [{ person: 'lay-member', name: 'Lay Member', isIn: true }],
        ACTOR,
      );
      if (!joined.ok) throw new Error('Somebody can join');
      await records.registers.change(home, id, () => joined);
      const claims = { person: 'lay-member', agency: 'PH', status: 'here', isClaim: true } as const;
      if (state === 'claimed')
        await records.registers.change(home, id, (register) =>
          mark(register ?? joined.value.record, claims, ACTOR),
        );
      if (state === 'closed')
        await records.registers.change(home, id, (register) =>
          close(register ?? joined.value.record, ACTOR),
        );
      return id;
    },
    /** A register with a mark that this person gave, or that they have closed. */
    async registerBy(whose: Whose, by: string, what: 'marked' | 'closed') {
      const id = await make.register(whose, 'open');
      const actor = { ...ACTOR, by, at: '2030-01-01T08:00:00.000Z' };
      const wanted = { person: by, status: 'apologies', asGuest: true } as const;
      await records.registers.change(home, id, (register) => {
        if (!register) throw new Error('The register was just opened');
        return what === 'closed' ? close(register, actor) : mark(register, wanted, actor);
      });
      return { meeting: id, at: actor.at };
    },
    async agendaItem(meetingId: string): Promise<string> {
      const id = randomUUID();
      const said = { title: 'Training figures', status: 'proposed', position: 1 } as const;
      await records.agendas.add(
        home,
        { id, meetingId, ...said, proposedBy: BY.by, proposedAt: BY.at },
        BY.by,
      );
      return id;
    },
    async decision(group: string, recordedBy: string) {
      const id = randomUUID();
      const said = { what: newWords(), options: [], authority: 'Terms of reference' };
      const [decidedOn, recordedAt] = [day('2021-03-15'), '2030-01-01T08:00:00.000Z'];
      await make.add(decisionStore, { id, group, decidedOn, ...said, recordedBy, recordedAt });
      return { group, on: decidedOn, id };
    },
    async standingItem(group: string): Promise<string> {
      const id = randomUUID();
      await records.agendas.keepStanding(home, { id, group, title: 'Training figures' }, BY.by);
      return id;
    },
    async review(whose: Whose, state: string): Promise<string> {
      const ref = make.freeReview();
      const { agency } = toOwner(whose);
      const summaries = [
        { agency, askedOn: day('2021-03-12'), dueOn: day('2021-03-19'), state: 'asked' as const },
      ];
      const rounds = state === 'not begun' ? [] : [createRound(agency, state)];
      const review = {
        ref,
        year: '2020-21',
        category: 'death',
        awareOn: day('2021-03-10'),
        summaries,
        rounds,
      };
      await records.reviews.open(home, { record: review, event: { ...BY, type: 'opened' } });
      return ref;
    },
    async reminder(who: string): Promise<string> {
      const id = randomUUID();
      const about = { kind: 'words', words: 'Read the minutes' } as const;
      const reminder = { id, person: who, on: day('2021-05-05'), about, setAt: BY.at };
      await make.add(reminderStore, reminder);
      return id;
    },
  };
  return make;
}

export type RecordMaker = Awaited<ReturnType<typeof createRecordMaker>>;

/** A round in which this agency and the police decide, and this agency advises too. */
function createRound(agency: string, state: string): Round {
  const given = (who: string, answer: PositionAnswer, more: object = {}) => ({
    ...{ agency: who, answer, rationale: 'Signs were missed', national: false, ...BY },
    ...more,
  });
  const positions = {
    agreed: [given(agency, 'needed'), given('WMP', 'needed')],
    split: [given(agency, 'needed'), given('WMP', 'not needed')],
    confirmed: [given(agency, 'needed'), given('WMP', 'needed')],
    'on behalf': [given(agency, 'needed', { onBehalf: true })],
    proposed: [given(agency, 'needed')],
  }[state];
  return {
    number: 1,
    openedAt: BY.at,
    partners: [agency, 'WMP'],
    advisers: [agency],
    hidden: true,
    positions: positions ?? [],
    ...(state === 'proposed' && {
      proposals: [given(agency, 'not needed', { onBehalf: true, received: 'by email' })],
    }),
    advice: [],
    corrections: [],
    ...(state === 'confirmed' && {
      confirmed: {
        decision: 'LCSPR',
        on: day('2021-03-12'),
        partners: [agency, 'WMP'],
        national: [],
        ...BY,
      },
    }),
  };
}

/** A time of the day unlike that of any other number below 900. */
function clock(count: number): string {
  const minutes = 7 * 60 + (count % 900);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
