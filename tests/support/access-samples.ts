import { randomUUID } from 'node:crypto';
import { holdStore } from '../../src/contract/hold-store.ts';
import { lcsprStore } from '../../src/contract/lcspr-store.ts';
import { seatStore } from '../../src/contract/seat-store.ts';
import type { Permission } from '../../src/domain/access.ts';
import type { Challenge } from '../../src/domain/challenge.ts';
import { addDays, day, type Month } from '../../src/domain/dates.ts';
import type { Declaration } from '../../src/domain/declaration.ts';
import type { Escalation } from '../../src/domain/escalation.ts';
import type { FindingResponse } from '../../src/domain/finding-response.ts';
import type { PlanItem } from '../../src/domain/forward-plan.ts';
import { yearBeginningIn } from '../../src/domain/partnership-year.ts';
import type { Recommendation } from '../../src/domain/recommendation.ts';
import { FORMS as CHALLENGE_FORMS } from '../../src/features/challenges/buttons.ts';
import { challengeStore } from '../../src/features/challenges/store.ts';
import { declarationStore } from '../../src/features/declarations/store.ts';
import { deputyStore } from '../../src/features/deputies/store.ts';
import { findingResponseStore } from '../../src/features/drift/store.ts';
import { FORMS as ESCALATION_FORMS } from '../../src/features/escalations/buttons.ts';
import { escalationStore } from '../../src/features/escalations/store.ts';
import { PLAN_FORMS } from '../../src/features/forward-plan/buttons.ts';
import { planStore } from '../../src/features/forward-plan/store.ts';
import { learningReplyStore, learningStore } from '../../src/features/learning/store.ts';
import { FORMS as RECOMMENDATION_FORMS } from '../../src/features/recommendations/buttons.ts';
import { recommendationStore } from '../../src/features/recommendations/store.ts';
import { riskStore } from '../../src/features/risks/store.ts';
import { sourceStore } from '../../src/features/sources/store.ts';
import { themeStore } from '../../src/features/themes/store.ts';
import { createRecordMaker, type RecordMaker, type Whose } from './access-records.ts';
import { type AccessScene, HOME } from './access-scene.ts';
import { newWords } from './new-words.ts';

/** What is made for one press: records of this owner and in this state, for the person of this id. */
interface Wanted {
  readonly make: RecordMaker;
  readonly whose: Whose;
  readonly state: string;
  /** Person id in what a form says of whose it is: the presser’s, or somebody else’s. */
  readonly person: string;
}

/** How a button is really pressed: what its card sends, on records made for it. */
export interface Sample {
  /** The first is the one in which it does something. */
  readonly states?: readonly string[];
  /** `nobodys` where a record has no owner that the table asks for. */
  readonly whose?: readonly Whose[];
  /** Where a state takes another verb of the table. */
  readonly stricter?: Readonly<Record<string, Permission>>;
  /** Names nothing that another partnership lacks: pressed there it is theirs, or finds nothing of their own. */
  readonly isAtHomeAnywhere?: boolean;
  /** Nothing is written by it: a form, or a record to be read. */
  readonly shows?: boolean;
  /** What it writes names nothing of what it was sent: it is a setting of the partnership. */
  readonly isSetting?: boolean;
  readonly data: (wanted: Wanted) => Promise<object> | object;
}

const operation = () => randomUUID();
/** A last day that nobody has been named until. */
let days = 0;
const nextDay = () => addDays(day('2022-01-01'), days++);
let year = 1900;
/** A year on which nobody has reported yet. */
const nextYear = () => yearBeginningIn(year++);
const question = { intent: 'list_actions', filters: {}, args: {} };

/** A file of the partnership’s own records, offered in a place of its own to whoever pressed. */
const asFile = (file: string, intent: string): Sample => ({
  shows: true,
  isAtHomeAnywhere: true,
  whose: ['other'],
  data: () => ({ file, question: { ...question, intent } }),
});

/** An import that nobody made; `undo-import.test.ts` covers those that there are. */
const ofNoImport: Sample = {
  shows: true,
  whose: ['other'],
  isAtHomeAnywhere: true,
  data: () => ({ import: randomUUID().replaceAll('-', '').repeat(2) }),
};

/** A file that is no longer waiting; `imports.test.ts` covers those that are. */
const ofNoFile: Sample = {
  shows: true,
  whose: ['other'],
  isAtHomeAnywhere: true,
  data: () => ({ token: randomUUID(), digest: randomUUID() }),
};

/** An interest that the presser declared. */
const aDeclaration = async ({ make, whose, person }: Wanted, event: object = {}) => {
  const meeting = await make.meeting(whose, 'scheduled');
  const declaration = operation();
  const record: Declaration = {
    id: declaration,
    meetingId: meeting,
    group: make.toGroup(whose),
    on: day('2021-06-22'),
    person,
    nature: 'governor',
    part: 'left',
    recordedBy: person,
    recordedAt: '2021-03-15T08:00:00.000Z',
  };
  await make.add(declarationStore, record, event);
  return { meeting, declaration };
};
/** A seat of somebody who does not use Convenor. */
const aSeat = async ({ make }: Wanted, event: object = {}) => {
  const seat = make.freeRef();
  const record = { id: seat, role: 'member', group: make.toGroup('other'), name: 'Jo' } as const;
  await make.add(seatStore, record, event);
  return { seat };
};
const aNewSeat: Sample = {
  whose: ['other'],
  data: ({ make }) => ({
    role: 'vice-chair',
    group: make.toGroup('other'),
    name: `Jo ${make.freeRef()}`,
    from: nextDay(),
    operation: operation(),
  }),
};

/** Of an item that somebody else proposed. */
const DECIDES: Sample['stricter'] = { 'as it is': 'agendas.decide' };

const OPEN = ['open', 'evidenced'];
const CLOSED = ['evidenced', 'open'];

