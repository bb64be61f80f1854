import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Expected, judgeReading } from '../../scripts/compare-readings.ts';
import { judgeAnswer, type Task, taskSchema } from '../../scripts/judge-answer.ts';
import type { Day } from '../../src/domain/dates.ts';
import { sampleWith } from '../support/a-folder.ts';

/** Runs a script as npm does; a share that is too small is an exit code, not an error. */
async function run(script: string, ...args: readonly string[]) {
  const child = spawn(process.execPath, [`scripts/${script}.ts`, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { printed: await text(child.stdout), code: await exit };
}

describe('npm run answers', () => {
  const file = 'tests/tools/questions/tasks.json';
  let printed: string;
  let code: number | null;
  beforeAll(async () => {
    ({ printed, code } = await run('answers', file));
  });

  it('counts what is right, asked back and wrong, and fails when too little is right', () => {
    expect(printed).toMatch(/^right +4 of 7 \(57\.1%\)$/m);
    expect(printed).toMatch(/^asked back +1 of 7 \(14\.3%\)$/m);
    expect(printed).toMatch(/^wrong +2 of 7 \(28\.6%\)$/m);
    expect(code).toBe(1);
  });

  it('prints of each that falls short who asked what, what was wrong with it, and what was shown', () => {
    expect(printed).toContain('wrong  lay-member  “what are our priorities”  wrong');
    expect(printed).toContain('✗ missing SA-999|SA-998');
    expect(printed).toContain('✗ shows exploitation');
    expect(printed).not.toContain('✗ missing Child Neglect');
    expect(printed).toMatch(/^ {3}\| There are \d+ priorities this year/m);
    expect(printed).not.toContain('whats overdue');
  });

  it('counts neither an answer that asks back nor one that answers nothing, whatever words it has', () => {
    expect(printed).toContain('“tell me about the training action”  asked back');
    expect(printed).toMatch(/“florble wibble” {2}wrong\n {3}✗ no answer/);
  });

  it('prints all answers when asked to, and passes when enough is right', async () => {
    const all = await run('answers', file, '--at-least', '0.5', '--show');
    expect(all.printed).toContain('“whats overdue for police” → “and for health?”  right');
    expect(all.code).toBe(0);
  });

  it('asks a folder with what may name a child only after somebody has looked', async () => {
    const title = 'Use need and significant harm definitions correctly';
    const folder = await sampleWith('actions.csv', title, 'Look again at the plan of Kayden Young');
    const ask = (...more: string[]) => run('answers', file, '--partnership', folder, ...more);
    expect(await ask()).toEqual({ printed: '', code: 1 });
    expect((await ask('--names-no-child')).printed).toMatch(/^right +4 of 7/m);
  });
});

describe('an answer', () => {
  const judged = (task: Partial<Task>, ...lines: string[]) =>
    judgeAnswer(taskSchema.parse({ id: 'T', role: 'chair', text: 'is it late', ...task }), {
      sentence: '',
      lines,
    }).faults;

  it.each([
    [['sa-007'], 'SA-007 is late'],
    [["the trust's"], 'The Trust’s own'],
    [['no |none|not '], 'It is not.'],
    [['5 March|5 Mar'], 'on Fri 5 March 2021'],
    [['NSPCC'], 'Owner: NSPCC.'],
    [[12, 31], '12 of 31 have none'],
    [[12], '12/31 (39%)'],
    [[1012], '1,012 actions'],
    [['RR-2021-01 is'], 'RR\\-2021\\-01 is due'],
  ])('shows %j in “%s”', (mustContain, line) => {
    expect(judged({ mustContain }, line)).toEqual([]);
    expect(judged({ mustNotContain: mustContain }, line)).toHaveLength(mustContain.length);
  });

  it.each([
    ['SA-007', 'SA-0071'],
    ['no', 'nothing, or cannot'],
    ['5 Mar', '15 March and 5 March'],
    [12, 'SA-012, RR-2021-12 and GCP12'],
    [12, 'Fri 12 March, 12 and 13 May, March 12, the 12th of May'],
    [12, '2021-03-12 at 12:30, 12.30, 12 pm, in 2011-12'],
    [12, '12%, 12%, 12 per cent and 12.5'],
    [12, '1,012 and 112'],
    ['in time', 'in\ttimes'],
  ])('does not show %j in “%s”', (each, line) => {
    expect(judged({ mustContain: [each] }, line)).toEqual([`missing ${each}`]);
  });

  it('is looked through line by line', () => {
    expect(judged({ mustContain: ['in time'] }, 'Put in', 'time')).toEqual(['missing in time']);
  });

  it('is not given by the words of the question', () => {
    const task = { text: 'why was it put off, Ann?', mustContain: ['put off'] };
    expect(judged(task, 'You asked: why was it put off, Ann?')).toHaveLength(1);
    expect(judged(task, 'I did not use “put off”')).toHaveLength(1);
    expect(judged(task, 'The meeting was put off')).toEqual([]);
  });

  it('cannot be right by asking for nothing, or for an empty text', () => {
    expect(taskSchema.safeParse({ id: 'T', role: 'chair', text: 'hello' }).success).toBe(false);
    for (const each of ['', ' ', 'yes|'])
      expect(
        taskSchema.safeParse({ id: 'T', role: 'chair', text: 'hello', mustContain: [each] })
          .success,
      ).toBe(false);
  });
});

describe('npm run understand', () => {
  it('says how one message is read', async () => {
    const { printed, code } = await run('understand', 'what is overdue for police');
    expect(printed).toContain('filters.agency=WMP ‹police›');
    expect(code).toBe(0);
  });

  it('counts what was read as labelled, and what was read otherwise without asking', async () => {
    const { printed, code } = await run('understand', 'tests/tools/questions/messages.json');
    expect(printed).toContain('labelled-otherwise');
    expect(printed).toContain('sure and wrong: filters.agency');
    expect(printed).toMatch(/^whole +1 \( 50\.0%\)/m);
    expect(printed).toMatch(/^asked back +0 \( {2}0\.0%\)/m);
    expect(printed).toMatch(/^offered +0 \( {2}0\.0%\)/m);
    expect(printed).toMatch(/^sure and wrong +1 \( 50\.0%\)/m);
    expect(printed).toMatch(/^not understood +0 \( {2}0\.0%\)/m);
    expect(code).toBe(1);
  });

  it('measures a language model by what it said once', async () => {
    const { printed, code } = await run(
      'understand',
      'tests/tools/questions/unsure.json',
      ...['--model', 'recorded', '--replies', 'tests/tools/questions/replies.json'],
    );
    expect(printed).toMatch(/^whole +2 \( 66\.7%\)/m);
    expect(printed).toMatch(/^offered +1 \( 33\.3%\)/m);
    expect(printed).toContain('sent to the model 2 of 3 read: understood 1, did you mean 1');
    expect(printed).toMatch(/^longest prompt +\d+ characters/m);
    expect(code).toBe(1);
  });
});

describe('a reading', () => {
  const question = (intent: string, filters: Expected['filters'] = {}) => ({
    question: { intent, filters, args: {} },
    confidence: 0.5,
    parts: [],
  });
  const overdue = question('list_actions', { agency: 'WMP', dueRange: 'overdue' });
  const anywhere = question('list_actions', { dueRange: 'overdue' });
  const help = question('help');
  const judged = (
    reading: Parameters<typeof judgeReading>[1],
    label: Expected = overdue.question,
  ) => judgeReading(label, reading, '2021-03-15' as Day, '04-01');

  it('is whole only with its intent and every filter', () => {
    expect(judged({ kind: 'question', ...overdue })).toBe('whole');
    expect(judged({ kind: 'question', ...anywhere })).toBe('sure and wrong');
    expect(judged({ kind: 'refused', refusal: 'child identity' })).toBe('sure and wrong');
    expect(judged({ kind: 'unknown', guess: overdue })).toBe('not understood');
  });

  it('is offered when the whole of it is among three choices', () => {
    expect(judged({ kind: 'choice', readings: [help, overdue] })).toBe('offered');
    expect(judged({ kind: 'choice', readings: [help, anywhere] })).toBe('asked back');
    expect(judged({ kind: 'choice', readings: [help, help, help, overdue] })).toBe('asked back');
  });

  it('asks back or declines where that is right', () => {
    const label = (intent: string): Expected => ({ intent, filters: {}, args: {} });
    expect(judged({ kind: 'choice', readings: [help, overdue] }, label('ambiguous'))).toBe('whole');
    expect(judged({ kind: 'question', ...overdue }, label('ambiguous'))).toBe('sure and wrong');
    expect(judged({ kind: 'refused', refusal: 'child identity' }, label('out_of_scope'))).toBe(
      'whole',
    );
  });
});
