import { beforeAll, describe, expect, it } from 'vitest';
import { somebodyIn } from './ask.ts';

describe('several questions in one message', () => {
  let types: Awaited<ReturnType<typeof somebodyIn>>['types'];
  beforeAll(async () => {
    ({ types } = await somebodyIn('sandwell'));
  });
  const intentsIn = async (text: string) => {
    const reading = await types(text);
    if (reading.kind === 'several') return reading.questions.map(({ question }) => question.intent);
    return reading.kind === 'question' ? [reading.question.intent] : [reading.kind];
  };

  it('are parted by commas where “and” ends them', async () => {
    expect(
      await intentsIn('when is the next board, what is overdue for police, and who chairs qppa'),
    ).toEqual(['next_meeting', 'list_actions', 'group_detail']);
    expect(
      await intentsIn('Two quick things: date of the next board, how many police actions are late'),
    ).toEqual(['next_meeting', 'list_actions']);
  });

  it('are one where the first part only says of what', async () => {
    expect(await intentsIn('3 March, qppa. Who sent apologies.')).toEqual(['attendance_missing']);
    expect(await intentsIn('exploitation priority: what have we closed without proof')).toEqual([
      'list_actions',
    ]);
  });

  it('may begin with what is asked if the first is not so', async () => {
    expect(await intentsIn('was qppa quorate on 27 january, if not who was it short of')).toEqual([
      'quorum_check',
      'attendance_missing',
    ]);
  });

  it('name a part that speaks of each thing before it and cannot be answered so', async () => {
    const reading = await types('which actions are blocked and what is each one waiting for');
    expect(reading).toMatchObject({
      question: { intent: 'list_actions', filters: { status: 'blocked' } },
    });
  });

  it.each([
    'anything with the police that has been neither finished nor dropped',
    'all of qppa’s actions which are still not done',
  ])('“%s” lists what is left, and changes nothing', async (text) => {
    expect(await intentsIn(text)).toEqual(['list_actions']);
    expect(await types(text)).toMatchObject({ question: { filters: { status: 'open' } } });
  });

  it('are one request where what was told is to be closed', async () => {
    expect(
      await types('SA-019 is finished, 14 leads trained. Would you close it for me?'),
    ).toMatchObject({
      question: {
        intent: 'complete_action',
        args: { actionRef: 'SA-019', evidence: '14 leads trained' },
      },
    });
    expect(
      await intentsIn('The workforce audit is done. Would you kindly close the action for me?'),
    ).not.toEqual(['list_actions']);
  });

  it('asks for what was completed with nothing said of what changed', async () => {
    for (const text of [
      'what have we closed without saying what changed for children',
      'finished actions with nowt written down for what changed',
    ]) {
      const reading = await types(text);
      expect(reading).toMatchObject({
        question: { filters: { status: 'complete' }, args: { hasEvidence: false } },
      });
    }
  });
});
