import { beforeAll, describe, expect, it } from 'vitest';
import { somebodyIn } from './ask.ts';

describe('small talk, as it is said hereabouts, is answered as that', () => {
  let somebody: Awaited<ReturnType<typeof somebodyIn>>;
  beforeAll(async () => {
    somebody = await somebodyIn('sandwell');
  });
  const kindOf = async (...messages: string[]) => {
    const reading = await somebody.types(...messages);
    return reading.kind === 'question'
      ? (reading.question.args.kind ?? reading.question.intent)
      : reading.kind;
  };

  it.each([
    ['greeting', ['alright our kid', 'ey up', 'hiya treacle', 'morning chuck', 'evening our kid']],
    ['thanks', ['ta duck', 'cheers bab', 'ta flower', 'cheers petal', 'thanks cocker']],
    ['praise', ['nice one', 'nice one pal', 'bostin bab', 'smashing duck', 'champion that']],
    ['goodbye', ['ta ra', 'ta ra chuck', 'see ya duck', 'cheerio bab', 'night night']],
    ['welfare', ['ow am ya', "how's tricks duck", 'you alright bab']],
    ['present', ['test', 'are you there our kid', 'hello, anyone there']],
    ['aside', ['fair enough', 'okey doke duck', 'hang on a sec', 'never mind bab']],
    ['answer', ['yes', 'aye go on then', 'yep do it']],
  ])('%s', async (kind, messages) => {
    for (const message of messages) expect(await kindOf(message), message).toBe(kind);
  });

  it('before a question it is left aside', async () => {
    expect(await kindOf('ey up our kid, what is overdue')).toBe('list_actions');
    expect(await kindOf('cheers bab, when is the next board')).toBe('next_meeting');
  });

  it('a worry about a child is none', async () => {
    expect(await kindOf('our kid next door is being hurt')).not.toBe('aside');
    expect(await kindOf('im worried about a kid')).toBe('worry');
  });
});
