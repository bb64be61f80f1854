import { beforeAll, describe, expect, it } from 'vitest';
import { somebodyIn } from './ask.ts';

const partnerships = ['sandwell', 'fenmarsh', 'thornbury'] as const;

describe.each(partnerships)('What is still to come in %s', (partnership) => {
  let somebody: Awaited<ReturnType<typeof somebodyIn>>;
  beforeAll(async () => {
    somebody = await somebodyIn(partnership);
  });

  it.each([
    'which of our decided rapid reviews still have no answer from the national panel',
    'is there a decision the national panel still owes an answer on',
    'any of our decisions where the national panel owes a reply',
  ])('from the Panel: “%s”', async (message) => {
    expect(await somebody.types(message)).toMatchObject({
      kind: 'question',
      question: { intent: 'rapid_review_list', args: { panel: 'waiting' } },
    });
  });

  it.each([
    'which meetings are still to come before christmas',
    'which meetings have we left before easter',
  ])('in the calendar, until the day that is named: “%s”', async (message) => {
    expect(await somebody.types(message)).toMatchObject({
      kind: 'question',
      question: { intent: 'list_meetings', args: { range: expect.stringMatching(/^by:/) } },
    });
  });
});
