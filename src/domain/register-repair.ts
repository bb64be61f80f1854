import type { Actor } from './actor.ts';
import { acceptChange } from './change-event.ts';
import type { Attendance } from './meeting.ts';
import { omitUndefined } from './optional.ts';
import { accept, refuse } from './outcome.ts';
import type { Mark, Register, RegisterOutcome } from './register.ts';
import { closingLines } from './register-commands.ts';
import { describeMarkStatus } from './register-marks.ts';

/**
 * Opens a closed register again, with a reason. It counts nowhere until it is closed again; what was
 * corrected or imported stays as marks. Opening it again twice changes nothing.
 */
export function reopen(
  register: Register,
  reason: string,
  actor: Actor,
): RegisterOutcome<'register-not-open' | 'reason-missing'> {
  if (register.status === 'planned') return refuse('register-not-open');
  if (register.status === 'open') return accept({ record: register });
  if (!reason.trim()) return refuse('reason-missing');
  const { lines, expected } = register;
  const agencies = lines.map(({ agency }) => agency);
  const open = { ...register, expected: [...new Set([...expected, ...agencies])] };
  const details = {
    type: 'reopened',
    reason: reason.trim(),
    changes: { status: { from: 'closed', to: 'open' } },
  };
  return acceptChange(
    { ...open, status: 'open', marks: toMarks(open, actor), lines: [] },
    details,
    actor,
  );
}

/** The marks, with one in place of those of an agency whose line says something else. */
function toMarks(register: Register, actor: Actor): Mark[] {
  const closing = new Map(closingLines(register).map((line) => [line.agency, line.attended]));
  const other = register.lines.filter(({ agency, attended }) => closing.get(agency) !== attended);
  const kept = register.marks.filter(({ agency }) => !other.some((line) => line.agency === agency));
  return [...kept, ...other.flatMap((line) => toMark(line, kept, actor))];
}

function toMark(
  { agency, attended, person }: Attendance,
  kept: readonly Mark[],
  { by, at }: Actor,
): Mark[] {
  if (attended === 'absent') return [];
  const isFree = person !== undefined && !kept.some((mark) => mark.person === person);
  return [
    {
      person: isFree ? person : `somebody:${agency}`,
      agency,
      status: attended === 'apologies' ? 'apologies' : 'here',
      ...(attended === 'deputy' && { isDeputy: true }),
      by,
      at,
    },
  ];
}

/**
 * Takes back somebody’s own apologies: they come after all, and are not here yet. Whoever gave them,
 * and however long ago; twice changes nothing.
 */
export function takeBackApologies(
  register: Register,
  person: string,
  actor: Actor,
): RegisterOutcome<'register-closed'> {
  if (register.status === 'closed') return refuse('register-closed');
  const apology = register.marks.find(
    (mark) => mark.person === person && mark.status === 'apologies',
  );
  if (!apology) return accept({ record: register });
  const marks = register.marks.filter((mark) => mark !== apology);
  const details = {
    type: 'undone',
    person,
    ...omitUndefined({ agency: apology.agency }),
    changes: { status: { from: 'apologies', to: 'not here yet' } },
  };
  return acceptChange({ ...register, marks }, details, actor);
}

/**
 * Takes back marks that the actor gave by mistake: each is again what it was before, or not there.
 * `at` is when they were given, so that nobody takes back a later one.
 */
export function undoMarks(
  register: Register,
  { people, at }: { readonly people: readonly string[]; readonly at: string },
  actor: Actor,
): RegisterOutcome<'register-closed' | 'changed-since' | 'not-yours'> {
  if (register.status === 'closed') return refuse('register-closed');
  const meant = register.marks.filter((mark) => people.includes(mark.person) && mark.at === at);
  if (meant.length === 0 || meant.length < people.length) return refuse('changed-since');
  if (meant.some(({ by }) => by !== actor.by)) return refuse('not-yours');
  const marks = register.marks.flatMap((mark) =>
    meant.includes(mark) ? (mark.before ?? []) : [mark],
  );
  const [only, ...others] = meant;
  const details = {
    type: 'undone',
    person: meant.map(({ person }) => person).join(', '),
    ...(only &&
      others.length === 0 && {
        ...omitUndefined({ agency: only.agency }),
        changes: {
          status: omitUndefined({
            from: describeMarkStatus(only),
            to: describeMarkStatus(only.before) ?? 'not here yet',
          }),
        },
      }),
  };
  return acceptChange({ ...register, marks }, details, actor);
}
