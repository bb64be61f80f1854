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
