import { isDeepStrictEqual } from 'node:util';
import type { Meetings } from '../../contract/ports.ts';
import type { Imported } from '../../contract/store.ts';
import type { ChangeEvent } from '../../domain/change-event.ts';
import { addDays, toDay } from '../../domain/dates.ts';
import type { Attendance, Meeting } from '../../domain/meeting.ts';
import { accept } from '../../domain/outcome.ts';
import { plannedRegister, type Register } from '../../domain/register.ts';
import type { KeptMeeting, MeetingStores } from './meeting-stores.ts';

export interface MeetingRecords extends Meetings {
  all(partnership: string): Promise<{ meetings: Meeting[]; attendance: Attendance[] }>;
  /** The registers that say more than their lines do, in the order of their meetings, without these. */
  listKeptRegisters(partnership: string): Promise<Register[]>;
  /** Writes registers; the lines of each are those that are stored. */
  importRegisters(
    partnership: string,
    wanted: readonly Register[],
    event: ChangeEvent,
  ): Promise<Imported>;
  /** The meetings whose registers were kept here; one that was only imported has nobody's marks. */
  registersKeptHere(partnership: string): Promise<ReadonlySet<string>>;
  /** `keptElsewhere` are registers that are imported as well: the lines go into them. */
  save(
    partnership: string,
    meetings: readonly Meeting[],
    attendance: readonly Attendance[],
    by: string,
    keptElsewhere?: readonly Register[],
  ): Promise<{ meetings: Imported; attendance: Imported }>;
}

export function createMeetings(
  stores: MeetingStores,
  chatLinks: Pick<Meetings, 'findChat' | 'findLink' | 'link'>,
  now: () => Date,
): MeetingRecords {
  return {
    async findNext(partnership, group, from) {
      const [next] = await stores.meetings(partnership).range('scheduled', [group, from], group, 1);
      return next && toMeeting(next);
    },
    async find(partnership, id) {
      const meetings = stores.meetings(partnership);
      const [found, history] = await Promise.all([meetings.getVersioned(id), meetings.history(id)]);
      if (!found) return undefined;
      return { meeting: toMeeting(found.record), history, version: String(found.version) };
    },
    async list(partnership, group, from, to) {
      const found = await stores.meetings(partnership).range('byTime', [group, from], [group, to]);
      return found.map(toMeeting);
    },
    async listUnclosed(partnership, groups, before) {
      const meetings = stores.meetings(partnership);
      const last = addDays(before, -1);
      const found = await Promise.all(
        groups.map((group) => meetings.range('scheduled', [group, ''], [group, last])),
      );
      return found.flat().map(toMeeting);
    },
    async listClosed(partnership, from, to) {
      const found = await stores.meetings(partnership).range('byClosing', from, to);
      return found.map(toMeeting);
    },
    async record(partnership, { record: meeting, event }, expectedVersion) {
      const meetings = stores.meetings(partnership, event.operation);
      const saved = expectedVersion
        ? await meetings.change(
            meeting.id,
            ({ closedOn }) => accept({ record: { ...meeting, closedOn }, event }),
            Number(expectedVersion),
          )
        : await meetings.add(meeting, event);
      return saved.ok ? 'saved' : 'stale';
    },
    async register(partnership, meetingId) {
      return [...((await stores.registers(partnership).get(meetingId))?.lines ?? [])];
    },
    ...chatLinks,
    async all(partnership) {
      const [meetings, registers] = await Promise.all([
        stores.meetings(partnership).list(),
        stores.registers(partnership).list(),
      ]);
      return {
        meetings: meetings.map(toMeeting),
        attendance: registers.flatMap(({ lines }) => lines),
      };
    },
    async listKeptRegisters(partnership) {
      const registers = await stores.registers(partnership).list();
      return registers
        .filter((register) => !isDeepStrictEqual(register, toImportedRegister(register)))
        .map((register) => ({ ...register, lines: [] }))
        .sort((a, b) => (a.meetingId < b.meetingId ? -1 : 1));
    },
    async importRegisters(partnership, wanted, event) {
      const registers = stores.registers(partnership);
      const stored = new Map((await registers.list()).map((each) => [each.meetingId, each]));
      const withLines = wanted.map((register) => ({
        ...register,
        lines: stored.get(register.meetingId)?.lines ?? [],
      }));
      return registers.importAll(withLines, event);
    },
    async registersKeptHere(partnership) {
      const kept = (await stores.registers(partnership).list()).filter(
        ({ status, marks, joined }) => status !== 'closed' || marks.length + joined.length > 0,
      );
      return new Set(kept.map(({ meetingId }) => meetingId));
    },
    async save(partnership, meetings, attendance, by, keptElsewhere = []) {
      const event = { type: 'imported', by, at: now().toISOString() };
      const lines = Map.groupBy(attendance, ({ meetingId }) => meetingId);
      const [known, kept] = await Promise.all([
        stores.meetings(partnership).list(),
        stores.registers(partnership).list(),
      ]);
      const closedOn = new Map(known.map((meeting) => [meeting.id, meeting.closedOn]));
      const registers = new Map(kept.map((register) => [register.meetingId, register]));
      const brought = new Map(keptElsewhere.map((register) => [register.meetingId, register]));
      const wanted = meetings.map((meeting): KeptMeeting => {
        const isImported = meeting.status === 'held' && lines.has(meeting.id);
        const day = isImported ? toDay(meeting.startsAt) : undefined;
        return { ...meeting, closedOn: closedOn.get(meeting.id) ?? day };
      });
      const saved = await stores.meetings(partnership).importAll(wanted, event);
      const merged = [...lines].map(([id, own]) =>
        replaceLines(
          registers.get(id) ?? brought.get(id),
          own,
          [...known, ...meetings].find(isNamed(id)),
        ),
      );
      await stores.registers(partnership).importAll(merged, event);
      const isKept = (line: Attendance) =>
        registers.get(line.meetingId)?.lines.some((each) => isSameLine(each, line));
      const unchanged = attendance.filter(isKept).length;
      return {
        meetings: saved,
        attendance: { written: attendance.length - unchanged, unchanged },
      };
    },
  };
}

const isNamed = (id: string) => (meeting: Meeting) => meeting.id === id;

function toMeeting({ closedOn: _, ...meeting }: KeptMeeting): Meeting {
  return meeting;
}

/** The register with imported lines; a new, closed register when none was kept here. */
function replaceLines(
  register: Register | undefined,
  brought: readonly Attendance[],
  meeting: Meeting | undefined,
): Register {
  const agencies = new Map(brought.map((line) => [line.agency, line]));
  if (register) {
    const lines = register.lines.map((line) => agencies.get(line.agency) ?? line);
    const news = brought.filter(({ agency }) => !lines.some((line) => line.agency === agency));
    return { ...register, lines: [...lines, ...news] };
  }
  const { meetingId = '' } = brought[0] ?? {};
  return toImportedRegister({ meetingId, group: meeting?.group ?? '', lines: brought });
}

/** The register that is made of lines alone. */
function toImportedRegister({
  meetingId,
  group,
  lines,
}: Pick<Register, 'meetingId' | 'group' | 'lines'>): Register {
  const planned = plannedRegister({ id: meetingId, group }, [
    ...new Set(lines.map(({ agency }) => agency)),
  ]);
  return { ...planned, status: 'closed', lines };
}

function isSameLine(one: Attendance, other: Attendance): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof Attendance>;
  return [...names].every((name) => one[name] === other[name]);
}
