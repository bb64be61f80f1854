import { z } from 'zod';
import { idField } from '../../answers/form.ts';
import { ask } from '../../answers/questions.ts';
import { declarePress } from '../../contract/action.ts';
import type { Button, Suggestion } from '../../contract/answer.ts';
import { SEAT_ROLES, type Seat } from '../../domain/seat.ts';

/** What a card may say of a seat before its form is filled in. */
export const seatDraft = z.object({
  role: z.enum(SEAT_ROLES).optional(),
  group: idField.optional(),
  agency: idField.optional(),
});

/** The form that says who holds a seat. */
export const openSeat = declarePress({ id: 'seats.form', input: seatDraft });

/** Which seats are vacant, and since when. */
export const vacantSeats: Suggestion = {
  title: 'Vacant seats',
  ...ask('list_seats', {}, { seat: 'vacant' }),
};

/** A seat's reference, as a card sends it. */
export const seatId = z.string().min(1).max(100);

/** The form that ends a seat. */
export const openEnd = declarePress({ id: 'seats.end-form', input: z.object({ seat: seatId }) });

export const endButton = (seat: Seat): Button =>
  openEnd.button('End…', { seat: seat.id }, { aloud: `End ${seat.id}` });
