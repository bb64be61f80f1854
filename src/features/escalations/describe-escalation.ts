import { ask } from '../../answers/questions.ts';
import { shortName } from '../../answers/short-name.ts';
import type { AnswerRow, State } from '../../contract/answer.ts';
import type { Moment } from '../../contract/asker.ts';
import { formatDay } from '../../domain/dates.ts';
import { agencyName, type Directory } from '../../domain/directory.ts';
import {
  type Escalation,
  type EscalationLevel,
  escalationDays,
  escalationDueOn,
  escalationLevel,
  heldUntil,
} from '../../domain/escalation.ts';

/** “where is ESC-03” */
export const aboutEscalation = (escalation: string) => ask('escalation_detail', {}, { escalation });

export const LEVEL_NAMES: Readonly<Record<EscalationLevel, string>> = {
  senior: 'senior managers',
  partners: 'safeguarding partners',
  unanswered: 'chair and scrutineer',
};

/** An agency as a row names it: `Police`. */
export const agencyShort = (directory: Directory, id: string): string =>
  shortName(agencyName(directory, id), directory.agencies);

/** “Council to Police” */
export const formatParties = (
  { fromAgency, toAgency }: Pick<Escalation, 'fromAgency' | 'toAgency'>,
  directory: Directory,
): string => `${agencyShort(directory, fromAgency)} to ${agencyShort(directory, toAgency)}`;

/** “action SA-019”, “attendance”, “a decision” */
export const formatSubject = ({ about, subject }: Pick<Escalation, 'about' | 'subject'>): string =>
  about === 'attendance' ? 'attendance' : subject ? `${about} ${subject}` : `a ${about}`;

/** Where it stands, in words: “with senior managers, answer due Tue 29 December”. */
export function describeStanding(escalation: Escalation, { today, bankHolidays }: Moment): State {
  const { answeredOn, outcome, withdrawnOn } = escalation;
  if (withdrawnOn)
    return { words: `withdrawn ${formatDay(withdrawnOn, today)}`, colour: 'default' };
  if (answeredOn)
    return {
      words: `answered ${formatDay(answeredOn, today)}, ${outcome ?? 'no outcome yet'}`,
      colour: outcome === 'resolved' ? 'good' : outcome ? 'warning' : 'accent',
    };
  const level = escalationLevel(escalation, today, bankHolidays);
  const days = escalationDays(escalation, bankHolidays);
  if (level === 'unanswered')
    return {
      words: `unanswered, with the ${LEVEL_NAMES.unanswered} since ${formatDay(days.unanswered, today)}`,
      colour: 'attention',
    };
  const held = heldUntil(escalation, today);
  const dueOn = escalationDueOn(escalation, today, bankHolidays);
  const stands = held ? `, held until ${formatDay(held, today)}` : '';
  return {
    words: `with ${LEVEL_NAMES[level]}${stands}, answer due ${dueOn ? formatDay(dueOn, today) : ''}`,
    colour: level === 'partners' ? 'warning' : 'accent',
  };
}

/** An escalation as a row of a list. */
export function toEscalationRow(
  escalation: Escalation,
  directory: Directory,
  moment: Moment,
): AnswerRow {
  return {
    ref: escalation.id,
    title: escalation.matter,
    state: describeStanding(escalation, moment),
    line: `${formatParties(escalation, directory)}, ${formatSubject(escalation)}`,
    opens: aboutEscalation(escalation.id),
  };
}
