import type { Answer, Asker } from '../../contract/feature.ts';
import type { Ports, StoredAction } from '../../contract/ports.ts';
import type { Args, Question } from '../../contract/question.ts';
import { isOpen } from '../../domain/action.ts';
import type { OpenStatus } from '../../domain/action-commands.ts';
import { parseDay } from '../../domain/dates.ts';
import { resolveAction } from '../resolve-action.ts';
import type { Begun, FormName } from './forms/create-action-form.ts';
import { ACTION_FORMS } from './forms/open-form.ts';

/** “SA-018 started”, “push it to end of june”, “withdraw SA-018”, “reopen it”: the form that fits, to be confirmed. */
export async function proposeUpdate(
  asker: Asker,
  question: Question,
  ports: Ports,
): Promise<Answer> {
  const { statusNew, blocked, dueOn } = question.args;
  return propose(asker, question, ports, ({ action }) => {
    if (!isOpen(action)) return 'reopen';
    if (statusNew === 'withdrawn') return 'withdraw';
    return dueOn && !statusNew && !blocked ? 'more-time' : 'update';
  });
}

/** “close SA-097 done, protocol signed off 12th”: the evidence as it was given, to be completed and confirmed. */
export async function proposeCompletion(
  asker: Asker,
  question: Question,
  ports: Ports,
): Promise<Answer> {
  return propose(asker, question, ports, () => 'done');
}

/** “verify SA-019”: the evidence to be read, and accepted or sent back. */
export async function proposeVerification(
  asker: Asker,
  question: Question,
  ports: Ports,
): Promise<Answer> {
  return propose(asker, question, ports, () => 'verify');
}

/** “send SA-019 back, no evidence that families noticed”. */
export async function proposeSendingBack(
  asker: Asker,
  question: Question,
  ports: Ports,
): Promise<Answer> {
  return propose(asker, question, ports, () => 'send-back');
}

/** “give SA-019 to health”. */
export async function proposeReassignment(
  asker: Asker,
  question: Question,
  ports: Ports,
): Promise<Answer> {
  return propose(asker, question, ports, () => 'reassign');
}

async function propose(
  asker: Asker,
  question: Question,
  ports: Ports,
  formFor: (stored: StoredAction) => FormName,
): Promise<Answer> {
  const which = await resolveAction(asker, question, ports);
  if ('reply' in which) return which.reply;
  const form = ACTION_FORMS[formFor(which.found)];
  return (
    form.refuse(asker, which.found) ??
    form.open(asker, which.found, begunIn(question, asker), ports)
  );
}

const OPEN: readonly string[] = ['open', 'not started', 'in progress'] satisfies OpenStatus[];

/** What the message has said of the change already. */
function begunIn({ filters, args }: Question, { person }: Asker): Begun {
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
