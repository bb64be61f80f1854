import { describe, expect, it } from 'vitest';
import { render } from '../../src/answers/render.ts';
import { FINDING_KINDS, type FindingSource } from '../../src/contract/finding.ts';
import type { Request } from '../../src/contract/request.ts';
import { addDays, day } from '../../src/domain/dates.ts';
import { showDrift } from '../../src/features/drift/show-drift.ts';

const TODAY = day('2021-03-15');
/** As long as sentences, rules and subjects of drift are at their longest. */
const WHY =
  'None of the actions of one audit, inspection, review or scrutiny is closed, there are 2 or more, and the oldest was raised more than 90 days ago.';
const source = (kind: FindingSource['kind'], count: number): FindingSource => ({
  rule: `rule-of-${kind}`,
  kind,
  why: WHY,
  find: async () => ({
    findings: Array.from({ length: count }, (_, at) => ({
      subject: `Independent Scrutineer: yearly reflection of the partnership ${at}`,
      level: at % 2 === 0 ? ('alert' as const) : ('warn' as const),
      figure: at,
      since: addDays(TODAY, -400 + at),
      sentence: `None of the 6 actions of “Independent Scrutineer: yearly reflection of the partnership ${at}” is closed; the oldest was raised 287 days ago`,
      rows: [],
    })),
  }),
});

const request = {
  today: TODAY,
  person: { id: 'chair', roles: ['chair'], groups: [] },
  directory: { partnership: { id: 'dale', yearStart: '04-01' }, groups: [], people: [] },
  store: () => ({ list: async () => [] }),
  ports: { actions: {} },
} as unknown as Request;

describe('200 things that drift', () => {
  const sources = FINDING_KINDS.map((kind) => source(kind, 40));
  const asked = async (args: Record<string, string> = {}) => {
    const question = { intent: 'drift_report', filters: {}, args };
    return showDrift(request, question, sources);
  };

  it('fit on one card, the first of each kind', async () => {
    const answer = await asked();
    expect(answer.text).toMatch(/^200 things are drifting, 100 of them for long/);
    expect(answer.sections?.flatMap(({ rows = [] }) => rows)).toHaveLength(25);
    const card = JSON.stringify(render(answer).card);
    expect(Buffer.byteLength(card)).toBeLessThan(25_000);
    expect(card, 'no sentence is cut').toContain(
      'partnership 4” is closed; the oldest was raised 287 days ago',
    );
  });

  it('of one kind are shown in pages, to the last', async () => {
    const pages: number[] = [];
    for (let from: string | undefined = '0'; from !== undefined; ) {
      const answer = await asked({ about: 'meetings', from });
      expect(Buffer.byteLength(JSON.stringify(render(answer).card))).toBeLessThan(25_000);
      const [section] = answer.sections ?? [];
      pages.push(section?.rows?.length ?? 0);
      const { link } = section ?? {};
      const next: unknown = link && 'question' in link ? link.question.args.from : undefined;
      from = typeof next === 'string' ? next : undefined;
    }
    expect(pages).toEqual([15, 15, 10]);
  });
});
