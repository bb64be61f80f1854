import type { Directory } from '../../src/domain/directory.ts';
import type { Person, Role } from '../../src/domain/partnership.ts';

const person = (id: string, displayName: string, agency: string, ...roles: Role[]): Person => ({
  id,
  displayName,
  agency,
  roles,
  groups: [],
  tenantId: 'tenant',
  objectId: id,
});

/** A small partnership with people who have names. */
export const aDirectory: Directory = {
  version: 1,
  partnership: {
    id: 'Northmoor',
    name: 'Northmoor Safeguarding Children Partnership',
    shortName: 'Northmoor SCP',
    area: 'Northmoor',
    timeZone: 'Europe/London',
    yearStart: '04-01',
    statutoryPartners: [],
    quorum: [],
    clocks: [],
  },
  agencies: [
    { id: 'NPOL', name: 'Northmoor Police', alsoKnownAs: [], kind: 'statutory' },
    { id: 'ICB', name: 'NHS Northmoor Integrated Care Board', alsoKnownAs: [], kind: 'statutory' },
    { id: 'NCC', name: 'Northmoor Council', alsoKnownAs: [], kind: 'statutory' },
  ],
  groups: [
    { id: 'BRD', name: 'Northmoor Safeguarding Board', alsoKnownAs: [], kind: 'board' },
    { id: 'QA', name: 'Quality Assurance Group', alsoKnownAs: [], kind: 'sub-group' },
  ],
  memberships: [],
  people: [
    person('oneill-s', 'Sarah O’Neill', 'NPOL', 'partner-lead'),
    person('hill-g', 'Grace Hill', 'NCC', 'administrator'),
    person('patel-a', 'Anita Patel', 'ICB', 'deputy'),
    person('patel-r', 'Ravi Patel', 'NCC', 'member'),
  ],
  priorities: [
    { id: 'NEGL', year: '2020-21', title: 'Neglect', alsoKnownAs: [], objectives: [] },
    {
      id: 'DADS',
      year: '2020-21',
      title: 'Fathers and male carers',
      alsoKnownAs: [],
      objectives: [],
    },
  ],
  reviewRefs: ['RR-2020-01'],
  summariesAsked: {},
  lcsprs: [],
  learnedWords: [],
};
