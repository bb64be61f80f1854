import { formatCount, formatList, pluralVerb } from '../../answers/words.ts';
import { newOperation } from '../../contract/operation.ts';
import { isPermittedOn } from '../../domain/access.ts';
import { agencyName, type Directory, personName } from '../../domain/directory.ts';
import type { Person } from '../../domain/partnership.ts';
import {
  claimId,
  notOnRegister,
  openClaims,
  type Register,
  registerQuorum,
} from '../../domain/register.ts';
import { ATTENDED } from './seats.ts';

export interface Choice {
  readonly title: string;
  readonly id: string;
}

/** What the chair and the administrators can do with a register that is not closed. */
export interface Controls {
  readonly people: readonly Choice[];
  readonly statuses: readonly Choice[];
  readonly invitable: readonly Choice[];
  /** Those whom Teams reported and who are not on the register. */
  readonly joined?: { readonly words: string; readonly ids: readonly string[] };
  /** Open claims to a seat; one’s own is not among the `others`, which one can settle. */
  readonly claims?: {
    readonly words: string;
    readonly others: readonly Choice[];
    readonly ids: string;
  };
  /** Only a chair can proceed inquorate, and only an inquorate meeting. */
  readonly mayProceed: boolean;
  /** Names the presses of this card. */
  readonly operation: string;
}

const STATUSES: readonly Choice[] = [
  { title: 'Here', id: 'here' },
  { title: 'Here as deputy', id: 'deputy' },
  { title: 'Apologies', id: 'apologies' },
  { title: 'Left', id: 'left' },
  { title: 'The seat is vacant', id: 'vacant' },
];

export function chairControls(person: Person, register: Register, directory: Directory): Controls {
  const { group, expected, proceeded } = register;
  const joined = notOnRegister(register);
  const quorum = registerQuorum(register, directory.partnership.quorum);
  const invitable = directory.memberships.filter(
    (each) => each.group === group && !expected.includes(each.agency),
  );
  return {
    people: peopleChoices(register, directory),
    statuses: STATUSES,
    invitable: invitable.map(({ agency }) => ({
      title: agencyName(directory, agency),
      id: agency,
    })),
    ...(joined.length > 0 && {
      joined: {
        words: `Joined but not on the register: ${joined.length}. ${formatList(joined.map(({ name }) => name))}.`,
        ids: joined.map((each) => each.person),
      },
    }),
    ...(isPermittedOn(person, 'registers.confirm-seats', { group }) &&
      claimControls(person, register, directory)),
    mayProceed:
      quorum?.quorate === false &&
      !proceeded &&
      isPermittedOn(person, 'registers.proceed-inquorate', { group }),
    operation: newOperation(),
  };
}

function claimControls({ id: own }: Person, register: Register, directory: Directory) {
  const all = openClaims(register);
  if (all.length === 0) return {};
  const others = all
    .filter((mark) => mark.person !== own)
    .map((mark) => ({
      title: `${personName(directory, mark.person)} for ${agencyName(directory, mark.agency ?? '')}`,
      id: claimId(mark),
    }));
  const words = `${formatCount(all.length, 'seat')} ${pluralVerb(all.length, 'is', 'are')} claimed, and not counted until confirmed.`;
  const told = all.length > others.length ? `${words} Somebody else confirms yours.` : words;
  return { claims: { words: told, others, ids: others.map(({ id }) => id).join(',') } };
}

/** Whom one can mark: the people of each expected agency, and somebody else of it. */
function peopleChoices({ expected }: Register, directory: Directory): Choice[] {
  return expected.flatMap((agency) => {
    const name = agencyName(directory, agency);
    const people = directory.people.filter((person) => person.agency === agency);
    return [
      ...people.map(({ id, displayName }) => ({ title: `${name}: ${displayName}`, id })),
      { title: `${name}: somebody else`, id: `somebody:${agency}` },
    ];
  });
}

/** The lines of a closed register, for those who may correct them. */
export function correctableLines({ lines }: Register, directory: Directory): Choice[] {
  return lines.map(({ agency, attended }) => ({
    title: `${agencyName(directory, agency)}: ${ATTENDED[attended]}`,
    id: agency,
  }));
}
