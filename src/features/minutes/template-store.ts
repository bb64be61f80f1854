import { createHash } from 'node:crypto';
import { z } from 'zod';
import { dayColumn, textColumn, textListColumn } from '../../contract/columns.ts';
import { type OpenStore, store } from '../../contract/store.ts';
import type { Actor } from '../../domain/actor.ts';
import { acceptChange } from '../../domain/change-event.ts';
import type { Day } from '../../domain/dates.ts';
import { omitUndefined } from '../../domain/optional.ts';
import { accept } from '../../domain/outcome.ts';

/** The partnership's own template of its minutes. */
export interface MinutesTemplate {
  readonly id: string;
  /** The document in base64; empty where Convenor's own is used again. */
  readonly document: readonly string[];
  /** Person id; `import` where a folder brought it. */
  readonly changedBy: string;
  readonly changedOn: Day;
  /** The digest of what a folder brought last. */
  readonly imported?: string;
}

export const minutesTemplateStore = store<MinutesTemplate>({
  kind: 'minutes-template',
  key: ({ id }) => id,
  audited: ['changedBy', 'changedOn'],
  columns: z.object({
    id: textColumn,
    document: textListColumn,
    changedBy: textColumn,
    changedOn: dayColumn,
    imported: textColumn.optional(),
  }),
});

const ID = 'minutes';

export const findTemplate = (open: OpenStore): Promise<MinutesTemplate | undefined> =>
  open(minutesTemplateStore).get(ID);

/** The document of a partnership's own template; nothing where it has none. */
export async function loadTemplate(open: OpenStore): Promise<Uint8Array | undefined> {
  const [document] = (await findTemplate(open))?.document ?? [];
  return document === undefined ? undefined : Buffer.from(document, 'base64');
}

/** Uses a template from now on; without one, Convenor's own. */
export async function saveTemplate(
  open: OpenStore,
  template: Uint8Array | undefined,
  actor: Actor,
): Promise<void> {
  await open(minutesTemplateStore).addOrChange(ID, (before) =>
    acceptChange(
      omitUndefined({
        id: ID,
        document: toText(template),
        changedBy: actor.by,
        changedOn: actor.today,
        imported: before?.imported,
      }),
      { type: template ? 'replaced' : 'removed' },
      actor,
    ),
  );
}

/** Takes what a folder brings, unless it brought the same before or somebody has changed it here since. */
export async function importTemplate(
  open: OpenStore,
  template: Uint8Array,
  actor: Actor,
): Promise<'taken' | 'unchanged' | 'kept'> {
  const document = toText(template);
  const digest = createHash('sha256').update(document.join()).digest('hex');
  let became: 'taken' | 'unchanged' | 'kept' = 'taken';
  await open(minutesTemplateStore).addOrChange(ID, (before) => {
    const isSame = before?.document.join() === document.join();
    const isOurs = before && before.changedBy !== 'import';
    became = isSame || before?.imported === digest ? 'unchanged' : isOurs ? 'kept' : 'taken';
    if (before && became !== 'taken') return accept({ record: before });
    const record = { id: ID, document, changedBy: actor.by, changedOn: actor.today };
    return acceptChange({ ...record, imported: digest }, { type: 'imported' }, actor);
  });
  return became;
}

const toText = (template: Uint8Array | undefined): string[] =>
  template ? [Buffer.from(template).toString('base64')] : [];
