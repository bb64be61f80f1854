import { beforeAll, describe, expect, it } from 'vitest';
import type { Question } from '../../src/contract/question.ts';
import type { Request } from '../../src/contract/request.ts';
import { day } from '../../src/domain/dates.ts';
import type { Directory } from '../../src/domain/directory.ts';
import { toActionQuery } from '../../src/features/actions/action-query.ts';
import { findActions } from '../../src/features/actions/find-actions.ts';
import { importFolder } from '../../src/folder/import-folder.ts';
import type { Records } from '../../src/storage/records.ts';
import { readFolder } from '../support/a-folder.ts';
import { freshRecords } from '../support/azurite.ts';

describe('what a question about actions finds', () => {
  let records: Records;
  let directory: Directory;
  beforeAll(async () => {
    records = await freshRecords();
    await importFolder(await readFolder('samples/sandwell'), records.partnerships);
    const found = await records.directories.find('sandwell');
    if (!found) throw new Error('The sample cannot be found');
    directory = found;
  });

  const agencies: Question['filters'][] = ['WMP', 'BU', 'SCT'].map((agency) => ({ agency }));
  const scopes: Question['filters'][] = [...agencies, { priority: 'NEGLECT' }, { group: 'QPPA' }];
  const conditions: Partial<Question>[] = [
    {},
    { filters: { dueRange: 'overdue' } },
    { filters: { dueRange: 'this-month' } },
    { filters: { status: 'open' } },
    { filters: { status: 'complete' } },
    { filters: { year: '2020-21' } },
    { args: { hasDue: false } },
    { args: { hasEvidence: false } },
    { args: { assignee: 'me' }, filters: { dueRange: 'overdue' } },
  ];
  const questions = scopes.flatMap((scope) =>
    conditions.map(({ filters, args = {} }) => ({
      intent: 'list_actions',
      filters: { ...scope, ...filters },
      args,
    })),
  );

  it('is the same whether its scope is read at once or not', async () => {
    const { actions } = records;
    await actions.tallies('sandwell');
    let readAtOnce = 0;
    const find = async (question: Question, isFew: boolean) => {
      const listIfFew: typeof actions.listIfFew = async (...args) => {
        const few = isFew ? await actions.listIfFew(...args) : undefined;
        if (few) readAtOnce += 1;
        return few;
      };
      const request = {
        directory,
        today: day('2021-03-15'),
        person: directory.people.find(({ agency }) => agency === 'WMP'),
        ports: { ...records, actions: { ...actions, listIfFew } },
      } as unknown as Request;
      const query = await toActionQuery(request, question);
      if (!query.ok) throw new Error(`${JSON.stringify(question)} is no query`);
      return findActions(request, question, query.value);
    };
    for (const question of questions) {
      expect(await find(question, true), JSON.stringify(question)).toEqual(
        await find(question, false),
      );
    }
    expect(readAtOnce).toBeGreaterThan(questions.length / 2);
  });
});
