import { z } from 'zod';
import { choiceField, idField, lineField, pleaseCheck } from '../../answers/form.ts';
import { sentenceCase } from '../../answers/words.ts';
import { action } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import { settingValues } from '../../contract/notice-settings.ts';
import type { Question } from '../../contract/question.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { isPermitted, isPermittedOn } from '../../domain/access.ts';
import { agencyName } from '../../domain/directory.ts';
import {
  ESCALATION_SUBJECTS,
  type Escalation,
  type EscalationSubject,
} from '../../domain/escalation.ts';
import { openEscalation } from '../../domain/escalation-commands.ts';
import { nextReference } from '../../domain/next-reference.ts';
import { omitUndefined } from '../../domain/optional.ts';
import type { Person } from '../../domain/partnership.ts';
import { resolveAction } from '../actions/queries.ts';
import { openNewEscalation } from './buttons.ts';
import { LEVEL_NAMES } from './describe-escalation.ts';
import { escalationSettings } from './notices.ts';
import { CHILD_DISPUTES, mayNot, notRecorded } from './refusals.ts';
import { escalationAnswer } from './show-escalation.ts';
import { escalationStore } from './store.ts';

/** What a message or a card said already, with which the form begins. */
interface Begun {
  readonly about?: EscalationSubject;
  readonly subject?: string | undefined;
  readonly to?: string | undefined;
  readonly matter?: string;
  readonly note?: string;
}

/**
 * “escalate SA-019 to the chair”, “escalate the police's absence”: a form with what was said. An
 * action stays with its owner, whoever it is escalated to.
 */
export async function proposeEscalation(request: Request, question: Question): Promise<Answer> {
  if (!mayOpen(request)) return mayNot('escalations.open');
  const { filters, args } = question;
  const words = (value: unknown) => (typeof value === 'string' ? value.trim() : '');
  const matter = words(args.matter);
  const higher = HIGHER.exec(words(args.level))?.[0];
  const note = higher
    ? `It begins with ${LEVEL_NAMES.senior}; the chair and the scrutineer hear of it when nobody has answered at the last level.`
    : '';
  if (args.actionRef) {
    const which = await resolveAction(request, question);
    if ('answer' in which) return which.answer;
    return escalationForm(request, {
      ...(await beginWith(request, args.actionRef, higher ? undefined : filters.agency)),
      note,
      ...(matter && { matter }),
    });
  }
  const about = args.absence ? 'attendance' : args.decision ? 'decision' : 'action';
  return escalationForm(request, { about, to: higher ? undefined : filters.agency, matter, note });
}

const HIGHER = /\b(chair|scrutineer|board|partners|partnership)\b/i;

/** *Escalate…*, on an overdue action or in the list. */
export const openNewForm = action({
  ...openNewEscalation,
  permission: 'escalations.open',
  handle: async (request: Request, { action: ref }): Promise<Answer> =>
    escalationForm(request, ref ? await beginWith(request, ref) : {}),
});

/** What the form begins with for an action: whose it is, and that it is overdue. */
async function beginWith(
  { directory, ports, today }: Request,
  ref: string,
  named?: string,
): Promise<Begun> {
  const found = await ports.actions.find(directory.partnership.id, ref);
  if (!found) return {};
  const { title, owner, dueOn } = found.action;
  const isLate = dueOn !== undefined && dueOn < today;
  return {
    about: 'action',
    subject: found.action.ref,
    to: owner.agency ?? named,
    matter: `${title}${isLate ? ': overdue' : ''}`,
  };
}

/** Agencies for which somebody may open an escalation: an agency's people for theirs alone. */
function listOpeners({ directory, person }: Request) {
  const own = directory.agencies.filter(({ id }) => id === person.agency);
  return speaksForAll(person) ? directory.agencies : own;
}

const speaksForAll = ({ roles }: Person): boolean =>
  roles.some((role) => role === 'administrator' || role === 'chair' || role.startsWith('chair:'));

const mayOpen = ({ person }: Pick<Request, 'person'>): boolean =>
  isPermitted(person, 'escalations.open') ||
  isPermittedOn(person, 'escalations.open', omitUndefined({ agency: person.agency }));

