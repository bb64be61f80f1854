import { offeredBy } from '../../answers/describe-question.ts';
import { ask } from '../../answers/questions.ts';
import type { Feature } from '../../contract/feature.ts';
import { openSeatEnd, recordSeatEnd } from './end-seat.ts';
import { longVacancies } from './findings.ts';
import { seatRetention, seatsFile } from './folder.ts';
import { seatHistory } from './history.ts';
import { listSeats } from './list-seats.ts';
import messages from './messages.json' with { type: 'json' };
import { listSeatsPhrases, recordSeatPhrases } from './phrases.ts';
import { openSeatForm, proposeSeat, recordSeat, recordVacancy } from './record-seat.ts';
import { undoSeat } from './undo-seat.ts';

/** Who holds which seat from when to when, and which nobody holds. */
export const seats: Feature = {
  name: 'seats',
  messages,
  intents: [
    {
      name: 'list_seats',
      label: 'Seats and terms',
      offered: offeredBy('seat', {
        vacant: 'vacant seats',
        'lead-partner': 'lead safeguarding partners',
        'delegated-partner': 'delegated safeguarding partners',
        contact: 'contacts',
      }),
      phrases: listSeatsPhrases,
      answer: listSeats,
    },
    {
      name: 'record_seat',
      label: 'Who holds a seat…',
      offered: offeredBy('mode', { end: 'end a seat' }),
      phrases: recordSeatPhrases,
      answer: proposeSeat,
    },
  ],
  actions: [openSeatForm, recordSeat, recordVacancy, openSeatEnd, recordSeatEnd, undoSeat],
  findings: [longVacancies],
  history: seatHistory,
  folder: [seatsFile],
  retention: [seatRetention],
  help: [
    {
      title: 'Seats',
      job: 'set up',
      roles: ['administrator'],
      examples: () => [
        { title: 'which seats are vacant', ...ask('list_seats', {}, { seat: 'vacant' }) },
        { title: 'record who holds a seat', ...ask('record_seat') },
      ],
    },
  ],
};