const onAction = (fields: object, parts: Partial<Sample> = {}): Sample => ({
  states: OPEN,
  ...parts,
  data: async ({ make, whose, state }) => ({
    form: { ref: await make.action(whose, state), version: 1, operation: operation() },
    ...fields,
  }),
});
const opensForm = (form: string, parts: Partial<Sample> = {}): Sample => ({
  states: OPEN,
  shows: true,
  ...parts,
  data: async ({ make, whose, state }) => ({ ref: await make.action(whose, state), form }),
});
const judged: Partial<Sample> = { states: CLOSED, whose: ['other', 'of the group', 'own'] };
const reopened: Partial<Sample> = {
  states: ['evidenced', 'verified', 'open'],
  stricter: { verified: 'actions.reopen-verified' },
};
const raised =
  (ids: (wanted: Wanted) => Promise<object> | object): Sample['data'] =>
  async (wanted) => ({
    form: { ref: 'SA-300', operation: operation(), ...(await ids(wanted)) },
    title: newWords(),
    ...wanted.make.toOwner(wanted.whose),
  });

const atMeeting = (
  fields: (wanted: Wanted) => object,
  states = ['open', 'closed', 'planned'],
): Sample => ({
  states,
  data: async (wanted) => ({
    meeting: await wanted.make.register(wanted.whose, wanted.state),
    ...fields(wanted),
  }),
});
const comes = (fields: object = {}): Sample => ({
  ...atMeeting(() => ({ version: 1, ...fields })),
  whose: ['own'],
});
const saidBefore = (fields: object): Sample => ({
  states: ['planned', 'open', 'closed'],
  whose: ['own'],
  data: async ({ make, whose, state }) => ({
    form: { meeting: await make.register(whose, state), operation: operation() },
    ...fields,
  }),
});
const changed = (fields: object): Sample => ({
  states: ['scheduled', 'held'],
  whose: ['other'],
  data: async ({ make, whose, state }) => {
    const id = await make.meeting(whose, state);
    return {
      form: { id, version: await make.storedVersion(id), operation: operation() },
      reason: 'Half term',
      ...fields,
    };
  },
});

const onItem = (fields: () => object, parts: Partial<Sample> = {}): Sample => ({
  ...parts,
  data: async ({ make, whose }) => {
    const meeting = await make.meeting(whose, 'scheduled');
    return { meeting, item: await make.agendaItem(meeting), ...fields() };
  },
});

const onRound = (
  fields: object,
  state: string,
  others: readonly string[] = ['confirmed'],
): Sample => ({
  states: [state, ...others],
  data: async ({ make, whose, state: now }) => ({
    review: await make.review(whose, now),
    round: 1,
    ...fields,
  }),
});
const kept: Partial<Sample> = { whose: ['other'] };

const forPerson = (
  fields: object | ((make: RecordMaker, person: string) => Promise<object>),
  ids: object = {},
): Sample => ({
  data: async ({ make, person }) => ({
    form: { person, ...('operation' in ids ? { operation: operation() } : {}) },
    ...(typeof fields === 'function' ? await fields(make, person) : fields),
  }),
});

async function anLcspr(make: RecordMaker, event: object = {}): Promise<string> {
  const name = `LCSPR ${make.freeRef()}`;
  await make.add(lcsprStore, { name, cases: ['RR-2020-02'], delays: [] }, event);
  return name;
}

async function aRisk({ make, whose }: Wanted): Promise<{ risk: string }> {
  const { agency: ownerAgency, group: ownerGroup } = make.toOwner(whose);
  const risk = make.freeRef();
  const score = { likelihood: 3, impact: 3 };
  await make.add(riskStore, { id: risk, title: newWords(), ...score, ownerAgency, ownerGroup });
  return { risk };
}

/** An escalation of theirs where they opened it, or where it was opened to them. */
async function anEscalation(
  { make, whose }: Pick<Wanted, 'make' | 'whose'>,
  parts: Partial<Escalation> = {},
  isToThem = false,
  event: object = {},
): Promise<{ escalation: string }> {
  const escalation = make.freeRef();
  const { agency = 'SMBC', group } = make.toOwner(whose);
  const other = agency === 'HOUSING' ? 'PRIMARY' : 'HOUSING';
  const record: Escalation = {
    ...{ id: escalation, about: 'decision', matter: newWords() },
    ...(isToThem
      ? { fromAgency: other, toAgency: agency }
      : { fromAgency: agency, toAgency: other, group }),
    ...{ openedOn: day('2021-03-12'), openedBy: 'coordinator' },
    ...{ seniorDays: 5, partnersDays: 5, holds: [] },
    ...parts,
  };
  await make.add(escalationStore, record, event);
  return { escalation };
}

const ANSWERED: Partial<Escalation> = { answer: 'It comes', answeredOn: day('2021-03-15') };

const onEscalation = (
  fields: object,
  record: Partial<Escalation> = {},
  sample: Partial<Sample> = {},
): Sample => ({
  ...sample,
  data: async (wanted) => ({
    ...(await anEscalation(wanted, record)),
    operation: operation(),
    ...fields,
  }),
});
const toThem: Partial<Sample> = { whose: ['own', 'other'] };

/** A challenge that their agency asked, or that was asked of it. */
async function aChallenge(
  { make, whose }: Pick<Wanted, 'make' | 'whose'>,
  parts: Partial<Challenge> = {},
  isOfThem = false,
  event: object = {},
): Promise<{ challenge: string }> {
  const challenge = make.freeRef();
  const { agency = 'SMBC', group } = make.toOwner(whose);
  const other = agency === 'HOUSING' ? 'PRIMARY' : 'HOUSING';
  const record: Challenge = {
    ...{ id: challenge, on: day('2021-03-10'), question: newWords(), recordedBy: 'coordinator' },
    ...(isOfThem
      ? { fromAgency: other, toAgency: agency }
      : { fromAgency: agency, toAgency: other, group }),
    ...{ answerDueOn: day('2021-04-09') },
    ...parts,
  };
  await make.add(challengeStore, record, event);
  return { challenge };
}

