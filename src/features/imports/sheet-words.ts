import { shortName } from '../../answers/short-name.ts';
import { truncate } from '../../answers/truncate.ts';
import { sentenceCase } from '../../answers/words.ts';
import { type Day, formatDayWithYear, type Month } from '../../domain/dates.ts';
import type { Directory } from '../../domain/directory.ts';

/** What a sheet may be, as people call it; the likeliest first. */
const KINDS: readonly (readonly [kind: string, words: string])[] = [
  ['actions', 'action log'],
  ['attendance', 'attendance table'],
  ['people', 'contacts list'],
  ['meetings', 'list of meetings'],
  ['risks', 'risk register'],
  ['decisions', 'decision log'],
  ['priorities', 'list of priorities'],
  ['agencies', 'list of agencies'],
  ['groups', 'list of groups'],
  ['memberships', 'list of who sits in which group'],
  ['deputies', 'list of deputies'],
];

/** `actions` is an “action log”. */
export const describeKind = (kind: string): string =>
  KINDS.find(([each]) => each === kind)?.[1] ?? kind.replaceAll('-', ' ');

/** What somebody can say that a sheet is. */
export const KIND_CHOICES = KINDS.map(([value, words]) => ({ title: sentenceCase(words), value }));

const FIELDS: Readonly<Record<string, string>> = {
  ref: 'Reference',
  title: 'Title',
  'actions.title': 'Action',
  owner_agency: 'Owner',
  owner_group: 'Overseen by',
  owner_person: 'Assigned to',
  joint_owners: 'Joint owners',
  due_on: 'Due date',
  raised_on: 'Raised on',
  completed_on: 'Completed on',
  impact_evidence: 'Evidence',
  review_ref: 'Rapid review',
  source_kind: 'Kind of source',
  attended: 'Attendance',
  meeting_id: 'Meeting',
  display_name: 'Name',
  starts_at: 'Date and time',
  also_known_as: 'Other names',
  revised_due_on: 'Revised due date',
  original_due_on: 'First due date',
  closed_on: 'Closed on',
  same_as: 'No reference',
  'risks.status': 'Open or closed',
};

/**
 * What a column of the partnership folder is called on a card.
 * @example describeField('actions', 'due_on') // 'Due date'
 */
export const describeField = (kind: string, field: string): string =>
  FIELDS[`${kind}.${field}`] ?? FIELDS[field] ?? sentenceCase(field.replaceAll('_', ' '));

/** A heading as it stands in the sheet, and a column of the partnership folder in words. */
export const describeColumn = (column: string): string =>
  column.includes('_') || OF_ONE_WORD.includes(column) ? describeField('', column) : column;

const OF_ONE_WORD = ['status', 'attended'];

/** What is written in a sheet, as much of it as a line has room for. */
export const shorten = (text: string): string => truncate(text, 60);

/**
 * What a value was taken for: ids by the names of their records, days as one writes them.
 * @example describeMeaning('WMP', directory) // 'West Midlands Police'
 */
export function describeMeaning(
  meaning: string,
  { agencies, groups, people }: Pick<Directory, 'agencies' | 'groups' | 'people'>,
): string {
  const bodies = [...agencies, ...groups];
  const nameOf = (wanted: string): string => {
    if (/^\d{4}-\d{2}(-\d{2})?$/.test(wanted)) return formatDayWithYear(wanted as Day | Month);
    const body = bodies.find(({ id }) => id === wanted);
    if (body) return shortName(body.name, bodies);
    return people.find(({ id }) => id === wanted)?.displayName ?? wanted;
  };
  return meaning.split(/, |;/).map(nameOf).join(', ');
}
