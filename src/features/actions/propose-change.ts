import type { Answer } from '../../contract/answer.ts';
import type { StoredAction } from '../../contract/ports.ts';
import type { Args, Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { isOpen } from '../../domain/action.ts';
import type { OpenStatus } from '../../domain/action-commands.ts';
import { parseDay } from '../../domain/dates.ts';
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
    return dueOn && !statusNew && !blocked ? 'more-time' : 'update';
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
  return propose(request, question, () => 'reassign');
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
  return refuse(request, found) ?? open(request, found, begunIn(question, request));
}

const OPEN: readonly string[] = ['open', 'not started', 'in progress'] satisfies OpenStatus[];

/** What the message has said of the change already. */
function begunIn({ filters, args }: Question, { person }: Request): FormStart {
  const status = asText(args.statusNew);
  return {
    status: args.blocked
      ? 'blocked'
      : OPEN.includes(status ?? '')
        ? (status as OpenStatus)
        : undefined,
    due: parseDay(asText(args.dueOn) ?? ''),
    reason: asText(args.note),
    evidence: asText(args.evidence),
    agency: filters.agency,
    group: filters.group,
    person: args.person === 'me' ? person.id : asText(args.person),
  };
}

const asText = (value: Args[string]): string | undefined =>
  typeof value === 'string' && value ? value : undefined;
