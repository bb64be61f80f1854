import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';

const all = ({ text, lines }: { text: string; lines: readonly string[] }): string =>
  [text, ...lines].join('\n');

describe('the recommendations of Sandwell on 15 March 2021', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15T10:00' });
  });
  afterAll(() => bot.stop());
  const hears = (words: string, who = 'business-manager') => bot.hears(bot.person(who), words);
  const refsOf = (lines: readonly string[]) =>
    lines.flatMap((line) => /^[A-Z]{2}\d\d-\d\d/.exec(line)?.[0] ?? []);

  it.each([
    [
      'recommendations of the HS review',
      /^4 recommendations of HS review \(2019\): 1 done but without evidence, 2 accepted and under way and 1 not accepted\.$/,
    ],
    [
      'which recommendations are met, which only done',
      /^Of 36 recommendations, 5 met on verified evidence and 6 done but without evidence\.$/,
    ],
    [
      'what is left of Ofsted 2015',
      /^Ofsted inspection 2015: 10 recommendations: 4 met on verified evidence, 1 with evidence to verify, 3 done/,
    ],
    [
      'which recommendations did we not accept and why',
      /^3 of 36 recommendations are not accepted\.$/,
    ],
    ['which recommendations are late with a response', /^2 of 36 recommendations are late/],
    ['recommendations for the police', /^5 recommendations for West Midlands Police: /],
    ['which inspections have we had', /^2 inspections: the latest is Ofsted inspection 2018/],
    ['audits of this year', /^1 audit in 2020-21: the latest is Graded care profile audit/],
  ])('answers “%s” from the records', async (asked, said) => {
    expect((await hears(asked)).text).toMatch(said);
  });

  it('never answers one inspection with another', async () => {
    const both = await hears('recommendations of Ofsted');
    expect(both.text).toBe('Which do you mean: Ofsted inspection 2015 or Ofsted inspection 2018?');
    const chosen = await both.press('Ofsted inspection 2015');
    expect(refsOf(chosen.lines).every((ref) => ref.startsWith('OF15'))).toBe(true);
    const absent = await hears('recommendations of ofsted 2019');
    expect(absent.text).toMatch(
      /^I know no source called “ofsted 2019”\. The sources that are kept/,
    );
    const actions = await hears('actions of Ofsted 2015');
    expect(actions.text).toMatch(/^There are 4 actions from “Ofsted inspection 2015”/);
  });

  it('shows a recommendation under the earlier one that it repeats, and that one under it', async () => {
    const later = await hears('show OF18-07');
    expect(later.lines.join('\n')).toMatch(/Repeats\n(?:.*\n)*?OF15-07 {2}Assess neglect/);
    const earlier = await hears('show OF15-07');
    expect(earlier.lines.join('\n')).toMatch(/Repeated by\n(?:.*\n)*?OF18-07/);
  });

  it('says of one that was called met that a later inspection asks for it again', async () => {
    expect((await hears('show OF15-01')).text).toBe(
      'OF15-01, Ofsted inspection 2015, is asked for again by OF18-01 of Ofsted inspection 2018 (accepted): met.',
    );
    expect((await hears('what does OF18-01 repeat')).text).toMatch(
      /^OF18-01, Ofsted inspection 2018, repeats OF15-01 of Ofsted inspection 2015 \(met\)/,
    );
    expect((await hears('which recommendations of 2018 repeat those of 2015')).text).toMatch(
      /^10 of 17 recommendations of 2018 are repeated from an earlier one\./,
    );
  });

  it('notes and takes back that one repeats an earlier one', async () => {
    const form = await hears('OF18-12 repeats OF15-02');
    const noted = await form.press('Record', { repeats: 'OF15-02' });
    expect(noted.lines.join('\n')).toMatch(/Repeats\n(?:.*\n)*?OF15-02/);
    const circle = await (await hears('show OF15-02')).press('Repeats…');
    expect((await circle.press('Record', { repeats: 'OF18-12' })).text).toBe(
      'Nothing was recorded. It cannot repeat itself, or one that repeats it.',
    );
    expect((await noted.press('Undo')).lines.join('\n')).not.toMatch(/OF15-02/);
  });

  it('goes on with the source, or the recommendation, that was asked about', async () => {
    await hears('recommendations of the HS review');
    expect((await hears('which are met, which only done')).text).toBe(
      'Of 4 recommendations of HS review (2019), none met on verified evidence and 1 done but without evidence.',
    );
    await hears('what is left of Ofsted 2018');
    expect((await hears('which of them are late')).text).toMatch(/^2 of 17 recommendations/);
    expect((await hears('which are only done')).text).toMatch(/^2 of 17 .* done but without/);
    expect((await hears('which recommendations are met')).text).toMatch(/^5 of 36/);
    await hears('show OF18-02');
    const form = await hears('link SA-019 to it');
    expect(form.lines).toContain('Link an action to OF18-02?');
    const alone = await hears('link SA-019 to OF18-01');
    const linked = await alone.press('Link action', { action: 'SA-019' });
    const unlink = await linked.press('Unlink an action…');
    expect(all(await unlink.press('Unlink action', { action: 'SA-019' }))).toContain(
      'No action serves it yet',
    );
  });

  it('never answers one local review with another', async () => {
    for (const asked of ['recommendations of LCSPR-B', 'what did lcspr-z recommend']) {
      const answer = await hears(asked);
      expect(answer.text).toMatch(/^(?:LCSPR-B is not kept as|I know no source called “lcspr-z”)/);
      expect(answer.text).not.toContain('LA21-01');
    }
    expect(refsOf((await hears('what did lcspr-a recommend')).lines)).toEqual(['LA21-01']);
  });

  it('changes a source and takes it back; the scrutineer adds sources and changes none', async () => {
    const form = await (await hears('show Ofsted 2015')).press('Change…');
    const changed = await form.press('Record change', { name: 'Ofsted inspection of June 2015' });
    expect(all(changed)).toContain('Ofsted inspection of June 2015');
    expect(all(await changed.press('Undo'))).toMatch(/Undone\.[\s\S]*Ofsted inspection 2015/);
    const change = await hears('change the source Ofsted 2015', 'independent-scrutineer');
    expect(change.text).toMatch(/^Nothing was recorded: sources are changed by/);
    const add = await hears('add an audit: Chronology audit', 'independent-scrutineer');
    expect(add.buttons).toContain('Add source');
  });

  it('tags with themes, of which likeness only proposes, and takes them back', async () => {
    const form = await (await hears('show OF18-12')).press('Themes…');
    const tagged = await form.press('Record themes', { themes: 'FATHERS' });
    expect(all(tagged)).toMatch(/Themes\n.*[Ff]athers/);
    expect(all(await tagged.press('Undo'))).toMatch(/Themes\nNone/);
  });

  it('tells the leads of the agencies once what is due, and no more when it is answered', async () => {
    const lead = bot.person('trust-partner-lead');
    const welcome = await bot.isInstalledBy(lead);
    expect(welcome.text).toContain('1 recommendation waits for your agency’s response');
    const told = JSON.stringify((await bot.sweep()).get('trust-partner-lead'));
    expect(told).toContain('LA21-01');
    expect(JSON.stringify((await bot.sweep()).get('trust-partner-lead') ?? [])).not.toContain(
      'LA21',
    );
    const form = await hears('respond to LA21-01', 'trust-partner-lead');
    await form.press('Record response', { response: 'accepted', words: '' });
    bot.turnTo('2021-03-22T10:00');
    expect(JSON.stringify((await bot.sweep()).get('trust-partner-lead') ?? [])).not.toContain(
      'LA21',
    );
    bot.turnTo('2021-03-15T11:00');
  });

  it('takes a response, asks why it is not accepted, and takes it back', async () => {
    const form = await hears('respond to OF18-05');
    const without = await form.press('Record response', { response: 'not accepted', words: '' });
    expect(without.text).toBe('Nothing was recorded. Please give a reason; it is kept.');
    const refused = await form.press('Record response', {
      response: 'not accepted',
      words: 'The protocol is used already',
    });
    expect(all(refused)).toMatch(
      /Recorded\.[\s\S]*Not accepted[\s\S]*The protocol is used already/,
    );
    const undone = await refused.press('Undo');
    expect(all(undone)).toMatch(/Undone\.[\s\S]*Response was due/);
  });

  it('is met on evidence that somebody else verified, and not before', async () => {
    const form = await (await hears('show OF18-07')).press('Give evidence…');
    const given = await form.press('Record evidence', { words: 'Nine of ten files have the tool' });
    expect(all(given)).toContain('Evidence to verify');
    expect(given.lines.join('\n')).not.toContain('Verify\n');
    const scrutineer = await hears('show OF18-07', 'independent-scrutineer');
    const met = await scrutineer.press('Verify');
    expect(all(met)).toMatch(/Verified: it is met\.[\s\S]*Met\n/);
    await (await met.press('Undo'))
      .press('Send back…')
      .then((back) => back.press('Send back', { words: 'Families noticed nothing' }));
    expect((await hears('show OF18-07')).text).toMatch(/: actions complete\.$/);
  });

  it('links an action and unlinks it', async () => {
    const form = await (await hears('show OF18-01')).press('Link an action…');
    const linked = await form.press('Link action', { action: 'SA-019' });
    expect(all(linked)).toContain('SA-019 is linked.');
    const undone = await linked.press('Undo');
    expect(undone.lines.join('\n')).toContain('No action serves it yet');
  });

  it('raises an action that serves it', async () => {
    const form = await (await hears('show OF18-03')).press('Raise an action…');
    const raised = await form.press('Raise it', { title: 'Publish the dates', agency: 'SMBC' });
    expect(all(raised)).toMatch(/Raised: SA-\d+ “Publish the dates”/);
    expect(raised.lines.join('\n')).toMatch(/Actions\n.*SA-\d+ {2}Publish the dates/);
  });

  it('adds a recommendation to a source that was added, once, and takes both back', async () => {
    const form = await hears('add an inspection: Joint targeted inspection 2021');
    const source = await form.press('Add source', { kind: 'inspection', on: '2021-03-01' });
    expect(all(source)).toMatch(/Recorded\.[\s\S]*Joint targeted inspection 2021/);
    const adding = await source.press('Add recommendation');
    const added = await adding.press('Add recommendation', { text: 'Hear every father' });
    expect(all(added)).toMatch(
      /Recorded\.[\s\S]*JTI\w*-01[\s\S]*Response was due|Recorded\.[\s\S]*-01[\s\S]*Response due/,
    );
    expect(all(await added.press('Undo'))).toMatch(/is not among the recommendations any more/);
    expect(all(await source.press('Undo'))).toContain('It is not among the sources any more.');
  });

  it('hides what a review recommends from whoever may not see that review', async () => {
    const seen = await hears('recommendations about fathers');
    expect(refsOf(seen.lines)).toContain('LA21-01');
    for (const asked of [
      'recommendations about fathers',
      'all recommendations',
      'list the sources',
    ]) {
      const unseen = await hears(asked, 'council-member');
      expect(unseen.lines.join('\n')).not.toMatch(/LA21-01|LCSPR-A/);
    }
    expect((await hears('all recommendations', 'council-member')).text).toMatch(/^35 recommend/);
  });
});

