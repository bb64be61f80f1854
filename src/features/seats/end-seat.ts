import { z } from 'zod';
import { dayField, pleaseCheck } from '../../answers/form.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { requireOperation } from '../../contract/require-operation.ts';
import { seatStore } from '../../contract/seat-store.ts';
import { type Day, formatDayWithYear } from '../../domain/dates.ts';
import { endSeat, type Seat } from '../../domain/seat.ts';
import { openEnd, seatId } from './buttons.ts';
import { showAround } from './list-seats.ts';
import { holderName, loadSeats, seatTitle } from './queries.ts';
import { notRecorded } from './refusals.ts';
import { undoSeatPress, withUndo } from './undo-seat.ts';

async function requireSeat(request: Request, id: string, press: string): Promise<Seat> {
  const seat = await request.store(seatStore).get(id);
  if (!seat) throw new UnreadableInput(press);
  return seat;
}

/** *End…* of a seat: its last day. */
export const openSeatEnd = action({
  ...openEnd,
  permission: 'seats.record',
  async handle(request: Request, { seat: id }): Promise<Answer> {
    const seat = await requireSeat(request, id, openEnd.id);
    return endForm(request, seat);
  },
});

export function endForm({ directory, today }: Request, seat: Seat, on?: Day): Answer {
  const heading = `End the seat of ${holderName(seat, directory)}?`;
  return {
    text: pleaseCheck(heading),
    heading,
    sentence: `${seatTitle(seat, directory)}. What they may do here by it ends at midnight after the last day; the seat is vacant from then on.`,
    form: {
      fields: [
        { id: 'to', label: 'Last day', kind: 'day', value: on ?? seat.to ?? today, required: true },
      ],
      submit: recordSeatEnd.button('End seat', { seat: seat.id }),
    },
  };
}

/** *End seat*. */
export const recordSeatEnd = action({
  id: 'seats.end',
  permission: 'seats.record',
  input: z.object({ seat: seatId, to: dayField.optional() }),
  async handle(request: Request, { seat: id, to = request.today }): Promise<Answer> {
    const { directory, ports, store } = request;
    await requireSeat(request, id, 'seats.end');
    const change = requireOperation(request, 'seats.end');
    const seats = await loadSeats(request);
    const actor = toActor(request);
    const ended = await store(seatStore).change(id, (seat) =>
      endSeat(seat, { to, directory, seats }, actor),
    );
    if (!ended.ok) return notRecorded(ended.refusal);
    await ports.directories.refresh(directory.partnership.id, 'ended a seat');
    const seat = ended.value;
    const what = `${holderName(seat, directory)} holds ${id} until ${formatDayWithYear(to)}`;
    const shown = await showAround(
      request,
      seat,
      `Recorded: ${seatTitle(seat, directory)}, ${holderName(seat, directory)}, ends on ${formatDayWithYear(to)}.`,
    );
    const press = undoSeatPress.press({ seat: id, change, ended: [] });
    return withUndo(shown, { what, press });
  },
});
