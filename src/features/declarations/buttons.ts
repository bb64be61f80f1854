import { z } from 'zod';
import { declarePress } from '../../contract/action.ts';
import type { Button } from '../../contract/answer.ts';
import { newOperation } from '../../contract/operation.ts';

export const meetingId = z.string().min(1).max(200);
/** The ids by which a card names a declaration. */
export const declarationIds = { meeting: meetingId, declaration: z.string().min(1).max(100) };

/** The form that declares an interest at a meeting. */
export const openDeclaring = declarePress({
  id: 'declarations.form',
  input: z.object({ meeting: meetingId, number: z.number().int().optional() }),
});

export const declareButton = (meeting: string): Button =>
  openDeclaring.button('Declare an interest', { meeting }, { inNewMessage: true });

/** Takes back what a press has just recorded. */
export const undoDeclarationPress = declarePress({
  id: 'declarations.undo',
  input: z.object({ ...declarationIds, change: z.string().max(60) }),
});

/** Withdraws what was recorded by mistake. */
export const withdrawPress = declarePress({
  id: 'declarations.withdraw',
  input: z.object({ ...declarationIds, operation: z.string().max(60) }),
});

export const withdrawButton = (meeting: string, declaration: string): Button =>
  withdrawPress.button('Withdraw', { meeting, declaration, operation: newOperation() });