/** Something that drifts and is of no group: a challenge without an answer. */
const aFinding = async ({ make }: Wanted) => {
  const late = { on: day('1990-01-01'), answerDueOn: day('1990-01-31') };
  const { challenge } = await aChallenge({ make, whose: 'other' }, late, true);
  return { rule: 'challenge-unanswered', subject: challenge };
};
const SAID: Omit<FindingResponse, 'id' | 'rule' | 'subject'> = {
  ...{ state: 'looked into', words: 'It was asked by mistake', by: 'partnership-chair' },
  ...{ on: day('2021-03-12'), until: day('2021-06-10'), level: 'warn', figure: 1, rows: [] },
};
/** What was said to it is written under its own reference; elsewhere nothing drifts there. */
const onFinding = (fields: object, parts: Partial<Sample> = {}): Sample => ({
  whose: ['other'],
  isAtHomeAnywhere: true,
  ...parts,
  data: async (wanted) => ({ ...(await aFinding(wanted)), ...fields, operation: operation() }),
});

const onChallenge = (
  record: Partial<Challenge> = {},
  fields: object = {},
  isOfThem = false,
): Sample => ({
  ...(isOfThem && toThem),
  data: async (wanted) => ({
    ...(await aChallenge(wanted, record, isOfThem)),
    words: 'From April',
    operation: operation(),
    ...fields,
  }),
});

/** An item on the plan of their group, whose paper is theirs. */
async function aPlanItem(
  { make, whose }: Pick<Wanted, 'make' | 'whose'>,
  event: object = {},
): Promise<{ item: string }> {
  const item = make.freeRef();
  const { agency: ownerAgency, group = 'BOARD' } = make.toOwner(whose);
  const record: PlanItem = {
    ...{ id: item, title: newWords(), group, month: '2021-05' as Month },
    ...(ownerAgency && { ownerAgency }),
  };
  await make.add(planStore, record, event);
  return { item };
}
const onPlan = (fields: object): Sample => ({
  data: async (wanted) => ({ ...(await aPlanItem(wanted)), ...fields, operation: operation() }),
});

async function aTheme(
  { make }: Pick<Wanted, 'make'>,
  event: object = {},
): Promise<{ theme: string }> {
  const theme = make.freeRef();
  await make.add(themeStore, { id: theme, name: newWords(), alsoKnownAs: [] }, event);
  return { theme };
}

async function aSource(
  { make }: Pick<Wanted, 'make'>,
  event: object = {},
): Promise<{ source: string }> {
  const source = make.freeRef();
  const names = { name: newWords(), alsoKnownAs: [] };
  await make.add(sourceStore, { id: source, ...names, kind: 'audit' }, event);
  return { source };
}

/** A recommendation to an agency, on evidence that somebody else gave where one is to be judged. */
async function aRecommendation(
  { make, whose }: Wanted,
  parts: Partial<Recommendation> = {},
  event: object = {},
): Promise<{ ref: string }> {
  const ref = make.freeRef();
  const { agency } = make.toOwner(whose);
  await make.add(
    recommendationStore,
    {
      ...{
        ref,
        ...(await aSource({ make })),
        text: newWords(),
        addressedTo: agency ? [agency] : [],
      },
      ...{ themes: [], actions: [], response: 'accepted', ...parts },
    },
    event,
  );
  return { ref };
}
const EVIDENCED = { evidence: 'Fewer wait', evidenceBy: 'coordinator' };

const onRecommendation = (
  fields: object,
  parts: Partial<Recommendation> = {},
  sample: Partial<Sample> = {},
): Sample => ({
  ...sample,
  data: async (wanted) => ({ ...(await aRecommendation(wanted, parts)), ...fields }),
});
/** A briefing that was sent to one agency, which has said nothing, or asks something. */
async function aBriefing({ make, whose }: Wanted, isAsked = false) {
  const { agency } = make.toOwner(whose);
  const item = make.freeRef();
  const on = day('2021-03-01');
  await make.add(learningStore, { id: item, title: newWords(), kind: 'briefing', on });
  const sent = { item, agency, sentOn: on, dueOn: day('2021-03-29') };
  await make.add(learningReplyStore, {
    ...sent,
    ...(isAsked ? { state: 'asked', text: newWords() } : { state: 'waiting' }),
  });
  return { item, agency };
}

