import { toActionRow } from '../../../answers/action-words.ts';
import { pleaseCheck } from '../../../answers/form.ts';
import { formatCount, pluralVerb } from '../../../answers/words.ts';
import type { Answer, AnswerRow, Section } from '../../../contract/answer.ts';
import type { Question } from '../../../contract/question.ts';
import type { Request } from '../../../contract/request.ts';
import { isPermitted } from '../../../domain/access.ts';
import type { Action } from '../../../domain/action.ts';
import { personName } from '../../../domain/directory.ts';
import { toActionQuery } from '../action-query.ts';
import { findActions } from '../find-actions.ts';
import { resolveAction } from '../queries.ts';
import { cannotAnswer, mayNotChase } from '../refusals.ts';
import { SHOW_OVERDUE } from '../suggestions.ts';
import { type ChasePlan, planChase } from './plan-chase.ts';
import { sendChase } from './send-chase.ts';

/** So many actions at once: more nobody checks on a form. */
const MAX_AT_ONCE = 60;
const MAX_SHOWN = 4;

/**
 * “chase the owners of overdue actions”, “chase the police”, “chase SA-019”: who would be asked about
 * which actions, with the text. Nobody is asked before it is confirmed.
 */
export async function proposeChase(request: Request, asked: Question): Promise<Answer> {
  const { directory, person } = request;
  const chairs = directory.groups.some(({ id }) => person.roles.includes(`chair:${id}`));
  if (!isPermitted(person, 'actions.chase') && !chairs) return mayNotChase();
  const found = await findChaseable(request, asked);
  if ('answer' in found) return found.answer;
  const plan = await planChase(request, found.actions.slice(0, MAX_AT_ONCE));
  const leftOut = describeLeftOut(plan, found.actions.length);
  if (plan.actions.length === 0)
    return {
      text: `Nobody was asked. ${leftOut || 'No such action is open.'}`,
      suggestions: [SHOW_OVERDUE],
    };
  const people = [...plan.byPerson];
  const heading = `Ask ${formatCount(people.length, 'person', 'people')} about ${formatCount(plan.actions.length, 'action')}?`;
  const unreachable = await findUnreachable(
    request,
    people.map(([to]) => to),
  );
  return {
    text: [pleaseCheck(heading).replace('recorded', 'sent'), leftOut].filter(Boolean).join(' '),
    heading,
    sentence:
      `Each gets one message: “${person.displayName} asks how SA-000 stands”, with the actions below and buttons to answer.`.replace(
        'SA-000',
        plan.actions[0]?.ref ?? '',
      ),
    sections: [
      ...people.map(([to, actions]) => toSection(request, to, actions, unreachable.has(to))),
      { note: leftOut },
    ],
    form: {
      fields: [
        {
          id: 'words',
          label: 'Your message (optional)',
          kind: 'lines',
          hint: 'Please leave out names and details of children.',
        },
      ],
      submit: sendChase.button('Send', { refs: plan.actions.map(({ ref }) => ref) }),
    },
  };
}

/** The action that is named; else the actions that are asked for, those overdue where nothing else is said. */
async function findChaseable(
  request: Request,
  question: Question,
): Promise<{ readonly actions: readonly Action[] } | { readonly answer: Answer }> {
  const { filters, args } = question;
  if (args.actionRef || args.match) {
    const resolved = await resolveAction(request, question);
    return 'answer' in resolved ? resolved : { actions: [resolved.found.action] };
  }
  const names = filters.status ?? filters.dueRange ?? args.hasDue;
  const wanted: Question = {
    intent: 'list_actions',
    filters: names === undefined ? { ...filters, dueRange: 'overdue' } : filters,
    args,
  };
  const query = await toActionQuery(request, wanted);
  if (!query.ok) return { answer: cannotAnswer(query.refusal, wanted) };
  const { actions } = await findActions(request, wanted, {
    ...query.value,
    status: query.value.status ?? 'not complete',
  });
  return { actions };
}

function toSection(
  request: Request,
  to: string,
  actions: readonly Action[],
  isUnreachable: boolean,
): Section {
  const { directory } = request;
  const rows = actions.slice(0, MAX_SHOWN).map((each): AnswerRow => {
    const { ref = '', title, state, line } = toActionRow(each, directory, request);
    return { ref, title, ...(state && { state }), ...(line && { line }) };
  });
  return {
    heading: `${personName(directory, to)} · ${formatCount(actions.length, 'action')}`,
    ...(isUnreachable && {
      text: 'Has not opened Convenor yet: I can’t reach them, and say so in the group’s chat.',
    }),
    rows,
    note:
      actions.length > MAX_SHOWN
        ? `And ${actions
            .slice(MAX_SHOWN)
            .map(({ ref }) => ref)
            .join(', ')}`
        : '',
  };
}

/** Who cannot be messaged: they never wrote to Convenor, or removed it. */
async function findUnreachable(
  { directory, ports }: Request,
  people: readonly string[],
): Promise<ReadonlySet<string>> {
  const { id } = directory.partnership;
  const found = await Promise.all(
    people.map(async (person) =>
      (await ports.conversations.personal(id, person)) ? [] : [person],
    ),
  );
  return new Set(found.flat());
}

/** Of which of the actions nobody is asked, and why. */
function describeLeftOut({ toldToday, notTheirs, nobody }: ChasePlan, all: number): string {
  const parts = [
    toldToday.length > 0 &&
      `The owners of ${named(toldToday)} heard from me today, so nobody is asked twice.`,
    notTheirs.length > 0 &&
      `${named(notTheirs)} ${pluralVerb(notTheirs.length, 'is', 'are')} followed up by other groups than yours.`,
    nobody.length > 0 && `For ${named(nobody)} there is nobody to ask but you.`,
    all > MAX_AT_ONCE && `Only the first ${MAX_AT_ONCE} of ${all} are here.`,
  ];
  return parts.filter(Boolean).join(' ');
}

const named = (actions: readonly Action[]): string =>
  actions.length > 3
    ? formatCount(actions.length, 'action')
    : actions.map(({ ref }) => ref).join(', ');
