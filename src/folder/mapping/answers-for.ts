import type { ValueAnswers } from '../../contract/ports/sheet-imports.ts';
import type { PartnershipRecords } from '../../domain/partnership-records.ts';
import { createFindLikelyPair } from './find-likely-pair.ts';
import { listTitled, NEW_RECORD, SAME_AS } from './propose-references.ts';
import { actionStatus, attendedWords, CHOICES, riskState } from './value-words.ts';

/** A list that people can still choose from. */
const MAX_ANSWERS = 60;

/** What may be said of a value that cannot be told. */
export function answersFor(
  kind: string,
  column: string,
  written: string,
  stored: PartnershipRecords,
): ValueAnswers {
  const { agencies, groups, people, meetings } = stored;
  const titled = column === SAME_AS ? listTitled(kind, stored) : undefined;
  if (titled) {
    const likely = createFindLikelyPair(titled)(written);
    return [
      ...(likely ? [{ title: `It is ${likely.ref}, “${likely.title}”`, value: likely.ref }] : []),
      { title: 'It is new', value: NEW_RECORD },
    ];
  }
  const named = (records: readonly { readonly id: string; readonly name: string }[]) =>
    records.map(({ id, name }) => ({ title: name, value: id }));
  const persons = people.map(({ id, displayName }) => ({ title: displayName, value: id }));
  const lists: Readonly<Record<string, () => Exclude<ValueAnswers, string>>> = {
    'actions.owner_agency': () => [...named(agencies), ...named(groups), ...persons],
    'actions.joint_owners': () => named(agencies),
    agency: () => named(agencies),
    owner_agency: () => named(agencies),
    group: () => named(groups),
    lead_group: () => named(groups),
    owner_group: () => named(groups),
    reports_to: () => named(groups),
    person: () => persons,
    owner_person: () => persons,
    deputy_for: () => persons,
    verified_by: () => persons,
    meeting_id: () =>
      meetings
        .toSorted((a, b) => b.startsAt.localeCompare(a.startsAt))
        .map(({ id, title }) => ({ title: title ?? id, value: id })),
  };
  const words = {
    'actions.status': actionStatus,
    'attendance.attended': attendedWords,
    'risks.status': riskState,
  };
  const choice = words[`${kind}.${column}` as keyof typeof words] ?? CHOICES[kind]?.[column];
  if (choice) return choice.meanings.map((each) => ({ title: each, value: each }));
  const list = lists[`${kind}.${column}`] ?? lists[column];
  if (list) return list().slice(0, MAX_ANSWERS);
  return column.endsWith('_on') ? 'day' : 'words';
}
