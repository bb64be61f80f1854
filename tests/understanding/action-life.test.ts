import { beforeAll, describe, expect, it } from 'vitest';
import { somebodyIn } from './ask.ts';

/** How people ask for what an action's life needs, beside the questions files. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  list_actions: [
    'what have i got',
    'my work',
    'whats on my plate',
    'whats mine',
    'my to do list',
    'show me my work',
  ],
  verify_action: [
    'verify SA-019',
    'can you verify SA-097',
    'accept the evidence for SA-071',
    'sa71 verified',
    'i am happy with the evidence on SA-012',
    'mark SA-019 as verified',
    'verify the gcp2 trainers action',
  ],
  send_back_action: [
    'send SA-019 back',
    'send back SA-097, no sign that families noticed',
    'reject the evidence on SA-071',
    'the evidence on SA-019 isnt good enough',
    'not happy with evidence for SA-097',
    'bounce sa-019 back to police',
  ],
  reassign_action: [
    'reassign SA-019 to health',
    'give SA-019 to the trust',
    'hand SA-071 over to education',
    'SA-019 should be with police',
    'change the owner of SA-071 to the council',
    'sa-019 isnt ours its the trusts',
    'pass SA-019 to me',
  ],
  awaiting_verification: [
    'what needs verifying',
    'anything to verify',
    'whats awaiting verification',
    'unverified actions',
    'what do i need to verify',
  ],
  returning_themes: [
    'themes that came back',
    'what keeps coming back',
    'recurring themes',
    'any actions that came back after they were closed',
    'are we raising the same things again',
  ],
  update_action_status: [
    'reopen SA-097',
    'withdraw SA-019',
    'cancel SA-071',
    'SA-019 needs more time',
  ],
  complete_action: ['SA-071 is done', 'sign off SA-071'],
  drift_report: ['what is drifting', 'where are we drifting'],
};

describe('the life of an action is asked for', () => {
  let somebody: Awaited<ReturnType<typeof somebodyIn>>;
  beforeAll(async () => {
    somebody = await somebodyIn('sandwell');
  });

  it.each(Object.entries(SAID))('as %s', async (intent, messages) => {
    for (const message of messages) {
      const reading = await somebody.types(message);
      expect(reading.kind === 'question' ? reading.question.intent : reading.kind, message).toBe(
        intent,
      );
    }
  });

  it.each([
    ['give SA-071 to the voluntary sector lead', { person: 'voluntary-sector-lead' }],
    ['pass SA-019 to me', { person: 'me' }],
    ['withdraw SA-019', { statusNew: 'withdrawn' }],
    ['send back SA-097, no sign that families noticed', { note: 'no sign that families noticed' }],
    ['give SA-071 to the trust because the lead has left', { note: 'the lead has left' }],
    ['add action for police to send the figures by end of june', { dueOn: '2021-06-30' }],
  ])('“%s” says more than what is to be done', async (message, args) => {
    const reading = await somebody.types(message);
    expect(reading.kind === 'question' && reading.question.args).toMatchObject(args);
  });
});
