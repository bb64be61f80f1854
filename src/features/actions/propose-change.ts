import type { Answer } from '../../contract/answer.ts';
import type { StoredAction } from '../../contract/ports.ts';
import type { Args, Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { isOpen } from '../../domain/action.ts';
import type { OpenStatus } from '../../domain/action-commands.ts';
import { addDays, addMonths, type Day, parseDay } from '../../domain/dates.ts';
import type { FormName } from './buttons.ts';
import type { FormStart } from './forms/create-action-form.ts';
import { ACTION_FORMS } from './forms/open-form.ts';
import { resolveAction } from './queries.ts';

/** “SA-018 started”, “push it to end of june”, “withdraw SA-018”, “reopen it”: the form that fits, to be confirmed. */
export async function proposeUpdate(request: Request, question: Question): Promise<Answer> {
  const { statusNew, blocked, dueOn } = question.args;
  return propose(request, question, ({ action }) => {
    if (!isOpen(action)) return 'reopen';
    if (statusNew === 'withdrawn') return 'withdraw';
    const isMoved = dueOn || question.args.dueLater || question.args.unreadDay;
    return isMoved && !statusNew && !blocked ? 'more-time' : 'update';
  });
}

/** “close SA-097 done, protocol signed off 12th”: the evidence as it was given, to be completed and confirmed. */
export async function proposeCompletion(request: Request, question: Question): Promise<Answer> {
  return propose(request, question, () => 'done');
}

/** “verify SA-019”: the evidence to be read, and accepted or sent back. */
export async function proposeVerification(request: Request, question: Question): Promise<Answer> {
  return propose(request, question, () => 'verify');
}

/** “send SA-019 back, no evidence that families noticed”. */
export async function proposeSendBack(request: Request, question: Question): Promise<Answer> {
  return propose(request, question, () => 'send-back');
}

/** “give SA-019 to health”. */
export async function proposeReassignment(request: Request, question: Question): Promise<Answer> {
  const answer = await propose(request, question, () => 'reassign');
  const { filters, args } = question;
  if (typeof args.to !== 'string' || !answer.form) return answer;
  const isSought = /^(?:whoever|whichever|who|the (?:person|one) who|the next)\b/i.test(args.to);
  const isKnown = filters.agency ?? filters.group ?? args.person;
  if (isKnown && !isSought) return answer;
  const unknown = isSought
    ? `I can’t look up “${args.to}” for this form: choose who it is.`
    : `I know no agency, group or person called “${args.to}”.`;
  return {
    ...answer,
    text: `${unknown} ${answer.text}`,
    sentence: [unknown, answer.sentence].filter(Boolean).join(' '),
  };
}

async function propose(
  request: Request,
  question: Question,
  formFor: (stored: StoredAction) => FormName,
): Promise<Answer> {
  const which = await resolveAction(request, question);
  if ('answer' in which) return which.answer;
  const { found } = which;
  const { refuse, open } = ACTION_FORMS[formFor(found)];
  return refuse(request, found) ?? open(request, found, begunIn(question, request, found));
}

const OPEN: readonly string[] = ['open', 'not started', 'in progress'] satisfies OpenStatus[];

/** What the message has said of the change already. */
function begunIn(
  { filters, args }: Question,
  { person }: Request,
  { action }: StoredAction,
): FormStart {
  const status = asText(args.statusNew);
  return {
    status: args.blocked
      ? 'blocked'
      : OPEN.includes(status ?? '')
        ? (status as OpenStatus)
        : undefined,
    due: args.unreadDay
      ? undefined
      : (parseDay(asText(args.dueOn) ?? '') ?? laterDue(args, action)),
    isDueUnknown: args.unreadDay !== undefined || undefined,
    reason: asText(args.note),
    evidence: asText(args.evidence),
    agency: filters.agency,
    group: filters.group,
    person: args.person === 'me' ? person.id : asText(args.person),
  };
}

/** “needs another month”: so much later than it is due now; nothing where it has no due day. */
function laterDue({ dueLater }: Args, { dueOn }: StoredAction['action']): Day | undefined {
  const [, count, unit] = /^(\d+) (days|months)$/.exec(asText(dueLater) ?? '') ?? [];
  if (!count || !dueOn) return undefined;
  return unit === 'months' ? addMonths(dueOn, Number(count)) : addDays(dueOn, Number(count));
}

const asText = (value: Args[string]): string | undefined =>
  typeof value === 'string' && value ? value : undefined;
