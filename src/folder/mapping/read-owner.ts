import type { Role } from '../../domain/partnership.ts';
import type { NamedKind, RecordMatch } from './find-named.ts';
import type { Reading, ReadValue, ValueContext } from './reading.ts';
import { NOT_KNOWN } from './value-words.ts';

const KINDS: readonly NamedKind[] = ['agency', 'group', 'person'];
const EVERYBODY =
  /^(all|everyone|everybody|(all )?(the )?(partners|partner agencies|agencies|members|board members|partnership)|all to (note|action))$/i;
/** @example MEMBERS_OF.exec('All QA Group members')?.[1] // 'QA Group' */
const MEMBERS_OF = /^(?:all )?(?:the )?(.+?) (?:members|partners)$/i;
const CHAIR = /^(the )?(independent |partnership )?chair(person|man|woman)?$/i;
const CHAIR_OF =
  /^(?:the )?(?:chair(?:person|man|woman)? of (?:the )?(.+)|(.+?) chair(?:person|man|woman)?)$/i;
const BETWEEN = /\s*(?:[/\\;+,\n()]|\s[–-]\s|&|\band\b|\bwith\b)\s*/i;

/**
 * Who owns an action: an agency, a group, a person with their agency, or several of whom the first
 * one leads.
 * @example readOwner('Police / ICB', known) // { cells: { owner_agency: 'BCON', joint_owners: 'ICB' } }
 */
export const readOwner: ReadValue = (written, known) => {
  if (NOT_KNOWN.test(written)) return { cells: {}, keep: written };
  const whole = findOne(written, known);
  if (!('ask' in whole)) return { cells: toCells([whole]) };
  if (whole.isShared) return whole;
  const parts = listLeadFirst(written, known).flatMap((each) =>
    // What a bracket holds may be the one who leads for an agency, or belong to its name.
    'ask' in findOne(each, known) ? each.split(BETWEEN).filter(Boolean) : each,
  );
  if (parts.length === 1 && parts[0] === written) return whole;
  const found: RecordMatch[] = [];
  for (const part of parts) {
    const meaning = known.meaningOf?.(part) ?? part;
    if (!meaning) continue;
    const one = findOne(meaning, known);
    if ('ask' in one) return readOfficer(written, known) ?? { ask: one.ask, askedOf: part };
    if (!found.some(({ kind, id }) => kind === one.kind && id === one.id)) found.push(one);
  }
  return { cells: toCells(found) };
};

/** “DCI Smith (Police)”, of whom only the agency is known: the name is kept in the notes. */
function readOfficer(written: string, { find, meaningOf }: ValueContext): Reading | undefined {
  const [, name = '', body = ''] = OFFICER.exec(written) ?? [];
  const [agency, ...others] = find(body, ['agency']);
  if (!agency || others.length > 0 || meaningOf?.(name) !== undefined) return undefined;
  return { cells: { owner_agency: agency.id }, keep: written };
}

/** A rank or a title, or two names, before an agency in brackets. */
const OFFICER =
  /^((?:(?:det|d)?\.?\s?(?:ch\.?|c)?\s?(?:insp|supt|sgt|con|ci|i|s|c|supt)\.?|pc|ps|mr|mrs|ms|miss|mx|dr|prof|cllr|rev|sir|dame)\.? \p{Lu}[\p{L}'’ -]+|\p{Lu}[\p{Ll}'’]+(?: \p{Lu}[\p{L}'’-]+){1,2})\s*\(([^()]+)\)$/iu;

function findOne(
  text: string,
  { find, records }: ValueContext,
):
  | RecordMatch
  | { readonly ask: string; readonly isShared?: boolean; readonly isUnknown?: boolean } {
  const found = find(text, KINDS);
  if (found.length > 1) return { ask: askWhich(text, found), isShared: true };
  if (found[0]) return found[0];
  if (EVERYBODY.test(text)) {
    const [board, ...others] = records.groups.filter(({ reportsTo }) => !reportsTo);
    return board && others.length === 0
      ? { kind: 'group', id: board.id, name: board.name }
      : { ask: `“${text}” may be the members of any group: say which group is meant` };
  }
  const ofMembers = find(MEMBERS_OF.exec(text)?.[1] ?? '', ['group']);
  if (ofMembers.length === 1 && ofMembers[0]) return ofMembers[0];
  const [, ofGroup, groupBefore] = CHAIR_OF.exec(text) ?? [];
  const group = find(ofGroup ?? groupBefore ?? '', ['group'])[0];
  const isBoard = records.groups.some(({ id, reportsTo }) => id === group?.id && !reportsTo);
  const chairRoles: Role[] = [
    ...(CHAIR.test(text) || isBoard ? ['chair' as const] : []),
    ...(group ? [`chair:${group.id}` as const] : []),
  ];
  const chairs = records.people.filter(({ roles }) =>
    chairRoles.some((role) => roles.includes(role)),
  );
  const [chair] = chairs;
  if (chair && chairs.length === 1)
    return {
      kind: 'person',
      id: chair.id,
      name: chair.displayName,
      ...(chair.agency && { agency: chair.agency }),
    };
  return {
    ask: `“${text}” is no agency, group or person that is known here: say who is meant`,
    isUnknown: true,
  };
}

/** What is asked about a name that several have. */
export function askWhich(text: string, found: readonly RecordMatch[]): string {
  return `“${text}” is a name of ${found.map(({ name }) => name).join(' and of ')}: say which is meant`;
}

/** What stands between owners outside brackets. */
const BESIDE = /\s*(?:[/\\;+,\n]|&|\b(?:and|with|supported by|jointly with)\b(?!:))\s*/i;
const LEAD =
  /\s*\((?:joint )?(?:lead(?:ing|s)?(?: (?:agency|partner|officer))?|l)\)$|^(?:lead(?: agency| partner)?|led by)\s*[:–-]\s*|^led by\s+|\s*[-–:]?\s+(?:to )?leads?$/i;
const SUPPORT =
  /\s*\((?:support(?:ing|s)?|joint|contributing|s)\)$|^(?:support(?:ing|ed by)?|joint(?:ly)?|with)\s*[:–-]\s*|\s*[-–:]?\s+(?:to )?support(?:ing|s)?$/i;

/**
 * The owners of a cell, first who is said to lead: “Police & ICB (lead)”, “Lead: Police; support: ICB”.
 * A name that has such a word in it is that name.
 */
function listLeadFirst(written: string, known: ValueContext): readonly string[] {
  const parts = written.split(BESIDE).filter(Boolean);
  const isName = (part: string) => !('ask' in findOne(part, known));
  const leads = parts.filter((part) => !isName(part) && LEAD.test(part));
  const others = parts.filter((part) => !leads.includes(part));
  return [...leads, ...others]
    .map((part) => (isName(part) ? part : part.replace(LEAD, '').replace(SUPPORT, '').trim()))
    .filter(Boolean);
}

/** The first of a kind leads; agencies behind it own it jointly, and a person says who of them. */
function toCells(owners: readonly RecordMatch[]): Record<string, string> {
  const group = owners.find(({ kind }) => kind === 'group');
  const person = owners.find(({ kind }) => kind === 'person');
  const agencies = owners.flatMap(({ kind, id, agency }) =>
    kind === 'agency' ? id : (agency ?? []),
  );
  const [lead, ...others] = [...new Set(agencies)];
  return {
    ...(lead && { owner_agency: lead }),
    ...(others.length > 0 && { joint_owners: others.join(';') }),
    ...(group && { owner_group: group.id }),
    ...(person && { owner_person: person.id }),
  };
}
