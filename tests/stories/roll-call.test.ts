import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linesOf } from '../support/card-reading.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import type { Heard } from '../support/teams-client.ts';

const IN_THE_MEETING = { in: 'group' } as const;

describe('the roll-call of the board on 12 May 2021', () => {
  let bot: Convenor;
  let card: Heard;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-05-12T14:00' });
    card = await bot.hears(manager(), 'start attendance for todays board', IN_THE_MEETING);
  });
  afterAll(() => bot.stop());

  const manager = () => bot.person('business-manager');
  const police = () => bot.person('police-partner-lead');
  /** The one card in the meeting's chat, as everybody sees it now. */
  const everybodys = () => {
    const [message] = bot.messagesIn(card.conversation).filter(({ attachments }) => attachments);
    return linesOf(message?.attachments?.[0]?.content).join('\n');
  };

  it('is one card for everybody, and says who is missing and what the quorum lacks', () => {
    expect(card.text).toBe(
      "Roll-call for Sandwell Children's Safeguarding Partnership, Wed 12 May 2021: 0 of 12 agencies are here. Not quorate: Sandwell Metropolitan Borough Council, West Midlands Police and NHS Black Country Integrated Care Board are missing.",
    );
    expect(card.messages).toHaveLength(1);
    expect(card.messages[0]?.text).toBeUndefined();
    expect(card.buttons).toEqual(expect.arrayContaining(['I’m here', 'Here as deputy …', 'Apologies …', 'Refresh']));
    expect(card.lines.join('\n')).toContain('Still to come');
  });

  it('shows each person how they stand, and everybody the live count', async () => {
    const own = await card.isPressedBy(police(), 'I’m here');
    expect(own.lines).toContain('You are here for West Midlands Police.');
    await expect.poll(everybodys).toContain('1 of 12 agencies are here');
    expect(everybodys()).not.toContain('You are here');
  });
});
