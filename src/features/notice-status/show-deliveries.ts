import { z } from 'zod';
import { formatAdministrators } from '../../answers/access-words.ts';
import { ask } from '../../answers/questions.ts';
import { truncateList } from '../../answers/truncate.ts';
import { formatCount, formatList, pluralVerb, sentenceCase } from '../../answers/words.ts';
import { action } from '../../contract/action.ts';
import type { Answer, AnswerRow, Colour, Figure, Section } from '../../contract/answer.ts';
import type { RequestWith } from '../../contract/asker.ts';
import type { DeliveryReport, ListedDelivery } from '../../contract/ports/delivery-admin.ts';
import type { PersonOnLeave, Ports } from '../../contract/ports.ts';
import type { Request } from '../../contract/request.ts';
import { isPermitted } from '../../domain/access.ts';
import { type Day, formatDay, toLocalTime } from '../../domain/dates.ts';
import { type Directory, groupName, personName } from '../../domain/directory.ts';

/** So many of each list are shown; the oldest first, so that the others come up as these are settled. */
const MAX_ROWS = 6;
const MAX_AWAY = 10;
/** So many references say what a message is about. */
const MAX_SUBJECTS = 3;

type StatusPorts = Pick<Ports, 'deliveryAdmin' | 'preferences'>;

/** “what notices went out”, “who could not be reached”: for administrators alone, and in a chat of several only the figures. */
export async function showDeliveries(
  { directory, person, place, today, ports }: RequestWith<StatusPorts>,
  first?: string,
): Promise<Answer> {
  if (!isPermitted(person, 'notices.administer')) return refuseDeliveries(directory);
  const { id } = directory.partnership;
  const [deliveries, away] = await Promise.all([
    ports.deliveryAdmin.report(id, today),
    ports.preferences.listAway(id, today),
  ]);
  const summary = [...(first ? [first] : []), toSentence(deliveries)].join(' ');
  if (place.kind !== 'personal') return { text: `${summary} Ask me in our own chat who and why.` };
  const { undelivered, unknown, waiting } = deliveries;
  const section = (heading: string, listed: readonly ListedDelivery[], isDecided: boolean) =>
    toSection(heading, listed, (each) => toDeliveryRow(each, directory, today, isDecided));
  return {
    text: summary,
    heading: toHeading(deliveries),
    sentence: summary,
    sections: [
      ...toFigures(deliveries),
      section('Could not be reached', undelivered, true),
      section('In doubt: nobody can know whether they arrived', unknown, true),
      section('Waiting', waiting, false),
      {
        heading: 'Away: ordinary notices wait',
        items: away.slice(0, MAX_AWAY).map((each) => describeAway(each, directory, today)),
      },
    ],
  };
}

const SETTLED_MEANWHILE = 'Nothing was done: it has been settled meanwhile.';

/** What an administrator decides of a delivery; then they see how the others went. */
const resolveDelivery = (id: string, decision: 'sendAgain' | 'dismiss', news: string) =>
  action({
    id,
    permission: 'notices.administer',
    input: z.object({ id: z.string().min(1).max(500) }),
    async handle(request: Request, delivery) {
      const { directory, person, ports } = request;
      const { id: partnership } = directory.partnership;
      const done = await ports.deliveryAdmin[decision](partnership, delivery.id, person.id);
      return showDeliveries(request, done === 'settled' ? SETTLED_MEANWHILE : news);
    },
  });

/** *Send again*: a person decides it who knows that it may arrive twice. */
export const sendAgain = resolveDelivery('notices.again', 'sendAgain', 'It goes out again.');

/** *Dismiss*: off the list; the ledger keeps who took it off. */
export const dismiss = resolveDelivery('notices.dismiss', 'dismiss', 'Dismissed.');

/** To everybody but administrators. */
function refuseDeliveries(directory: Directory): Answer {
  return {
    text: `How notices were delivered is for administrators, for it tells who could not be reached. Please ask ${formatAdministrators(directory)}.`,
    suggestions: [{ title: 'My notice settings', ...ask('notify_settings') }],
    refused: 'access',
  };
}

