import type { Activity } from 'botbuilder';
import { expect, test } from 'vitest';
import { messageText } from '../../src/teams/message-text.ts';

const convenor = { id: '28:app', name: 'Convenor' };
const jane = { id: '29:jane', name: 'Jane Ali' };
const createMention = (mentioned: typeof convenor) => ({
  type: 'mention',
  text: `<at>${mentioned.name}</at>`,
  mentioned,
});

test.each([
  ['a plain question', 'what is due this week?', 'what is due this week?'],
  ['the mention of Convenor before it', '<at>Convenor</at> what is due?', 'what is due?'],
  ['the mention of Convenor after it', 'what is due? <at>Convenor</at>', 'what is due?'],
  ['the mention of Convenor twice', '<at>Convenor</at> <at>Convenor</at> help', 'help'],
  ['nothing but the mention', '<at>Convenor</at>&nbsp;', ''],
  [
    'somebody else’s mention, which stays as the name',
    '<at>Convenor</at> actions of <at>Jane Ali</at>',
    'actions of Jane Ali',
  ],
  [
    'a mention with an id',
    '<at>Convenor</at> actions of <at id="1">Jane Ali</at>',
    'actions of Jane Ali',
  ],
  ['no-break spaces', 'what&nbsp;is\u00A0due', 'what is due'],
  [
    'characters written as entities',
    'health &amp; care, &lt;14 days, it&#39;s &quot;late&quot; &#x2013; why',
    'health & care, <14 days, it\'s "late" – why',
  ],
  ['an entity that somebody wrote out', 'type &amp;lt; here', 'type &lt; here'],
  ['an entity beyond all characters', 'odd &#x110000; &#0; one', 'odd &#x110000; &#0; one'],
  [
    'an entity of what no format can carry',
    'over&#x1;due&#xFFFE;, by&#x2028;whom&#xD800;&#x202E;',
    'overdue, by\nwhom\ufffd',
  ],
  ['zero-width characters', 'over\u200Bdue\uFEFF', 'overdue'],
  ['lines', '  first \r\n\r\n second\t\tthing ', 'first\n\nsecond thing'],
  ['an accent typed on its own', 'Zoe\u0308', 'Zo\u00EB'],
  ['a family of emoji', '👩‍👩‍👧 help', '👩‍👩‍👧 help'],
  ['text from right to left', 'ما هو المتأخر؟', 'ما هو المتأخر؟'],
])('%s is read as it was meant', (_, text, meant) => {
  const activity = {
    text,
    recipient: convenor,
    entities: [createMention(convenor), createMention(jane), { type: 'clientInfo' }],
  };

  expect(messageText(activity as unknown as Activity)).toBe(meant);
});

test('a message without text or entities is empty', () => {
  expect(messageText({ recipient: convenor } as Activity)).toBe('');
});
