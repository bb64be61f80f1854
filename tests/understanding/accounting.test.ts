import { beforeAll, describe, expect, it } from 'vitest';
import type { MessageReading } from '../../src/dispatch/read-message.ts';
import { somebodyIn } from './ask.ts';

let somebody: Awaited<ReturnType<typeof somebodyIn>>;
beforeAll(async () => {
  somebody = await somebodyIn('sandwell');
});

/** What a message asks, and which of its words gave no part of it. */
async function accountOf(text: string): Promise<readonly [string, readonly string[]]> {
  const reading: MessageReading = await somebody.types(text);
  if (reading.kind !== 'question') return [reading.kind, []];
  return [reading.question.intent, reading.unused ?? []];
}

describe('every word is accounted for, whatever is asked', () => {
  it.each([
    ['red risks in the shed', 'list_risks', ['shed']],
    ['risks for police owned by the trust', 'list_risks', ['trust']],
    ['review risk CH-01 with purple ink', 'review_risk', ['purple ink']],
    ['history of SA-019 in blue', 'action_detail', ['blue']],
    ['agenda for slpr with biscuits', 'agenda', ['biscuits']],
    ['move the qppa meeting to 15 april in the shed', 'move_meeting', ['shed']],
    ['SA-019 done in the shed', 'complete_action', ['shed']],
  ])('“%s” is %s without %s', async (text, intent, unused) => {
    expect(await accountOf(text)).toEqual([intent, unused]);
  });

  it('a name that no record bears is said in a question about risks too', async () => {
    expect(await somebody.types('risks for barnardos')).toMatchObject({
      kind: 'unknown-name',
      name: { words: 'barnardos' },
    });
  });

  it.each([
    ['which actions does Barnardo’s still have', 'Barnardo’s'],
    ['actions for the Acorn Trust please', 'Acorn Trust'],
    ['I keep hearing the Met never do their actions', 'Met'],
  ])('“%s” names nobody but %s', async (text, words) => {
    expect(await somebody.types(text)).toMatchObject({ kind: 'unknown-name', name: { words } });
  });

  it('the kind of a meeting is no part of a group’s name', async () => {
    expect(await accountOf('was the extraordinary board in march quorate')).toEqual([
      'quorum_check',
      ['extraordinary'],
    ]);
  });

  it.each([
    ['actions that cost money', ['cost money']],
    ['rapid reviews that never became actions', ['reviews', 'never became']],
  ])('“%s” says a condition that no list is made by: it is named', async (text, unused) => {
    const [intent, named] = await accountOf(text);
    expect([intent, named]).toEqual(['list_actions', unused]);
  });

  it('what is mostly asked of things kept elsewhere is no word for actions', async () => {
    expect(await accountOf('what training have we overdue')).toEqual([
      'list_actions',
      ['training'],
    ]);
    expect(await accountOf('overdue actions on training')).toEqual(['list_actions', []]);
  });

  it.each([
    'which actions does nobody own',
    'split the open ones by subgroup',
    'which have no deadline',
    'what still has to be done by the police',
  ])('“%s” says nothing but what is answered', async (text) => {
    expect(await accountOf(text)).toEqual(['list_actions', []]);
  });

  it('what goes into a form as it was typed is used', async () => {
    expect(await accountOf('SA-019 started, 3 of 7 schools')).toEqual(['update_action_status', []]);
    expect(await accountOf('send sarah to the board instead of me')).toEqual(['send_deputy', []]);
    expect(await accountOf('add a risk: purple ink runs out')).toEqual(['add_risk', []]);
  });
});

describe('courtesy and swearing are no part of a request', () => {
  it.each([
    ['what’s overdue. thanks duck', 'list_actions'],
    ['whats overdue you stupid bot', 'list_actions'],
    ['show me the bloody overdue actions for police please', 'list_actions'],
    ['please could you kindly show police actions ta very much', 'list_actions'],
    ['close SA-019 mate, much appreciated', 'complete_action'],
    ['when is the flipping board, for gods sake', 'next_meeting'],
  ])('“%s” leaves nothing out', async (text, intent) => {
    expect(await accountOf(text)).toEqual([intent, []]);
  });

  it('a remark that says something is still named', async () => {
    const [, unused] = await accountOf('inspectors back in jan. what have the police got left');
    expect(unused).toEqual(['inspectors back in jan']);
  });
});
