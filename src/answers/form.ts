import { z } from 'zod';
import { type Answer, type Asker, UnreadableInput } from '../contract/feature.ts';
import type { Ports } from '../contract/ports.ts';
import type { Actor } from '../domain/actor.ts';
import { formatDayWithYear, parseDay } from '../domain/dates.ts';
import type { ConfirmView, Field } from './confirm-view.ts';

/** A line or some lines of a form. */
export const lineField = z.string().trim().max(4000);
/** A day of a form, which can be left empty. */
export const dayField = z
  .string()
  .trim()
  .refine((text) => text === '' || parseDay(text))
  .transform((text) => parseDay(text));
/** An id that was chosen in a form, or none. */
export const idField = z
  .string()
  .max(200)
  .transform((text) => text || undefined);

/** What is said before a form of which nothing is recorded yet. */
export const pleaseCheck = (heading: string): string =>
  `${heading} Please check and confirm; nothing is recorded until then.`;

/** What will be written, on a card to be checked and confirmed. */
export function confirmation(
  { directory }: Asker,
  ports: Ports,
  view: Omit<ConfirmView, 'source'>,
): Answer {
  const { shortName, timeZone } = directory.partnership;
  const text = pleaseCheck(view.headline);
  const source = `${shortName} · as at ${formatDayWithYear(ports.calendar.today(timeZone))}`;
  return {
    text,
    card: {
      name: 'confirm',
      view: { ...view, source },
      plain: [text, ...toLines(view)].join('\n'),
    },
  };
}

function toLines({
  sentence,
  quote,
  about,
  similar,
  fields,
}: Omit<ConfirmView, 'source'>): string[] {
  return [
    sentence,
    ...(quote ? [`${quote.heading}: ${quote.text}`] : []),
    ...[about, similar].flatMap((part) =>
      part ? [`${part.heading}:`, ...part.rows.map(({ title, line }) => `${title}: ${line}.`)] : [],
    ),
    ...fields.map(({ label, value }) => `${label}: ${value ? value : 'empty'}.`),
  ];
}

/**
 * What a form sends: its fields, and under `form` the ids that it was made with.
 * @throws UnreadableInput
 */
export function readForm<Schema extends z.ZodType>(
  verb: string,
  schema: Schema,
  data: unknown,
): z.output<Schema> {
  const sent = z.looseObject({ form: z.looseObject({}) }).safeParse(data);
  const form = schema.safeParse(sent.success ? { ...sent.data, ...sent.data.form } : undefined);
  if (!form.success) throw new UnreadableInput(verb);
  return form.data;
}

/** Who writes, and when. */
export function toActor(
  {
    person,
    directory,
  }: Pick<Asker, 'directory'> & { readonly person: Pick<Asker['person'], 'id'> },
  { calendar }: Pick<Ports, 'calendar'>,
): Actor {
  return {
    by: person.id,
    at: calendar.now().toISOString(),
    today: calendar.today(directory.partnership.timeZone),
  };
}

/** A field in which one of some records is chosen. */
export function choiceField(
  id: string,
  label: string,
  of: readonly { readonly id: string; readonly name: string }[],
  value: string | undefined,
  none?: string,
): Field {
  const choices = of.map((each) => ({ title: each.name, value: each.id }));
  return {
    id,
    label,
    kind: 'choice',
    value: value ?? '',
    choices: none === undefined ? choices : [{ title: none, value: '' }, ...choices],
  };
}
