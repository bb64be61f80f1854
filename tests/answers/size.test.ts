import { describe, expect, test } from 'vitest';
import { render as drawAnswer, renderCard as render } from '../../src/answers/render.ts';
import { actionsIn, type Node, ofType } from './card-parts.ts';
import { sample, templateNames } from './samples.ts';

const MAX_BYTES = 25_000;

const MAX_ROWS = 30;

/** The most that a card is ever given of what it lists; thirty of everything else. */
const MOST: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  answer: { sections: 4, buttons: 3, fields: 6 },
  'roll-call': { lists: 7, seats: 24 },
  'review-decision': { facts: 3, considerations: 4, partners: 4, advice: 4, phone: 4 },
};
const WRITTEN = [
  'title',
  'line',
  'standing',
  'headline',
  'sentence',
  'label',
  'detail',
  'notes',
  'value',
  'what',
  'name',
];

/** The view of a sample with the most of everything it lists, and other words in it. */
function grown(name: string, words: (text: string) => string): Record<string, unknown> {
  const reworded = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value))
      return value.map((item) => (typeof item === 'string' ? words(item) : reworded(item)));
    const entries = Object.entries(value).map(([key, inner]) => [
      key,
      key === 'suggestions'
        ? inner
        : typeof inner === 'string' && WRITTEN.includes(key)
          ? words(inner)
          : reworded(inner),
    ]);
    return Object.fromEntries(entries);
  };
  const lists = Object.entries(sample(name).view).map(([key, value]) => {
    if (!Array.isArray(value) || key === 'suggestions') return [key, value];
    const most = MOST[name]?.[key] ?? MAX_ROWS;
    return [key, Array.from({ length: most }, (_, at) => value[at % value.length])];
  });
  return reworded(Object.fromEntries(lists)) as Record<string, unknown>;
}

describe.each(templateNames)('The card %s with the most there can be', (name) => {
  test.each([
    ['long titles', (text: string) => `${text} and so on, `.repeat(8)],
    ['Arabic', () => 'اجتماع مجلس حماية الأطفال في المدينة '.repeat(8)],
    ['emoji', () => '🧑‍🤝‍🧑'.repeat(100)],
    ['one endless word', () => 'x'.repeat(500)],
  ])('of %s stays under 25 KB', (_, words) => {
    const card = render({ name, view: grown(name, words), plain: words('Plain. ').repeat(30) });
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(MAX_BYTES);
    expect(JSON.stringify(card)).not.toContain('${');
  });
});

const ACTION = {
  ref: 'SA-019',
  /** As long as half of the titles in the sample are at most. */
  title: 'Relaunch the neglect strategy with schools by June',
  state: { words: 'in progress, overdue by 17 days', colour: 'attention' },
  line: 'West Midlands Police · was due Fri 26 February',
  opens: { question: { intent: 'action_detail', filters: {}, args: { actionRef: 'SA-019' } } },
} as const;

test('Thirty actions as the records have them are shown whole, and can be pressed', () => {
  const rows = Array.from({ length: MAX_ROWS }, () => ACTION);
  const card = drawAnswer({ text: 'x', heading: '30 actions', sections: [{ rows }] }).card as Node;
  expect(ofType(card, 'TextRun').filter(({ text }) => String(text).endsWith('…'))).toEqual([]);
  expect(actionsIn(card).filter(({ title }) => title === undefined)).toHaveLength(MAX_ROWS);
});

test('The work of somebody with much of it fits, with all its buttons', () => {
  const buttons = ['Update', 'Done…', 'Need more time…'].map((title) => ({
    title,
    action: 'actions.form',
    data: { ref: 'SA-019', form: 'done' },
    inNewMessage: true,
  }));
  const sections = [
    {
      heading: 'In your own name',
      rows: Array.from({ length: 6 }, () => ({ ...ACTION, buttons })),
    },
    { heading: 'With your agency', rows: Array.from({ length: 6 }, () => ACTION) },
  ];
  const card = drawAnswer({ text: 'x', heading: 'Your work', sections }).card as Node;
  expect(actionsIn(card).filter(({ title }) => title === 'Done…')).toHaveLength(6);
  expect(ofType(card, 'TextRun').filter(({ text }) => String(text).endsWith('…'))).toEqual([]);
});

test('The weekly digest of a chair to whom much is owed fits, with all its buttons', () => {
  const { name, view, plain } = sample('answer@weekly-digest');
  const sections = (view.sections as { heading?: string; rows: object[]; items?: string[] }[]).map(
    ({ heading, rows, items, ...section }) => {
      const most = heading === 'For you' ? 8 : 5;
      return {
        ...section,
        ...(heading && { heading }),
        rows: rows.length > 0 ? Array.from({ length: most }, () => rows[0]) : [],
        ...(items && { items: Array.from({ length: most }, () => items[0]) }),
      };
    },
  );
  const card = render({ name, view: { ...view, sections }, plain });
  expect(actionsIn(card).filter(({ title }) => title === 'Verify…')).toHaveLength(8);
  expect(ofType(card, 'TextRun').filter(({ text }) => String(text).endsWith('…'))).toEqual([]);
});

test('The longest agenda fits, with all that its chair can press', () => {
  const { name, view, plain } = sample('answer@agenda');
  const [lines, proposed, carried, note] = view.sections as { rows: Record<string, unknown>[] }[];
  const of = (part: typeof lines, at: number, many: number) => ({
    ...part,
    rows: Array.from({ length: many }, () => ({
      ...part?.rows[at],
      title: 'An item with a long title '.repeat(8),
    })),
  });
  const sections = [of(lines, 1, 15), of(proposed, 0, 3), of(carried, 0, 5), note];
  const actions = actionsIn(render({ name, view: { ...view, sections }, plain }));
  expect(actions.filter(({ title }) => title === 'Open the paper')).toHaveLength(15);
  expect(actions.filter(({ title }) => title === 'Decision on 2')).toHaveLength(15);
  expect(actions.filter(({ title }) => title === 'Action from 2')).toHaveLength(15);
});

test('Rows too large to be pressed can still be read', () => {
  const opens = { action: 'x', data: { words: 'x'.repeat(30_000) } };
  const rows = [{ title: 'Neglect', line: 'key priority', opens }];
  const card = drawAnswer({ text: 'Which?', heading: 'Which?', sections: [{ rows }] }).card as Node;
  expect(JSON.stringify(card)).toContain('Neglect');
  expect(actionsIn(card)).toEqual([]);
});

test('A card that cannot be made small enough is refused rather than sent', () => {
  const rows = Array.from({ length: 300 }, () => ({ title: 'a', line: 'b' }));
  expect(() => drawAnswer({ text: 'x', heading: 'Which?', sections: [{ rows }] })).toThrow(
    'larger than Teams takes',
  );
});
