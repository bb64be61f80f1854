import type { Figure } from '../../answers/card-parts.ts';
import { formatCount, formatList, pluralVerb, sentenceCase } from '../../answers/words.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import type { DeliveryReport, ListedDelivery } from '../../contract/ports/delivery-admin.ts';
import type { Away, Ports } from '../../contract/ports.ts';
import { isPermitted } from '../../domain/access.ts';
import { type Day, formatDay, formatDayWithYear, toLocalTime } from '../../domain/dates.ts';
import { type Directory, groupName, personName } from '../../domain/directory.ts';
import type { DeliveriesView, DeliveryRow, RowPress } from './deliveries-view.ts';

/** So many of each list are shown; the oldest first, so that the others come up as these are settled. */
const MAX_ROWS = 6;
const MAX_AWAY = 10;
/** So many references say what a message is about. */
const MAX_SUBJECTS = 3;

/** “what notices went out”, “who could not be reached”: for administrators alone, and in a chat of several only the figures. */
export async function showDeliveries(asker: Asker, ports: Ports, first?: string): Promise<Answer> {
  const { directory, person, place } = asker;
  if (!isPermitted(person, 'notices.administer')) return mayNotSeeDeliveries(directory);
  const { id, shortName, timeZone } = directory.partnership;
  const today = ports.calendar.today(timeZone);
  const [deliveries, away] = await Promise.all([
    ports.deliveryAdmin.report(id, today),
    ports.preferences.away(id, today),
  ]);
  const summary = [...(first ? [first] : []), sentenceOf(deliveries)].join(' ');
  if (place.kind !== 'personal') return { text: `${summary} Ask me in our own chat who and why.` };
  const view: DeliveriesView = {
    source: `${shortName} · as at ${formatDayWithYear(today)}`,
    headline: headlineOf(deliveries),
    sentence: summary,
    numbers: figuresOf(deliveries),
    lists: [
      listOf('Could not be reached', deliveries.undelivered, directory, today, true),
      listOf(
        'In doubt: nobody can know whether they arrived',
        deliveries.unknown,
        directory,
        today,
        true,
      ),
      listOf('Waiting', deliveries.waiting, directory, today, false),
    ].filter(({ rows }) => rows.length > 0),
    away: away.slice(0, MAX_AWAY).map((each) => awayInWords(each, directory, today)),
  };
  return { text: summary, card: { name: 'deliveries', view, plain: plainOf(summary, view) } };
}

/** To everybody but administrators. */
export function mayNotSeeDeliveries({ people }: Directory): Answer {
  const administrators = people
    .filter(({ roles }) => roles.includes('administrator'))
    .map(({ displayName }) => displayName);
  const whom =
    administrators.length > 0 ? formatList(administrators, 'or') : 'the business manager';
  return {
    text: `How notices were delivered is for administrators, for it tells who could not be reached. Please ask ${whom}.`,
    suggestions: ['my notice settings'],
    refused: 'access',
  };
}

function headlineOf({ undelivered, unknown }: DeliveryReport): string {
  const open = undelivered.length + unknown.length;
  return open === 0
    ? 'Notices are getting through'
    : `${formatCount(open, 'message')} ${pluralVerb(open, 'needs', 'need')} a look`;
}

function sentenceOf({ sent, waiting, undelivered, unknown }: DeliveryReport): string {
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

function figuresOf({
  sent,
  waiting,
  undelivered,
  unknown,
}: DeliveryReport): DeliveriesView['numbers'] {
  const figure = (count: number, caption: string, colour: Figure['colour']): Figure => ({
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

function listOf(
  title: string,
  deliveries: readonly ListedDelivery[],
  directory: Directory,
  today: Day,
  isDecided: boolean,
): DeliveriesView['lists'][number] {
  const more = deliveries.length - MAX_ROWS;
  const rows = deliveries
    .slice(0, MAX_ROWS)
    .map((delivery) => rowOf(delivery, directory, today, isDecided));
  return { title, rows, extent: more > 0 ? `and ${more} more` : '' };
}

function rowOf(
  delivery: ListedDelivery,
  directory: Directory,
  today: Day,
  isDecided: boolean,
): DeliveryRow {
  const { subjects, saidIn, reason: why } = delivery;
  const shown = subjects.slice(0, MAX_SUBJECTS);
  const rest = subjects.length - shown.length;
  const reason = why ? REASONS[why] : 'on its way';
  const who = personName(directory, delivery.person);
  return {
    who,
    what: formatList([...shown, ...(rest > 0 ? [`${rest} more`] : [])]),
    why: saidIn ? `${reason}; said in the chat of ${groupName(directory, saidIn)}` : reason,
    colour: isDecided ? 'warning' : 'default',
    since: sinceInWords(delivery.since, directory, today),
    presses: isDecided
      ? [
          press('Send again', 'again', delivery.id, who),
          press('Dismiss', 'dismiss', delivery.id, who),
        ]
      : [],
  };
}

function press(title: string, name: string, id: string, who: string): RowPress {
  const verb = `notices.${name}`;
  return { title, aloud: `${title}: ${who}`, verb, data: { verb, id } };
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
function sinceInWords(since: string, { partnership }: Directory, today: Day): string {
  const local = toLocalTime(new Date(since), partnership.timeZone);
  const day = local.slice(0, 10) as Day;
  return day === today
    ? `since ${local.slice(11)}`
    : `since ${formatDay(day, today)}, ${local.slice(11)}`;
}

function awayInWords({ person, until }: Away, directory: Directory, today: Day): string {
  return `${personName(directory, person)}, until ${formatDay(until, today)}`;
}

function plainOf(text: string, { lists, away }: DeliveriesView): string {
  return [
    text,
    ...lists.flatMap(({ title, rows, extent }) => [
      `${title}:`,
      ...rows.map(({ who, what, why, since }) => `${who}, ${what}: ${why}, ${since}.`),
      ...(extent ? [`${extent}.`] : []),
    ]),
    ...(away.length > 0 ? [`Away: ${away.join('; ')}.`] : []),
  ].join('\n');
}
