import { describe, expect, it } from 'vitest';
import { somebodyIn } from './ask.ts';

const asked = (intent: string, filters: object, args: object = {}) =>
  expect.objectContaining({
    kind: 'question',
    question: expect.objectContaining({ intent, filters, args: expect.objectContaining(args) }),
  });

describe('what is asked of a local review by its name', async () => {
  const sandwell = await somebodyIn('sandwell');
  const fenmarsh = await somebodyIn('fenmarsh');

  it.each([
    ['who is the reviewer of LCSPR-B', 'LCSPR-B', 'reviewer'],
    ['who have we got writing lcspr d', 'LCSPR-D', 'reviewer'],
    ['has the family been offered a part in LCSPR-A', 'LCSPR-A', 'family'],
    ['was the panel told of the delay to joint lcspr c', 'Joint LCSPR-C', 'panelTold'],
    ['where can I read LCSPR-B', 'LCSPR-B', 'where'],
    ['why is LCSPR-A late', 'LCSPR-A', 'delay'],
    ['terms of reference of lcspr-d', 'LCSPR-D', 'scope'],
    ['did the secretary of state get an advance copy of LCSPR-A', 'LCSPR-A', 'advanceCopy'],
  ])('%s', async (message, reviewRef, field) => {
    expect(await sandwell.types(message)).toEqual(asked('lcspr_detail', { reviewRef }, { field }));
  });

  it.each([
    ['who is the reviewer of heron', 'reviewer'],
    ['did anyone offer the heron family a part', 'family'],
    ['does the panel know that heron is delayed', 'panelTold'],
    ['where can I read heron', 'where'],
  ])('%s', async (message, field) => {
    expect(await fenmarsh.types(message)).toEqual(
      asked('lcspr_detail', { reviewRef: 'Heron' }, { field }),
    );
  });

  it.each([
    'where can I read LCSPR-Z',
    'when does LCSPR-Z have to be published',
    'was the panel told that LCSPR-Z will be late',
    'who is the reviewer of the hawthorn review',
  ])('%s, which there is not, is no other', async (message) => {
    expect(await sandwell.types(message)).toMatchObject({ kind: 'unknown-name' });
  });

  it.each([
    ['which LCSPRs are late and why', { state: 'late' }],
    ['which local reviews have been published', { state: 'published' }],
    ['which lcsprs will never be published', { state: 'not published' }],
    ['how do our LCSPRs stand', {}],
  ])('%s', async (message, args) => {
    expect(await sandwell.types(message)).toEqual(asked('lcspr_list', {}, args));
  });

  it('“which are late and why” stays with what was spoken of', async () => {
    expect(await sandwell.types('how do our LCSPRs stand', 'which are late and why')).toEqual(
      asked('lcspr_list', {}, { state: 'late' }),
    );
    expect(await sandwell.types('actions for police', 'which are late')).toMatchObject({
      question: { intent: 'list_actions' },
    });
  });
});