/** One for each submission; for one whose field says what it does, one for each of that: `VERB:VALUE`. */
export const SAMPLES: Readonly<Record<string, Sample>> = {
  ...Object.fromEntries(
    ['update', 'done', 'more-time', 'block', 'reassign', 'withdraw'].map((form) => [
      `actions.form:${form}`,
      opensForm(form),
    ]),
  ),
  'actions.form:verify': opensForm('verify', judged),
  'actions.form:send-back': opensForm('send-back', judged),
  'actions.form:reopen': opensForm('reopen', reopened),
  'actions.update': onAction({ status: 'blocked', reason: 'Waiting for the school' }),
  'actions.complete': onAction({ evidence: 'Fewer repeat referrals' }),
  'actions.move': onAction({ due: '2021-06-30', reason: 'Half term' }),
  'actions.block': onAction({ reason: 'Waiting for the school' }),
  'actions.reassign': onAction({ agency: 'WMP', reason: 'Nearer to it' }),
  'actions.withdraw': onAction({ reason: 'Done elsewhere' }),
  'actions.verify': onAction({}, judged),
  'actions.send-back': onAction({ reason: 'Families noticed nothing' }, judged),
  'actions.reopen': onAction({ reason: 'It came back' }, reopened),
  'actions.undo': {
    // The days of the matrix lie apart; what is still to come is never too long ago.
    data: async ({ make, person }) => ({
      ref: await make.action('other', 'open', { by: person, at: '2030-01-01T08:00:00.000Z' }),
    }),
  },
  'actions.raise': { isAtHomeAnywhere: true, data: raised(() => ({})) },
  'actions.raise-in-dialog': { isAtHomeAnywhere: true, data: raised(() => ({})) },
  'actions.history': {
    shows: true,
    data: async ({ make, whose }) => ({ ref: await make.action(whose, 'open'), shown: 3 }),
  },
  'actions.more': {
    shows: true,
    isAtHomeAnywhere: true,
    whose: ['other'],
    data: () => ({ question, shown: 5 }),
  },
  'actions.chase': {
    states: OPEN,
    data: async ({ make, whose, state }) => ({
      form: { operation: operation(), refs: [await make.action(whose, state)] },
    }),
  },
  'actions.chased': { shows: true, isAtHomeAnywhere: true, whose: ['own'], data: () => ({}) },
  'actions.several': {
    shows: true,
    isAtHomeAnywhere: true,
    whose: ['own'],
    data: () => ({ question, from: 0, to: 5 }),
  },
  'actions.several-check': {
    shows: true,
    states: OPEN,
    data: async ({ make, whose, state }) => ({
      form: {},
      chosen: await make.action(whose, state),
      what: 'withdraw',
      reason: 'Done elsewhere',
    }),
  },
  'actions.several-do': {
    states: OPEN,
    data: async ({ make, whose, state }) => ({
      form: {
        operation: operation(),
        actions: [{ ref: await make.action(whose, state), version: 1 }],
        what: 'withdraw',
      },
      reason: 'Done elsewhere',
    }),
  },

  'agendas.add:once': {
    states: ['scheduled', 'cancelled'],
    data: async ({ make, whose, state }) => ({
      form: { meeting: await make.meeting(whose, state), operation: operation() },
      title: 'Training figures',
      when: 'once',
    }),
  },
  'agendas.add:always': {
    states: ['scheduled', 'cancelled'],
    data: async ({ make, whose, state }) => ({
      form: { meeting: await make.meeting(whose, state), operation: operation() },
      title: 'Training figures',
      when: 'always',
    }),
  },
  'agendas.judge': onItem(() => ({ as: 'accepted' })),
  'agendas.item': onItem(() => ({}), { shows: true, stricter: DECIDES }),
  'agendas.change': onItem(() => ({ title: newWords() }), { stricter: DECIDES }),
  'agendas.remove': onItem(() => ({}), { stricter: DECIDES }),
  'agendas.drop': {
    data: async ({ make, whose }) => {
      const group = make.toGroup(whose);
      return { form: { group }, item: await make.standingItem(group) };
    },
  },
  'agendas.action-form': {
    whose: ['own'],
    shows: true,
    data: async ({ make, whose }) => ({ meeting: await make.meeting(whose, 'held'), line: 1 }),
  },
  'agendas.raise': {
    data: raised(async ({ make, whose }) => ({ meeting: await make.meeting(whose, 'held') })),
  },

  'attendance.show': { ...atMeeting(() => ({})), shows: true },
  'attendance.here': comes(),
  'attendance.deputy': comes({ seat: 'PH' }),
  'attendance.apologies': comes({ message: 'on leave' }),
  'attendance.leave': comes(),
  'attendance.excuse': saidBefore({ message: 'on leave' }),
  'attendance.come': {
    whose: ['own'],
    data: async ({ make, whose, person }) => {
      const { meeting } = await make.registerBy(whose, person, 'marked');
      return { form: { meeting, operation: operation() } };
    },
  },
  'attendance.send': saidBefore({ deputy: 'A Colleague' }),
  'register.open': atMeeting(() => ({}), ['planned', 'open', 'closed']),
  'register.mark': atMeeting(() => ({
    who: 'education-lead',
    status: 'here',
    operation: operation(),
  })),
  'register.guest': atMeeting(() => ({ guest: 'A Visitor', operation: operation() })),
  'register.room': atMeeting(() => ({ present: 'SMBC,WMP', operation: operation() })),
  'register.invite': atMeeting(() => ({ invite: 'NSPCC' })),
  'register.joined': atMeeting(() => ({ joined: ['lay-member'], operation: operation() })),
  'register.confirm': atMeeting(
    () => ({ claims: 'PH:lay-member', operation: operation() }),
    ['claimed', 'open'],
  ),
  'register.refuse': atMeeting(
    () => ({ claim: 'PH:lay-member', refusal: 'Sends its own', operation: operation() }),
    ['claimed', 'open'],
  ),
  'register.proceed': atMeeting(() => ({ reason: 'The decision cannot wait' })),
  'register.close': atMeeting(() => ({ isSure: true })),
  'register.reopen': atMeeting(
    () => ({ reason: 'Closed too early', operation: operation() }),
    ['closed', 'open'],
  ),
  'register.undo-closing': {
    data: async ({ make, whose, person }) => {
      const { meeting } = await make.registerBy(whose, person, 'closed');
      return { meeting, operation: operation() };
    },
  },
  'attendance.undo': {
    whose: ['own'],
    data: async ({ make, whose, person }) => ({
      ...(await make.registerBy(whose, person, 'marked')),
      people: [person],
      operation: operation(),
    }),
  },
  'register.correct': atMeeting(
    () => ({ agency: 'WMP', attended: 'apologies', reason: 'Sent by letter' }),
    ['closed', 'open'],
  ),

  'files.get:agenda': asFile('agenda', 'agenda'),
  'files.get:reviews': asFile('reviews', 'rapid_review_list'),
  'files.get:minutes': asFile('minutes', 'meeting_summary'),
  'files.get:attendance': asFile('attendance', 'attendance_summary'),
  'files.get:actions': asFile('actions', 'list_actions'),
  'files.get:risks': asFile('risks', 'list_risks'),
  'files.get:recommendations': asFile('recommendations', 'list_recommendations'),
  'files.get:decisions': asFile('decisions', 'decisions_log'),
  'files.get:minutes-template': asFile('minutes-template', 'minutes-template'),
  'minutes.default-template': {
    isSetting: true,
    isAtHomeAnywhere: true,
    whose: ['other'],
    data: () => ({}),
  },
  'files.get:yearly-report': asFile('yearly-report', 'annual_report_pack'),
  'files.get:yearly-report-workbook': asFile('yearly-report-workbook', 'annual_report_pack'),
  'files.get:meeting-calendar': asFile('meeting-calendar', 'meeting_calendar'),

  'imports.correct-form': ofNoFile,
  'imports.show': ofNoFile,
  'imports.correct': ofNoFile,
  'imports.record': ofNoFile,
  'imports.cancel': ofNoFile,
  'imports.undo-form': ofNoImport,
  'imports.undo': ofNoImport,

  'declarations.form': {
    shows: true,
    whose: ['own'],
    data: async ({ make, whose }) => ({ meeting: await make.meeting(whose, 'scheduled') }),
  },
  'declarations.record': {
    whose: ['own'],
    data: async ({ make, whose }) => ({
      meeting: await make.meeting(whose, 'scheduled'),
      nature: newWords(),
      part: 'left',
      operation: operation(),
    }),
  },
  'declarations.withdraw': {
    whose: ['own'],
    data: async (wanted) => ({ ...(await aDeclaration(wanted)), operation: operation() }),
  },
  'declarations.undo': {
    shows: true,
    whose: ['own'],
    data: async (wanted) => {
      const change = operation();
      const event = { by: wanted.person, at: '2030-01-01T08:00:00.000Z', operation: change };
      return { ...(await aDeclaration(wanted, event)), change };
    },
  },
  'seats.form': {
    shows: true,
    whose: ['other'],
    data: ({ make }) => ({ role: 'member', group: make.toGroup('other') }),
  },
  'seats.record': aNewSeat,
  'seats.vacate': aNewSeat,
  'seats.end-form': { shows: true, whose: ['other'], data: aSeat },
  'seats.end': {
    whose: ['other'],
    data: async (wanted) => ({
      ...(await aSeat(wanted)),
      to: nextDay(),
      operation: operation(),
    }),
  },
  'seats.undo': {
    shows: true,
    whose: ['other'],
    data: async (wanted) => {
      const change = operation();
      const event = { by: wanted.person, at: '2030-01-01T08:00:00.000Z', operation: change };
      return { ...(await aSeat(wanted, event)), change, ended: [] };
    },
  },

  'deputies.form': {
    shows: true,
    data: ({ make, whose }) => ({ agency: make.toOwner(whose).agency }),
  },
  'deputies.name': {
    data: ({ make, whose }) => ({
      agency: make.toOwner(whose).agency,
      person: 'lay-member',
      from: '2021-03-15',
      to: nextDay(),
      operation: operation(),
    }),
  },
  'deputies.end': {
    data: async ({ make, whose }) => {
      const { agency } = make.toOwner(whose);
      const person = make.freeRef();
      await make.add(deputyStore, {
        agency,
        person,
        from: day('2021-03-01'),
        namedBy: 'coordinator',
      });
      return { agency, person, operation: operation() };
    },
  },

  'decisions.form': {
    shows: true,
    data: async ({ make, whose }) => ({ meeting: await make.register(whose, 'open'), number: 1 }),
  },
  'decisions.correct': {
    shows: true,
    data: async ({ make, whose }) => make.decision(make.toGroup(whose), 'coordinator'),
  },
  'decisions.undo': {
    data: async ({ make, whose, person }) => make.decision(make.toGroup(whose), person),
  },
  'decisions.record': {
    data: ({ make, whose }) => ({
      form: { group: make.toGroup(whose), meeting: 'between', operation: operation() },
      what: 'To go on',
      authority: 'terms of reference',
    }),
  },
  'yearly-report.show': {
    whose: ['other'],
    shows: true,
    isAtHomeAnywhere: true,
    data: () => ({ year: '2019-20' }),
  },
  'yearly-report.form': {
    whose: ['other'],
    shows: true,
    isAtHomeAnywhere: true,
    data: () => ({ year: '2019-20' }),
  },
  'yearly-report.record': {
    whose: ['other'],
    isAtHomeAnywhere: true,
    data: () => ({ form: { year: nextYear(), version: '' }, on: '2020-09-30' }),
  },
  'meetings.schedule': {
    whose: ['other'],
    data: ({ make }) => ({
      form: { operation: operation() },
      group: 'LD',
      on: '2021-06-15',
      time: make.freeTime(),
      minutes: '60',
      kind: 'ordinary',
      times: '1',
    }),
  },
  'meetings.move': changed({ on: '2021-06-16', time: '10:00' }),
  'meetings.postpone': changed({}),
  'meetings.cancel': changed({}),
  'meetings.cancel-form': { ...atMeeting(() => ({})), shows: true },
  'meetings.link': {
    whose: ['other'],
    data: () => ({ form: {}, to: 'LD' }),
  },

  'reviews.open': {
    ...kept,
    isAtHomeAnywhere: true,
    data: ({ make }) => ({
      form: { operation: operation() },
      ref: make.freeReview(),
      category: 'serious harm',
      aware: '2021-03-10',
      notified: '',
    }),
  },
  'reviews.repair': {
    ...onRound({ repair: 'withdraw' }, 'not begun', ['split']),
    ...kept,
    shows: true,
  },
  'reviews.step': {
    ...onRound({ step: 'notify' }, 'not begun', ['split', 'confirmed']),
    ...kept,
    shows: true,
  },
  'reviews.record': {
    states: ['not begun', 'confirmed'],
    ...kept,
    data: async ({ make, whose, state }) => ({
      form: { review: await make.review(whose, state), step: 'notify', operation: operation() },
      on: '2021-03-11',
    }),
  },
  'lcsprs.step': {
    ...kept,
    shows: true,
    data: async ({ make }) => ({ lcspr: await anLcspr(make), step: 'facts' }),
  },
  'lcsprs.record': {
    ...kept,
    data: async ({ make }) => ({
      form: { lcspr: await anLcspr(make), step: 'facts', operation: operation() },
      reviewer: 'an independent reviewer',
    }),
  },
  'lcsprs.undo': {
    ...kept,
    shows: true,
    data: async ({ make, person }) => {
      const change = operation();
      const before = { name: 'before', cases: [], delays: [] };
      const at = '2030-01-01T08:00:00.000Z';
      const event = { by: person, at, operation: change, before };
      return { lcspr: await anLcspr(make, event), change };
    },
  },
  'retention-holds.form': {
    ...kept,
    shows: true,
    data: async ({ make }) => ({ kind: 'lcspr', record: await anLcspr(make) }),
  },
  'retention-holds.place': {
    ...kept,
    data: async ({ make }) => ({
      form: { kind: 'lcspr', record: await anLcspr(make), operation: operation() },
      reason: 'An inquest',
    }),
  },
  'retention-holds.release': {
    ...kept,
    data: async ({ make }) => {
      const id = await anLcspr(make);
      await make.add(holdStore, { kind: 'lcspr', id, reason: 'An inquest' });
      return { form: { kind: 'lcspr', record: id, operation: operation() } };
    },
  },
  'referrals.add': {
    ...kept,
    isAtHomeAnywhere: true,
    data: () => ({
      form: { operation: operation() },
      on: '2021-03-10',
      from: 'a school',
      whyNot: 'No abuse suspected',
    }),
  },
  'reviews.return': {
    data: async ({ make, whose }) => ({
      form: {
        review: await make.review(whose, 'not begun'),
        agency: make.toOwner(whose).agency,
        operation: operation(),
      },
      state: 'returned',
    }),
  },
  'reviews.raise': {
    data: async (wanted) => ({
      ...(await raised(async ({ make, whose }) => ({
        review: await make.review(whose, 'confirmed'),
      }))(wanted)),
      kind: 'action',
    }),
  },
  'reviews.show': { ...onRound({}, 'split'), shows: true },
  'reviews.answer': onRound(
    { answer: 'needed', rationale: 'Agencies missed the same signs' },
    'begun',
  ),
  'reviews.phone': {
    ...onRound(
      { phoneAgency: 'WMP', phoneAnswer: 'needed', phoneRationale: 'Said on the phone' },
      'begun',
    ),
    ...kept,
  },
  'reviews.agree': onRound({}, 'proposed'),
  'reviews.object': onRound({ objection: 'Nobody here said so' }, 'on behalf'),
  'reviews.advise': onRound({ advice: 'Look at the school too' }, 'begun'),
  'reviews.reveal': onRound({}, 'on behalf'),
  'reviews.confirm': onRound({ decision: 'LCSPR' }, 'agreed'),
  'reviews.escalate': onRound(
    { escalationReason: 'No agreement', escalationDue: '2021-04-15' },
    'split',
  ),

  'reminders.form': {
    shows: true,
    isAtHomeAnywhere: true,
    whose: ['own'],
    data: () => ({ form: 'quiet' }),
  },
  'reminders.quiet': forPerson({ days: '6', from: '', to: '' }),
  'reminders.pause': forPerson({ from: '', until: '2021-03-24' }),
  'reminders.resume': forPerson({}),
  'reminders.snooze': {
    whose: ['own'],
    data: async ({ make }) => ({ subject: await make.action('other', 'open'), days: 30 }),
  },
  'reminders.snooze-until': {
    data: async ({ make, person }) => ({
      form: { person, subject: await make.action('other', 'open') },
      until: '2021-05-03',
    }),
  },
  'reminders.wake': {
    whose: ['own'],
    data: async ({ make }) => ({
      subject: await make.action('other', 'open'),
      until: '2021-05-03',
    }),
  },
  'reminders.set': forPerson({ on: '2021-05-04', words: 'Read the minutes' }, { operation: true }),
  'reminders.again': {
    whose: ['own'],
    data: async ({ make }) => ({ subject: await make.action('other', 'open'), days: 30 }),
  },
  'reminders.cancel': {
    isAtHomeAnywhere: true,
    whose: ['own'],
    data: async ({ make, person }) => ({ id: await make.reminder(person) }),
  },
  'reminders.cancel-some': forPerson(async (make, person) => ({
    ids: await make.reminder(person),
  })),

  'notices.again': {
    isAtHomeAnywhere: true,
    whose: ['other'],
    data: ({ make }) => ({ id: make.delivery() }),
  },
  'notices.dismiss': {
    isAtHomeAnywhere: true,
    whose: ['other'],
    data: ({ make }) => ({ id: make.delivery() }),
  },
  'sources.form': { shows: true, whose: ['other'], data: aSource },
  'sources.add': {
    isAtHomeAnywhere: true,
    whose: ['other'],
    data: () => ({ name: newWords(), kind: 'audit', operation: operation() }),
  },
  'sources.change': {
    whose: ['other'],
    data: async (wanted) => ({
      ...(await aSource(wanted)),
      name: newWords(),
      kind: 'audit',
      operation: operation(),
    }),
  },
  'sources.undo': {
    shows: true,
    whose: ['other'],
    data: async (wanted) => {
      const change = operation();
      const event = { by: wanted.person, at: '2030-01-01T08:00:00.000Z', operation: change };
      return { ...(await aSource(wanted, event)), change };
    },
  },
  ...Object.fromEntries(
    RECOMMENDATION_FORMS.map((form) => [
      `recommendations.form:${form}`,
      onRecommendation(
        { form },
        { actions: ['SA-019'], ...EVIDENCED },
        { shows: true, ...(form === 'send-back' && { whose: ['other'] as const }) },
      ),
    ]),
  ),
  'recommendations.new': { shows: true, whose: ['other'], data: aSource },
  'recommendations.add': {
    whose: ['other'],
    data: async (wanted) => ({
      ...(await aSource(wanted)),
      text: newWords(),
      operation: operation(),
    }),
  },
  'recommendations.respond': onRecommendation({ response: 'accepted' }, {}),
  'recommendations.evidence': onRecommendation({ words: 'Fewer repeat referrals' }),
  'recommendations.verify': onRecommendation({ operation: operation() }, EVIDENCED, {
    whose: ['other'],
  }),
  'recommendations.send-back': onRecommendation({ words: 'Too thin' }, EVIDENCED, {
    whose: ['other'],
  }),
  'recommendations.link': onRecommendation({ action: 'SA-019' }),
  'recommendations.unlink': onRecommendation({ action: 'SA-019' }, { actions: ['SA-019'] }),
  'recommendations.repeats': onRecommendation({ repeats: 'OF15-01' }),
  'recommendations.themes': onRecommendation({ themes: 'FATHERS' }),
  'recommendations.raise': {
    data: async (wanted) => ({
      form: { ref: 'SA-300', operation: operation() },
      recommendation: (await aRecommendation(wanted)).ref,
      title: newWords(),
      ...wanted.make.toOwner(wanted.whose),
    }),
  },
  'recommendations.undo': {
    shows: true,
    whose: ['other'],
    data: async (wanted) => {
      const change = operation();
      const event = { by: wanted.person, at: '2030-01-01T08:00:00.000Z', operation: change };
      return { ...(await aRecommendation(wanted, {}, event)), change };
    },
  },
  'files.get:exception-report': {
    ...asFile('exception-report', 'drift_report'),
    data: ({ make, whose }) => ({
      file: 'exception-report',
      question: { intent: 'drift_report', filters: { group: make.toGroup(whose) }, args: {} },
    }),
  },
  'drift.finding': onFinding({}, { shows: true }),
  'drift.form': onFinding({ form: 'accepted' }, { shows: true }),
  'drift.looked-into': onFinding({ words: 'It was asked by mistake' }),
  'drift.accept': onFinding({ words: 'It waits for the audit', until: '2021-04-30' }),
  'drift.undo': {
    shows: true,
    whose: ['other'],
    isAtHomeAnywhere: true,
    data: async (wanted) => {
      const of = await aFinding(wanted);
      const [change, response] = [operation(), wanted.make.freeRef()];
      const event = { by: wanted.person, at: '2030-01-01T08:00:00.000Z', operation: change };
      await wanted.make.add(findingResponseStore, { ...of, id: response, ...SAID }, event);
      return { ...of, response, change };
    },
  },
  'forward-plan.add': {
    whose: ['other'],
    data: ({ make }) => ({
      title: newWords(),
      group: make.toGroup('other'),
      month: '2021-06',
      operation: operation(),
    }),
  },
  ...Object.fromEntries(
    PLAN_FORMS.map((form): [string, Sample] => [
      `forward-plan.form:${form}`,
      { shows: true, data: async (wanted) => ({ ...(await aPlanItem(wanted)), form }) },
    ]),
  ),
  'forward-plan.receive': onPlan({ on: '2021-03-12' }),
  'forward-plan.move': onPlan({ group: 'BOARD', month: '2021-07', reason: 'The data is late' }),
  'forward-plan.withdraw': onPlan({ reason: 'Covered elsewhere' }),
  'forward-plan.undo': {
    shows: true,
    whose: ['other'],
    data: async (wanted) => {
      const change = operation();
      const event = { by: wanted.person, at: '2030-01-01T08:00:00.000Z', operation: change };
      return { ...(await aPlanItem(wanted, event)), change };
    },
  },
  'themes.new': { shows: true, whose: ['other'], isAtHomeAnywhere: true, data: () => ({}) },
  'themes.add': {
    whose: ['other'],
    isAtHomeAnywhere: true,
    data: () => ({ name: newWords(), operation: operation() }),
  },
  'themes.form': {
    shows: true,
    whose: ['other'],
    data: async (wanted) => ({ ...(await aTheme(wanted)), form: 'rename' }),
  },
  'themes.rename': {
    whose: ['other'],
    data: async (wanted) => ({
      ...(await aTheme(wanted)),
      name: newWords(),
      operation: operation(),
    }),
  },
  'themes.merge': {
    whose: ['other'],
    data: async (wanted) => ({
      ...(await aTheme(wanted)),
      into: (await aTheme(wanted)).theme,
      operation: operation(),
    }),
  },
  'themes.undo': {
    shows: true,
    whose: ['other'],
    data: async (wanted) => {
      const change = operation();
      const event = { by: wanted.person, at: '2030-01-01T08:00:00.000Z', operation: change };
      return { ...(await aTheme(wanted, event)), change };
    },
  },
  'files.get:thematic-tracker': asFile('thematic-tracker', 'list_themes'),
  'challenges.new': { shows: true, whose: ['other'], isAtHomeAnywhere: true, data: () => ({}) },
  'challenges.record': {
    whose: ['other'],
    isAtHomeAnywhere: true,
    data: () => ({
      from: 'HOUSING',
      to: 'PRIMARY',
      question: newWords(),
      on: '2021-03-12',
      operation: operation(),
    }),
  },
  ...Object.fromEntries(
    CHALLENGE_FORMS.map((form): [string, Sample] => [
      `challenges.form:${form}`,
      {
        shows: true,
        ...(form === 'answer' && toThem),
        data: async (wanted) => ({ ...(await aChallenge(wanted, {}, form === 'answer')), form }),
      },
    ]),
  ),
  'challenges.answer': onChallenge({}, {}, true),
  'challenges.difference': onChallenge({ answer: 'Soon', answeredOn: day('2021-03-12') }),
  'challenges.withdraw': onChallenge(),
  'challenges.correct': onChallenge({}, { question: 'Why so late?' }),
  'challenges.undo': {
    shows: true,
    whose: ['other'],
    data: async (wanted) => {
      const change = operation();
      const event = { by: wanted.person, at: '2030-01-01T08:00:00.000Z', operation: change };
      return { ...(await aChallenge(wanted, {}, false, event)), change };
    },
  },
  'escalations.new': { shows: true, whose: ['own'], isAtHomeAnywhere: true, data: () => ({}) },
  'escalations.open': {
    whose: ['own', 'other'],
    isAtHomeAnywhere: true,
    data: ({ make, whose }) => {
      const { agency: from = 'SMBC' } = make.toOwner(whose);
      const to = from === 'HOUSING' ? 'PRIMARY' : 'HOUSING';
      return { about: 'decision', from, to, matter: newWords(), operation: operation() };
    },
  },
  ...Object.fromEntries(
    ESCALATION_FORMS.map((form): [string, Sample] => [
      `escalations.form:${form}`,
      {
        shows: true,
        ...(form === 'answer' && toThem),
        data: async (wanted) => ({
          ...(await anEscalation(wanted, {}, form === 'answer')),
          form,
        }),
      },
    ]),
  ),
  'escalations.answer': {
    ...toThem,
    data: async (wanted) => ({
      ...(await anEscalation(wanted, {}, true)),
      answer: 'It comes on Friday',
      operation: operation(),
    }),
  },
  'escalations.hold': onEscalation({ until: '2021-04-09', reason: 'They meet' }),
  'escalations.outcome': onEscalation({ outcome: 'resolved', changed: 'A lead' }, ANSWERED),
  'escalations.withdraw': onEscalation({ reason: 'Settled by phone' }),
  'escalations.correct': onEscalation({ matter: 'No report yet', reason: 'Mistyped' }),
  'escalations.undo': {
    shows: true,
    whose: ['other'],
    data: async (wanted) => {
      const change = operation();
      const event = { by: wanted.person, at: '2030-01-01T08:00:00.000Z', operation: change };
      return { ...(await anEscalation(wanted, {}, false, event)), change };
    },
  },
  'risks.review-form': { shows: true, data: aRisk },
  'risks.close-form': { shows: true, data: aRisk },
  'risks.review': {
    data: async (wanted) => ({
      ...(await aRisk(wanted)),
      operation: operation(),
      likelihood: '3',
      impact: '3',
      reason: 'Looked at',
      nextReviewOn: '2031-06-30',
    }),
  },
  'risks.close': {
    data: async (wanted) => ({
      ...(await aRisk(wanted)),
      operation: operation(),
      reason: 'Dealt with',
    }),
  },
  'risks.add': {
    isAtHomeAnywhere: true,
    whose: ['other'],
    data: ({ make }) => ({
      title: `Something may go wrong with ${make.freeWords()}`,
      group: 'BOARD',
      operation: operation(),
      likelihood: '3',
      impact: '3',
      reason: 'Seen',
      nextReviewOn: '2031-06-30',
    }),
  },
  'learning.send': {
    isAtHomeAnywhere: true,
    whose: ['other'],
    data: ({ make }) => ({
      title: `Learning of ${make.freeWords()}`,
      kind: 'briefing',
      on: '2021-03-15',
      agencies: 'WMP',
      operation: operation(),
    }),
  },
  'learning.read': {
    data: async (wanted) => ({ ...(await aBriefing(wanted)), operation: operation() }),
  },
  'learning.reply-form': {
    shows: true,
    data: async (wanted) => ({ ...(await aBriefing(wanted)), state: 'acted' }),
  },
  'learning.reply': {
    data: async (wanted) => ({
      ...(await aBriefing(wanted)),
      state: 'acted',
      text: 'Changed the form',
      operation: operation(),
    }),
  },
  'learning.take-back': {
    data: async (wanted) => ({ ...(await aBriefing(wanted, true)), operation: operation() }),
  },
  'learning.answer-form': {
    shows: true,
    whose: ['other'],
    data: (wanted) => aBriefing(wanted, true),
  },
  'learning.answer': {
    whose: ['other'],
    data: async (wanted) => ({
      ...(await aBriefing(wanted, true)),
      answer: 'On page 3',
      operation: operation(),
    }),
  },
  'learning.cancel-form': {
    shows: true,
    whose: ['other'],
    data: async (wanted) => ({ item: (await aBriefing(wanted)).item }),
  },
  'learning.cancel': {
    whose: ['other'],
    data: async (wanted) => ({
      item: (await aBriefing(wanted)).item,
      reason: 'A new one is out',
      operation: operation(),
    }),
  },
  'vocabulary.show': { shows: true, isAtHomeAnywhere: true, whose: ['other'], data: () => ({}) },
  'vocabulary.review': { shows: true, isAtHomeAnywhere: true, whose: ['other'], data: () => ({}) },
  'vocabulary.keep-texts': {
    isSetting: true,
    isAtHomeAnywhere: true,
    whose: ['other'],
    data: () => ({ on: true }),
  },
  'vocabulary.ask': {
    shows: true,
    isAtHomeAnywhere: true,
    whose: ['other'],
    data: () => ({ words: 'the quiet ones' }),
  },
  'vocabulary.teach': {
    whose: ['other'],
    data: ({ make }) => ({ words: make.freeWords(), meaning: { kind: 'agency', id: 'WMP' } }),
  },
  'vocabulary.undo': {
    whose: ['other'],
    data: ({ make }) => ({ undo: { words: make.freeWords(), to: { kind: 'agency', id: 'WMP' } } }),
  },
  'changes.look': {
    shows: true,
    isAtHomeAnywhere: true,
    whose: ['own'],
    data: () => ({
      changes: [
        {
          partnership: 'sandwell',
          table: 'Actions',
          partition: 'sandwell|actions',
          sequence: 1,
          writer: operation(),
        },
      ],
    }),
  },
  'form.cancel': { shows: true, isAtHomeAnywhere: true, whose: ['own'], data: () => ({}) },
  'guidance.no-child': {
    shows: true,
    isAtHomeAnywhere: true,
    whose: ['own'],
    data: () => ({ texts: [{ salt: randomUUID(), digest: randomUUID() }] }),
  },
  'guidance.child': { shows: true, isAtHomeAnywhere: true, whose: ['own'], data: () => ({}) },
};

/** The samples over the records of a scene. */
export async function createPresses({ bot }: AccessScene) {
  const make = await createRecordMaker(bot, HOME);
  return (key: string, wanted: Omit<Wanted, 'make'>) => SAMPLES[key]?.data({ ...wanted, make });
}
