import { describe, expect, it } from 'vitest';
import { isPermittedOn } from '../../src/domain/access.ts';
import type { Action } from '../../src/domain/action.ts';
import { changedFields } from '../../src/domain/action-commands.ts';
import { conflictOfInterest } from '../../src/domain/action-evidence.ts';
import type { Person } from '../../src/domain/partnership.ts';

const joint = { agency: 'POL', with: ['ICB'] };
const action: Action = { ref: 'A-1', title: 'One', source: {}, owner: joint, status: 'open' };
const lead = (agency: string): Person => ({
  id: agency,
  displayName: agency,
  agency,
  roles: ['partner-lead'],
  groups: [],
  tenantId: 't',
  objectId: agency,
});

describe('a joint owner', () => {
  it('may do what the agency that leads may, and a third may not', () => {
    const may = (agency: string) => isPermittedOn(lead(agency), 'actions.change', joint);
    expect(['POL', 'ICB', 'DC'].map(may)).toEqual([true, true, false]);
  });

  it('does not verify what it owns', () => {
    expect(conflictOfInterest(lead('ICB'), action, [])).toBe('own-agency');
    expect(conflictOfInterest(lead('DC'), action, [])).toBeUndefined();
  });

  it('stands in the history when it comes or goes', () => {
    expect(changedFields(action, { ...action, owner: { agency: 'POL' } })).toEqual({
      with: { from: 'ICB' },
    });
  });
});