/** Reads the CSV of a sample by itself, and counts by the table of decision 32. */
async function countFromFile(folder: string) {
  const rows = async (name: string) => {
    const [head = [], ...all] = parseCsv(await readFile(`samples/${folder}/${name}.csv`, 'utf8'));
    return all.map((cells) => Object.fromEntries(head.map((key, at) => [key, cells[at] ?? ''])));
  };
  const status = new Map((await rows('actions')).map((row) => [row.ref, row.status]));
  const counts: Record<string, Record<string, number>> = {};
  for (const row of await rows('recommendations')) {
    const linked = (row.actions || '').split(';').filter(Boolean);
    const done = linked.length > 0 && linked.every((ref) => status.get(ref) === 'complete');
    const state =
      row.response === ''
        ? 'without a response'
        : row.response === 'not accepted'
          ? 'not accepted'
          : row.evidence
            ? row.verified_by
              ? 'met on verified evidence'
              : 'with evidence to verify'
            : done
              ? 'done but without evidence'
              : 'accepted and under way';
    const of = counts[row.source ?? ''] ?? {};
    counts[row.source ?? ''] = { ...of, [state]: (of[state] ?? 0) + 1 };
  }
  return counts;
}

function parseCsv(text: string): string[][] {
  return text
    .trim()
    .split(/\r?\n/)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    );
}

describe.each([
  [
    'sandwell',
    '2021-03-15',
    'business-manager',
    { 'OFSTED-2015': 'ofsted 2015', 'OFSTED-2018': 'ofsted 2018', 'HS-REVIEW': 'the HS review' },
  ],
  [
    'fenmarsh',
    '2026-06-10',
    'unit-manager',
    { 'JTAI-2026': 'the JTAI', 'OFSTED-2022': 'ofsted 2022' },
  ],
] as const)('the recommendations of %s', (folder, today, who, names) => {
  it('are counted by source and state as the file has them', async () => {
    const bot = await startConvenor({ today, folder: `samples/${folder}` });
    const expected = await countFromFile(folder);
    for (const [source, words] of Object.entries(names)) {
      const answer = await bot.hears(bot.person(who), `recommendations of ${words}`);
      const said = Object.fromEntries(
        [
          ...answer.text
            .split(': ')
            .slice(1)
            .join(': ')
            .matchAll(/(\d+) ([a-z ]+?)(?=,| and \d|\.$)/g),
        ].map(([, count, state]) => [state, Number(count)]),
      );
      expect(said, answer.text).toEqual(expected[source]);
    }
    await bot.stop();
  });
});
