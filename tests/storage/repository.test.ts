import { beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { dayColumn, numberColumn, textColumn } from '../../src/contract/columns.ts';
import { store } from '../../src/contract/store.ts';
import { day as on } from '../../src/domain/dates.ts';
import { accept, refuse } from '../../src/domain/outcome.ts';
import type { Records } from '../../src/storage/records.ts';
import { freshPrefix, freshRecords } from '../support/azurite.ts';
import { losingReplies } from '../support/storage-faults.ts';

const event = { type: 'boiled', by: 'manager', at: '2021-03-15T09:00:00Z' };

const kettles = store({
  kind: 'kettle',
  key: ({ id }) => id,
  indexes: { byCleaning: ({ cleanOn }) => cleanOn },
  history: true,
  audited: ['cleanOn'],
  columns: z.object({ id: textColumn, boiled: numberColumn, cleanOn: dayColumn.optional() }),
});
type Kettle = z.output<typeof kettles.columns>;

const boil = (known: Kettle) => accept({ record: { ...known, boiled: known.boiled + 1 }, event });

let instances: Records[];
const kettlesAt = (instance: number, operation?: string) =>
  (instances[instance] as Records).stores('north', operation)(kettles);
const kettlesFor = (operation?: string) => kettlesAt(0, operation);

beforeAll(async () => {
  const tablePrefix = freshPrefix();
  instances = [
    await freshRecords({ tablePrefix }),
    await freshRecords({ tablePrefix }),
    await freshRecords({ tablePrefix, policies: [losingReplies()] }),
  ];
});

it('a record is found under its key and in the indexes that it belongs to', async () => {
  await kettlesFor().add({ id: 'K-1', boiled: 0, cleanOn: on('2021-03-20') }, event);
  await kettlesFor().add({ id: 'K-2', boiled: 0 }, event);
  expect(await kettlesFor().get('K-1')).toEqual({ id: 'K-1', boiled: 0, cleanOn: '2021-03-20' });
  expect((await kettlesFor().list()).map(({ id }) => id)).toEqual(['K-1', 'K-2']);
  const toClean = () => kettlesFor().range('byCleaning', '2021-03-01', '2021-03-20');
  expect((await toClean()).map(({ id }) => id)).toEqual(['K-1']);
  await kettlesFor().change('K-1', () => accept({ record: { id: 'K-1', boiled: 1 }, event }));
  expect(await toClean()).toEqual([]);
});

it('twenty writers at two instances lose no change of one another', async () => {
  await kettlesFor().add({ id: 'K-3', boiled: 0 }, event);
  const writers = Array.from({ length: 20 }, (_, at) => kettlesAt(at % 2).change('K-3', boil));
  await Promise.all(writers);
  expect(await kettlesFor().getVersioned('K-3')).toMatchObject({
    record: { boiled: 20 },
    version: 21,
  });
  expect(await kettlesFor().history('K-3')).toHaveLength(21);
});

it('a press that arrives again changes nothing more, at whatever instance and whatever came in between', async () => {
  const [press, other] = [crypto.randomUUID(), crypto.randomUUID()];
  const added = await Promise.all(
    [0, 1, 0].map((at) => kettlesAt(at, press).add({ id: 'K-4', boiled: 0 }, event)),
  );
  expect(added).toEqual(added.map(() => accept({ id: 'K-4', boiled: 0 })));
  await Promise.all([0, 1, 0, 1].map((at) => kettlesAt(at, other).change('K-4', boil)));
  await kettlesFor(crypto.randomUUID()).change('K-4', boil);
  expect(await kettlesFor(other).change('K-4', boil)).toEqual(accept({ id: 'K-4', boiled: 2 }));
  const refusing = () => refuse('empty');
  expect(await kettlesFor(other).change('K-4', refusing)).toMatchObject({ ok: true });
  expect(await kettlesFor(crypto.randomUUID()).change('K-4', refusing)).toEqual(refuse('empty'));
});

it('a press that arrives again adds nothing under the key that is free by then', async () => {
  const press = crypto.randomUUID();
  const addNext = async (instance: number) => {
    const repository = (instances[instance] as Records).stores('numbered', press)(kettles);
    const next = (await repository.list()).length + 1;
    return repository.add({ id: `N-${next}`, boiled: 0 }, event);
  };
  const first = accept({ id: 'N-1', boiled: 0 });
  expect(await Promise.all([0, 1].map(addNext))).toEqual([first, first]);
  expect(await addNext(0)).toEqual(first);
  const others = (instances[0] as Records).stores('numbered', crypto.randomUUID())(kettles);
  expect(await others.list()).toHaveLength(1);
  expect(await others.add({ id: 'N-1', boiled: 9 }, event)).toEqual(refuse('exists'));
});

it('our own success is not taken for somebody else’s change when its reply is lost', async () => {
  const lossy = () => kettlesAt(2, crypto.randomUUID());
  expect(await lossy().add({ id: 'K-5', boiled: 0 }, event)).toEqual(
    accept({ id: 'K-5', boiled: 0 }),
  );
  expect(await lossy().change('K-5', boil)).toEqual(accept({ id: 'K-5', boiled: 1 }));
  await lossy().remove('K-5', event);
  expect(await kettlesFor().get('K-5')).toBeUndefined();
});

it('a form is decided on the version that it showed', async () => {
  await kettlesFor().add({ id: 'K-6', boiled: 0 }, event);
  const { version = 0 } = (await kettlesFor().getVersioned('K-6')) ?? {};
  expect(await kettlesFor().change('K-6', boil, version)).toMatchObject({ ok: true });
  expect(await kettlesFor().change('K-6', boil, version)).toEqual(refuse('changed-meanwhile'));
  expect(await kettlesFor().change('K-7', boil)).toEqual(refuse('not-found'));
  expect(await kettlesFor().add({ id: 'K-6', boiled: 9 }, event)).toEqual(refuse('exists'));
});

it('what is removed is gone with its history, and what is gone already does no harm', async () => {
  await kettlesFor().add({ id: 'K-8', boiled: 0, cleanOn: on('2021-04-01') }, event);
  await kettlesFor().change('K-8', boil);
  for (const _ of [1, 2]) await kettlesFor().remove('K-8', { ...event, type: 'broken' });
  expect(await kettlesFor().history('K-8')).toEqual([]);
  expect(await kettlesFor().range('byCleaning', '2021-04-01', '2021-04-01')).toEqual([]);
});

it('an import writes what differs, keeps its order and removes nothing', async () => {
  const stores = (instances[0] as Records).stores('south')(kettles);
  const brought = ['K-9', 'K-2', 'K-5'].map((id) => ({ id, boiled: 0 }));
  expect(await stores.importAll(brought, event)).toEqual({ written: 3, unchanged: 0 });
  const again = brought.slice(0, 2).map((each) => ({ ...each, boiled: each.id === 'K-2' ? 5 : 0 }));
  expect(await stores.importAll(again, event)).toEqual({ written: 1, unchanged: 1 });
  expect((await stores.list()).map(({ id, boiled }) => [id, boiled])).toEqual([
    ['K-9', 0],
    ['K-2', 5],
    ['K-5', 0],
  ]);
  const verified = await (instances[0] as Records).auditLog.verify();
  expect(verified.flatMap(({ faults }) => faults)).toEqual([]);
});
