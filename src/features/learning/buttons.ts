import { z } from 'zod';
import { declarePress } from '../../contract/action.ts';

/** An item and an agency, as a card sends them. */
export const itemId = z.string().min(1).max(60);
export const agencyId = z.string().min(1).max(100);

/** What an agency says in one press: that it has read it. */
export const confirmReading = declarePress({
  id: 'learning.read',
  input: z.object({ item: itemId, agency: agencyId }),
});

/** The form in which an agency says what it did, or asks. */
export const openReply = declarePress({
  id: 'learning.reply-form',
  input: z.object({ item: itemId, agency: agencyId, state: z.enum(['acted', 'asked']) }),
});

/** The form in which somebody who sent it answers what an agency asks. */
export const openAnswer = declarePress({
  id: 'learning.answer-form',
  input: z.object({ item: itemId, agency: agencyId }),
});

/** The form that calls an item off. */
export const openCancelling = declarePress({
  id: 'learning.cancel-form',
  input: z.object({ item: itemId }),
});

/** The three presses with which an agency answers. */
export const replyButtons = (item: string, agency: string) => [
  confirmReading.button('We have read it', { item, agency }),
  openReply.button('We did…', { item, agency, state: 'acted' }),
  openReply.button('Ask us…', { item, agency, state: 'asked' }),
];
