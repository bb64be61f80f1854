import { describe, expect, test } from 'vitest';
import { render as drawAnswer, renderCard as render } from '../../src/answers/render.ts';
import { askBack } from '../../src/dispatch/standard-answers.ts';
import { actionsIn, type Node, nodesIn, ofType } from './card-parts.ts';
import { sample, sampleNames, sources, templateNames, variantNames } from './samples.ts';
import { faultsIn } from './vocabulary.ts';

const MAX_BYTES = 25_000;

test('Every card has a sample, and every sample a card', () => {
  expect(sampleNames).toEqual(templateNames);
});

const cards = [...templateNames, ...variantNames].map(
  (name) => [name, render(sample(name)) as Node] as const,
);
const findCharts = (card: Node) =>
  nodesIn(card).filter(({ type }) => String(type).startsWith('Chart.'));
const withCharts = cards.filter(([, card]) => findCharts(card).length > 0);

test.each(withCharts)('The card %s has the numbers of its charts in a table too', (_, card) => {
  for (const { fallback, data } of findCharts(card)) {
    const inWords = ofType(card, 'TextRun').map(({ text }) => text);
    const bars = (data as { x: string; y: number }[]).flatMap(({ x, y }) => [x, `${y}%`]);
    if (bars.every((said) => inWords.includes(said))) continue;
    expect(fallback).toMatchObject({ type: 'Container' });
    expect(JSON.stringify(card.body)).toContain(
      JSON.stringify({ ...(fallback as Node), targetWidth: 'atMost:narrow' }),
    );
  }
});

test('A chart is among the samples', () => {
  expect(withCharts.map(([name]) => name)).toContain('answer');
});

describe.each(cards)('The card %s', (name, card) => {
  test('says all it was given to say', () => {
    expect(JSON.stringify(card)).not.toContain('${');
    expect(JSON.stringify(card)).not.toContain('#{');
  });

  test('is an Adaptive Card 1.5', () => {
    expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.5' });
    expect(faultsIn(card)).toEqual([]);
  });

  test('is under 25 KB', () => {
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(MAX_BYTES);
  });

  test('says the same where no card can be shown, and aloud', () => {
    expect(card.fallbackText).toBe(card.speak);
    expect(sample(name).plain).toContain(String(card.fallbackText).replace(/…$/, ''));
  });

  test('has a heading', () => {
    expect(ofType(card, 'TextBlock')[0]).toMatchObject({
      style: 'heading',
      size: 'Large',
      wrap: true,
    });
  });

  test('has a label on every input', () => {
    const inputs = nodesIn(card).filter(({ type }) => String(type).startsWith('Input.'));
    expect(inputs.filter(({ label }) => !label)).toEqual([]);
  });

  test('offers at most three buttons together', () => {
    const sets = nodesIn(card).flatMap(({ actions }) => (Array.isArray(actions) ? [actions] : []));
    expect(sets.filter(({ length }) => length > 3)).toEqual([]);
  });

  test('never leaves it to colour alone', () => {
    const coloured = ofType(card, 'RichTextBlock').filter(({ inlines }) =>
      nodesIn(inlines).some(({ color }) => color),
    );
    const texts = coloured.map(({ inlines }) => nodesIn(inlines).map(({ text }) => text));
    expect(texts.filter((runs) => !/\p{L}/u.test(runs.join('')))).toEqual([]);
    const bars = nodesIn(card).filter(({ x, y }) => x !== undefined || y !== undefined);
    expect(bars.filter(({ x, y }) => !x || typeof y !== 'number')).toEqual([]);
  });

  test('leaves out what there is nothing to say about', () => {
    const { view, plain } = sample(name);
    const bare = Object.fromEntries(
      Object.entries(view)
        .filter(([key]) => !['evidence', 'notes', 'more'].includes(key))
        .map(([key, value]) => [key, Array.isArray(value) ? [] : value]),
    );
    const spare = render({ ...sample(name), view: bare, plain });
    expect(JSON.stringify(spare)).not.toContain('${');
    expect(faultsIn(spare)).toEqual([]);
  });
});

const question = { intent: 'list_actions', filters: { agency: 'SCT' }, args: {} };

describe('Buttons', () => {
  test('suggest at most three things, however much there is to suggest', () => {
    const suggestions = ['a', 'b', 'c', 'd', 'e'].map((title) => ({ title, question }));
    const { actions } = drawAnswer({ text: 'Nothing is due.', suggestions }).card as {
      actions: Node[];
    };
    expect(actions.map(({ title }) => title)).toEqual(['a', 'b', 'c']);
  });

  test('with much on them show its beginning, and send all of it', () => {
    const title = 'complete on Tackling Child Neglect without evidence of impact';
    const { card } = drawAnswer({ text: 'Nothing.', suggestions: [{ title, question }] });
    expect((card as { actions: Node[] }).actions).toEqual([
      {
        type: 'Action.Submit',
        title: 'complete on Tackling Child Neglect…',
        tooltip: title,
        data: { verb: 'ask', question },
      },
    ]);
  });

  test('A row of a list asks its typed question when pressed', () => {
    const rows = [{ ref: 'SA-019', title: 'Relaunch the strategy', opens: { question } }];
    const { card } = drawAnswer({ text: 'One.', heading: 'One action', sections: [{ rows }] });
    expect(actionsIn(card as Node).map(({ data }) => data)).toEqual([{ verb: 'ask', question }]);
  });

  test('A choice between readings sends the reading itself rather than words for it', () => {
    const { card } = drawAnswer(askBack([{ question, title: 'The Trust: actions' }]));
    expect(actionsIn(card as Node).map(({ data }) => data)).toEqual([{ verb: 'ask', question }]);
  });

  test('A button sends its action with what is in the fields, and does so in older clients', () => {
    const button = { title: 'Show 10 more', action: 'actions.more', data: { question, shown: 10 } };
    const { card } = drawAnswer({ text: 'x', heading: 'x', sections: [{ buttons: [button] }] });
    const [more] = ofType(card as Node, 'Action.Execute');
    const data = { verb: 'actions.more', question, shown: 10 };
    expect(more).toMatchObject({
      verb: 'actions.more',
      data,
      fallback: { type: 'Action.Submit', data },
    });
  });
});

describe('Templates', () => {
  test('share what they have in common instead of repeating it', () => {
    const seen = new Map<string, string>();
    const repeated: string[] = [];
    for (const [name, source] of sources()) {
      for (const part of nodesIn(source).filter((node) => !('$include' in node))) {
        const text = JSON.stringify(part);
        if (text.length > 120 && seen.has(text))
          repeated.push(`${name} repeats ${seen.get(text)}: ${text.slice(0, 60)}`);
        seen.set(text, name);
      }
    }
    expect(repeated).toEqual([]);
  });

  test('that do not exist are named in the error', () => {
    expect(() => render({ name: 'no-such-card', view: {}, plain: '' })).toThrow('no-such-card');
  });
});
