import { z } from 'zod';
import { lineField, readForm, toActor } from '../../answers/form.ts';
import { meetingInWords } from '../../answers/meeting-words.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import { operationSchema } from '../../contract/operation.ts';
import type { Ports } from '../../contract/ports.ts';
import { agencyName } from '../../domain/directory.ts';
import type { Mark } from '../../domain/register.ts';
import { mark } from '../../domain/register-life.ts';
import { follow, meetingOf } from './change-register.ts';
import { registerOrNew } from './register-access.ts';

const form = z.object({
  meeting: z.string().min(1).max(200),
  operation: operationSchema,
  word: lineField.optional(),
  deputy: lineField.optional(),
});

/** *Send apologies*. */
export async function excuse(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const { word, ...rest } = readForm('attendance.excuse', form, data);
  return record(
    asker,
    'attendance.excuse',
    { ...rest, word: word || undefined, deputy: undefined },
    ports,
  );
}

/** *Confirm* of a deputy: apologies, with who comes instead. */
export async function send(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const { deputy, ...rest } = readForm('attendance.send', form, data);
  if (!deputy) return { text: 'Nothing was recorded. Please say who comes in your place.' };
  return record(asker, 'attendance.send', { ...rest, word: undefined, deputy }, ports);
}

async function record(
  asker: Asker,
  verb: string,
  {
    meeting: id,
    operation,
    word,
    deputy,
  }: { meeting: string; operation: string; word?: string; deputy?: string },
  ports: Ports,
): Promise<Answer> {
  const { directory, person } = asker;
  const meeting = await meetingOf(asker, verb, id, ports);
  const actor = toActor(asker, ports);
  const said: Pick<Mark, 'person' | 'agency' | 'status' | 'word' | 'name'> = {
    person: person.id,
    agency: person.agency,
    status: 'apologies',
    word,
    name: deputy,
  };
  const outcome = await ports.registers.change(directory.partnership.id, meeting.id, (register) =>
    mark(
      registerOrNew(register, meeting, directory),
      { ...said, press: operation, asGuest: true },
      actor,
    ),
  );
  const name = meetingInWords(meeting, directory);
  if (!outcome.ok)
    return {
      text: `The register of ${name}, is closed, and nothing was changed. Please tell the chair.`,
    };
  await follow(asker, meeting, outcome.value, ports);
  const whom = person.agency ? ` for ${agencyName(directory, person.agency)}` : '';
  const text = deputy
    ? `Recorded. ${deputy} is expected in your place${whom} at ${name}; the chair sees it on the roll-call.`
    : `Recorded. Your apologies${whom} stand for ${name}; the chair sees them on the roll-call.`;
  return { text, suggestions: ['when is my next meeting'] };
}
