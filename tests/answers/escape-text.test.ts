import fc from 'fast-check';
import markdownit from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { escapeHeadingText } from '../../src/answers/escape-text.ts';
import { renderCard } from '../../src/answers/render.ts';
import { toView } from '../../src/answers/to-view.ts';
import { ofType } from './card-parts.ts';

const HOSTILE = [
  '${title} ${json(\'{"a":1}\')}',
  '**bold** _slanted_ ~~gone~~ `code`',
  '[press me](http://example.com) ![x](http://example.com/x.png)',
  '<at>Everybody</at> <b>bold</b> &amp; &lt;',
  '{{DATE(2021-03-15T09:00:00Z, SHORT)}}',
  '# not a heading',
  '1. not a list',
  '- nor this',
  '> said nobody',
  'back\\slash \\*star\\*',
  'Pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(4),
  'مرحبا بالعالم',
  '🧑‍🤝‍🧑 together 🙂',
  '#{ask}',
];

const withoutJoiners = (text: string) => text.replaceAll('\u2060', '');

/** What a client that reads markdown shows. */
function shown(markdown: string): string {
  const html = markdownit().renderInline(markdown);
  return withoutJoiners(html)
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

describe.each(HOSTILE)('Somebody writes %j', (words) => {
  const press = { action: 'actions.form', data: { ref: words } };
  const card = renderCard({
    name: 'answer',
    plain: words,
    view: toView({
      text: words,
      news: words,
      source: words,
      heading: words,
      sentence: words,
      state: { words, colour: 'attention' },
      sections: [
        { heading: words, text: words, facts: [{ title: words, value: words }] },
        { events: [{ when: words, what: words }], items: [words], note: words },
        { rows: [{ ref: words, title: words, line: words, details: words, opens: press }] },
      ],
      buttons: [{ title: words, ...press }],
    }),
  });

  test('and it stands on the card as written', () => {
    const runs = ofType(card, 'TextRun').map(({ text }) => withoutJoiners(String(text)));
    expect(runs.filter((text) => text.includes(words))).toHaveLength(15);
  });

  test('and it stands in the heading as written', () => {
    expect(shown(String(ofType(card, 'TextBlock')[0]?.text))).toBe(words);
  });

  test('and its button sends it as written', () => {
    expect(card).toMatchObject({ actions: [{ data: { ref: words } }], speak: words });
  });
});

test('Whatever is written, a heading shows just that', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom(...'*_[]()<>!&;#`~\\-+ 1.ab') }),
      ),
      (words) => {
        const plain = words.replace(/\s+/g, ' ').trim();
        fc.pre(!['\0', '\u2060', '\ufffd'].some((odd) => plain.includes(odd)));
        expect(shown(escapeHeadingText(words))).toBe(plain);
      },
    ),
  );
});
