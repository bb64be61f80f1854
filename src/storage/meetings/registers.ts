import type { ClosedRegisters, Registers } from '../../contract/ports.ts';
import { accept } from '../../domain/outcome.ts';
import type { QuorumRule } from '../../domain/partnership.ts';
import { quorumSnapshot } from '../../domain/quorum-snapshot.ts';
import type { MeetingStores } from './meeting-stores.ts';

export function createRegisters(
  { registers: open }: MeetingStores,
  loadRules: (partnership: string) => Promise<readonly QuorumRule[]>,
): Registers {
  return {
    async find(partnership, meetingId) {
      const found = await open(partnership).getVersioned(meetingId);
      return found && { register: found.record, version: found.version };
    },
    async change(partnership, meetingId, decide, operation) {
      const changed = await open(partnership, operation).changeFrom(meetingId, decide);
      if (!changed.ok) return changed;
      const { record: register, version, before } = changed.value;
      return accept({ register, version, ...(before && { before }) });
    },
    history: (partnership, meetingId) => open(partnership).history(meetingId),
    async quorumNow(partnership, meetingId) {
      const register = await open(partnership).get(meetingId);
      if (!register || register.status === 'planned') return undefined;
      return quorumSnapshot(register, await loadRules(partnership));
    },
  };
}

export function createClosedRegisters({ registers: open }: MeetingStores): ClosedRegisters {
  const listLines: ClosedRegisters['listLines'] = async (partnership, meetingIds) => {
    const registers = open(partnership);
    const found = await Promise.all(meetingIds.map((id) => registers.get(id)));
    return found.flatMap((register) => register?.lines ?? []);
  };
  return {
    listLines: listLines,
    listAgencyLines: async (partnership, agency, meetingIds) =>
      (await listLines(partnership, meetingIds)).filter((line) => line.agency === agency),
  };
}
