import { couldNotReach, noticeAnswer } from '../answers/notice-answer.ts';
import { withSource } from '../answers/source.ts';
import type { Answer } from '../contract/answer.ts';
import type { NoticeItem, NoticePorts, NoticeSource, TellingContext } from '../contract/notice.ts';
import { seenBy, withoutUnseenRefs } from '../contract/seen-by.ts';
import { isPermitted } from '../domain/access.ts';
import { toLocalTime } from '../domain/dates.ts';
import { type Directory, personName } from '../domain/directory.ts';
import type { Delivery } from '../domain/notices/delivery.ts';
import type { Person } from '../domain/partnership.ts';
import { groupPeople } from '../domain/review-sight.ts';
import type { EngineParts, NoticeCatalogue } from './catalogue.ts';
import { mapConcurrently } from './map-concurrently.ts';
import { type OwedNotice, recheckOwed } from './recheck.ts';

/** What is owed to one person as one message, which may repeat another; `undefined` when there is nothing to say after all. */
export async function composeMessage(
  { repeats, person }: Delivery,
  owed: readonly OwedNotice[],
  directory: Directory,
  { ports, catalogue }: EngineParts,
): Promise<Answer | undefined> {
  const readers = personAlone(person, directory);
  const context = tellingContext(directory, ports, readers);
  const items = await collectItems(owed, context, catalogue);
  const own = owed.find(({ source }) => source.message);
  const message = await own?.source.message?.(own.notice, items, context);
  const answer = message ?? (items.length > 0 ? noticeAnswer(items, context) : undefined);
  const stamped = answer && withoutUnseenRefs(withSource(answer, context), readers, directory);
  return stamped && repeats !== undefined ? markRepeat(stamped) : stamped;
}

/**
 * The same for a group's chat, when the person could not be reached: of what somebody of the group may not see, only that. What is
 * theirs alone is not said there.
 */
export async function composeFallback(
  delivery: Delivery,
  directory: Directory,
  parts: EngineParts,
): Promise<Answer | undefined> {
  const readers = groupPeople(delivery.fallback?.group ?? '', directory);
  const context = tellingContext(directory, parts.ports, readers);
  const at = toLocalTime(context.now, directory.partnership.timeZone);
  const isShared = ({ notice }: OwedNotice) => notice.priorityClass !== 'own';
  const themselves = personAlone(delivery.person, directory);
  const whole = await recheckOwed(delivery, at, directory, parts, themselves);
  if (!whole.owed.some(isShared)) return undefined;
  const { owed } = await recheckOwed(delivery, at, directory, parts, readers);
  const shared = owed.filter((each) => isShared(each) && isSeenBy(readers, each.source));
  const items = await collectItems(shared, context, parts.catalogue);
  const unreachedPerson = personName(directory, delivery.person);
  const answer =
    items.length > 0
      ? noticeAnswer(items, { ...context, unreachedPerson })
      : { text: couldNotReach(unreachedPerson) };
  return withoutUnseenRefs(withSource(answer, context), readers, directory);
}

/** Whether all of these people may see what a source is about. */
function isSeenBy(readers: readonly Person[], { seenWith }: NoticeSource): boolean {
  if (!seenWith) return true;
  return (
    seenWith !== 'no others' &&
    readers.length > 0 &&
    readers.every((person) => isPermitted(person, seenWith))
  );
}

/** Only they read it. */
export const personAlone = (id: string, { people }: Directory): Person[] =>
  people.filter((person) => person.id === id);

function tellingContext(
  whole: Directory,
  allPorts: NoticePorts,
  readers: readonly Person[],
): TellingContext {
  const { directory, ports } = seenBy(readers, { directory: whole, ports: allPorts });
  const { calendar } = ports;
  const { id, timeZone } = directory.partnership;
  return {
    directory,
    today: calendar.today(timeZone),
    now: calendar.now(),
    bankHolidays: calendar.bankHolidays,
    store: ports.stores(id),
    ports,
  };
}

/** How each reads, of one topic once: who owns an action does not hear of it as its chair too. */
async function collectItems(
  owed: readonly OwedNotice[],
  context: TellingContext,
  { sources }: NoticeCatalogue,
): Promise<NoticeItem[]> {
  const inOrder = owed.toSorted((a, b) => sources.indexOf(a.source) - sources.indexOf(b.source));
  const read = await mapConcurrently(inOrder, async ({ notice, source, subject }) => {
    const item = await source.item?.(notice, subject, context);
    return item ? [{ topic: item.topic ?? notice.id, item }] : [];
  });
  const once = new Map<string, NoticeItem>();
  for (const { topic, item } of read.flat()) if (!once.has(topic)) once.set(topic, item);
  return [...once.values()];
}

/** Whoever did get the first one is not puzzled by the second. */
function markRepeat(answer: Answer): Answer {
  return {
    ...answer,
    source: `${answer.source} · sent again in case the first was lost`,
    text: `${answer.text} You may have had this already: Teams did not say whether it arrived.`,
  };
}
