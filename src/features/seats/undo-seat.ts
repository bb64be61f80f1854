import { z } from 'zod';
import { notUndone } from '../../answers/not-undone.ts';
import { UNDONE, undoButton } from '../../answers/undo-words.ts';
import { action, declarePress, UnreadableInput } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Request } from '../../contract/request.ts';
import { seatStore } from '../../contract/seat-store.ts';
import type { Undo } from '../../contract/thread.ts';
import { undoRecord } from '../../contract/undo-record.ts';
import { showAround } from './list-seats.ts';

const id = z.string().min(1).max(100);

/** What a press did, and how it is taken back: the seat it was about, and those that it ended. */
export const undoSeatPress = declarePress({
  id: 'seats.undo',
  input: z.object({ seat: id, change: z.string().max(60), ended: z.array(id).max(20) }),
});

/** The answer with *Undo* on its card, and for “undo that”. */
export function withUndo(answer: Answer, undo: Undo): Answer {
  return {
    ...answer,
    sections: [...(answer.sections ?? []), { buttons: [undoButton(undo)] }],
    thread: { ...answer.thread, undo } as NonNullable<Answer['thread']>,
  };
}

/** *Undo*: a seat that was added goes, and what ended is as it was. */
export const undoSeat = action({
  ...undoSeatPress,
  permission: 'seats.record',
  async handle(request: Request, { seat: seatId, change, ended }): Promise<Answer> {
    const { directory, ports, store } = request;
    const seat = await store(seatStore).get(seatId);
    const others = await Promise.all(ended.map((each) => store(seatStore).get(each)));
    if (!seat || others.some((each) => !each)) throw new UnreadableInput(undoSeatPress.id);
    const undone = await undoRecord(request, seatStore, seatId, change);
    if (!undone.ok) return notUndone(undone.refusal);
    for (const [at, each] of ended.entries()) {
      // What people.csv said was ended by a seat of its own.
      const own = `${change}:${others[at]?.person}`;
      const back = await undoRecord(request, seatStore, each, change);
      if (!back.ok) await undoRecord(request, seatStore, each, own);
    }
    await ports.directories.refresh(directory.partnership.id, 'undid a seat');
    return showAround(request, seat, UNDONE);
  },
});
