import { ask } from '../../answers/questions.ts';
import { formatCount, formatList, pluralVerb, sentenceCase } from '../../answers/words.ts';
import type { Answer, Button, Fact, Suggestion } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { isPermitted, isPermittedOn } from '../../domain/access.ts';
import { agencyName, type Directory, groupName } from '../../domain/directory.ts';
import { findBoard } from '../../domain/find-board.ts';
import type { Agency, Person } from '../../domain/partnership.ts';
import { openNaming } from '../deputies/buttons.ts';
import { describeDeputy, listDeputies } from '../deputies/queries.ts';
import { describeContacts, findHeldSeats, holderName } from '../seats/queries.ts';
import { describeFound, describePerson, type PeopleSearch } from './describe-people.ts';
import { describeRoles, hasRole, isOfOne, nounFor, toAskedRole } from './role-words.ts';

/** So many people stand on one card. */
const MAX_ROWS = 30;
/** So many named deputies stand in a sentence. */
const MAX_NAMED = 5;

/** Answers who is recorded for an agency or in a role, or what is recorded of somebody; what is not recorded is said. */
export async function listPeople(request: Request, question: Question): Promise<Answer> {
  const { directory, person } = request;
  const { assignee } = question.args;
  const named = directory.people.find(
    ({ id }) => id === (assignee === 'me' ? person.id : assignee),
  );
  const search = toSearch(request, question, named);
  const rest = {
    buttons: namingButtons(request, search, named),
    suggestions: suggestionsFor(directory, search),
    thread: { question },
  };
  // “Who deputises for her” is not about her.
  if (named && search.role !== 'deputy')
    return {
      text: describePerson(request, named, search),
      ...showPerson(named, directory),
      ...rest,
    };
  if (search.role === 'vice-chair') return { ...(await showViceChairs(request, search)), ...rest };
  if (question.args.lacking) return { ...showLacking(search, directory), ...rest };
  const found = findPeople(search, directory);
  const [only, ...others] = found;
  const deputies = await describeNamed(request, search);
  const [agency, ...more] = search.agencies;
  const contacts =
    agency && more.length === 0 && !search.role ? await describeContacts(request, agency) : '';
  const isPost = (id: string) =>
    directory.agencies.some((agency) => agency.id === id && agency.kind === 'attendee');
  // Of “our lay member” the role says more than what the folder has in place of an agency.
  const isPostAlone = others.length === 0 && !search.role && search.agencies.every(isPost);
  return {
    text: [
      only && isPostAlone
        ? describePerson(request, only, search)
        : describeFound(request, search, found),
      deputies,
      contacts,
    ]
      .filter(Boolean)
      .join(' '),
    ...(only && (others.length > 0 ? showAll(found, directory) : showPerson(only, directory))),
    ...rest,
  };
}

/** Vice chairs are people of `seats.csv`, who need not use Convenor. */
async function showViceChairs(request: Request, search: PeopleSearch): Promise<Answer> {
  const { directory } = request;
  const group = search.group ?? findBoard(directory)?.id;
  const held = await findHeldSeats(request, 'vice-chair', group ? { group } : {});
  const names = held.map((seat) => holderName(seat, directory));
  return {
    text:
      held.length > 0 && group
        ? `${formatList(names)} ${pluralVerb(held.length, 'is', 'are')} vice chair${held.length > 1 ? 's' : ''} of ${groupName(directory, group)}.`
        : describeFound(request, search, []),
  };
}

/** “Jo Smith is named deputy for the police until 30 June.”: of the agencies whose deputies are asked for. */
async function describeNamed(request: Request, { agencies, role }: PeopleSearch): Promise<string> {
  if (role !== 'deputy') return '';
  const all = (
    await Promise.all(
      agencies.length > 0
        ? agencies.map((id) => listDeputies(request, id))
        : [listDeputies(request)],
    )
  ).flat();
  const shown = all.slice(0, MAX_NAMED).map((deputy) => `${describeDeputy(request, deputy)}.`);
  const left = all.length - shown.length;
  return [...shown, left > 0 && `${left} more are named.`].filter(Boolean).join(' ');
}

