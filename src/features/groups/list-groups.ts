import { ask } from '../../answers/questions.ts';
import { formatCount, formatList } from '../../answers/words.ts';
import type { Answer, AnswerRow } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { type Day, formatDay, toDay } from '../../domain/dates.ts';
import { agencyName, groupName } from '../../domain/directory.ts';
import { findBoard } from '../../domain/find-board.ts';
import type { Group } from '../../domain/partnership.ts';
import { aboutGroup, allGroups, groupMembers } from './buttons.ts';
import { chairWords, type GroupRecord, loadGroup } from './group-record.ts';
import { belongs } from './queries.ts';

/** So many groups stand on one card. */
const MAX_ROWS = 30;

/** Answers which groups there are, of which kind, who chairs them and when they last met; or on which one agency sits, or the asker. */
export async function listGroups(request: Request, question: Question): Promise<Answer> {
  const { directory, today } = request;
  const wanted = question.args.chairless
    ? await selectChairless(request)
    : selectGroups(request, question);
  const records = await Promise.all(wanted.groups.map((group) => loadGroup(request, group)));
  const rowsOf = (isOwn: boolean) =>
    records
      .filter(({ group }) => belongs(request, group) === isOwn)
      .slice(0, MAX_ROWS)
      .map((record) => toRow(record, today));
  const [first] = wanted.groups;
  return {
    text: wanted.text,
    ...(first && {
      about: 'all groups',
      heading: wanted.groups.length === 1 ? first.name : formatCount(wanted.groups.length, 'group'),
      sections: [
        { rows: rowsOf(true) },
        { heading: 'Linked boards and panels', rows: rowsOf(false) },
      ],
    }),
    suggestions:
      first && wanted.isAll ? [groupMembers(findBoard(directory)?.id ?? first.id)] : [allGroups],
    thread: { question: question.args.chairless ? ask('list_groups').question : question },
  };
}

interface Selection {
  readonly groups: readonly Group[];
  readonly text: string;
  readonly isAll?: boolean;
}

/** “Which groups have no chair”: of the partnership's own, those for which nobody is recorded. */
async function selectChairless(request: Request): Promise<Selection> {
  const own = request.directory.groups.filter((group) => belongs(request, group));
  const records = await Promise.all(own.map((group) => loadGroup(request, group)));
  const groups = records.filter((each) => !chairWords(each)).map(({ group }) => group);
  const count = `${groups.length || 'None'} of ${own.length} groups`;
  return { groups, text: `${count} ${groups.length > 1 ? 'have' : 'has'} no chair recorded.` };
}

function selectGroups(request: Request, { filters, args }: Question): Selection {
  const { directory, person } = request;
  const { agency } = filters;
  if (agency) {
    const seats = directory.memberships.filter((each) => each.agency === agency);
    const groups = directory.groups.filter(({ id }) => seats.some(({ group }) => group === id));
    const whenRequired = seats.filter(({ expectation }) => expectation === 'when-required');
    const name = agencyName(directory, agency);
    const onlySometimes =
      whenRequired.length > 0
        ? `, at ${formatList(whenRequired.map(({ group }) => `“${groupName(directory, group)}”`))} only when required`
        : '';
    return {
      groups,
      text:
        groups.length > 0
          ? `${name} sits on ${formatCount(groups.length, 'group')}${onlySometimes}.`
          : `${name} has no seat on any group in the records.`,
    };
  }
  const sitter =
    args.assignee === 'me' ? person : directory.people.find(({ id }) => id === args.assignee);
  if (sitter) {
    const groups = directory.groups.filter(({ id }) => sitter.groups.includes(id));
    const who = sitter.id === person.id ? 'You sit' : `${sitter.displayName} sits`;
    return {
      groups,
      text:
        groups.length > 0
          ? `${who} on ${formatCount(groups.length, 'group')}.`
          : `${who} on no group in the records.`,
    };
  }
  return { groups: directory.groups, text: describeAll(request), isAll: true };
}

/** “The partnership has 13 groups: 1 board, 5 sub-groups and …. 8 more are linked to it.” */
function describeAll(request: Request): string {
  const { groups } = request.directory;
  const own = groups.filter((group) => belongs(request, group));
  const kinds = [...new Set(own.map(({ kind }) => kind))];
  const counted = kinds.map((kind) => {
    const many = own.filter((each) => each.kind === kind).length;
    const noun = /(finish|operational)$/.test(kind) ? `${kind} group` : kind;
    return formatCount(many, noun);
  });
  const linked = groups.length - own.length;
  return `The partnership has ${formatCount(own.length, 'group')}: ${formatList(counted)}.${linked > 0 ? ` ${linked} more ${linked === 1 ? 'is' : 'are'} linked to it.` : ''}`;
}

function toRow(record: GroupRecord, today: Day): AnswerRow {
  const { group, lastHeld } = record;
  const chair = chairWords(record);
  return {
    title: group.name,
    line: [
      group.kind,
      chair ? `chair: ${chair}` : 'no chair recorded',
      lastHeld ? `last met ${formatDay(toDay(lastHeld.startsAt), today)}` : 'no meeting recorded',
    ].join(' · '),
    opens: aboutGroup(group.id),
  };
}
