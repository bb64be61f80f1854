import { beforeAll, describe, expect, it } from 'vitest';
import { somebodyIn } from './ask.ts';

type Somebody = Awaited<ReturnType<typeof somebodyIn>>;

describe('Who somebody is, in partnerships whose posts are called otherwise', () => {
  let fenmarsh: Somebody;
  let thornbury: Somebody;
  beforeAll(async () => {
    [fenmarsh, thornbury] = await Promise.all([somebodyIn('fenmarsh'), somebodyIn('thornbury')]);
  });

  it.each([
    ['whos the deputy for the icb', { agency: 'FWICB' }, { role: 'deputy' }],
    ['who leads for schools', { agency: 'SCF' }, { role: 'partner-lead' }],
    ['who is the chair', {}, { role: 'chair' }],
    ['does the delivery board have a vice chair', { group: 'DBD' }, { role: 'vice-chair' }],
    ["what is odette marlowe's role", {}, { assignee: 'named-nurse' }],
    // No agency stands for a councillor here.
    ['who is our councillor', {}, { post: 'councillor' }],
    ['which groups does the icb chair', { agency: 'FWICB' }, { role: 'group-chair' }],
  ])('“%s”', async (message, filters, args) => {
    expect(await fenmarsh.types(message)).toMatchObject({
      kind: 'question',
      question: { intent: 'list_people', filters, args },
    });
  });

  it.each([
    ['who is marcus webb', {}, { assignee: 'marcus-webb' }],
    ["who's the designated nurse", {}, { assignee: 'designated-nurse' }],
    ['who deputises for probation', { agency: 'PROB' }, { role: 'deputy' }],
    ['which groups does the icb chair', { agency: 'GNICB' }, { role: 'group-chair' }],
  ])('“%s”', async (message, filters, args) => {
    expect(await thornbury.types(message)).toMatchObject({
      kind: 'question',
      question: { intent: 'list_people', filters, args },
    });
  });

  it('takes the executive for the board where no other group is called so', async () => {
    expect(await thornbury.types('who chairs the executive')).toMatchObject({
      question: { intent: 'group_detail', filters: { group: 'EXEC' }, args: { field: 'chair' } },
    });
  });

  it('says that it knows no such agency or person', async () => {
    expect(await thornbury.types('who do we have from cafcass')).toMatchObject({
      kind: 'unknown-name',
      name: { words: 'cafcass', kind: 'agency' },
    });
    expect(await fenmarsh.types('which groups is karen booth on')).toMatchObject({
      kind: 'unknown-name',
      name: { words: 'karen booth', kind: 'person' },
    });
  });
});
