import { dayField, lineField, pleaseCheck } from '../../answers/form.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import { dayCell, idCell, textCell } from '../../contract/cells.ts';
import type { Feature } from '../../contract/feature.ts';
import { camelKeys, folderFile } from '../../contract/folder-file.ts';
import { holdStore } from '../../contract/hold-store.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { acceptChange } from '../../domain/change-event.ts';
import { formatDay } from '../../domain/dates.ts';
import { omitUndefined, trimToUndefined } from '../../domain/optional.ts';
import type { RetentionHold } from '../../domain/retention.ts';
import { heldRecord, openHold } from './buttons.ts';
import { findHold } from './queries.ts';

/** The kinds of record that can be held from a card. */
const HOLDABLE = ['lcspr'];

/** No card of ours names a record that this partnership does not have. */
async function requireRecord(
  { directory, ports }: Request,
  kind: string,
  record: string,
  press: string,
): Promise<void> {
  const lcsprs = await ports.reviews.lcsprs(directory.partnership.id);
  if (!HOLDABLE.includes(kind) || !lcsprs.some(({ name }) => name === record))
    throw new UnreadableInput(press);
}

/** *Hold record* on a card: until when, and why. */
const openHoldForm = action({
  ...openHold,
  nameFields: ['record'],
  permission: 'records.hold',
  async handle(request: Request, { kind, record }): Promise<Answer> {
    await requireRecord(request, kind, record, openHold.id);
    const hold = await findHold(request, kind, record);
    const heading = hold ? `Change or release the hold on ${record}?` : `Hold ${record}?`;
    return {
      text: pleaseCheck(heading),
      heading,
      sentence: 'A record that is held stays when its time is over.',
      form: {
        fields: [
          {
            id: 'until',
            label: 'Until; empty: until it is released',
            kind: 'day',
            ...(hold?.until && { value: hold.until }),
          },
          {
            id: 'reason',
            label: 'Reason (recorded)',
            kind: 'lines',
            required: true,
            ...(hold && { value: hold.reason }),
          },
        ],
        submit: placeHold.button('Hold record', { kind, record }),
        ...(hold && { instead: releaseHold.button('Release', { kind, record }) }),
      },
    };
  },
});

const placeHold = action({
  id: 'retention-holds.place',
  nameFields: ['record'],
  permission: 'records.hold',
  input: heldRecord.extend({ until: dayField.optional(), reason: lineField }),
  async handle(request: Request, { kind, record: id, until, reason }): Promise<Answer> {
    await requireRecord(request, kind, id, 'retention-holds.place');
    const why = trimToUndefined(reason);
    if (!why) return { text: 'Nothing was recorded. Please give a reason, which is kept.' };
    if (until && until < request.today) return { text: 'Nothing was recorded. That day is past.' };
    const hold = omitUndefined({ kind, id, reason: why, until }) as RetentionHold;
    await request
      .store(holdStore)
      .addOrChange([kind, id], () =>
        acceptChange(hold, { type: 'held', reason: why }, toActor(request)),
      );
    const last = until ? `until ${formatDay(until, request.today)}` : 'until it is released';
    return { text: `Recorded: ${id} is held ${last}. Retention leaves it alone.`, endsForm: true };
  },
});

const releaseHold = action({
  id: 'retention-holds.release',
  nameFields: ['record'],
  permission: 'records.hold',
  input: heldRecord,
  async handle(request: Request, { kind, record: id }): Promise<Answer> {
    await requireRecord(request, kind, id, 'retention-holds.release');
    const actor = toActor(request);
    await request
      .store(holdStore)
      .change([kind, id], (hold) =>
        acceptChange({ ...hold, releasedOn: actor.today }, { type: 'released' }, actor),
      );
    return { text: `Recorded: the hold on ${id} is released.`, endsForm: true };
  },
});

/** `retention-holds.csv`: single records that are kept beyond their time. */
const holdsFile = folderFile({
  name: 'retention-holds',
  columns: {
    kind: idCell,
    id: idCell,
    reason: textCell,
    until: dayCell.optional(),
    released_on: dayCell.optional(),
  },
  read: (cells): RetentionHold => camelKeys(cells),
  sparseColumns: ['released_on'],
  uniqueKeys: [{ columns: 'kind and id', value: ({ kind, id }) => `${kind} ${id}` }],
  store: holdStore,
});

/** Keeps single records beyond their time. */
export const retentionHolds: Feature = {
  name: 'retention-holds',
  actions: [openHoldForm, placeHold, releaseHold],
  folder: [holdsFile],
};
