import { openButton } from '../../answers/notice-answer.ts';
import { describeReason } from '../../answers/notice-words.ts';
import { truncate } from '../../answers/truncate.ts';
import type { NoticeSource } from '../../contract/notice.ts';
import { addresseesSetting, workingDaysSetting } from '../../contract/notice-settings.ts';
import { formatDay } from '../../domain/dates.ts';
import type { Directory } from '../../domain/directory.ts';
import {
  DEFAULT_LEVEL_DAYS,
  ESCALATION_STEPS,
  type Escalation,
  type EscalationStep,
  escalationClosedOn,
  escalationDays,
  escalationDueOn,
  isEscalationOpen,
} from '../../domain/escalation.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import { type Recipient, resolveRecipients } from '../../domain/notices/recipients.ts';
import { isInWindow } from '../../domain/notices/steps.ts';
import { formButton } from './buttons.ts';
import {
  aboutEscalation,
  describeStanding,
  formatParties,
  formatSubject,
  LEVEL_NAMES,
} from './describe-escalation.ts';
import { mayDo } from './refusals.ts';
import { escalationStore } from './store.ts';

/** What a partnership may set: the days of each level, and who hears after the last. */
export const escalationSettings = {
  escalationSeniorDays: workingDaysSetting(DEFAULT_LEVEL_DAYS),
  escalationPartnersDays: workingDaysSetting(DEFAULT_LEVEL_DAYS),
  escalationUnansweredTo: addresseesSetting('chair', 'scrutineer'),
};

const MAX_TITLE = 160;

/**
 * An escalation that nobody answers: to both sides when it is opened, when half the days of a level
 * have gone, and when it goes up; to its opener alone the working day before it goes up.
 */
export const escalationDue: NoticeSource<Escalation, typeof escalationSettings> = {
  rule: 'escalation-step',
  label: 'escalation between agencies',
  priorityClass: 'ordinary',
  whenInDoubt: 'repeat',
  seenWith: 'escalations.read',
  settings: escalationSettings,
  find: ({ store, window }) =>
    store(escalationStore).range('byClosedDay', window.from ?? window.today, '9999-12-31'),
  load: (id, { store }) => store(escalationStore).get(id),
  owed(escalation, { window, bankHolidays }) {
    const about = escalation.id;
    const closedOn = escalationClosedOn(escalation);
    if (closedOn)
      return isInWindow({ from: window.from ?? window.today, today: window.today }, closedOn)
        ? [{ about, step: escalation.answeredOn ? 'answered' : 'withdrawn', dueOn: closedOn }]
        : [];
    const days = escalationDays(escalation, bankHolidays);
    const reached = ESCALATION_STEPS.filter((step) => isInWindow(window, days[step]));
    const last = reached.at(-1);
    const lastTold = reached.findLast((step) => !isEve(step));
    return [...new Set([lastTold, last])].flatMap((step) =>
      step ? [{ about, step, dueOn: escalation.openedOn }] : [],
    );
  },
  recipients(escalation, { step }, { directory, settings }) {
    const [from, to] = [escalation.fromAgency, escalation.toAgency].map((agency) =>
      resolveRecipients(['agency-lead'], { agency }, directory),
    );
    const opener = findOpener(escalation, directory);
    if (isEve(step as EscalationStep)) return opener.length > 0 ? opener : (from ?? []);
    const besides = step.startsWith('partners')
      ? resolveRecipients(['statutory-leads'], {}, directory)
      : step === 'unanswered'
        ? resolveRecipients(settings.escalationUnansweredTo, {}, directory)
        : [];
    const all = [...opener, ...(from ?? []), ...(to ?? []), ...besides];
    const done =
      step === 'opened' ? escalation.openedBy : step === 'answered' && escalation.answeredBy;
    return [...new Map(all.toReversed().map((each) => [each.person, each])).values()]
      .toReversed()
      .filter(({ person }) => person !== done);
  },
  item({ reason, step, to }, escalation, context) {
    const { directory, today } = context;
    const { id, matter } = escalation;
    const state = describeStanding(escalation, context);
    const opens = aboutEscalation(id);
    const person = directory.people.find((each) => each.id === to);
    const may = (permission: 'escalations.answer' | 'escalations.change') =>
      person !== undefined && mayDo({ person }, permission, escalation);
    const isOpen = isEscalationOpen(escalation);
    return {
      section: step === 'unanswered' ? 'overdue' : isOpen ? 'due' : 'to-look-into',
      ref: id,
      title: truncate(matter, MAX_TITLE),
      headline: `${id}, ${formatParties(escalation, directory)}: ${describeStep(step)}`,
      standing: state.words,
      colour: state.colour,
      dueOn: isOpen ? escalationDueOn(escalation, today, context.bankHolidays) : undefined,
      facts: [
        { title: 'About', value: formatSubject(escalation) },
        { title: 'Stands', value: state.words },
      ],
      reason: to === escalation.openedBy ? OPENED_IT : describeWhy(reason, directory),
      opens,
      buttons: [
        ...(isOpen && may('escalations.answer') ? [formButton('Answer…', id, 'answer')] : []),
        ...(isOpen && may('escalations.change') ? [formButton('Hold…', id, 'hold')] : []),
        openButton(opens),
      ],
    };

    function describeStep(reached: string): string {
      const days = escalationDays(escalation, context.bankHolidays);
      const due = escalationDueOn(escalation, today, context.bankHolidays);
      const answerBy = due ? `, answer due ${formatDay(due, today)}` : '';
      const words: Readonly<Record<string, string>> = {
        opened: `opened${answerBy}`,
        'senior-half': `half the days have gone${answerBy}`,
        'partners-half': `half the days of the ${LEVEL_NAMES.partners} have gone${answerBy}`,
        'senior-eve': `goes up to the ${LEVEL_NAMES.partners} on ${formatDay(days.partners, today)} unless it is answered or held`,
        'partners-eve': `goes to the ${LEVEL_NAMES.unanswered} on ${formatDay(days.unanswered, today)} unless it is answered or held`,
        partners: `went up to the ${LEVEL_NAMES.partners}${answerBy}`,
        unanswered: `unanswered at the last level, now with the ${LEVEL_NAMES.unanswered}`,
      };
      return words[reached] ?? reached;
    }
  },
};

const OPENED_IT = { sentence: 'You opened it.', short: 'you opened it' };

/** No time limit of the law, and nothing to verify. */
function describeWhy(reason: Notice['reason'], directory: Directory) {
  if (reason.kind === 'statutory')
    return describeReason({ kind: 'agency', agency: reason.agency }, directory);
  const words = describeReason(reason, directory);
  return reason.kind === 'scrutineer' ? { ...words, sentence: 'You are the scrutineer.' } : words;
}

const isEve = (step: EscalationStep): boolean => step.endsWith('-eve');

/** Whoever opened it, while the partnership knows them. */
function findOpener({ openedBy, fromAgency }: Escalation, { people }: Directory): Recipient[] {
  const opener = people.find(({ id }) => id === openedBy);
  return opener ? [{ person: opener.id, reason: { kind: 'agency', agency: fromAgency } }] : [];
}
