import { listed } from '../../answers/words.ts';
import type { Asker } from '../../contract/feature.ts';
import { newOperation } from '../../contract/operation.ts';
import { isPermittedOn } from '../../domain/access.ts';
import { agencyName, type Directory } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { notOnRegister, type Register, registerQuorum } from '../../domain/register.ts';
import type { Choice, CorrectorPart, KeeperPart } from './roll-call-view.ts';
import { ATTENDED } from './seat-lists.ts';

/** What the chair and the administrators can do besides. */
export function keeperPart(
  { person, directory }: Asker,
  { group }: Meeting,
  register: Register,
): KeeperPart {
  const joined = notOnRegister(register);
  const quorum = registerQuorum(register, directory.partnership.quorum);
  const whenRequired = directory.memberships.filter(
    (each) => each.group === group && !register.expected.includes(each.agency),
  );
  return {
    people: peopleChoices(register, directory),
    standings: [
      { title: 'Here', id: 'here' },
      { title: 'Here as deputy', id: 'deputy' },
      { title: 'Apologies', id: 'apologies' },
      { title: 'Left', id: 'left' },
      { title: 'The seat is vacant', id: 'vacant' },
    ],
    invitable: whenRequired.map(({ agency }) => ({
      title: agencyName(directory, agency),
      id: agency,
    })),
    ...(joined.length > 0 && {
      joined: {
        words: `Joined but not on the register: ${joined.length}. ${listed(joined.map(({ name }) => name))}.`,
        ids: joined.map((each) => each.person),
      },
    }),
    mayProceed:
      quorum?.quorate === false &&
      !register.proceeded &&
      isPermittedOn(person, 'registers.proceed', { group }),
    operation: newOperation(),
  };
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
export function correctorPart({ lines }: Register, directory: Directory): CorrectorPart {
  const titled = lines.map(({ agency, attended }) => ({
    title: `${agencyName(directory, agency)}: ${ATTENDED[attended]}`,
    id: agency,
  }));
  return { lines: titled };
}