/** *Name a deputy* for one agency, or one person as a deputy, where the asker may. */
function namingButtons(
  { person }: Request,
  { agencies, role }: PeopleSearch,
  named: Person | undefined,
): Button[] {
  if (named && role !== 'deputy') {
    const isAnywhere = isPermitted(person, 'deputies.name');
    const mayName = isAnywhere || isPermittedOn(person, 'deputies.name', { agency: person.agency });
    const isOther = named.id !== person.id && (isAnywhere || named.agency !== person.agency);
    return mayName && isOther ? [openNaming.button('Name as deputy', { person: named.id })] : [];
  }
  const [agency, ...others] = agencies;
  return agency && others.length === 0 && isPermittedOn(person, 'deputies.name', { agency })
    ? [openNaming.button('Name a deputy', { agency })]
    : [];
}

function toSearch(
  { directory, person }: Request,
  { filters, args }: Question,
  named: Person | undefined,
): PeopleSearch {
  const role = toAskedRole(args.role ?? args.post);
  const implied = args.agencyOf ? person.agency : role === 'deputy' ? named?.agency : undefined;
  const asked = [filters.agency ?? implied, ...(args.others ?? [])];
  const agencies = directory.agencies.filter(
    // “The chair” may be listed among the agencies: it is the role that was asked for.
    ({ id, kind }) => asked.includes(id) && !(kind === 'attendee' && isOfOne(role)),
  );
  return {
    agencies: agencies.map(({ id }) => id),
    ...(filters.group && { group: filters.group }),
    ...(role ? { role } : typeof args.post === 'string' && { post: args.post }),
  };
}

function findPeople(
  { agencies, group, role, post }: PeopleSearch,
  directory: Directory,
): readonly Person[] {
  if (post) return [];
  return directory.people.filter(
    (person) =>
      (agencies.length === 0 || agencies.includes(person.agency ?? '')) &&
      (!role || hasRole(person, role, directory, group)) &&
      (!group || role === 'chair' || person.groups.includes(group)),
  );
}

/** “Which agencies have no deputy”: of the agencies, without the posts that are listed like one. */
function showLacking({ role }: PeopleSearch, directory: Directory): Answer {
  const all = directory.agencies.filter(({ kind }) => kind !== 'attendee');
  const hasOne = ({ id }: Agency) =>
    directory.people.some(
      (person) => person.agency === id && (!role || hasRole(person, role, directory)),
    );
  const lacking = all.filter((agency) => !hasOne(agency));
  const noun = role ? nounFor(role) : 'person';
  return {
    text: `${lacking.length || 'None'} of the ${all.length} agencies ${pluralVerb(lacking.length || 1, 'has', 'have')} no ${noun} recorded.`,
    about: 'people',
    heading: `${sentenceCase(formatCount(lacking.length, 'agency', 'agencies'))} without a ${noun}`,
    sections: [
      { items: lacking.map(({ name }) => name) },
      {
        heading: `${sentenceCase(noun)} recorded`,
        items: all.filter(hasOne).map(({ name }) => name),
      },
    ],
  };
}

function showPerson(person: Person, directory: Directory): Partial<Answer> {
  const facts: readonly [string, string | undefined][] = [
    ['Agency', person.agency && agencyName(directory, person.agency)],
    ['Role', sentenceCase(describeRoles(person, directory).join('; '))],
    ['Sits on', person.groups.map((group) => groupName(directory, group)).join('; ')],
  ];
  return {
    about: 'people',
    heading: person.displayName,
    sections: [
      { facts: facts.flatMap(([title, value]): Fact[] => (value ? [{ title, value }] : [])) },
    ],
  };
}

function showAll(found: readonly Person[], directory: Directory): Partial<Answer> {
  const rows = found.slice(0, MAX_ROWS).map((person) => ({
    title: person.displayName,
    line: [
      person.agency && agencyName(directory, person.agency),
      describeRoles(person, directory).join(', '),
    ]
      .filter(Boolean)
      .join(' · '),
  }));
  const left = found.length - rows.length;
  return {
    about: 'people',
    heading: formatCount(found.length, 'person', 'people'),
    sections: [{ rows, ...(left > 0 && { note: `${left} more are recorded` }) }],
  };
}

function suggestionsFor(directory: Directory, { agencies, group }: PeopleSearch): Suggestion[] {
  const [agency, ...others] = agencies;
  const seats = group ?? findBoard(directory)?.id;
  const members = seats && ask('group_detail', { group: seats }, { field: 'members' });
  return [
    ...(agency && others.length === 0
      ? [
          { title: 'Its attendance', ...ask('attendance_agency', { agency }) },
          { title: 'Its open actions', ...ask('list_actions', { agency, status: 'open' }) },
        ]
      : []),
    ...(members ? [{ title: group ? 'Who sits on it' : 'Who is on the board', ...members }] : []),
  ];
}
