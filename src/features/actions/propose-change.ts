import { mayOn } from '../../domain/access.ts';
import { isOpen } from '../../domain/action.ts';
import { inFull, parseDay } from '../../domain/dates.ts';
import { agencyName, groupName } from '../../domain/directory.ts';
import { yearOf } from '../../domain/partnership-year.ts';
import type { ConfirmView, Field } from '../confirm-view.ts';
import type { Asker, Reply } from '../feature.ts';
import { newOperation } from '../operation.ts';
import type { Ports, StoredAction } from '../ports.ts';
import type { Question } from '../question.ts';
import { whichAction } from '../which-action.ts';
import { mayNotChange } from './refusals.ts';

/** “add action: …”: a form with what was understood. Nothing is raised before it is confirmed. */
export async function proposeAction(asker: Asker, { filters, args }: Question, ports: Ports): Promise<Reply> {
  const { directory } = asker;
  const { partnership } = directory;
  if (!mayOn(asker.person, 'actions.raise', { agency: filters.agency, group: filters.group }))
    return mayNotChange(directory);
  const year = yearOf(ports.calendar.today(partnership.timeZone), partnership.yearStart);
  const priorities = directory.priorities.filter((priority) => priority.year === year);
  const priority = filters.priority ?? asText(args.suggestPriority);
  return confirmation(asker, ports, {
    headline: 'Raise a new action?',
    sentence: 'Nothing is recorded until you confirm. Please leave out names and details of children.',
    fields: [
      { id: 'title', label: 'What is to be done', kind: 'lines', value: asText(args.title), required: true },
      choice('agency', 'Agency that owns it', directory.agencies, filters.agency, 'No agency'),
      choice('group', 'Group that owns it', directory.groups, filters.group, 'No group'),
      { id: 'due', label: 'Due', kind: 'day', value: dayIn(args.dueOn) },
      choice(
        'priority',
        'Priority',
        priorities.map(({ id, title }) => ({ id, name: title })),
        priority,
        'No priority',
      ),
    ],
    confirm: 'Raise it',
    verb: 'actions.raise',
    data: { ref: await ports.actions.nextRef(partnership.id), operation: newOperation() },
  });
}

/** “SA-018 started”, “push it to end of june”: the action with its new status and day, to be confirmed. */
export async function proposeUpdate(asker: Asker, question: Question, ports: Ports): Promise<Reply> {
  return propose(asker, question, ports, ({ action }) => ({
    headline: `Update ${action.ref}?`,
    fields: [
      {
        id: 'status',
        label: 'Status',
        kind: 'choice',
        value: question.args.blocked ? 'blocked' : (asText(question.args.statusNew) ?? action.status),
        choices: ['open', 'not started', 'in progress', 'blocked', 'withdrawn'].map((status) => ({
          title: status,
          value: status,
        })),
      },
      { id: 'due', label: 'Due', kind: 'day', value: dayIn(question.args.dueOn) ?? action.dueOn },
      {
        id: 'reason',
        label: 'Note or reason',
        kind: 'lines',
        value: asText(question.args.note),
        hint: 'Needed to block, to withdraw or to move the due day',
      },
    ],
    confirm: 'Confirm',
    verb: 'actions.update',
  }));
}

/** “close SA-097 done, protocol signed off 12th”: the evidence as it was given, to be completed and confirmed. */
export async function proposeCompletion(asker: Asker, question: Question, ports: Ports): Promise<Reply> {
  return propose(asker, question, ports, ({ action }) => ({
    headline: isOpen(action) ? `Complete ${action.ref}?` : `Add evidence to ${action.ref}?`,
    fields: [
      {
        id: 'evidence',
        label: 'What changed for children or for practice',
        kind: 'lines',
        value: asText(question.args.evidence) ?? action.impactEvidence,
        hint: 'Without it the action shows as complete, impact not yet evidenced',
      },
    ],
    confirm: 'Confirm',
    verb: 'actions.complete',
  }));
}

type Proposal = Pick<ConfirmView, 'headline' | 'fields' | 'confirm' | 'verb'>;

async function propose(
  asker: Asker,
  question: Question,
  ports: Ports,
  proposal: (stored: StoredAction) => Proposal,
): Promise<Reply> {
  const which = await whichAction(asker, question, ports);
  if ('reply' in which) return which.reply;
  const { action, version } = which.found;
  if (!mayOn(asker.person, 'actions.change', action.owner)) return mayNotChange(asker.directory, action);
  const { directory } = asker;
  const owner = [
    action.owner.agency && agencyName(directory, action.owner.agency),
    action.owner.group && groupName(directory, action.owner.group),
  ];
  const reply = confirmation(asker, ports, {
    ...proposal(which.found),
    sentence: [action.title, owner.filter(Boolean).join(', ') || 'no owner recorded'].join(' · '),
    data: { ref: action.ref, version, operation: newOperation() },
  });
  return { ...reply, thread: { question: { ...question, args: { ...question.args, actionRef: action.ref } } } };
}

function confirmation({ directory }: Asker, ports: Ports, view: Omit<ConfirmView, 'source'>): Reply {
  const { shortName, timeZone } = directory.partnership;
  const text = `${view.headline} Please check and confirm; nothing is recorded until then.`;
  const fields = view.fields.map(({ label, value }) => `${label}: ${value ?? 'empty'}.`);
  const source = `${shortName} · as at ${inFull(ports.calendar.today(timeZone))}`;
  return { text, card: { name: 'confirm', view: { ...view, source }, plain: [text, view.sentence, ...fields].join('\n') } };
}

function choice(
  id: string,
  label: string,
  of: readonly { readonly id: string; readonly name: string }[],
  value: string | undefined,
  none: string,
): Field {
  const choices = [{ title: none, value: '' }, ...of.map((each) => ({ title: each.name, value: each.id }))];
  return { id, label, kind: 'choice', value: value ?? '', choices };
}

const asText = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);
const dayIn = (value: unknown): string | undefined => (typeof value === 'string' ? parseDay(value) : undefined);
