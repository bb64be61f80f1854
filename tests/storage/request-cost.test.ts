import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, day } from '../../src/domain/dates.ts';
import { importFolder } from '../../src/folder/import-folder.ts';
import type { Records } from '../../src/storage/records.ts';
import { readFolder } from '../support/a-folder.ts';
import { freshPrefix, freshRecords } from '../support/azurite.ts';
import { createRequestMeter } from '../support/request-meter.ts';
import { anAction } from './some-actions.ts';

const today = day('2021-03-15');
const yesterday = addDays(today, -1);

/** The table in docs/decisions/0002-tables-and-keys.md says the same. */
describe('what each question costs, in requests', () => {
  const meter = createRequestMeter();
  const lead = {
    tenantId: '00000000-0000-0000-0000-0000000000001',
    objectId: '00000000-0000-0000-0000-0000000000024',
  };
  const chat = { kind: 'personal', conversationId: 'chat' } as const;
  const thread = { question: { intent: 'list_actions', filters: {}, args: {} } };
  let records: Records;

  beforeAll(async () => {
    const tablePrefix = freshPrefix();
    await importFolder(
      await readFolder('samples/sandwell'),
      (await freshRecords({ tablePrefix })).partnerships,
    );
    records = await freshRecords({ tablePrefix, policies: [meter.policy] });
  });

  const list = (query: Parameters<Records['actions']['list']>[1]) => () =>
    records.actions.list('sandwell', query, today);

  it.each<[question: string, requests: number, ask: () => Promise<unknown>]>([
    [
      'who speaks, and with which partnership, who was asked for summaries, how local reviews are called, and until when who holds which seat: the first time',
      6,
      () => records.directories.findForConversation(lead, chat),
    ],
    [
      'who speaks, and with which partnership',
      2,
      () => records.directories.findForConversation(lead, chat),
    ],
    [
      'who speaks, and with which partnership: from the third time on',
      1,
      () => records.directories.findForConversation(lead, chat),
    ],
    [
      'what we were speaking about',
      1,
      () => records.threads.load('sandwell', 'police-partner-lead', chat),
    ],
    [
      'remembering what we are speaking about',
      1,
      () => records.threads.save('sandwell', 'police-partner-lead', chat, thread),
    ],
    ['an agency’s actions', 1, list({ agency: 'WMP' })],
    [
      'an agency’s overdue actions',
      1,
      list({ agency: 'WMP', status: 'not complete', dueTo: yesterday }),
    ],
    [
      'a group’s actions due this week',
      1,
      list({ group: 'QPPA', status: 'not complete', dueFrom: today, dueTo: addDays(today, 6) }),
    ],
    ['my open actions', 1, list({ person: 'police-partner-lead', status: 'not complete' })],
    ['how far a priority has got', 1, list({ priority: 'NEGLECT' })],
    ['actions from one kind of source', 1, list({ sourceKind: 'scrutineer' })],
    ['actions of a review', 1, list({ review: 'RR-2020-04' })],
    ['everything overdue', 1, list({ status: 'not complete', dueTo: yesterday })],
    ['actions without an owner', 1, list({ hasOwner: false, status: 'not complete' })],
    ['actions without a due date', 1, list({ hasDue: false, status: 'not complete' })],
    ['complete without evidence', 1, list({ status: 'complete', hasEvidence: false })],
    [
      'evidenced, not yet verified',
      1,
      list({ status: 'complete', hasEvidence: true, isVerified: false }),
    ],
    ['all complete ones', 2, list({ status: 'complete' })],
    ['an agency’s actions for a priority', 2, list({ agency: 'WMP', priority: 'NEGLECT' })],
    [
      'complete ones that were due in a month',
      3,
      list({ status: 'complete', dueFrom: day('2021-02-01'), dueTo: day('2021-02-28') }),
    ],
    [
      'how many there are, by agency, group, priority or source',
      1,
      () => records.actions.tallies('sandwell'),
    ],
    ['one action with its history', 1, () => records.actions.find('sandwell', 'SA-019')],
    [
      'one action as it stands, without its history',
      1,
      () => records.actions.findCurrent('sandwell', 'SA-019'),
    ],
    [
      'an action by words of its title: the first time',
      2,
      () => records.actions.searchTitles('sandwell', 'protection plans', 5),
    ],
    [
      'an action by words of its title',
      1,
      () => records.actions.searchTitles('sandwell', 'protection plans', 5),
    ],
    ['when a group meets next', 1, () => records.meetings.findNext('sandwell', 'BOARD', today)],
    ['whether storage answers', 1, () => records.ping()],
  ])('%s: %i', async (_, requests, ask) => {
    expect((await meter.measure(ask)).requests).toBe(requests);
  });

  it('changing an action: 3, two to read and one to write; 1 more where another instance wrote last', async () => {
    const { action } = (await records.actions.find('sandwell', 'SA-019')) ?? {
      action: anAction('none'),
    };
    const change = { at: '2021-03-15T09:00:00Z', by: 'coordinator', type: 'updated', changes: {} };
    const save = (version: number) =>
      meter.measure(() =>
        records.actions.record('sandwell', { record: action, event: change }, version),
      );
    expect(await save(1)).toMatchObject({ requests: 4, result: 'saved' });
    expect(await save(2)).toMatchObject({ requests: 3, result: 'saved' });
  });

  it('no more rows come back than the answer has', async () => {
    const { result, rows } = await meter.measure(() =>
      records.actions.list(
        'sandwell',
        { agency: 'WMP', status: 'not complete', dueTo: yesterday },
        today,
      ),
    );
    expect(result.length).toBeGreaterThan(0);
    expect(rows).toBe(result.length);
  });
});
