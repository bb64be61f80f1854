import { type Convenor, startConvenor } from './convenor.ts';
import type { Heard } from './teams-client.ts';

export const PARTNERSHIP = 'sandwell';
export const BOARD = 'BOARD-2021-05-12';
export const IN_THE_MEETING = { in: 'group' } as const;

/** The board of 12 May 2021, at its start: its roll-call has just been opened in its chat. */
export async function startBoardRollCall(): Promise<{ bot: Convenor; card: Heard }> {
  const bot = await startConvenor({ today: '2021-05-12T14:00' });
  const manager = bot.person('business-manager');
  const card = await bot.hears(manager, 'start attendance for todays board', IN_THE_MEETING);
  return { bot, card };
}

/** Its register, as it is stored. */
export const findBoardRegister = async ({ records }: Convenor) =>
  (await records.registers.find(PARTNERSHIP, BOARD))?.register;

export const findBoardHistory = ({ records }: Convenor) =>
  records.registers.history(PARTNERSHIP, BOARD);
