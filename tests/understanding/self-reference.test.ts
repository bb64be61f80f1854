import { describe, expect, it } from 'vitest';
import { refersToSelf } from '../../src/understanding/text/self-reference.ts';
import { tokenise } from '../../src/understanding/text/tokenise.ts';

const read = (text: string) =>
  refersToSelf(
    tokenise(text.toLowerCase())
      .map(({ word }) => word)
      .join(' '),
  );

describe('whose work is meant', () => {
  it.each([
    'what is mine',
    'my overdue actions',
    'show me my late ones',
    'what do I still owe',
    'anything waiting on me',
    'remind me what I foolishly volunteered for',
    "what's my next meeting",
  ])('%s: the asker’s own', (text) => expect(read(text)).toBe(true));

  it.each([
    'be honest with me, which of the council’s actions are late',
    'before I vanish into my one-to-ones, what has slipped at the Trust',
    'I should be grateful for the number of open actions',
    'I suspect some have gone quiet, which are they',
    'look up the red risks for me',
    'tally the open ones for me by group',
    'bring up for me whatever the inspectors asked for',
    'what have I recommended that is not finished',
    'everything I have ever asked for',
    "what's my lot late with",
    'where is my force behind',
    'show me what the police owe',
  ])('%s: not the asker’s own', (text) => expect(read(text)).toBe(false));
});