function escalationForm(request: Request, begun: Begun): Answer {
  if (!mayOpen(request)) return mayNot('escalations.open');
  const { directory, person } = request;
  const openers = listOpeners(request);
  const own = openers.find(({ id }) => id === person.agency)?.id ?? openers[0]?.id;
  const subjects = ESCALATION_SUBJECTS.map((id) => ({ id, name: sentenceCase(id) }));
  const heading = begun.subject ? `Escalate ${begun.subject}?` : 'Open an escalation?';
  const { seniorDays, partnersDays } = levelDays(request);
  return {
    text: pleaseCheck(heading),
    heading,
    sentence: [
      begun.note,
      begun.subject && `${begun.subject} stays with its owner.`,
      `The other agency has ${seniorDays} working days with its senior managers, then ${partnersDays} with the safeguarding partners; both sides are told as it goes up.`,
      CHILD_DISPUTES,
    ]
      .filter(Boolean)
      .join(' '),
    form: {
      fields: [
        choiceField('about', 'About', subjects, begun.about ?? 'action'),
        {
          id: 'subject',
          label: 'Reference of the action (if any)',
          kind: 'text',
          value: begun.subject ?? '',
        },
        { ...choiceField('from', 'From', openers, own), required: true },
        {
          ...choiceField('to', 'To', directory.agencies, begun.to ?? ''),
          required: true,
        },
        {
          id: 'matter',
          label: 'What is escalated, and why',
          kind: 'lines',
          value: begun.matter ?? '',
          required: true,
        },
      ],
      submit: recordEscalation.button('Open escalation', {}),
    },
  };
}

/** *Open escalation*: under the next free reference; its clock starts the next working day. */
export const recordEscalation = action({
  id: 'escalations.open',
  permission: 'escalations.open',
  input: z.object({
    about: z.enum(ESCALATION_SUBJECTS),
    subject: z.string().trim().max(60).optional().default(''),
    from: idField,
    to: idField,
    matter: lineField,
  }),
  async handle(request: Request, { about, subject, from, to, matter }): Promise<Answer> {
    const { directory, ports, store, person } = request;
    if (!mayOpen(request)) return mayNot('escalations.open');
    if (!listOpeners(request).some(({ id }) => id === from))
      return {
        text: `Nothing was recorded: you can open an escalation for ${person.agency ? agencyName(directory, person.agency) : 'your own agency'} alone.`,
        refused: 'access',
      };
    const ref = about === 'action' ? subject.toUpperCase() : '';
    const known = ref && (await ports.actions.find(directory.partnership.id, ref));
    if (about === 'action' && !known) return notRecorded('action-missing');
    if (!from || !directory.agencies.some(({ id }) => id === to) || !to)
      return notRecorded('same-agency');
    const chaired = person.roles.find((role) => role.startsWith('chair:'));
    const actor = toActor(request);
    const all = await store(escalationStore).list();
    const wanted: Escalation = {
      id: nextReference(
        all.map(({ id }) => id),
        'ESC-01',
      ),
      about,
      ...(ref && { subject: ref }),
      matter,
      fromAgency: from,
      toAgency: to,
      ...(chaired && { group: chaired.slice('chair:'.length) }),
      openedOn: actor.today,
      openedBy: actor.by,
      ...levelDays(request),
      holds: [],
    };
    const decided = openEscalation(wanted, actor);
    if (!decided.ok) return notRecorded(decided.refusal);
    const added = await store(escalationStore).add(decided.value.record, decided.value.event);
    if (!added.ok) return notRecorded(added.refusal);
    return escalationAnswer(request, added.value, 'Recorded.');
  },
});

/** The days of each level, as the partnership sets them. */
function levelDays({ directory }: Request): Pick<Escalation, 'seniorDays' | 'partnersDays'> {
  const set = settingValues(escalationSettings, directory.partnership.notices);
  const { escalationSeniorDays: seniorDays, escalationPartnersDays: partnersDays } = set;
  return { seniorDays: Math.max(1, seniorDays), partnersDays: Math.max(1, partnersDays) };
}