function toHeading({ undelivered, unknown }: DeliveryReport): string {
  const open = undelivered.length + unknown.length;
  return open === 0
    ? 'Notices are getting through'
    : `${formatCount(open, 'message')} ${pluralVerb(open, 'needs', 'need')} a look`;
}

function toSentence({ sent, waiting, undelivered, unknown }: DeliveryReport): string {
  const parts = [
    `${formatCount(sent, 'message')} went out today`,
    `${waiting.length === 0 ? 'none' : waiting.length} ${pluralVerb(waiting.length, 'waits', 'wait')}`,
    `${undelivered.length === 0 ? 'none' : undelivered.length} could not be delivered`,
  ];
  const doubt =
    unknown.length === 0
      ? 'none is'
      : `${unknown.length} ${pluralVerb(unknown.length, 'is', 'are')}`;
  return sentenceCase(`${formatList([...parts, `${doubt} in doubt`])}.`);
}

/** Two and two, so that a phone shows them whole. */
function toFigures({ sent, waiting, undelivered, unknown }: DeliveryReport): Section[] {
  const figure = (count: number, caption: string, colour: Colour): Figure => ({
    number: String(count),
    caption,
    colour: count > 0 ? colour : 'default',
  });
  return [
    {
      figures: [
        figure(sent, 'sent today', 'default'),
        figure(waiting.length, 'waiting', 'default'),
      ],
    },
    {
      figures: [
        figure(undelivered.length, 'undelivered', 'warning'),
        figure(unknown.length, 'in doubt', 'warning'),
      ],
    },
  ];
}

function toSection(
  heading: string,
  deliveries: readonly ListedDelivery[],
  toRow: (delivery: ListedDelivery) => AnswerRow,
): Section {
  const { shown, ...note } = truncateList(deliveries, MAX_ROWS);
  return { heading, rows: shown.map(toRow), ...note };
}

/** Whom it is for, why it is not with them, and since when; *Send again* and *Dismiss*, where a person decides. */
function toDeliveryRow(
  { id, person, subjects, fallbackGroup: saidIn, reason, since }: ListedDelivery,
  directory: Directory,
  today: Day,
  isDecided: boolean,
): AnswerRow {
  const shown = subjects.slice(0, MAX_SUBJECTS);
  const rest = subjects.length - shown.length;
  const why = reason ? REASONS[reason] : 'on its way';
  const who = personName(directory, person);
  const button = (title: string, { button: toButton }: typeof dismiss) =>
    toButton(title, { id }, { aloud: `${title}: ${who}` });
  return {
    title: who,
    state: {
      words: saidIn ? `${why}; said in the chat of ${groupName(directory, saidIn)}` : why,
      colour: isDecided ? 'warning' : 'default',
    },
    line: formatSince(since, directory, today),
    details: formatList([...shown, ...(rest > 0 ? [`${rest} more`] : [])]),
    buttons: isDecided ? [button('Send again', sendAgain), button('Dismiss', dismiss)] : [],
  };
}

const REASONS: Readonly<Record<NonNullable<ListedDelivery['reason']>, string>> = {
  blocked: 'has blocked Convenor',
  'not-installed': 'has not installed Convenor or never wrote to it',
  gone: 'their chat with Convenor is gone',
  unacceptable: 'Teams refused the message',
  limits: 'waits its turn under the limits of Teams',
  'locked-out': 'Teams does not let Convenor in: its secret may have expired',
  busy: 'Teams could not be reached',
  'answer-lost': 'the answer of Teams was lost',
  defect: 'could not be put together; the log says where',
};

/** `since 9:04`, of another day with the day. */
function formatSince(since: string, { partnership }: Directory, today: Day): string {
  const local = toLocalTime(new Date(since), partnership.timeZone);
  const day = local.slice(0, 10) as Day;
  return day === today
    ? `since ${local.slice(11)}`
    : `since ${formatDay(day, today)}, ${local.slice(11)}`;
}

function describeAway({ person, until }: PersonOnLeave, directory: Directory, today: Day): string {
  return `${personName(directory, person)}, until ${formatDay(until, today)}`;
}
